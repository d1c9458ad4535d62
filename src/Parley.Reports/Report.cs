using System.Text.Json.Serialization;

namespace Parley.Reports;

/// <summary>
/// A news report as published: an immutable text and what its page says about it. Every
/// finding cites this text, so it is never changed once made; a corrected page is another report.
/// </summary>
/// <remarks>
/// The JSON is that of the output's <c>report</c> field; <see cref="Modified"/> and
/// <see cref="Dateline"/> are kept in the ledger but are no part of it.
/// </remarks>
public sealed record Report
{
    /// <summary>Makes a report of <paramref name="text"/>: paragraphs parted by one blank line, not empty.</summary>
    /// <exception cref="ArgumentException">The text is empty, has a carriage return, or a paragraph is blank.</exception>
    public Report(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new ArgumentException("A report has a text.", nameof(text));
        if (text.Contains('\r', StringComparison.Ordinal) || text.Contains("\n\n\n", StringComparison.Ordinal))
            throw new ArgumentException("Paragraphs are parted by exactly one blank line.", nameof(text));
        Text = text;
    }

    /// <summary>A hash of the content: the same for the same report however it came in. See <see cref="ReportId"/>.</summary>
    /// <remarks>Computed at each call: a record's copy made by <c>with</c> would carry a remembered id along.</remarks>
    public string Id => ReportId.Of(this);

    /// <summary>The path read, where there is one.</summary>
    public string? File { get; init; }

    /// <summary>The input's own id, such as a NewsArticle's <c>@id</c>, where there is one.</summary>
    public string? SourceId { get; init; }

    /// <summary>Its canonical address.</summary>
    public string? Url { get; init; }

    /// <summary>Who published it.</summary>
    public Outlet? Outlet { get; init; }

    /// <summary>Its headline.</summary>
    public string? Title { get; init; }

    /// <summary>The names of its writers, in order; may be empty.</summary>
    public ImmutableArray<string> Byline { get; init; } = [];

    /// <summary>The moment it was published, no more precise than told; relative dates count from it.</summary>
    public PartialDate? Published { get; init; }

    /// <summary>When it was last changed, as its page says.</summary>
    [JsonIgnore]
    public PartialDate? Modified { get; init; }

    /// <summary>The agency line that opens it.</summary>
    [JsonIgnore]
    public Dateline? Dateline { get; init; }

    /// <summary>ISO 639-1 code of its language; null where the text is too short to tell.</summary>
    public string? Language { get; init; }

    /// <summary>The body; paragraphs parted by one blank line. Curly quotes and no-break spaces are as published.</summary>
    public string Text { get; }

    /// <summary>Cites <paramref name="span"/> of the text.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span reaches past the text.</exception>
    public Citation Cite(Span span) => Citation.Of(Text, span);
}
