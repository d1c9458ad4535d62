using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace Parley.Cli.Tests;

public sealed partial class CommandLineTests : IDisposable
{
    private readonly CliRun _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("read")]
    [InlineData("annotate")]
    [InlineData("brief")]
    [InlineData("who")]
    [InlineData("eval")]
    [InlineData("doctor")]
    public async Task EveryVerbsHelpHasExamplesThatItUnderstands(string verb)
    {
        Assert.Equal(ExitCode.Done, await _cli.RunAsync([verb, "--help"]));
        var examples = _cli.Out[_cli.Out.IndexOf("Examples:", StringComparison.Ordinal)..];
        var lines = CommandPattern().Matches(examples).Select(static match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(lines);
        Assert.All(lines, AssertUnderstood);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("docs/handbook/commands.md")]
    public void EveryCommandInTheDocumentsIsUnderstood(string document)
    {
        var text = File.ReadAllText(Path.Combine(CliRun.Root, document));
        foreach (Match match in DocumentedPattern().Matches(text))
            AssertUnderstood(match.Groups[1].Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("rede samples")]
    [InlineData("read")]
    [InlineData("read a --format xml")]
    [InlineData("read a --explain --format none")]
    [InlineData("read a --explain --no-findings")]
    [InlineData("read a --as-of yesterday")]
    [InlineData("read a --allow-network 10.0.0.0/99")]
    [InlineData("brief --format pdf")]
    [InlineData("annotate a --tree --format conllu")]
    [InlineData("who")]
    [InlineData("eval no-such-folder")]
    [InlineData("eval samples --format xml")]
    [InlineData("who Netanyahu --as-of yesterday")]
    [InlineData("who Netanyahu --actors no-such-folder")]
    [InlineData("annotate a --sentence 2")]
    [InlineData("annotate a --tree --sentence 0")]
    [InlineData("annotate a --tree --sentence first")]
    public async Task AWrongCommandLineEndsWithTwoAndSaysWhy(string line)
    {
        Assert.Equal(ExitCode.Nothing, await _cli.RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.NotEqual("", _cli.Error);
    }

    [Fact]
    public async Task AFileMayBeNamedAfterAnAtSign()
    {
        Assert.Equal(ExitCode.Nothing, await _cli.RunOnLedgerAsync("read", "@home.html"));
        Assert.Contains("PAR1002 @home.html", _cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABriefWithoutALedgerSaysWhatToDoFirst()
    {
        Assert.Equal(ExitCode.Nothing, await _cli.RunOnLedgerAsync("brief"));
        Assert.Contains("PAR5008", _cli.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_cli.Ledger));
    }

    [Fact]
    public async Task TheDoctorFindsNothingWrongWithTheSamplesLedger()
    {
        await _cli.RunOnLedgerAsync("read", CliRun.Samples, "--format", "none");
        Assert.Equal(ExitCode.Done, await _cli.RunOnLedgerAsync("doctor"));
        Assert.Contains("26 reports", _cli.Out, StringComparison.Ordinal);
        Assert.Contains("All is well.", _cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheDoctorNamesAFileThatIsNoLedger()
    {
        File.WriteAllText(_cli.Ledger, "This is a letter and no ledger, and it goes on for a while.");
        Assert.Equal(ExitCode.Partly, await _cli.RunOnLedgerAsync("doctor"));
        Assert.Contains("PAR5001", _cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheDoctorSaysThatAFolderIsMissingBeforeAReadFailsForIt()
    {
        Assert.Equal(ExitCode.Partly, await _cli.RunAsync(["doctor", "--ledger", Path.Combine(_cli.Ledger, "none", "parley.db")]));
        Assert.Contains("make the folder", _cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAnnotatedTextComesBackAsConlluWithItsOffsets()
    {
        Assert.Equal(ExitCode.Done, await _cli.RunAsync(["annotate", "-"], input: "They don’t agree.\n\nHe left."));
        Assert.Contains("2-3\tdon’t\t_\t_\t_\t_\t_\t_\t_\tEnd=10|Start=5", _cli.Out, StringComparison.Ordinal);
        Assert.Equal(2, _cli.Out.Split("# newpar").Length - 1);
    }

    [Fact]
    public async Task AnAnnotatedReportComesBackAsJsonWithItsTimesCountedFromItsDate()
    {
        var path = _cli.Write("report.json", new System.Text.Json.Nodes.JsonObject
        {
            ["@type"] = "NewsArticle",
            ["headline"] = "Envoy in Cairo",
            ["datePublished"] = "2021-05-14",
            ["articleBody"] = "The envoy “arrived” on Thursday for nearly a week.",
        }.ToJsonString());
        Assert.Equal(ExitCode.Done, await _cli.RunAsync(["annotate", path, "--format", "jsonl"]));
        var root = System.Text.Json.Nodes.JsonNode.Parse(_cli.Out)!;
        Assert.Equal("2021-05-14", (string)root["report"]!["published"]!);
        Assert.Equal("Thursday", (string)root["times"]![0]!["text"]!);
        Assert.Equal("2021-05-13", (string)root["times"]![0]!["value"]!);
        Assert.Equal("LESS_THAN", (string)root["times"]![1]!["mod"]!);
        Assert.Equal("“", (string)root["sentences"]![0]!["tokens"]![2]!["text"]!);
    }

    [Theory]
    [InlineData("md")]
    [InlineData("html")]
    [InlineData("json")]
    [InlineData("text")]
    public async Task AHostileTitleOrSourceStaysTextInEveryFormat(string format)
    {
        const string Evil = "<script>alert(1)</script>\u202e\u001b[31m[x](javascript:1)";
        var path = _cli.Write("evil.json", new System.Text.Json.Nodes.JsonObject
        {
            ["@type"] = "NewsArticle",
            ["headline"] = Evil,
            ["url"] = "javascript:alert(1)",
            ["publisher"] = Evil,
            ["articleBody"] = $"An envoy {Evil} said the truce was near.\n\nAn envoy said the truce was near {Evil}.",
        }.ToJsonString());
        await _cli.RunOnLedgerAsync("read", path, "--format", "none");
        Assert.Equal(ExitCode.Done, await _cli.RunOnLedgerAsync("brief", "--format", format));
        Assert.DoesNotContain('\u001b', _cli.Out);
        if (format == "html")
            Assert.DoesNotContain("<script", _cli.Out, StringComparison.Ordinal);
        if (format == "html")
            Assert.DoesNotContain("href=\"javascript", _cli.Out, StringComparison.Ordinal);
        if (format == "md")
            Assert.DoesNotContain("](javascript", _cli.Out.Replace("\\]", "", StringComparison.Ordinal), StringComparison.Ordinal);
        if (format is "text" or "md")
            Assert.DoesNotContain('\u202e', _cli.Out);
        Assert.Contains("truce", _cli.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("md")]
    [InlineData("html")]
    public async Task AMonthIsToldAsAMonthAndNotAsItsFirstDay(string format)
    {
        var path = _cli.Write("month.json", """{"@type":"NewsArticle","headline":"A","datePublished":"2021-05","articleBody":"The envoy said that the truce was near."}""");
        await _cli.RunOnLedgerAsync("read", path, "--format", "none");
        await _cli.RunOnLedgerAsync("brief", "--format", format);
        Assert.Single(_cli.Lines, static line => line is "May 2021" or "### May 2021" or "<h3>May 2021</h3>");
        Assert.Contains("Sat 1 May 2021 to Mon 31 May 2021", _cli.Out, StringComparison.Ordinal);
    }

    private void AssertUnderstood(string line)
    {
        var words = CommandLineParser.SplitCommandLine(line.Split('>')[0].Split('|')[0]).ToArray();
        var errors = CommandTree.Build(CliRun.NoSurroundings).Parse(words).Errors;
        Assert.True(errors.Count == 0, $"{line}: {string.Join(' ', errors.Select(static error => error.Message))}");
    }

    [GeneratedRegex(@"(?:^|\| )\s*parley (.+)$", RegexOptions.Multiline)]
    private static partial Regex CommandPattern();

    [GeneratedRegex(@"(?:^|`|\| )(?:\./)?parley ((?:read|annotate|who|brief|eval|doctor)[^`\n#]*)", RegexOptions.Multiline)]
    private static partial Regex DocumentedPattern();
}
