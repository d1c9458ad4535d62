using Parley.Reports;

namespace Parley.Intake.Feeds;

/// <summary>A list of feeds, as feed readers exchange them.</summary>
public sealed record FeedList
{
    /// <summary>Its title; null where it has none.</summary>
    public string? Title { get; init; }

    /// <summary>Its feeds in order, each address once, whatever folders they stand in.</summary>
    public ImmutableArray<FeedReference> Feeds { get; init; } = [];

    /// <summary>What could not be used: outlines without a proper address, the rest of a list that breaks off or is too long.</summary>
    public ImmutableArray<Fault> Faults { get; init; } = [];
}

/// <summary>One feed of a list.</summary>
/// <param name="Url">The feed's address, http or https.</param>
/// <param name="Title">What the list calls it; null where it does not.</param>
/// <param name="Home">The page that it is the feed of; null where none is named that is http or https.</param>
public sealed record FeedReference(Uri Url, string? Title, Uri? Home);
