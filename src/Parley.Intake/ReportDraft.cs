using Parley.Reports;

namespace Parley.Intake;

/// <summary>
/// What a reader of one format found, before it is a <see cref="Report"/>. Nothing in it is checked;
/// <see cref="ReportAssembler"/> does that for all formats alike.
/// </summary>
public sealed record ReportDraft
{
    /// <summary>The input's own id, such as a NewsArticle's <c>@id</c>.</summary>
    public string? SourceId { get; init; }

    /// <summary>Canonical address; where null, that of the origin is taken.</summary>
    public string? Url { get; init; }

    /// <summary>Who published it; where null, the host of the address is taken.</summary>
    public string? Outlet { get; init; }

    /// <summary>The headline.</summary>
    public string? Title { get; init; }

    /// <summary>The writers' names, without "By".</summary>
    public ImmutableArray<string> Byline { get; init; } = [];

    /// <summary>When it was published.</summary>
    public PartialDate? Published { get; init; }

    /// <summary>When it was last changed.</summary>
    public PartialDate? Modified { get; init; }

    /// <summary>The agency line that opens it, where the reader of the format already took it off the text.</summary>
    public Dateline? Dateline { get; init; }

    /// <summary>The language the input declares, as a BCP 47 tag; a hint only.</summary>
    public string? DeclaredLanguage { get; init; }

    /// <summary>The body's paragraphs in order; headings are paragraphs of their own. Blank ones are dropped.</summary>
    public ImmutableArray<string> Paragraphs { get; init; } = [];
}
