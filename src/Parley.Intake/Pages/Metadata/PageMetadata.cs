using Parley.Reports;

namespace Parley.Intake.Pages.Metadata;

/// <summary>What a page says of its article, without the article.</summary>
internal sealed record PageMetadata
{
    /// <summary>The headline, without the site's name.</summary>
    public string? Title { get; init; }

    /// <summary>Who published it.</summary>
    public string? Outlet { get; init; }

    /// <summary>The writers' names, without "By".</summary>
    public ImmutableArray<string> Byline { get; init; } = [];

    /// <summary>When it was published, no more precise than told.</summary>
    public PartialDate? Published { get; init; }

    /// <summary>When it was last changed, no more precise than told.</summary>
    public PartialDate? Modified { get; init; }

    /// <summary>Its canonical address: absolute, http or https.</summary>
    public string? Url { get; init; }

    /// <summary>The language declared, as a BCP 47 tag.</summary>
    public string? Language { get; init; }

    /// <summary>The whole text as structured data give it, as one string; null where they give none.</summary>
    public string? ArticleBody { get; init; }
}
