using CsCheck;

namespace Parley.Language.Tests;

public class LanguagePipelineTests
{
    private static readonly LanguagePipeline s_pipeline = LanguagePipeline.Create();

    [Theory]
    [InlineData("They don't agree.", "They|do|n't|agree|.")]
    [InlineData("Hamas’s reply", "Hamas|’s|reply")]
    [InlineData("“Yes,” he said.", "“|Yes|,|”|he|said|.")]
    [InlineData("Gaza-based fighters", "Gaza|-|based|fighters")]
    [InlineData("about 1,200 people (3.5%)", "about|1,200|people|(|3.5|%|)")]
    [InlineData("the U.N. envoy", "the|U.N.|envoy")]
    [InlineData("Mr. Haddad left at 2 p.m. local time", "Mr.|Haddad|left|at|2|p.m.|local|time")]
    [InlineData("see https://a.example/x?y=1 now", "see|https://a.example/x?y=1|now")]
    [InlineData("Wait... what?!", "Wait|...|what|?!")]
    [InlineData("at 02:00—no later", "at|02:00|—|no|later")]
    public void WordsAndMarksAreParted(string text, string tokens)
    {
        var document = s_pipeline.Analyze(text);
        Assert.Equal(tokens, string.Join('|', document.Tokens.Select(token => token.ToString())));
    }

    [Theory]
    [InlineData("He left. She stayed.", 2)]
    [InlineData("Mr. Haddad left. No. 2 stayed.", 2)]
    [InlineData("“We agree.” He smiled.", 2)]
    [InlineData("“Why?” he asked.", 1)]
    [InlineData("The U.N. Security Council met. It agreed.", 2)]
    [InlineData("A heading without a stop\n\nThe first sentence.", 2)]
    [InlineData("It was 3.5 percent. 20 were hurt.", 2)]
    [InlineData("", 0)]
    [InlineData(" \n\n ", 0)]
    public void SentencesEndWhereAReaderWouldEndThem(string text, int count) =>
        Assert.Equal(count, s_pipeline.Analyze(text).Sentences.Length);

    [Fact]
    public void EveryAbbreviationStaysWholeAndEndsNoSentenceInItsExample()
    {
        foreach (var row in Reports.Data.WordList.Load(typeof(LanguagePipeline).Assembly, "abbreviations.tsv"))
        {
            var document = s_pipeline.Analyze(row[1]);
            Assert.True(document.Sentences.Length == 1, row[1]);
            Assert.True(document.Tokens.Any(token => token.Text.SequenceEqual(row[0])), row[1]);
        }
    }

    [Theory]
    [InlineData("\" ", "")]
    [InlineData("a.", ".")]
    [InlineData("(", ")")]
    [InlineData("’s", "'")]
    public async Task ALongTextCostsNoMoreByTheWordThanAShortOneWhateverItIsMadeOf(string beginning, string end)
    {
        // Parted by rules that look back over all that went before, a million of these would take minutes.
        var text = string.Concat(Enumerable.Repeat(beginning, 500_000).Concat(Enumerable.Repeat(end, 500_000)));
        await Task.Run(() => s_pipeline.Analyze(text), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(120), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void TokensCoverEveryCharacterThatIsNoSpaceOnceAndInOrderWhateverTheText() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["ab.,-'’“”\" \n!?…—()1:/@"], 0, 200]).Sample(text =>
        {
            var document = s_pipeline.Analyze(text);
            var at = 0;
            foreach (var token in document.Tokens)
            {
                Assert.True(text.AsSpan(at, token.Span.Start - at).IsWhiteSpace());
                at = token.Span.End;
            }

            Assert.True(text.AsSpan(at).IsWhiteSpace());
            Assert.Equal(document.Tokens.Count, document.Sentences.Sum(static sentence => sentence.TokenCount));
        });

    [Theory]
    [InlineData('a')]
    [InlineData('"')]
    [InlineData('.')]
    [InlineData('-')]
    public void TenMegabytesOfOneCharacterAreAnalysedInOnePass(char c)
    {
        var document = s_pipeline.Analyze(new string(c, 10 << 20));
        Assert.NotEmpty(document.Tokens);
    }
}
