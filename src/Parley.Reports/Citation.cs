using System.Text.Json.Serialization;

namespace Parley.Reports;

/// <summary>
/// The very words that a finding rests on: a span of a report's text and what stands there.
/// Made from the text itself, so the two agree from birth; <see cref="Holds"/> checks one
/// that has been stored or sent.
/// </summary>
public sealed record Citation
{
    [JsonConstructor]
    internal Citation(string text, int start, int end)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        Span = new Span(start, end);
        if (text.Length != Span.Length)
            throw new ArgumentException($"{text.Length} code units do not fill the span {Span}.", nameof(text));
        Text = text;
    }

    /// <summary>The words, exactly as in the report.</summary>
    public string Text { get; }

    /// <summary>The first code unit in the report's text.</summary>
    public int Start => Span.Start;

    /// <summary>The code unit after the last.</summary>
    public int End => Span.End;

    /// <summary>Where they stand.</summary>
    [JsonIgnore]
    public Span Span { get; }

    /// <summary>Cites <paramref name="span"/> of <paramref name="text"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span reaches past the text.</exception>
    public static Citation Of(string text, Span span)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(span.End, text.Length, nameof(span));
        return new Citation(text.Substring(span.Start, span.Length), span.Start, span.End);
    }

    /// <summary>Whether the words stand in <paramref name="text"/> where the citation says.</summary>
    public bool Holds(string text) => End <= text.Length && Span.In(text).SequenceEqual(Text);

    /// <inheritdoc/>
    public override string ToString() => $"“{Text}” [{Span}]";
}
