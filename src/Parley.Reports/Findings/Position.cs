using System.Text.Json.Serialization;

namespace Parley.Reports.Findings;

/// <summary>Where a party stands on a halt.</summary>
public enum Stance
{
    /// <summary>Has agreed to, or entered, a halt.</summary>
    [JsonStringEnumMemberName("agreed")] Agreed,

    /// <summary>Says it would.</summary>
    [JsonStringEnumMemberName("ready")] Ready,

    /// <summary>Weighs one.</summary>
    [JsonStringEnumMemberName("considering")] Considering,

    /// <summary>Only if.</summary>
    [JsonStringEnumMemberName("conditional")] Conditional,

    /// <summary>Has not answered.</summary>
    [JsonStringEnumMemberName("silent")] Silent,

    /// <summary>Turns a halt down.</summary>
    [JsonStringEnumMemberName("rejects")] Rejects,

    /// <summary>Vows to fight on without addressing an offer.</summary>
    [JsonStringEnumMemberName("continues")] Continues,
}

/// <summary>Where one party stands at the report's end; one a party.</summary>
public sealed record Position : Finding
{
    /// <summary>Canonical name.</summary>
    public required string Party { get; init; }

    /// <summary>Where it stands.</summary>
    public Stance Stance { get; init; }

    /// <summary>The words that tell it.</summary>
    public required Citation Evidence { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Citation> Citations() => [Evidence];
}
