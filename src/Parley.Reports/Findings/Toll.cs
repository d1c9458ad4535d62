using System.Text.Json.Serialization;

namespace Parley.Reports.Findings;

/// <summary>What befell the people counted.</summary>
public enum TollOutcome
{
    /// <summary>Dead.</summary>
    [JsonStringEnumMemberName("killed")] Killed,

    /// <summary>Hurt.</summary>
    [JsonStringEnumMemberName("injured")] Injured,

    /// <summary>Not found.</summary>
    [JsonStringEnumMemberName("missing")] Missing,

    /// <summary>Driven from home.</summary>
    [JsonStringEnumMemberName("displaced")] Displaced,

    /// <summary>Arrested.</summary>
    [JsonStringEnumMemberName("detained")] Detained,

    /// <summary>Held as hostages or prisoners.</summary>
    [JsonStringEnumMemberName("held")] Held,

    /// <summary>Let go.</summary>
    [JsonStringEnumMemberName("released")] Released,
}

/// <summary>A count of people harmed, as one source has it. Never summed, never merged into one truth.</summary>
public sealed record Toll : Finding
{
    /// <summary>What befell them.</summary>
    public TollOutcome Outcome { get; init; }

    /// <summary>Canonical party or country they belong to.</summary>
    public string? Victims { get; init; }

    /// <summary>The word for the kind of people, such as <c>children</c>.</summary>
    public string? Who { get; init; }

    /// <summary>At least so many; null where the report sets no lower end.</summary>
    public long? Min { get; init; }

    /// <summary>At most so many; null where the report sets no upper end.</summary>
    public long? Max { get; init; }

    /// <summary>Whose count it is.</summary>
    public Citation? AccordingTo { get; init; }

    /// <summary>The time it covers.</summary>
    public PartialRange? Period { get; init; }

    /// <summary>The words that tell it.</summary>
    public required Citation Evidence { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Citation> Citations() => Present(AccordingTo, Evidence);
}
