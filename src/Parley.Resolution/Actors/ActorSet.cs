using Parley.Reports;

namespace Parley.Resolution.Actors;

/// <summary>The actors that are known, found by canonical name. Immutable.</summary>
public sealed class ActorSet
{
    private readonly Dictionary<string, int> _byName;
    private readonly int[] _parties;

    internal ActorSet(ImmutableArray<Actor> actors)
    {
        All = actors;
        _byName = new Dictionary<string, int>(actors.Length, StringComparer.Ordinal);
        for (var i = 0; i < actors.Length; i++)
            _byName.Add(actors[i].Name, i);
        _parties = new int[actors.Length];
        for (var i = 0; i < actors.Length; i++)
            _parties[i] = FindParty(i);
    }

    /// <summary>All actors, in the order of their files.</summary>
    public ImmutableArray<Actor> All { get; }

    /// <summary>The actor of a canonical name; null where there is none.</summary>
    public Actor? Find(string name) => _byName.TryGetValue(name, out var index) ? All[index] : null;

    /// <summary>
    /// The actor that <paramref name="actor"/> counts as: itself, or what it acts for in the end. A person's party depends on the office
    /// held, so a person counts as itself here.
    /// </summary>
    public Actor PartyOf(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return _byName.TryGetValue(actor.Name, out var index) ? All[_parties[index]] : actor;
    }

    /// <summary>Checks that names are unique and that every reference has its entry, and joins the actors; what is wrong is left out.</summary>
    /// <param name="read">What files gave.</param>
    /// <param name="faults">What is wrong is added here.</param>
    public static ActorSet Of(IReadOnlyList<LocatedActor> read, List<Fault> faults) => Of(read, null, faults);

    /// <summary>This set with a user's own actors, which stand in for those of the same name.</summary>
    /// <param name="own">What the user's files gave.</param>
    /// <param name="faults">What is wrong is added here.</param>
    public ActorSet With(IReadOnlyList<LocatedActor> own, List<Fault> faults) => Of(own, this, faults);

    private static ActorSet Of(IReadOnlyList<LocatedActor> read, ActorSet? below, List<Fault> faults)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(faults);
        var where = new Dictionary<string, string>(StringComparer.Ordinal);
        var own = new List<LocatedActor>();
        foreach (var entry in read)
        {
            if (where.TryAdd(entry.Actor.Name, entry.Where))
                own.Add(entry);
            else
                faults.Add(new Fault(ResolutionFaults.Twice, entry.Where, $"\"{entry.Actor.Name}\", as at {where[entry.Actor.Name]}"));
        }

        bool Knows(string name) => where.ContainsKey(name) || below?.Find(name) is not null;
        var actors = ImmutableArray.CreateBuilder<Actor>();
        if (below is not null)
            actors.AddRange(below.All.Where(actor => !where.ContainsKey(actor.Name)));
        foreach (var (actor, at) in own)
        {
            foreach (var missing in References(actor).Where(name => !Knows(name)).Distinct())
                faults.Add(new Fault(ResolutionFaults.NoSuchActor, at, $"\"{missing}\" of \"{actor.Name}\""));
            actors.Add(actor with
            {
                ActsFor = actor.ActsFor is { } name && Knows(name) ? name : null,
                PartOf = [.. actor.PartOf.Where(Knows)],
                Country = actor.Country is { } country && Knows(country) ? country : null,
                Roles = [.. actor.Roles.Where(role => Knows(role.Of))],
            });
        }

        var set = new ActorSet(actors.ToImmutable());
        foreach (var (actor, at) in own.Where(entry => set.IsCircular(entry.Actor)))
            faults.Add(new Fault(ResolutionFaults.BadEntry, at, $"\"{actor.Name}\" acts in the end for itself"));
        return set;
    }

    private static IEnumerable<string> References(Actor actor)
    {
        if (actor.ActsFor is { } whole)
            yield return whole;
        if (actor.Country is { } country)
            yield return country;
        foreach (var name in actor.PartOf)
            yield return name;
        foreach (var role in actor.Roles)
            yield return role.Of;
    }

    private bool IsCircular(Actor actor)
    {
        var at = actor;
        for (var steps = 0; at.ActsFor is { } next && Find(next) is { } whole; steps++, at = whole)
        {
            if (steps > All.Length)
                return true;
        }

        return false;
    }

    private int FindParty(int index)
    {
        for (var steps = 0; steps < 16 && All[index].ActsFor is { } whole && _byName.TryGetValue(whole, out var next); steps++)
            index = next;
        return index;
    }
}
