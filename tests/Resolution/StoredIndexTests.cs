using Parley.Reports;
using Parley.Resolution.Actors;
using Parley.Resolution.Files;
using Parley.Resolution.Names;
using Parley.Resolution.Places;

namespace Parley.Resolution.Tests;

/// <summary>What the compiled files hold ready is what names give when they are folded one by one.</summary>
public class StoredIndexTests
{
    private static readonly Knowledge s_known = Knowledge.BuiltIn;

    [Fact]
    public void TheStoredIndexOfActorsFindsForAllNamesWhatAComputedOneFinds()
    {
        var computed = new NameIndex(s_known.Actors);
        foreach (var name in s_known.Actors.All.SelectMany(NamesOf))
        {
            Assert.Equal(computed.Find(name), s_known.Names.Find(name));
            Assert.All(NameFolding.Prefixes(name), prefix => Assert.Equal(computed.IsPrefix(prefix), s_known.Names.IsPrefix(prefix)));
        }
    }

    [Fact]
    public void EveryNameOfAnActorFindsItAndEveryBeginningOfOneIsAPrefix()
    {
        foreach (var actor in s_known.Actors.All)
        {
            // Brackets tell two of one name apart, and an article may be left out.
            foreach (var name in NamesOf(actor).Where(static name => !name.Contains(" (", StringComparison.Ordinal) && !name.StartsWith("The ", StringComparison.OrdinalIgnoreCase) && !NameFolding.Prefixes(name).IsEmpty))
            {
                Assert.Contains(s_known.Names.Find(name).ToArray(), found => ReferenceEquals(found.Actor, actor));
                Assert.All(NameFolding.Prefixes(name)[..^1], static prefix => Assert.True(s_known.Names.IsPrefix(prefix)));
            }
        }
    }

    [Fact]
    public void TheBuiltInPlacesHoldTheTablesAsTheyAre()
    {
        var faults = new List<Fault>();
        var tables = PlaceFile.ReadTables(Path.Combine(BuiltInFactsTests.Root, "data", "places"), faults);
        Assert.Empty(faults.Select(static fault => fault.ToString()));
        var builtIn = s_known.Places.All.TakeWhile(static place => place.GeonamesId == 0).Select(Written).ToArray();
        Assert.True(tables.Select(static place => Written(place.Place)).SequenceEqual(builtIn), "data/places has changed: its README.md says how it is compiled.");
        foreach (var (place, names) in tables)
            Assert.All(names.Append(place.Name), name => Assert.Contains(Written(place), s_known.Places.Find(name).ToArray().Select(Written)));
    }

    [Fact]
    public void StoredPlacesAreFoundInTheOrderInWhichTheyStoodWhereverTheyShareAName()
    {
        var order = s_known.Places.All.Index().ToDictionary(static pair => (object)pair.Item, static pair => pair.Index, ReferenceEqualityComparer.Instance);
        foreach (var sharing in s_known.Places.All.ToLookup(static place => NameFolding.Fold(place.Name)))
        {
            var found = s_known.Places.Find(sharing.Key).ToArray();
            Assert.Equal(sharing, found.Where(place => NameFolding.Fold(place.Name) == sharing.Key));
            Assert.Equal(found, found.OrderBy(place => order[place]));
        }
    }

    [Fact]
    public void FilesThatAreDamagedOrOfAnotherVersionAreRefused()
    {
        var file = FactFile.Write([new Actor { Name = "Freedonia", Kind = ActorKind.State }], []);
        Assert.Equal("Freedonia", Assert.Single(FactFile.Read(file).Actors).Name);
        Assert.Throws<InvalidDataException>(() => PlaceFile.Read(file));
        Assert.Throws<InvalidDataException>(() => FactFile.Read(file[..^1]));
        Assert.Throws<InvalidDataException>(() => FactFile.Read(file[..4]));
        file[^3] ^= 1;
        Assert.Throws<InvalidDataException>(() => FactFile.Read(file));
    }

    [Fact]
    public void AnIndexOfNothingFindsNothing()
    {
        var (actors, _, names) = FactFile.Read(FactFile.Write([], []));
        var index = new NameIndex(new ActorSet(actors), names);
        Assert.True(index.Find("Freedonia").IsEmpty);
        Assert.False(index.IsPrefix(NameFolding.HashOf("Freedonia")));
        Assert.True(PlaceFile.Read(PlaceFile.Write([])).Find("Freedonia").IsEmpty);
    }

    private static IEnumerable<string> NamesOf(Actor actor) =>
        [actor.Name, .. actor.Names.Select(static name => name.Name), .. actor.Adjectives, .. actor.People, .. actor.Seats, .. actor.Capital is { } capital ? [capital] : Array.Empty<string>()];

    private static string Written(Place place) => FormattableString.Invariant(
        $"{place.Name} {place.Kind} {string.Join('|', place.Countries)} {place.Latitude:F3} {place.Longitude:F3} {place.Radius} {place.Population} {place.Within}");
}
