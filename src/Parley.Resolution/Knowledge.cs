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
    // Asked for by few reports, so made when it is.
    private readonly Lazy<Dictionary<string, List<(Role Role, Actor Person)>>> _holdersByWord;
    private readonly Dictionary<string, List<Actor>> _governments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(Role Role, Actor Person)>> _holders = new(StringComparer.Ordinal);

    /// <summary>Joins what was read.</summary>
    public Knowledge(ActorSet actors, ImmutableArray<Conflict> conflicts, PlaceIndex places)
        : this(actors, new NameIndex(actors), conflicts, places)
    {
    }

    private Knowledge(ActorSet actors, NameIndex names, ImmutableArray<Conflict> conflicts, PlaceIndex places)
    {
        ArgumentNullException.ThrowIfNull(actors);
        ArgumentNullException.ThrowIfNull(places);
        (Actors, Names, Conflicts, Places) = (actors, names, conflicts, places);
        _holdersByWord = new(() => ByWord(actors));
        foreach (var conflict in conflicts)
            AddOpponents(conflict);
        foreach (var person in actors.All)
        {
            if (person is { Kind: ActorKind.GovernmentBody, ActsFor: null, Country: { } state })
                Under(_governments, state).Add(person);
            if (person.Kind != ActorKind.Person)
                continue;
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

    /// <summary>Governments of a state that do not count as the state itself, as where two rule: by canonical name of the state.</summary>
    public IEnumerable<Actor> GovernmentsOf(string state) => _governments.TryGetValue(state, out var governments) ? governments : [];

    /// <summary>The offices in which people speak for <paramref name="party"/>.</summary>
    public IReadOnlyList<(Role Role, Actor Person)> HoldersOf(string party) => _holders.TryGetValue(party, out var holders) ? holders : [];

    /// <summary>The offices whose title holds <paramref name="word"/>, in whatever case, by whoever held them; in the order of the files.</summary>
    public IReadOnlyList<(Role Role, Actor Person)> HoldersByWord(string word) => _holdersByWord.Value.TryGetValue(word, out var holders) ? holders : [];

    private static Dictionary<string, List<(Role Role, Actor Person)>> ByWord(ActorSet actors)
    {
        var byWord = new Dictionary<string, List<(Role Role, Actor Person)>>(StringComparer.OrdinalIgnoreCase);
        foreach (var person in actors.All)
        {
            foreach (var role in person.Roles)
            {
                // Words that a hyphen parts count by themselves and together.
                foreach (var word in role.Title.Split(' ', '-').Concat(role.Title.Split(' ')).Distinct(StringComparer.OrdinalIgnoreCase))
                    Under(byWord, word).Add((role, person));
            }
        }

        return byWord;
    }

    private static Knowledge ReadBuiltIn()
    {
        var (all, conflicts, names) = FactFile.Read(Resource("actors.bin"));
        var actors = new ActorSet(all);
        return new Knowledge(actors, new NameIndex(actors, names), conflicts, PlaceFile.Read(Resource("places.bin")));
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
        // Plain loops: what LINQ makes of lists of lists takes the runtime longer to compile than all conflicts take to read.
        var sides = conflict.Sides;
        for (var i = 0; i < sides.Length; i++)
        {
            foreach (var actor in sides[i])
            {
                var opponents = Under(_opponents, actor);
                for (var j = 0; j < sides.Length; j++)
                {
                    if (j != i)
                        AddNew(opponents, sides[j]);
                }
            }
        }
    }

    private static void AddNew(List<string> opponents, ImmutableArray<string> side)
    {
        foreach (var other in side)
        {
            if (!opponents.Contains(other))
                opponents.Add(other);
        }
    }

    private static List<T> Under<T>(Dictionary<string, List<T>> lists, string key)
    {
        if (!lists.TryGetValue(key, out var list))
            lists.Add(key, list = []);
        return list;
    }
}
