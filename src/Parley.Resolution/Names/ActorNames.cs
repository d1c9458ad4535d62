using System.Collections.Frozen;
using Parley.Reports.Data;
using Parley.Resolution.Actors;
using Parley.Resolution.Files;

namespace Parley.Resolution.Names;

/// <summary>The names of actors by their hashes, each as the number of its actor and its place among that actor's <see cref="NamesOf"/>.</summary>
internal sealed class ActorNames
{
    /// <summary>Letters that a word needs to be a surname by itself.</summary>
    private const int LeastSurname = 3;

    private static readonly FrozenSet<string> s_familyFirst = WordList.Words(typeof(ActorNames).Assembly, "name-orders.tsv", "family-first");

    private readonly int[] _actors;
    private readonly int[] _places;

    private ActorNames(FoldedNames folded, int[] actors, int[] places) => (Folded, _actors, _places) = (folded, actors, places);

    /// <summary>The numbers of the names by their hashes.</summary>
    public FoldedNames Folded { get; }

    /// <summary>Folds all names of <paramref name="actors"/>.</summary>
    public static ActorNames Of(ImmutableArray<Actor> actors)
    {
        var (owners, places, names) = (new List<int>(), new List<int>(), new List<(string Name, NameUse Use, DateSpan Used)>());
        var folded = new FoldedNamesBuilder();
        for (var number = 0; number < actors.Length; number++)
        {
            var place = -1;
            foreach (var name in NamesOf(actors[number]))
            {
                place++;
                if (folded.EntriesOf(name.Name) is not { } entries)
                    continue;
                var same = entries.FindIndex(other => owners[other] == number && names[other].Use <= name.Use);
                if (same >= 0)
                {
                    // Of two spellings the one with fewer capitals allows for more.
                    var other = entries[same];
                    if (names[other].Use == name.Use && names[other].Used == name.Used && name.Name.Count(char.IsUpper) < names[other].Name.Count(char.IsUpper))
                        (places[other], names[other]) = (place, name);
                    continue;
                }

                entries.Add(owners.Count);
                owners.Add(number);
                places.Add(place);
                names.Add(name);
            }
        }

        return new ActorNames(folded.Build(), [.. owners], [.. places]);
    }

    public static ActorNames Read(ColumnReader reader) => new(FoldedNames.Read(reader), reader.Read<int>(), reader.Read<int>());

    public void Write(ColumnWriter writer)
    {
        Folded.Write(writer);
        writer.Write<int>(_actors);
        writer.Write<int>(_places);
    }

    /// <summary>The name of a number, with its actor.</summary>
    public NamedActor Find(int number, ImmutableArray<Actor> actors)
    {
        var actor = actors[_actors[number]];
        var (name, use, used) = NamesOf(actor).ElementAt(_places[number]);
        return new NamedActor(actor, name, use, used);
    }

    /// <summary>All that an actor is called, always in the same order.</summary>
    private static IEnumerable<(string Name, NameUse Use, DateSpan Used)> NamesOf(Actor actor)
    {
        // What tells two of one name apart stands in brackets.
        var name = actor.Name.IndexOf(" (", StringComparison.Ordinal) is > 0 and var end ? actor.Name[..end] : actor.Name;
        yield return (WithoutArticle(name), NameUse.Name, default);
        foreach (var other in actor.Names)
            yield return (WithoutArticle(other.Name), NameUse.Name, other.Used);
        foreach (var adjective in actor.Adjectives)
            yield return (WithoutArticle(adjective), NameUse.Adjective, default);
        foreach (var people in actor.People)
            yield return (WithoutArticle(people), NameUse.People, default);
        if (actor.Kind == ActorKind.Person && SurnameOf(name, actor.Country) is { } surname)
            yield return (surname, NameUse.Surname, default);
        if (actor.Capital is { } capital)
            yield return (WithoutArticle(capital), NameUse.Capital, default);
        foreach (var seat in actor.Seats)
            yield return (WithoutArticle(seat), NameUse.Seat, default);
    }

    /// <summary>The last word of a name, or the first where the family's comes first; null for none that stands by itself.</summary>
    private static string? SurnameOf(string name, string? country)
    {
        if (country is not null && s_familyFirst.Contains(country))
            return name.IndexOf(' ', StringComparison.Ordinal) is > 1 and var end ? name[..end] : null;
        return name.LastIndexOfAny([' ', '-']) is > 0 and var space && name.Length - space > LeastSurname && char.IsUpper(name[space + 1]) ? name[(space + 1)..] : null;
    }

    /// <summary>"The Guardian" needs its article; "the New York Times" does not.</summary>
    private static string WithoutArticle(string name) =>
        name.StartsWith("The ", StringComparison.OrdinalIgnoreCase) && name.AsSpan(4).Contains(' ') ? name[4..] : name;
}
