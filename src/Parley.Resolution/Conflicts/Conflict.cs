using Parley.Resolution.Actors;

namespace Parley.Resolution.Conflicts;

/// <summary>Who fights, or threatens to fight, whom.</summary>
public sealed record Conflict
{
    /// <summary>The canonical name, unique.</summary>
    public required string Name { get; init; }

    /// <summary>What else reports call it.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>Names of the places where it is fought.</summary>
    public ImmutableArray<string> Region { get; init; } = [];

    /// <summary>Two sides and more, each the canonical names of its actors, the leading one first.</summary>
    public required ImmutableArray<ImmutableArray<string>> Sides { get; init; }

    /// <summary>Canonical names of those who usually mediate.</summary>
    public ImmutableArray<string> Mediators { get; init; } = [];

    /// <summary>Its spans of activity, each from its start to a halt.</summary>
    public ImmutableArray<Round> Rounds { get; init; } = [];

    /// <summary>From its first to its last violence.</summary>
    public DateSpan Lasted { get; init; }

    /// <summary>Where the facts are from.</summary>
    public string? Source { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A span of fighting.</summary>
/// <param name="Name">What reports call it; null where it has no name.</param>
/// <param name="Lasted">From its start to its halt.</param>
public readonly record struct Round(string? Name, DateSpan Lasted);
