using System.Text.Json;

namespace Parley.Cli.Tests;

public sealed class EvalTests : IDisposable
{
    private const string Gold = """
        { "id": "short", "text": "The army said that the bridge was open.\n\nNobody answered.", "conflict": { "parties": [], "mediators": [] },
          "statements": [ { "source": "The army", "named": true, "actor": null, "content": "the bridge was open", "kind": "indirect", "certainty": "asserted", "inside": null },
                          { "source": "Nobody", "named": false, "actor": null, "content": "answered", "kind": "indirect", "certainty": "asserted", "inside": null } ] }
        """;

    private readonly CliRun _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task EveryMeasureHasALineAndMissesAreToldWhereAsked()
    {
        var gold = _cli.Write("gold/short.json", Gold);
        Assert.Equal(ExitCode.Done, await _cli.RunAsync(["eval", gold]));
        Assert.Contains(_cli.Lines, static line => line.StartsWith("statements ", StringComparison.Ordinal) && line.Contains("2 in gold, 1 found", StringComparison.Ordinal));
        Assert.Contains(_cli.Lines, static line => line.StartsWith("statement source ", StringComparison.Ordinal) && line.Contains("1.000  (1 of 1)", StringComparison.Ordinal));
        Assert.DoesNotContain("missed", _cli.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, await _cli.RunAsync(["eval", gold, "--misses", "statements"]));
        Assert.Equal("  short  statements  missed: answered", _cli.Lines[^1]);
    }

    [Fact]
    public async Task TheJsonHasTheSameFigures()
    {
        Assert.Equal(ExitCode.Done, await _cli.RunAsync(["eval", _cli.Write("gold/short.json", Gold), "--format", "json", "--misses", "all"]));
        using var json = JsonDocument.Parse(_cli.Out);
        Assert.Equal(1, json.RootElement.GetProperty("reports").GetInt32());
        var statements = json.RootElement.GetProperty("measures").EnumerateArray().Single(static measure => measure.GetProperty("name").GetString() == "statements");
        Assert.Equal(0.6667, statements.GetProperty("value").GetDouble());
        Assert.Equal("missed: answered", json.RootElement.GetProperty("misses").EnumerateArray().Last().GetProperty("what").GetString());
    }

    [Fact]
    public async Task AWrongFileCostsOnlyItselfAndSaysWhatIsWrong()
    {
        _cli.Write("gold/a.json", Gold);
        var cut = _cli.Write("gold/b.json", Gold[..40]);
        var other = _cli.Write("gold/c.json", Gold.Replace("\"answered\"", "\"replied\"", StringComparison.Ordinal));
        var folder = Path.GetDirectoryName(cut)!;
        Assert.Equal(ExitCode.Partly, await _cli.RunAsync(["eval", folder]));
        Assert.Contains($"PAR3002 {cut}", _cli.Error, StringComparison.Ordinal);
        Assert.Contains($"PAR3003 {other}: statement 1", _cli.Error, StringComparison.Ordinal);
        Assert.Contains("2 in gold, 1 found", _cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMeasureThatIsNotTakenIsToldWithThoseThatAre()
    {
        Assert.Equal(ExitCode.Nothing, await _cli.RunAsync(["eval", _cli.Write("gold/short.json", Gold), "--misses", "colour"]));
        Assert.Contains("PAR9012", _cli.Error, StringComparison.Ordinal);
        Assert.Contains("statement certainty", _cli.Error, StringComparison.Ordinal);
    }
}
