using System.Text.Json;

namespace Parley.Cli.Tests;

public sealed class ExplainTests : IDisposable
{
    private readonly CliRun _cli = new();

    public void Dispose() => _cli.Dispose();

    private string Report() => _cli.Write("report.txt", "A long road led north.\n\n“The pass may open,” the envoy told Lake Radio. “Nobody has asked us.”\n");

    [Fact]
    public async Task EachStatementTellsWhyItWasReadSoInsteadOfTheBrief()
    {
        Assert.Equal(ExitCode.Done, await _cli.RunOnLedgerAsync("read", Report(), "--explain"));
        Assert.Contains(_cli.Lines, static line => line == "  s1  The pass may open");
        Assert.Contains(_cli.Lines, static line => line.Contains("\"tell\" heads a cue by the model", StringComparison.Ordinal));
        Assert.Contains(_cli.Lines, static line => line.Contains("hedged: \"may\" hedges the content", StringComparison.Ordinal));
        Assert.Contains(_cli.Lines, static line => line.Contains("\"the envoy\": who spoke in the sentence before it", StringComparison.Ordinal));
        Assert.DoesNotContain("This version reads", _cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheJsonHasTheDecisionsAndTheLedgerDoesNot()
    {
        var report = Report();
        Assert.Equal(ExitCode.Done, await _cli.RunOnLedgerAsync("read", report, "--format", "jsonl"));
        var plain = _cli.Out;
        Assert.DoesNotContain("explanation", plain, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, await _cli.RunOnLedgerAsync("doctor"));
        var digest = _cli.Out;
        Assert.Equal(ExitCode.Done, await _cli.RunOnLedgerAsync("read", report, "--explain", "--format", "jsonl"));
        using var json = JsonDocument.Parse(_cli.Out);
        var decisions = json.RootElement.GetProperty("statements")[0].GetProperty("explanation").EnumerateArray().ToDictionary(static decision => decision.GetProperty("field").GetString()!);
        Assert.Equal(["cue", "source", "content", "certainty", "said", "named", "actor", "relay"], decisions.Keys);
        Assert.InRange(decisions["cue"].GetProperty("likelihood").GetDouble(), 0.5, 1);
        Assert.Equal(ExitCode.Done, await _cli.RunOnLedgerAsync("doctor"));
        Assert.Equal(digest, _cli.Out);
    }
}
