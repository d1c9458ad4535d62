using Parley.Reports;
using Parley.Resolution.Actors;

namespace Parley.Resolution.Tests;

public sealed class ActorFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parley-actors-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("  - name: Freedonia\n    kind: state\n    source: own\n", null, 0, "")]
    [InlineData("  - name: Freedonia\n    kind: stat\n    source: own\n", "PAR2103", 4, "there is no kind \"stat\"")]
    [InlineData("  - name: Freedonia\n    kind: state\n    source: other\n", "PAR2103", 6, "\"source\" is none of the file's sources")]
    [InlineData("  - name: Freedonia\n    kind: state\n    adjectivs: [Freedonian]\n    source: own\n", "PAR2103", 6, "there is no field \"adjectivs\"")]
    [InlineData("  - kind: state\n    source: own\n", "PAR2103", 4, "\"name\" is missing")]
    [InlineData("  - name: Freedonia\n    kind: state\n    names: Republic\n    source: own\n", "PAR2103", 6, "\"names\" is no list")]
    [InlineData("  - name: Freedonia\n    kind: state\n    from: 19888\n    source: own\n", "PAR2106", 6, "\"from\" is no year, month or day: 19888")]
    [InlineData("  - name: Freedonia\n    kind: state\n    from: 1990\n    to: 1980\n    source: own\n", "PAR2106", 4, "from 1990 is after to 1980")]
    [InlineData("  - name: Freedonia\n    kind: state\n    source: own\n  - name: Freedonia\n    kind: state\n    source: own\n", "PAR2104", 7, "\"Freedonia\", as at ")]
    [InlineData("  - name: Army\n    kind: armed-forces\n    acts-for: Sylvania\n    source: own\n", "PAR2105", 4, "\"Sylvania\" of \"Army\"")]
    [InlineData("  - name: Army\n    kind: armed-forces\n    acts-for: Army\n    source: own\n", "PAR2103", 4, "\"Army\" acts in the end for itself")]
    [InlineData("  - name: Rufus Firefly\n    kind: person\n    born: 1990\n    roles:\n      - { role: president, of: Rufus Firefly, from: 1980 }\n    source: own\n", "PAR2106", 4, "president from 1980, born 1990")]
    [InlineData("  - name: Freedonia\n    kind: [state\n", "PAR2102", 6, "")]
    public void AWrongEntryIsRefusedWithFileLineAndFault(string entries, string? code, int line, string detail)
    {
        var path = Path.Combine(_folder.FullName, "own.yaml");
        File.WriteAllText(path, "sources:\n  own: a test\nactors:\n" + entries);
        var faults = new List<Fault>();
        var set = ActorSet.Of(ActorFiles.Read(_folder.FullName, faults), faults);
        if (code is null)
        {
            Assert.Empty(faults);
            Assert.NotNull(set.Find("Freedonia"));
            return;
        }

        var fault = Assert.Single(faults);
        Assert.Equal(code, fault.Code.Id);
        Assert.Equal($"{path}:{line}", fault.Where);
        Assert.StartsWith(detail, fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderThatIsNotThereIsAFault()
    {
        var faults = new List<Fault>();
        Assert.Empty(ActorFiles.Read(Path.Combine(_folder.FullName, "none"), faults));
        Assert.Equal("PAR2101", Assert.Single(faults).Code.Id);
    }

    [Fact]
    public void AUsersEntryStandsInForOursAndAddsToThem()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "own.yaml"),
            "sources:\n  own: a test\nactors:\n  - { name: Israel, kind: state, names: [Zion], source: own }\n  - { name: Quiet Brigade, kind: armed-group, country: Israel, source: own }\n");
        var faults = new List<Fault>();
        var set = Knowledge.BuiltIn.Actors.With(ActorFiles.Read(_folder.FullName, faults), faults);
        Assert.Empty(faults);
        Assert.Equal("Zion", Assert.Single(set.Find("Israel")!.Names).Name);
        Assert.Equal("Israel", set.Find("Quiet Brigade")!.Country);
        Assert.Equal(Knowledge.BuiltIn.Actors.All.Length + 1, set.All.Length);
        Assert.Equal("Israel", set.PartyOf(set.Find("Israel Defense Forces")!).Name);
    }

    [Fact]
    public void APartActsForWhatItStandsUnder()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "own.yaml"),
            "sources:\n  own: a test\nactors:\n  - name: Freedonia\n    kind: state\n    source: own\n    parts:\n      - { name: Freedonian Guard, kind: armed-forces }\n");
        var faults = new List<Fault>();
        var set = ActorSet.Of(ActorFiles.Read(_folder.FullName, faults), faults);
        Assert.Empty(faults);
        Assert.Equal("Freedonia", set.PartyOf(set.Find("Freedonian Guard")!).Name);
        Assert.Equal("Freedonia", set.Find("Freedonian Guard")!.Country);
    }
}
