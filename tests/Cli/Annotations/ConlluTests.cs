using System.Globalization;
using System.Text.RegularExpressions;
using Parley.Cli.Annotations;
using Parley.Language;
using Parley.Reports;

namespace Parley.Cli.Tests.Annotations;

public sealed partial class ConlluTests : IDisposable
{
    private readonly CliRun _cli = new();
    private readonly Document _document = AnnotatedTexts.Pipeline.Analyze(AnnotatedTexts.Rich);

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task ADocumentBeginsWithWhatItIsAndHowItsMentionsAreWritten()
    {
        var lines = (await _cli.AnnotateAsync("He left.")).Split('\n');
        Assert.Equal(["# newdoc id = -", "# global.Entity = GRP-etype-head-other", "# newpar", "# sent_id = 1", "# text = He left."], lines[..5]);
    }

    [Fact]
    public async Task ANestedNameOpensAfterTheOneAroundIt()
    {
        var conllu = await _cli.AnnotateAsync("UN Special Envoy Lina Haddad left.");
        Assert.Equal(
            ["Name=(n1-role(n2-organization)", "", "Name=n1)", "Name=(n3-person", "Name=n3)", "", ""],
            AnnotatedTexts.Tokens(conllu).Select(static row => string.Join('|', row[9].Split('|').Where(static part => part.StartsWith("Name=", StringComparison.Ordinal)))));
    }

