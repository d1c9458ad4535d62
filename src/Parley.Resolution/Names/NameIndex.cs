using Parley.Resolution.Actors;

namespace Parley.Resolution.Names;

/// <summary>How a name speaks of an actor.</summary>
public enum NameUse
{
    /// <summary>It is the actor's name.</summary>
    Name,

    /// <summary>The adjective of it.</summary>
    Adjective,

    /// <summary>Its people.</summary>
    People,

    /// <summary>Its capital.</summary>
    Capital,

    /// <summary>A building, street or quarter that stands for it.</summary>
    Seat,

    /// <summary>The last word of a person's name, which may be anybody's.</summary>
    Surname,
}

/// <summary>An actor that a name may mean.</summary>
/// <param name="Actor">The actor.</param>
/// <param name="Name">The name as its entry writes it.</param>
/// <param name="Use">How the name speaks of it.</param>
/// <param name="Used">When the name was in use.</param>
public readonly record struct NamedActor(Actor Actor, string Name, NameUse Use, DateSpan Used)
{
    /// <summary>Whether it is a name in capitals only, matched as it is written.</summary>
    public bool IsAcronym { get; } = !Name.Any(char.IsLower);
}

/// <summary>Which actors a name may mean, whatever its case, accents, hyphens and apostrophes. Immutable, and safe for many threads.</summary>
public sealed class NameIndex
{
    /// <summary>Letters that a word needs to be a surname by itself.</summary>
    private const int LeastSurname = 3;

    private readonly Dictionary<ulong, NamedActor[]> _entries = [];
    private readonly HashSet<ulong> _prefixes = [];

    /// <summary>Indexes all names of <paramref name="actors"/>.</summary>
    public NameIndex(ActorSet actors)
    {
        ArgumentNullException.ThrowIfNull(actors);
        foreach (var actor in actors.All)
        {
            // What tells two of one name apart stands in brackets.
            Add(actor, actor.Name.IndexOf(" (", StringComparison.Ordinal) is > 0 and var end ? actor.Name[..end] : actor.Name, NameUse.Name, default);
            foreach (var name in actor.Names)
                Add(actor, name.Name, NameUse.Name, name.Used);
            foreach (var adjective in actor.Adjectives)
                Add(actor, adjective, NameUse.Adjective, default);
            foreach (var people in actor.People)
                Add(actor, people, NameUse.People, default);
            if (actor.Kind == ActorKind.Person)
                AddSurname(actor);
            if (actor.Capital is { } capital)
                Add(actor, capital, NameUse.Capital, default);
            foreach (var seat in actor.Seats)
                Add(actor, seat, NameUse.Seat, default);
        }
    }

    /// <summary>The actors that <paramref name="name"/> may mean, in the order of their files.</summary>
    public ReadOnlySpan<NamedActor> Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var prefixes = NameFolding.Prefixes(name);
        return prefixes.IsEmpty ? [] : Find(prefixes[^1]);
    }

    /// <summary>The actors of a folded name's hash.</summary>
    internal ReadOnlySpan<NamedActor> Find(ulong hash) => _entries.TryGetValue(hash, out var found) ? found : [];

    /// <summary>Whether a longer name begins with the words of this hash.</summary>
    internal bool IsPrefix(ulong hash) => _prefixes.Contains(hash);

    private void AddSurname(Actor person)
    {
        var name = person.Name.IndexOf(" (", StringComparison.Ordinal) is > 0 and var end ? person.Name[..end] : person.Name;
        if (name.LastIndexOfAny([' ', '-']) is > 0 and var space && name.Length - space > LeastSurname && char.IsUpper(name[space + 1]))
            Add(person, name[(space + 1)..], NameUse.Surname, default);
    }

    private void Add(Actor actor, string name, NameUse use, DateSpan used)
    {
        // "The Guardian" needs its article; "the New York Times" does not.
        if (name.StartsWith("The ", StringComparison.OrdinalIgnoreCase) && name.AsSpan(4).Contains(' '))
            name = name[4..];
        var prefixes = NameFolding.Prefixes(name);
        if (prefixes.IsEmpty)
            return;
        foreach (var prefix in prefixes.AsSpan()[..^1])
            _prefixes.Add(prefix);
        ref var found = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_entries, prefixes[^1], out _);
        found ??= [];
        var same = Array.FindIndex(found, other => ReferenceEquals(other.Actor, actor) && other.Use <= use);
        if (same < 0)
            found = [.. found, new NamedActor(actor, name, use, used)];
        else if (found[same].Use == use && found[same].Used == used && name.Count(char.IsUpper) < found[same].Name.Count(char.IsUpper))
            found[same] = new NamedActor(actor, name, use, used); // The spelling that allows for more.
    }
}
