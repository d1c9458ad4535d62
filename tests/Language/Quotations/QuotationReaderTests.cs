using CsCheck;
using Parley.Language.Quotations;
using Parley.Reports.Data;

namespace Parley.Language.Tests.Quotations;

public class QuotationReaderTests
{
    private static readonly LanguagePipeline s_pipeline = LanguagePipeline.Create();

    public static TheoryData<string, string> Table =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Quotations", "quotations.tsv"))
            .Where(static line => line.Length > 0 && line[0] != '#')
            .Select(static line => line.Split('\t')).Select(static row => (row[0], row[1])),
    ];

    [Theory]
    [MemberData(nameof(Table))]
    public void MarksAreReadAsAReaderReadsThem(string text, string quotations)
    {
        text = text.Replace(" ¶ ", "\n\n", StringComparison.Ordinal);
        Assert.Equal(quotations, string.Join(" | ", Read(text).Select(quotation => Show(text, quotation))));
    }

    [Theory]
    [InlineData("“We are ready for a halt,” he said.", 6, true)]
    [InlineData("“Stop the shelling,” he said.", 3, true)]
    [InlineData("It rests on a “clear reading of the room,” he said.", 5, false)]
    [InlineData("The “truce” held for an hour.", 1, false)]
    [InlineData("“He said ‘we are ready’ to us,” she said.", 7, true)]
    public void AQuotedPhraseIsToldFromAQuotedClause(string text, int words, bool holdsClause)
    {
        var document = s_pipeline.Analyze(text);
        Assert.Equal((words, holdsClause), (document.Quotations[0].WordCount, document.Quotations[0].HoldsClause));
    }

    [Fact]
    public void EveryClippedWordOpensNoQuotation()
    {
        foreach (var row in WordList.Load(typeof(LanguagePipeline).Assembly, "clipped-words.tsv"))
        {
            Assert.True(Read(row[1]).IsEmpty, row[1]);
            Assert.True(Read($"He said, “{row[1]} And the envoys’ talks?”").Length == 1, row[1]);
        }
    }

    [Fact]
    public void QuotationsNestAndLieWithinTheTextWhateverTheText() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["as .,-’‘'“”\"„«»\n’“”0"], 0, 120]).Sample(text =>
        {
            var quotations = Read(text);
            for (var i = 0; i < quotations.Length; i++)
            {
                var quotation = quotations[i];
                Assert.InRange(quotation.Span.End, 1, text.Length);
                Assert.True(i == 0 || quotations[i - 1].Span.Start < quotation.Span.Start);
                Assert.NotEmpty(quotation.Parts);
                var at = quotation.Span.Start;
                foreach (var part in quotation.Parts)
                {
                    Assert.True(quotation.Span.Contains(part) && at < part.Start);
                    Assert.False(char.IsWhiteSpace(text[part.Start]) || char.IsWhiteSpace(text[part.End - 1]));
                    at = part.End;
                }

                Assert.Equal(quotation.Parent is { } parent ? quotations[parent].Depth + 1 : 0, quotation.Depth);
                Assert.True(quotation.Parent is null || (quotation.Parent < i && quotations[quotation.Parent.Value].Quotes(quotation.Span)));
                Assert.All(quotations[..i], other => Assert.True(
                    !other.Span.Overlaps(quotation.Span) || other.Quotes(quotation.Span) || other.Parts.Length > 1));
            }
        });

    [Theory]
    [InlineData("“a ")]
    [InlineData("\"a")]
    [InlineData("\"")]
    [InlineData("‘a ")]
    [InlineData("'as' ")]
    [InlineData("«a ‘b “")]
    [InlineData("»a ")]
    [InlineData("“a\n\n")]
    public void AHundredThousandMarksAreReadInTheTimeOfTheirLength(string unit)
    {
        // A reader that looks back or ahead over all marks for each of them would take minutes.
        var text = string.Concat(Enumerable.Repeat(unit, 1_000_000)) + string.Concat(Enumerable.Repeat(" a”", 100_000));
        var watch = TimeProvider.System.GetTimestamp();
        Read(text);
        Assert.InRange(TimeProvider.System.GetElapsedTime(watch).TotalSeconds, 0, 10);
    }

    /// <summary>Each paragraph as one word: marks are read by characters, so this is enough for all but counts of words.</summary>
    private static ImmutableArray<Quotation> Read(string text)
    {
        var words = new List<Word>();
        var sentences = new List<SentenceBounds>();
        foreach (var range in text.AsSpan().Split("\n\n"))
        {
            var (start, end) = (range.Start.Value, range.End.Value);
            while (start < end && char.IsWhiteSpace(text[start]))
                start++;
            while (end > start && char.IsWhiteSpace(text[end - 1]))
                end--;
            if (start == end)
                continue;
            sentences.Add(new SentenceBounds(words.Count, 1, sentences.Count));
            words.Add(new Word(start, end, false));
        }

        return QuotationReader.Read(text, words.ToArray(), sentences.ToArray());
    }

    private static string Show(string text, Quotation quotation) =>
        new string('>', quotation.Depth)
        + string.Join(" / ", quotation.Parts.Select(part => part.In(text).ToString()))
        + (quotation.IsClosed ? "" : " (open)");
}
