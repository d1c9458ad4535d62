namespace Parley.Resolution.Actors;

/// <summary>
/// Someone or something that acts in the news: a state, group, organisation, outlet or person. Other actors are referred to by their
/// canonical names; <see cref="ActorSet"/> finds them.
/// </summary>
public sealed record Actor
{
    /// <summary>The canonical name, unique in its <see cref="ActorSet"/>; where two people share one, with a country in brackets.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required ActorKind Kind { get; init; }

    /// <summary>What else it is called.</summary>
    public ImmutableArray<DatedName> Names { get; init; } = [];

    /// <summary>The adjectives of it: <c>Israeli</c>.</summary>
    public ImmutableArray<string> Adjectives { get; init; } = [];

    /// <summary>Its people, a plural: <c>Israelis</c>.</summary>
    public ImmutableArray<string> People { get; init; } = [];

    /// <summary>The town whose name may stand for it.</summary>
    public string? Capital { get; init; }

    /// <summary>Buildings and streets that stand for it: <c>Kremlin</c>.</summary>
    public ImmutableArray<string> Seats { get; init; } = [];

    /// <summary>Of a state, its ISO 3166 code of three letters.</summary>
    public string? Code { get; init; }

    /// <summary>The actor that it counts as; null where it counts as itself.</summary>
    public string? ActsFor { get; init; }

    /// <summary>Alliances and organisations that it belongs to without counting as them.</summary>
    public ImmutableArray<string> PartOf { get; init; } = [];

    /// <summary>Where it is at home; of a person, the nationality.</summary>
    public string? Country { get; init; }

    /// <summary>When it existed; of a person, born and died.</summary>
    public DateSpan Existed { get; init; }

    /// <summary>Of a person, the offices held.</summary>
    public ImmutableArray<Role> Roles { get; init; } = [];

    /// <summary>Where the facts are from.</summary>
    public string? Source { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A name that an actor goes by, always or for some time.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Used">When it was in use; what is not known is open.</param>
public readonly record struct DatedName(string Name, DateSpan Used);

/// <summary>An office that a person held.</summary>
/// <param name="Title">In small letters, as a report says it: <c>prime minister</c>.</param>
/// <param name="Of">The canonical name of the actor that its holder speaks for.</param>
/// <param name="Held">When.</param>
public sealed record Role(string Title, string Of, DateSpan Held);
