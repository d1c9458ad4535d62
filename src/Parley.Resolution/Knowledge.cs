using Parley.Resolution.Actors;
using Parley.Resolution.Conflicts;
using Parley.Resolution.Files;
using Parley.Resolution.Names;
using Parley.Resolution.Places;

namespace Parley.Resolution;

/// <summary>What is known of the world: actors, their names and conflicts. Immutable, safe for many threads; make one and share it.</summary>
public sealed class Knowledge
{
    private readonly Dictionary<string, List<string>> _opponents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(Role Role, Actor Person)>> _holders = new(StringComparer.Ordinal);

    /// <summary>Joins what was read.</summary>
    public Knowledge(ActorSet actors, ImmutableArray<Conflict> conflicts, PlaceIndex places)
    {
        ArgumentNullException.ThrowIfNull(actors);
        ArgumentNullException.ThrowIfNull(places);
        (Actors, Conflicts, Places) = (actors, conflicts, places);
        Names = new NameIndex(actors);
        foreach (var conflict in conflicts)
            AddOpponents(conflict);
        foreach (var person in actors.All.Where(static actor => actor.Kind == ActorKind.Person))
        {
            foreach (var role in person.Roles)
                Under(_holders, actors.Find(role.Of) is { } of ? actors.PartyOf(of).Name : role.Of).Add((role, person));
        }
    }

    /// <summary>The actors.</summary>
    public ActorSet Actors { get; }

    /// <summary>Who may be meant by a name.</summary>
    public NameIndex Names { get; }

    /// <summary>Where a name may be.</summary>
    public PlaceIndex Places { get; }

    /// <summary>The conflicts.</summary>
    public ImmutableArray<Conflict> Conflicts { get; }

    /// <summary>The facts that are built in; read once.</summary>
    public static Knowledge BuiltIn { get; } = ReadBuiltIn();

    /// <summary>Canonical names of those on other sides of the conflicts that <paramref name="party"/> is a side of.</summary>
    public IReadOnlyList<string> OpponentsOf(string party) => _opponents.TryGetValue(party, out var others) ? others : [];

    /// <summary>The offices in which people speak for <paramref name="party"/>.</summary>
    public IReadOnlyList<(Role Role, Actor Person)> HoldersOf(string party) => _holders.TryGetValue(party, out var holders) ? holders : [];

    private static Knowledge ReadBuiltIn()
    {
        var (actors, conflicts) = FactFile.Read(Resource("actors.bin"));
        return new Knowledge(new ActorSet(actors), conflicts, new PlaceIndex(PlaceFile.Read(Resource("places.bin"))));
    }

    private static byte[] Resource(string name)
    {
        using var stream = typeof(Knowledge).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not built in.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private void AddOpponents(Conflict conflict)
    {
        foreach (var side in conflict.Sides)
        {
            foreach (var actor in side)
            {
                foreach (var other in conflict.Sides.Where(other => other != side).SelectMany(static other => other))
                {
                    if (!Under(_opponents, actor).Contains(other))
                        Under(_opponents, actor).Add(other);
                }
            }
        }
    }

    private static List<T> Under<T>(Dictionary<string, List<T>> lists, string key)
    {
        if (!lists.TryGetValue(key, out var list))
            lists.Add(key, list = []);
        return list;
    }
}