    [Fact]
    public async Task EveryNameTimeQuotationAndMentionCanBeReadBackFromItsBrackets()
    {
        var rows = AnnotatedTexts.Tokens(await _cli.AnnotateAsync(AnnotatedTexts.Rich)).ToList();
        Assert.Equal(_document.Tokens.Count, rows.Count);
        AssertRead("Name", _document.Names.Select(name => (name.Span, Fields: Words.Kind(name.Kind))));
        AssertRead("Time", _document.Times.Select(static time => (time.Span, Fields: $"{Words.Code(time.Kind)}-{time.Value}")));
        AssertRead("Quote", _document.Quotations.Select(static one => (one.Span, Fields: one.HoldsClause ? "clause" : "words")));
        AssertRead("Entity", _document.Mentions.Select(static one => (one.Span, Fields: $"kind:{Words.Kind(one.Kind)}")));

        void AssertRead(string attribute, IEnumerable<(Span Span, string Fields)> expected)
        {
            var read = Read(rows, attribute).OrderBy(static one => one.First).ThenByDescending(static one => one.Last).ToList();
            var spans = expected.Select(one => (Tokens: _document.TokensIn(one.Span), one.Fields))
                .OrderBy(static one => one.Tokens[0].Index).ThenByDescending(static one => one.Tokens[^1].Index).ToList();
            Assert.Equal(spans.Select(static one => (one.Tokens[0].Index, one.Tokens[^1].Index)), read.Select(static one => (one.First, one.Last)));
            Assert.All(spans.Zip(read), static pair => Assert.Contains(pair.First.Fields, pair.Second.Fields, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task MentionsOfOneEntityShareItsNumberAndItsKind()
    {
        var rows = AnnotatedTexts.Tokens(await _cli.AnnotateAsync(AnnotatedTexts.Rich)).ToList();
        var read = Read(rows, "Entity").ToList();
        Assert.Equal(_document.Mentions.Where(static one => one.IsResolved).Select(static one => one.Entity).Distinct().Count(),
            read.Where(static one => !one.Fields.Contains("resolved:no", StringComparison.Ordinal)).Select(static one => one.Id).Distinct().Count());
        foreach (var entity in read.GroupBy(static one => one.Id))
            Assert.Single(entity.Select(static one => one.Fields.Split('-')[0]).Distinct());
        // A head is counted within its mention.
        Assert.All(read, static one => Assert.InRange(int.Parse(one.Fields.Split('-')[1], CultureInfo.InvariantCulture), 1, one.Last - one.First + 1));
    }

    [Fact]
    public async Task AttributesStandInTheOrderOfTheirNamesWhichAreNeverTwice()
    {
        foreach (var row in AnnotatedTexts.Tokens(await _cli.AnnotateAsync(AnnotatedTexts.Rich)).Where(static row => row[9] != "_"))
        {
            var names = row[9].Split('|').Select(static part => part.Split('=')[0]).ToList();
            Assert.Equal(names.Distinct().Order(StringComparer.Ordinal), names);
            Assert.All(row[9].Split('|'), static part => Assert.Equal(2, part.Split('=').Length));
        }
    }

    [Fact]
    public void SpansThatCrossCloseBeforeTheNextOpensAsInCorefUd()
    {
        var document = AnnotatedTexts.Pipeline.Analyze("one two three four");
        var brackets = Brackets.Of(document, [(new Span(0, 7), "a", "x"), (new Span(4, 13), "b", "x"), (new Span(4, 7), "c", "x"), (new Span(14, 18), "d", "x")]);
        Assert.Equal(["(a-x", "a)(b-x(c-x)", "b)", "(d-x)"], document.Tokens.Select(brackets.At));
    }

    [Fact]
    public void SpansThatNestOpenFromTheOutsideAndCloseFromTheInside()
    {
        var document = AnnotatedTexts.Pipeline.Analyze("one two three");
        var brackets = Brackets.Of(document, [(new Span(0, 3), "c", "x"), (new Span(0, 7), "b", "x"), (new Span(0, 13), "a", "x"), (new Span(8, 13), "e", "x"), (new Span(4, 13), "d", "x")]);
        Assert.Equal(["(a-x(b-x(c-x)", "b)(d-x", "(e-x)d)a)"], document.Tokens.Select(brackets.At));
    }

    [Theory]
    [InlineData("2021-05-13", "2021%2D05%2D13")]
    [InlineData("a|b=c d%\t(e),\n", "a%7Cb%3Dc%20d%25%09%28e%29%2C%0A")]
    [InlineData("\u2028", "%E2%80%A8")]
    public void AValueHoldsNothingThatItsNotationIsWrittenWith(string value, string escaped)
    {
        Assert.Equal(escaped, Brackets.Escape(value));
        Assert.Equal(value, Uri.UnescapeDataString(escaped));
    }

    [Fact]
    public async Task ALineStaysALineWhateverSpaceTheTextHolds()
    {
        var conllu = await _cli.AnnotateAsync("The envoy\u2028left\u0085the\ttalks.");
        Assert.Contains("# text = The envoy left the talks.", conllu, StringComparison.Ordinal);
        Assert.All(conllu.ReplaceLineEndings("\n").Split('\n'), static line => Assert.True(line.Length == 0 || line[0] == '#' || line.Split('\t').Length == 10, line));
    }

    [Fact]
    public async Task TheSmallerNetworkIsUsedWhereItIsAskedFor()
    {
        // Two relative clauses and a clause without its "that": enough for the networks to differ.
        const string Text = "The envoy who had met both ministers the day before said the draft that they were shown was no longer on the table.";
        var fast = Relations(LanguagePipeline.Create(LanguageMode.Fast));
        Assert.NotEqual(Relations(AnnotatedTexts.Pipeline), fast);
        Assert.Equal(fast, AnnotatedTexts.Tokens(await _cli.AnnotateAsync(Text, "--fast")).Select(static row => $"{row[1]} {row[7]} {row[6]}"));

        static List<string> Relations(LanguagePipeline pipeline) =>
            [.. pipeline.Analyze(Text).Tokens.Select(static token => string.Create(
                CultureInfo.InvariantCulture, $"{token} {token.Relation} {(token.Head is { } head ? head.Index + 1 : 0)}"))];
    }

    private static IEnumerable<(string Id, int First, int Last, string Fields)> Read(List<string[]> rows, string attribute)
    {
        var open = new List<(string Id, int First, string Fields)>();
        for (var row = 0; row < rows.Count; row++)
        {
            var value = rows[row][9].Split('|').FirstOrDefault(part => part.StartsWith($"{attribute}=", StringComparison.Ordinal));
            foreach (Match bracket in BracketPattern().Matches(value?[(attribute.Length + 1)..] ?? ""))
            {
                var (opens, body, closes) = (bracket.Groups[1].Length > 0, bracket.Groups[2].Value, bracket.Groups[3].Length > 0);
                if (opens)
                    open.Add((body.Split('-')[0], row, body[(body.IndexOf('-', StringComparison.Ordinal) + 1)..]));
                if (!closes)
                    continue;
                var at = open.FindLastIndex(one => one.Id == body.Split('-')[0]);
                yield return (open[at].Id, open[at].First, row, open[at].Fields);
                open.RemoveAt(at);
            }
        }

        Assert.Empty(open);
    }

    [GeneratedRegex(@"(\()?([^()]+)(\))?")]
    private static partial Regex BracketPattern();
}
