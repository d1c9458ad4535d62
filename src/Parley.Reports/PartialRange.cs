namespace Parley.Reports;

/// <summary>From one date to another, both included, each as precise as told; one date alone is a range of itself.</summary>
public readonly record struct PartialRange
{
    /// <summary>Makes the range from <paramref name="start"/> to <paramref name="end"/>.</summary>
    /// <exception cref="ArgumentException">The end lies wholly before the start.</exception>
    public PartialRange(PartialDate start, PartialDate end)
    {
        if (end.LastDay < start.FirstDay)
            throw new ArgumentException($"{end} lies before {start}.", nameof(end));
        Start = start;
        End = end;
    }

    /// <summary>The range that is one date.</summary>
    public PartialRange(PartialDate date) : this(date, date) { }

    /// <summary>Where it begins.</summary>
    public PartialDate Start { get; }

    /// <summary>Where it ends.</summary>
    public PartialDate End { get; }

    /// <summary>Reads <c>2021-05-13</c> or <c>2021-05-13/2021-05-14</c>; false where either is no date or they are out of order.</summary>
    public static bool TryParse(string? text, out PartialRange range)
    {
        range = default;
        if (text is null)
            return false;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (!PartialDate.TryParse(slash < 0 ? text : text[..slash], out var start))
            return false;
        var end = start;
        if (slash >= 0 && !PartialDate.TryParse(text[(slash + 1)..], out end))
            return false;
        if (end.LastDay < start.FirstDay)
            return false;
        range = new PartialRange(start, end);
        return true;
    }

    /// <summary>ISO 8601: one date, or two parted by a slash.</summary>
    public override string ToString() => Start == End ? Start.ToString() : $"{Start}/{End}";
}
