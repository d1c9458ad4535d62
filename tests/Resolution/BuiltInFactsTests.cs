using Parley.Reports;
using Parley.Resolution.Actors;
using Parley.Resolution.Conflicts;
using Parley.Resolution.Files;

namespace Parley.Resolution.Tests;

/// <summary>The facts of <c>data/</c>: without fault, compiled as they are, and as many as promised.</summary>
public class BuiltInFactsTests
{
    internal static readonly string Root = FindRoot();

    [Fact]
    public void TheFilesAreWithoutFaultAndTheBuiltInFileIsCompiledFromThem()
    {
        var faults = new List<Fault>();
        var set = ActorSet.Of(ActorFiles.Read(Path.Combine(Root, "data", "actors"), faults), faults);
        var conflicts = ConflictFiles.Read(Path.Combine(Root, "data", "conflicts"), set, faults);
        Assert.Empty(faults.Select(static fault => fault.ToString()));
        using var builtIn = typeof(Knowledge).Assembly.GetManifestResourceStream("actors.bin")!;
        var bytes = new byte[builtIn.Length];
        builtIn.ReadExactly(bytes);
        Assert.True(FactFile.Write(set.All, conflicts).AsSpan().SequenceEqual(bytes),
            "data/ has changed: dotnet run --project tools/Parley.Facts -- actors --data data --out src/Parley.Resolution/Data/actors.bin");
    }

    [Theory]
    [InlineData(ActorKind.State, 193)]
    [InlineData(ActorKind.ArmedGroup, 250)]
    [InlineData(ActorKind.Person, 1200)]
    [InlineData(ActorKind.Outlet, 200)]
    [InlineData(ActorKind.Format, 50)]
    public void ThereAreAsManyActorsAsPromised(ActorKind kind, int least) =>
        Assert.InRange(Knowledge.BuiltIn.Actors.All.Count(actor => actor.Kind == kind), least, int.MaxValue);

    [Fact]
    public void ThereAreAsManyConflictsAsPromised() => Assert.InRange(Knowledge.BuiltIn.Conflicts.Length, 60, int.MaxValue);

    [Theory]
    [InlineData("Israel Defense Forces", "Israel")]
    [InlineData("Qassam Brigades", "Hamas")]
    [InlineData("Palestinian Islamic Jihad", "Palestinian Islamic Jihad")]
    [InlineData("Sudanese Armed Forces", "Sudan")]
    [InlineData("United Nations Security Council", "United Nations")]
    [InlineData("UNHCR", "UNHCR")]
    public void APartCountsAsItsPartyAndAMemberAsItself(string name, string party) =>
        Assert.Equal(party, Knowledge.BuiltIn.Actors.PartyOf(Knowledge.BuiltIn.Actors.Find(name)!).Name);

    [Fact]
    public void NobodyActsForAPerson()
    {
        var actors = Knowledge.BuiltIn.Actors;
        Assert.DoesNotContain(actors.All, actor => actor.ActsFor is { } whole && actors.Find(whole)!.Kind == ActorKind.Person);
    }

    [Fact]
    public void EveryEntryNamesItsSource() => Assert.DoesNotContain(Knowledge.BuiltIn.Actors.All, static actor => string.IsNullOrEmpty(actor.Source));

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Parley.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder;
    }
}
