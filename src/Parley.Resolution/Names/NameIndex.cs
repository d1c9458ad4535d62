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

/// <summary>Which actors a name may mean, whatever its case, accents, hyphens and apostrophes. Immutable to those who ask, and safe for many threads.</summary>
public sealed class NameIndex
{
    private readonly ImmutableArray<Actor> _actors;
    private readonly ActorNames _names;

    /// <summary>What was found before, by the number of the folded name; each is made when it is first asked for.</summary>
    private readonly NamedActor[]?[] _found;

    /// <summary>Indexes all names of <paramref name="actors"/>.</summary>
    public NameIndex(ActorSet actors)
        : this(actors, ActorNames.Of((actors ?? throw new ArgumentNullException(nameof(actors))).All))
    {
    }

    /// <summary>Takes the names of <paramref name="actors"/> as they were stored.</summary>
    internal NameIndex(ActorSet actors, ActorNames names) => (_actors, _names, _found) = (actors.All, names, new NamedActor[]?[names.Folded.Count]);

    /// <summary>The actors that <paramref name="name"/> may mean, in the order of their files.</summary>
    public ReadOnlySpan<NamedActor> Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var prefixes = NameFolding.Prefixes(name);
        return prefixes.IsEmpty ? [] : Find(prefixes[^1]);
    }

    /// <summary>The actors of a folded name's hash.</summary>
    internal ReadOnlySpan<NamedActor> Find(ulong hash)
    {
        var index = _names.Folded.IndexOf(hash);
        return index < 0 ? [] : _found[index] ?? Make(index);
    }

    /// <summary>Whether a longer name begins with the words of this hash.</summary>
    internal bool IsPrefix(ulong hash) => _names.Folded.IsPrefix(hash);

    /// <summary>Threads that ask at the same time may each make the array: all are alike.</summary>
    private NamedActor[] Make(int index)
    {
        var entries = _names.Folded.EntriesOf(index);
        var found = new NamedActor[entries.Length];
        for (var i = 0; i < found.Length; i++)
            found[i] = _names.Find(entries[i], _actors);
        return _found[index] = found;
    }
}
