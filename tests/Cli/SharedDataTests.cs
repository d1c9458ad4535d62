using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Parley.Cli.Tests;

/// <summary>
/// Tests that need <c>../shared</c>, the project's measuring data, which is no part of the repository. Where it is
/// absent they are passed over and say so.
/// </summary>
public sealed class SharedDataTests : IDisposable
{
    private const string NeedsShared = "needs ../shared, which is not beside this checkout";

    private readonly CliRun _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task TheSeedReportAsPlainTextGivesStatementsWithExactSpans()
    {
        Assert.SkipWhen(CliRun.Shared is null, NeedsShared);
        var seed = Directory.GetFiles(Path.Combine(CliRun.Shared!, "seeds"), "000_*.txt").Single();
        Assert.Equal(ExitCode.Done, await _cli.RunOnLedgerAsync("read", seed, "--format", "jsonl"));
        var line = JsonNode.Parse(Assert.Single(_cli.Lines))!;
        Assert.StartsWith("https://www.timesofisrael.com/", (string?)line["report"]!["url"], StringComparison.Ordinal);
        Assert.True(line["statements"]!.AsArray().Count >= 15, $"{line["statements"]!.AsArray().Count} statements");
        AssertExactSpans(line);
    }

    [Fact]
    public async Task TheSeedReportAsAPageHasItsMomentAndTheSameParagraphs()
    {
        Assert.SkipWhen(CliRun.Shared is null, NeedsShared);
        var seed = Directory.GetFiles(Path.Combine(CliRun.Shared!, "seeds"), "000_*.txt").Single();
        var paragraphs = (await File.ReadAllLinesAsync(seed, TestContext.Current.CancellationToken))[..^1];
        var page = _cli.Write("seed.html", $"""
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Halt likely within days: diplomat | The Paper</title>
            <meta property="og:site_name" content="The Paper"><meta property="article:published_time" content="2021-05-14T18:26:00+03:00">
            </head><body><nav><ul><li><a href="/">Home</a><li><a href="/world">World</a></ul></nav><article><h1>Halt likely within days: diplomat</h1>
            {string.Join('\n', paragraphs.Select(static text => $"<p>{System.Net.WebUtility.HtmlEncode(text)}</p>"))}
            </article><aside class="related"><a href="/b">Read more: another story</a></aside><footer>All rights reserved.</footer></body></html>
            """);
        Assert.Equal(ExitCode.Done, await _cli.RunOnLedgerAsync("read", page, "--format", "jsonl"));
        var line = JsonNode.Parse(Assert.Single(_cli.Lines))!;
        Assert.StartsWith("2021-05-14T18:26", (string?)line["report"]!["published"], StringComparison.Ordinal);
        Assert.Equal("The Paper", (string?)line["report"]!["outlet"]);
        var text = ((string)line["report"]!["text"]!).Split("\n\n");
        Assert.Equal(paragraphs[2..], text[^(paragraphs.Length - 2)..]);
        AssertExactSpans(line);
    }

    [Fact]
    public async Task EveryGoldReportComesThroughToTheLetter()
    {
        Assert.SkipWhen(CliRun.Shared is null, NeedsShared);
        foreach (var path in Directory.GetFiles(Path.Combine(CliRun.Shared!, "gold/talks"), "*.json"))
        {
            var gold = JsonNode.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken))!;
            var article = _cli.Write("gold.json", new JsonObject
            {
                ["@type"] = "NewsArticle",
                ["@id"] = (string?)gold["id"],
                ["datePublished"] = (string?)gold["published"],
                ["articleBody"] = (string?)gold["text"],
            }.ToJsonString());
            await _cli.RunOnLedgerAsync("read", article, "--format", "jsonl");
            var line = JsonNode.Parse(Assert.Single(_cli.Lines))!;
            Assert.Equal((string?)gold["text"], (string?)line["report"]!["text"]);
            Assert.Equal((string?)gold["id"], (string?)line["report"]!["sourceId"]);
            AssertExactSpans(line);
        }
    }

    [Fact]
    public async Task TheGoldMeasureRunsAndFindsEverySpanExact()
    {
        Assert.SkipWhen(CliRun.Shared is null, NeedsShared);
        using var process = Process.Start(new ProcessStartInfo("python3",
        [
            Path.Combine(CliRun.Shared!, "gold/score.py"), "--json",
            "--parley", $"dotnet {typeof(CommandTree).Assembly.Location}",
        ])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetDirectoryName(_cli.Ledger)!,
        })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        var scores = JsonNode.Parse(output)!;
        Assert.Equal(1.0, (double)scores["exact spans"]!);
        Assert.True((double)scores["statements"]! > 0.3, output);
    }

    private static void AssertExactSpans(JsonNode line)
    {
        var text = (string)line["report"]!["text"]!;
        foreach (var statement in line["statements"]!.AsArray())
        {
            foreach (var span in statement!["content"]!.AsArray().Append(statement["source"]).Append(statement["cue"]).OfType<JsonObject>())
                Assert.Equal((string?)span["text"], text[(int)span["start"]!..(int)span["end"]!]);
        }
    }
}
