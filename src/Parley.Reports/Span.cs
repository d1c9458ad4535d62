namespace Parley.Reports;

/// <summary>
/// A stretch of a report's text in UTF-16 code units, as .NET and browsers count:
/// <see cref="Start"/> inclusive, <see cref="End"/> exclusive, never empty.
/// </summary>
public readonly record struct Span : IComparable<Span>
{
    /// <summary>Makes the span from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The start is negative, or the end is not after it.</exception>
    public Span(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(end, start);
        Start = start;
        End = end;
    }

    /// <summary>The first code unit.</summary>
    public int Start { get; }

    /// <summary>The code unit after the last.</summary>
    public int End { get; }

    /// <summary>How many code units it covers; at least 1 for any span made by its constructor.</summary>
    public int Length => End - Start;

    /// <summary>Whether <paramref name="other"/> lies wholly within this span.</summary>
    public bool Contains(Span other) => Start <= other.Start && other.End <= End;

    /// <summary>Whether the two share at least one code unit.</summary>
    public bool Overlaps(Span other) => Start < other.End && other.Start < End;

    /// <summary>By start, then the shorter first.</summary>
    public int CompareTo(Span other) =>
        Start != other.Start ? Start.CompareTo(other.Start) : End.CompareTo(other.End);

    /// <summary>The code units of <paramref name="text"/> that the span covers.</summary>
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);

    /// <inheritdoc/>
    public override string ToString() => $"{Start}..{End}";

    /// <summary>Order as <see cref="CompareTo"/> has it.</summary>
    public static bool operator <(Span left, Span right) => left.CompareTo(right) < 0;

    /// <summary>Order as <see cref="CompareTo"/> has it.</summary>
    public static bool operator >(Span left, Span right) => left.CompareTo(right) > 0;

    /// <summary>Order as <see cref="CompareTo"/> has it.</summary>
    public static bool operator <=(Span left, Span right) => left.CompareTo(right) <= 0;

    /// <summary>Order as <see cref="CompareTo"/> has it.</summary>
    public static bool operator >=(Span left, Span right) => left.CompareTo(right) >= 0;
}
