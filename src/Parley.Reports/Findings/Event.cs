using System.Text.Json.Serialization;

namespace Parley.Reports.Findings;

/// <summary>Whether an event took place.</summary>
public enum EventStatus
{
    /// <summary>It did.</summary>
    [JsonStringEnumMemberName("happened")] Happened,

    /// <summary>It is to.</summary>
    [JsonStringEnumMemberName("planned")] Planned,

    /// <summary>It might.</summary>
    [JsonStringEnumMemberName("hypothetical")] Hypothetical,

    /// <summary>It is said not to have.</summary>
    [JsonStringEnumMemberName("denied")] Denied,
}

/// <summary>A place on the map.</summary>
/// <param name="Name">Its usual English name.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="GeonamesId">Its number in GeoNames, where it has one.</param>
public sealed record Place(string Name, double? Latitude, double? Longitude, long? GeonamesId);

/// <summary>Who did what to whom, coded to PLOVER and CAMEO.</summary>
public sealed record Event : Finding
{
    /// <summary>PLOVER type, such as <c>ASSAULT</c>.</summary>
    public required string Type { get; init; }

    /// <summary>PLOVER mode, in plain words.</summary>
    public string? Mode { get; init; }

    /// <summary>CAMEO code.</summary>
    public string? Cameo { get; init; }

    /// <summary>Canonical names of the actors.</summary>
    public ImmutableArray<string> By { get; init; } = [];

    /// <summary>Canonical names of the recipients.</summary>
    public ImmutableArray<string> Against { get; init; } = [];

    /// <summary>The words that name the actors.</summary>
    public ImmutableArray<Citation> ByMentions { get; init; } = [];

    /// <summary>The words that name the recipients.</summary>
    public ImmutableArray<Citation> AgainstMentions { get; init; } = [];

    /// <summary>When.</summary>
    public PartialRange? Date { get; init; }

    /// <summary>Where.</summary>
    public Place? Place { get; init; }

    /// <summary>Whether it took place.</summary>
    public EventStatus Status { get; init; }

    /// <summary>Id of the statement that reports it; null where the report itself does.</summary>
    public string? Statement { get; init; }

    /// <summary>The words that tell it.</summary>
    public required Citation Evidence { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Citation> Citations() => [Evidence, .. ByMentions, .. AgainstMentions];
}
