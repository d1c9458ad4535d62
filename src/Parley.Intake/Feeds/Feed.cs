using System.Globalization;
using Parley.Reports;

namespace Parley.Intake.Feeds;

/// <summary>A feed as read: RSS 0.9x, 1.0, 2.0, Atom 0.3, 1.0 (RFC 4287) or JSON Feed 1.0, 1.1.</summary>
public sealed record Feed
{
    /// <summary>Its title without markup; null where it has none.</summary>
    public string? Title { get; init; }

    /// <summary>The page that it is the feed of; null where it names none.</summary>
    public Uri? Home { get; init; }

    /// <summary>The language it declares, as a BCP 47 tag; null where it declares none.</summary>
    public string? Language { get; init; }

    /// <summary>Its entries, in its own order.</summary>
    public ImmutableArray<FeedEntry> Entries { get; init; } = [];

    /// <summary>How many entries beyond <see cref="IntakeLimits.FeedEntries"/> were passed over.</summary>
    public long PassedOver { get; init; }

    /// <summary>Why it has no more entries where it breaks off; null where it is whole.</summary>
    public Fault? Cut { get; init; }
}

/// <summary>One entry.</summary>
/// <param name="Number">Its place in the feed, from 1.</param>
/// <param name="Draft">What the feed says of it, without paragraphs.</param>
/// <param name="Html">Its content, an HTML fragment; plain text comes escaped. Empty where it has none.</param>
public sealed record FeedEntry(int Number, ReportDraft Draft, string Html)
{
    /// <summary>The page it announces; null where it names none that is http or https.</summary>
    public Uri? Link { get; init; }

    /// <summary>
    /// Whether it holds no more than a short summary of what stands behind <see cref="Link"/>. True for a summary
    /// that is declared one (Atom and JSON Feed), for an RSS description shorter than
    /// <see cref="TeaserLength"/>, and for any content that ends in an ellipsis; false without a link.
    /// </summary>
    public bool IsTeaser { get; init; }

    /// <summary>Code units of text below which an RSS description is taken for a summary: some 150 words.</summary>
    public const int TeaserLength = 1000;

    /// <summary>The entry as material of the feed it came in.</summary>
    public EntryMaterial ToMaterial(Origin feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        var origin = feed with { Part = string.Create(CultureInfo.InvariantCulture, $"entry {Number}") };
        return new EntryMaterial(origin, Draft, Html);
    }
}
