using System.Text.Json.Serialization;

namespace Parley.Reports.Findings;

/// <summary>How two sides were in touch.</summary>
public enum ContactMeans
{
    /// <summary>By telephone or the like.</summary>
    [JsonStringEnumMemberName("call")] Call,

    /// <summary>In one room.</summary>
    [JsonStringEnumMemberName("meeting")] Meeting,

    /// <summary>One came to the other.</summary>
    [JsonStringEnumMemberName("visit")] Visit,

    /// <summary>Something passed on.</summary>
    [JsonStringEnumMemberName("message")] Message,

    /// <summary>Negotiation.</summary>
    [JsonStringEnumMemberName("talks")] Talks,

    /// <summary>Anything else.</summary>
    [JsonStringEnumMemberName("other")] Other,
}

/// <summary>Two sides in touch, mediators included, or said not to be.</summary>
public sealed record Contact : Finding
{
    /// <summary>Canonical name of one side.</summary>
    public required string From { get; init; }

    /// <summary>Canonical name of the other.</summary>
    public required string To { get; init; }

    /// <summary>How.</summary>
    public ContactMeans Means { get; init; }

    /// <summary>False where the report says there was no such contact, or not yet.</summary>
    public bool Happened { get; init; }

    /// <summary>Whether it is still to come.</summary>
    public bool Planned { get; init; }

    /// <summary>When.</summary>
    public PartialRange? Date { get; init; }

    /// <summary>The words that tell it.</summary>
    public required Citation Evidence { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Citation> Citations() => [Evidence];
}
