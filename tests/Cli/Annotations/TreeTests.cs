using System.Text;
using System.Text.RegularExpressions;

namespace Parley.Cli.Tests.Annotations;

public sealed partial class TreeTests : IDisposable
{
    private readonly CliRun _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task AShortSentenceIsDrawnWithItsNamesAndTimesBelow() => Assert.Equal(
        """
        1. The envoy met Lina Haddad in Cairo on Friday.
         1    ╭─╼ The     DET    det
         2  ╭─┴─╼ envoy   NOUN   nsubj
         3 ─┼───╼ met     VERB   root
         4  ├─┬─╼ Lina    PROPN  obj
         5  │ ╰─╼ Haddad  PROPN  flat
         6  │ ╭─╼ in      ADP    case
         7  ├─┴─╼ Cairo   PROPN  obl
         8  │ ╭─╼ on      ADP    case
         9  ├─┴─╼ Friday  PROPN  obl
        10  ╰───╼ .       PUNCT  punct
        names     Lina Haddad (person); Cairo (place)
        times     Friday = XXXX-WXX-5


        """,
        await _cli.AnnotateAsync("The envoy met Lina Haddad in Cairo on Friday.", "--tree"));

    [Fact]
    public async Task AWordAloneIsATree() => Assert.Equal("1. Yes\n1 ─╼ Yes  INTJ   root\n\n", await _cli.AnnotateAsync("Yes", "--tree"));

    [Fact]
    public async Task OneSentenceIsDrawnWhereOneIsAskedFor()
    {
        var all = await _cli.AnnotateAsync("He left. She stayed. They agree.", "--tree");
        var second = await _cli.AnnotateAsync("He left. She stayed. They agree.", "--tree", "--sentence", "2");
        Assert.StartsWith("2. She stayed.\n", second, StringComparison.Ordinal);
        Assert.Contains(second, all, StringComparison.Ordinal);
        Assert.DoesNotContain("3. ", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASentenceBeyondTheLastIsToldWithTheLast()
    {
        Assert.Equal(ExitCode.Nothing, await _cli.RunAsync(["annotate", "-", "--tree", "--sentence", "4"], input: "He left. She stayed."));
        Assert.Contains("PAR9011 -: The text has no such sentence. (its last is 2)", _cli.Error, StringComparison.Ordinal);
        Assert.Equal("", _cli.Out);
    }

    [Theory]
    [InlineData("--tree --format jsonl", "PAR9008")]
    [InlineData("--sentence 2", "PAR9010")]
    [InlineData("--tree --sentence two", "PAR9009")]
    public async Task OptionsThatDoNotGoTogetherSayWhatToDo(string options, string code)
    {
        Assert.Equal(ExitCode.Nothing, await _cli.RunAsync(["annotate", "-", .. options.Split(' ')], input: "He left."));
        Assert.Contains(code, _cli.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WordsOfAnyScriptStandInColumns()
    {
        var tree = await _cli.AnnotateAsync("The e\u0301tat, 北京市 and Niño agreed.", "--tree");
        var columns = tree.Split('\n').Where(static line => line.Contains('╼', StringComparison.Ordinal))
            .Select(static line => Cells.Of(line[..TagPattern().Match(line).Index])).ToList();
        Assert.Equal(8, columns.Count);
        Assert.Single(columns.Distinct());
    }

    [Fact]
    public async Task TwoHundredTokensKeepToEightyColumns()
    {
        var text = new StringBuilder("The envoy said that");
        for (var i = 0; i < 24; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $" the minister whom the guests of side {i} had met believed that");
        text.Append(" the truce would hold.");
        Assert.Equal(ExitCode.Done, await _cli.RunAsync(["annotate", "-", "--tree"], input: text.ToString(), width: 80));
        Assert.True(_cli.Lines.Count(static line => line.Contains('╼', StringComparison.Ordinal)) > 200);
        Assert.All(_cli.Lines, static line => Assert.True(Cells.Of(line) <= 80, line));
    }

    [Fact]
    public async Task AVeryLongWordIsCutAndMovesNoColumn()
    {
        var tree = await _cli.AnnotateAsync($"See https://news.example/{new string('a', 300)} now.", "--tree");
        Assert.Contains("https://news.example/aa…  ", tree, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task NothingInATextSteersTheTerminal(bool isTerminal)
    {
        Assert.Equal(ExitCode.Done, await _cli.RunAsync(
            ["annotate", "-", "--tree"], input: "An envoy\u001b[31m \u202esaid no to Lina\u2066 Haddad\u200e.", isTerminal: isTerminal));
        var text = isTerminal ? _cli.Out.Replace("\u001b[1m", "", StringComparison.Ordinal).Replace("\u001b[2m", "", StringComparison.Ordinal).Replace("\u001b[0m", "", StringComparison.Ordinal) : _cli.Out;
        Assert.All(text, static c => Assert.True(c == '\n' || Terminal.Safe(c.ToString()) == c.ToString(), $"U+{(int)c:X4}"));
    }

    [Fact]
    public async Task WeightAndGreyAreForTerminalsAlone()
    {
        Assert.DoesNotContain('\u001b', await _cli.AnnotateAsync("He left.", "--tree"));
        await _cli.RunAsync(["annotate", "-", "--tree"], input: "He left.", isTerminal: true);
        Assert.Contains("\u001b[1mHe  \u001b[0m", _cli.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatLooksBackIsToldWithWhomItMeans()
    {
        var document = AnnotatedTexts.Pipeline.Analyze(AnnotatedTexts.Rich);
        var tree = await _cli.AnnotateAsync(AnnotatedTexts.Rich, "--tree");
        Assert.Equal(
            document.Mentions.Count(static one => one.Antecedent is not null || !one.IsResolved),
            tree.Split('\n').Sum(static line => line.Split(" → ").Length - 1));
    }

    [GeneratedRegex("  [A-Z]{1,5} +[a-z:]+$")]
    private static partial Regex TagPattern();
}
