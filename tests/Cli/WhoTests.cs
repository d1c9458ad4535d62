using System.Text.Json;

namespace Parley.Cli.Tests;

public sealed class WhoTests : IDisposable
{
    private readonly CliRun _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("2021-05", "prime minister of Israel, 2009-03-31 to 2021-06-13")]
    [InlineData("2021-07", "opposition leader of Israel, 2021-06-28 to 2022-12-29")]
    [InlineData("2023", "prime minister of Israel, since 2022-12-29")]
    public async Task AnOfficeIsTheOneHeldOnTheDay(string day, string office)
    {
        Assert.Equal(ExitCode.Done, await _cli.RunAsync(["who", "Netanyahu", "--as-of", day]));
        Assert.Equal("Benjamin Netanyahu (person)", _cli.Lines[0]);
        Assert.Contains(_cli.Lines, line => line.Trim() == $"office       {office}");
    }

    [Theory]
    [InlineData("the Egyptian foreign minister", "2021-05", "Sameh Shoukry", "Egypt")]
    [InlineData("the Qassam Brigades", "2021-05", "Qassam Brigades", "Hamas")]
    [InlineData("Islamic Jihad", "2021-05", "Palestinian Islamic Jihad", "Palestinian Islamic Jihad")]
    [InlineData("IDF", "2021-05", "Israel Defense Forces", "Israel")]
    public async Task APhraseIsResolvedAsAProgramReadsIt(string phrase, string day, string actor, string party)
    {
        Assert.Equal(ExitCode.Done, await _cli.RunAsync(["who", phrase, "--as-of", day, "--format", "json"]));
        using var json = JsonDocument.Parse(_cli.Out);
        Assert.Equal(actor, json.RootElement.GetProperty("actor").GetString());
        Assert.Equal(party, json.RootElement.GetProperty("party").GetString());
    }

    [Fact]
    public async Task ANameThatNobodyBearsEndsWithOneAndSaysSo()
    {
        Assert.Equal(ExitCode.Partly, await _cli.RunAsync(["who", "Zzyzx Quibble", "--as-of", "2021-05"]));
        Assert.Contains("Nobody known goes by \"Zzyzx Quibble\"", _cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnesOwnActorsAreKnownAndAWrongEntryIsToldWithItsLine()
    {
        var path = _cli.Write("own/own.yaml", "sources: { own: a test }\nactors:\n  - { name: Quiet Brigade, kind: armed-group, source: own }\n");
        var folder = Path.GetDirectoryName(path)!;
        Assert.Equal(ExitCode.Done, await _cli.RunAsync(["who", "the Quiet Brigade", "--actors", folder]));
        Assert.Equal("Quiet Brigade (armed-group)", _cli.Lines[0]);
        File.AppendAllText(path, "  - { name: Loud Brigade, kind: brigade, source: own }\n");
        Assert.Equal(ExitCode.Nothing, await _cli.RunAsync(["who", "the Quiet Brigade", "--actors", folder]));
        Assert.Contains($"PAR2103 {path}:4", _cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReportIsReadAgainWithOnesOwnActorsAndKnowsThem()
    {
        var actors = Path.GetDirectoryName(_cli.Write("own/own.yaml", "sources: { own: a test }\nactors:\n  - { name: Silent Brigade, names: [Quiet Brigade], kind: armed-group, source: own }\n"))!;
        var report = _cli.Write("report.txt", "A long road led north.\n\nThe Quiet Brigade said the truce was near and its men would hold their fire.\n");
        Assert.Equal(ExitCode.Done, await _cli.RunOnLedgerAsync("read", report, "--format", "jsonl"));
        Assert.DoesNotContain("\"actor\":\"Silent Brigade\"", _cli.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, await _cli.RunOnLedgerAsync("read", report, "--format", "jsonl", "--actors", actors));
        Assert.Contains("\"actor\":\"Silent Brigade\"", _cli.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Nothing, await _cli.RunOnLedgerAsync("read", report, "--actors", Path.Combine(actors, "none")));
    }
}
