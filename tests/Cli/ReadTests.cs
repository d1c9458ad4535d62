using System.Text.Json.Nodes;
using Parley.Ledger.Sqlite;

namespace Parley.Cli.Tests;

public sealed class ReadTests : IDisposable
{
    private readonly CliRun _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task TheSamplesAreReadWholeAndTheBriefTellsWhatIsSaidOfAHalt()
    {
        Assert.Equal(ExitCode.Done, await _cli.RunOnLedgerAsync("read", CliRun.Samples));
        Assert.StartsWith("Where the talks stand", _cli.Out, StringComparison.Ordinal);
        Assert.Contains("From 26 reports", _cli.Out, StringComparison.Ordinal);
        Assert.Contains("Not read: 1 report in French", _cli.Out, StringComparison.Ordinal);
        Assert.Contains("5 resources passed over", _cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheReadmesBriefIsWhatTheProgramPrints()
    {
        await _cli.RunOnLedgerAsync("read", CliRun.Samples);
        var printed = _cli.Out.Split('\n').ToHashSet(StringComparer.Ordinal);
        var readme = await File.ReadAllLinesAsync(Path.Combine(CliRun.Root, "README.md"), TestContext.Current.CancellationToken);
        var shown = readme.SkipWhile(static line => line != "Where the talks stand").TakeWhile(static line => line != "```").ToList();
        Assert.True(shown.Count > 15);
        Assert.All(shown.Where(static line => line.Trim() != "…"), line => Assert.Contains(line, printed));
    }

    [Fact]
    public async Task EverySampleHasItsOutletTitleMomentAndWords()
    {
        Assert.Equal(ExitCode.Done, await _cli.RunOnLedgerAsync("read", CliRun.Samples, "--format", "jsonl"));
        var reports = _cli.Lines.Select(static line => JsonNode.Parse(line)!["report"]!).ToList();
        Assert.Equal(26, reports.Count);
        Assert.All(reports, static report =>
        {
            Assert.False(string.IsNullOrWhiteSpace((string?)report["title"]), report.ToJsonString());
            Assert.StartsWith("2021-05-", (string?)report["published"] ?? "", StringComparison.Ordinal);
            Assert.True(((string?)report["text"])!.Split("\n\n").Length >= 5, (string?)report["title"]);
        });
        Assert.True(reports.Select(static report => (string?)report["outlet"]).Distinct().Count() >= 10);
    }

    [Fact]
    public async Task EverySpanEqualsItsText()
    {
        await _cli.RunOnLedgerAsync("read", CliRun.Samples, "--format", "jsonl");
        var spans = 0;
        foreach (var line in _cli.Lines.Select(static line => JsonNode.Parse(line)!))
            spans += CountExactSpans(line, (string)line["report"]!["text"]!);
        Assert.True(spans > 300, $"{spans} spans");
    }

    [Fact]
    public async Task ReadingTwiceAddsNothingAndStillWritesEveryLine()
    {
        await _cli.RunOnLedgerAsync("read", CliRun.Samples, "--format", "jsonl");
        var (first, digest) = (_cli.Out, Digest());
        Assert.Equal(ExitCode.Done, await _cli.RunOnLedgerAsync("read", CliRun.Samples, "--format", "jsonl"));
        Assert.Equal(first, _cli.Out);
        Assert.Equal(digest, Digest());
        Assert.Contains("26 held before", _cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheOutputDoesNotDependOnTheNumberOfThreads()
    {
        await _cli.RunAsync(["read", CliRun.Samples, "--format", "jsonl", "--ledger", _cli.Ledger], threads: 1);
        var (one, digest) = (_cli.Out, Digest());
        using var other = new CliRun();
        await other.RunAsync(["read", CliRun.Samples, "--format", "jsonl", "--ledger", other.Ledger], threads: 7);
        Assert.Equal(one, other.Out);
        Assert.Equal(digest, Digest(other));
    }

    [Fact]
    public async Task WithoutFindingsTheReportsAreKeptAloneAndCanBeReadLater()
    {
        await _cli.RunOnLedgerAsync("read", CliRun.Samples, "--no-findings", "--format", "jsonl");
        Assert.All(_cli.Lines, static line => Assert.Empty(JsonNode.Parse(line)!["statements"]!.AsArray()));
        Assert.Equal(ExitCode.Done, await _cli.RunOnLedgerAsync("read", CliRun.Samples));
        Assert.DoesNotContain("Nothing was reported of a halt", _cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnArticlesOwnIdAndFileComeBackAndItsTextIsKeptToTheLetter()
    {
        const string Text = "“We said no,” he said.\n\nA 2nd\u00a0paragraph — with dashes.";
        var path = _cli.Write("a.json", new JsonObject { ["@type"] = "NewsArticle", ["@id"] = "gold-7", ["articleBody"] = Text }.ToJsonString());
        Assert.Equal(ExitCode.Done, await _cli.RunOnLedgerAsync("read", path, "--format", "jsonl"));
        var report = JsonNode.Parse(Assert.Single(_cli.Lines))!["report"]!;
        Assert.Equal("gold-7", (string?)report["sourceId"]);
        Assert.Equal(path, (string?)report["file"]);
        Assert.Equal(Text, (string?)report["text"]);
    }

    [Fact]
    public async Task ABadInputCostsOnlyItself()
    {
        var good = _cli.Write("good.txt", "The envoy said the sides were close to a truce.");
        Assert.Equal(ExitCode.Partly, await _cli.RunOnLedgerAsync("read", "/nowhere/at/all.html", good));
        Assert.Contains("PAR1002", _cli.Error, StringComparison.Ordinal);
        Assert.Contains("close to a truce", _cli.Out, StringComparison.Ordinal);
        Assert.True(SqliteLedger.Open(_cli.Ledger, create: false).IsOk(out var ledger, out _));
        using (ledger)
            Assert.Equal("PAR1002", Assert.Single(ledger.Refusals()).Code);
    }

    [Fact]
    public async Task WhereNothingCouldBeReadTheExitCodeSaysSo() =>
        Assert.Equal(ExitCode.Nothing, await _cli.RunOnLedgerAsync("read", "/nowhere/at/all.html"));

    [Fact]
    public async Task StandardInputIsReadLikeAFile()
    {
        await _cli.RunAsync(["read", "-", "--format", "jsonl", "--ledger", _cli.Ledger], input: "The envoy said the sides were close.");
        Assert.Equal("The envoy said the sides were close.", (string?)JsonNode.Parse(Assert.Single(_cli.Lines))!["report"]!["text"]);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://archive.example/a")]
    [InlineData("http://archive.example/a")]
    [InlineData("https://127.0.0.1/a")]
    [InlineData("https://[::1]/a")]
    public async Task AnAddressThatMustNotBeFetchedIsRefusedWithACode(string address)
    {
        Assert.Equal(ExitCode.Nothing, await _cli.RunOnLedgerAsync("read", address));
        Assert.Matches("PAR1[05]\\d\\d", _cli.Error);
    }

    [Fact]
    public async Task AsOfKeepsLaterReportsOutOfTheBrief()
    {
        await _cli.RunOnLedgerAsync("read", CliRun.Samples, "--format", "none");
        Assert.Equal("", _cli.Out);
        await _cli.RunOnLedgerAsync("brief", "--as-of", "2021-05-14");
        Assert.Contains("as of 2021-05-14", _cli.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("21 May", _cli.Out, StringComparison.Ordinal);
        Assert.Contains("14 May 2021", _cli.Out, StringComparison.Ordinal);
    }

    private string Digest() => Digest(_cli);

    private static string Digest(CliRun cli)
    {
        Assert.True(SqliteLedger.Open(cli.Ledger, create: false).IsOk(out var ledger, out _));
        using (ledger)
            return ledger.Digest();
    }

    private static int CountExactSpans(JsonNode? node, string text)
    {
        switch (node)
        {
            case JsonObject item:
                var own = 0;
                if (item["start"] is JsonValue start && item["end"] is JsonValue end && item["text"] is JsonValue words)
                {
                    Assert.Equal((string?)words, text[(int)start..(int)end]);
                    own = 1;
                }

                return own + item.Sum(field => CountExactSpans(field.Value, text));
            case JsonArray array:
                return array.Sum(one => CountExactSpans(one, text));
            default:
                return 0;
        }
    }
}
