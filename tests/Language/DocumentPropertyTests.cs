using System.Text;
using CsCheck;
using Parley.Reports;

namespace Parley.Language.Tests;

/// <summary>What holds of any document, whatever the text.</summary>
public class DocumentPropertyTests
{
    private static readonly LanguagePipeline s_pipeline = LanguagePipeline.Create();

    private static readonly LanguagePipeline s_fast = LanguagePipeline.Create(LanguageMode.Fast);

    private static readonly string[] s_words =
    [
        "the", "official", "he", "it", "they", "said", "that", "Hamas", "Israel", "Khartoum", "Mr.", "Dr.", "U.N.", "Friday", "May 10-21",
        "last month", "0400 GMT", "“", "”", "\"", "‘", "’s", "'", ",", ".", "?", "\n\n", "\n", "—", "(", ")", "12,000", "nobody", "will", "not",
        "deputy", "prime", "minister", "of", "and", "Ould", "al-Burhan", "a", "truce", "who", "was", "killed", "\u0301", "\u202e", "😀", "العربية", "\0",
    ];

    private static readonly Gen<string> s_texts = Gen.OneOf(
        Gen.String,
        Gen.Int[0, s_words.Length - 1].Select(static i => s_words[i]).Array[0, 80].Select(static words => string.Join(' ', words)),
        Gen.Char["ab .,-'’“”\"\n!?…—()1:/@\ud83d\ude00\u0301"].Array[0, 200].Select(static letters => new string(letters)));

    [Fact]
    public void SpansAreWithinTheTextAndTreesAreTreesWhateverTheText() => s_texts.Sample(static text =>
    {
        CheckWhole(s_pipeline.Analyze(text));
        CheckWhole(s_fast.Analyze(text));
    }, iter: 300);

    [Fact]
    public async Task TwoThreadsGiveWhatOneGivesToTheLetter()
    {
        var random = new Random(1);
        var texts = Enumerable.Range(0, 200).Select(_ => string.Join(' ', random.GetItems(s_words, random.Next(80))) + " He said the group had agreed on Friday.").ToArray();
        var alone = texts.Select(static text => Describe(s_pipeline.Analyze(text))).ToArray();
        var another = LanguagePipeline.Create();
        var halves = await Task.WhenAll(Enumerable.Range(0, 2).Select(half => Task.Run(
            () => texts.Select((text, i) => i % 2 == half ? Describe(another.Analyze(text)) : "").ToArray(), TestContext.Current.CancellationToken)));
        for (var i = 0; i < texts.Length; i++)
            Assert.Equal(alone[i], halves[i % 2][i]);
    }

    [Fact]
    public void ATextReadsTheSameAfterAnyOther() => Gen.Select(s_texts, s_texts).Sample(static (text, other) =>
    {
        var before = Describe(s_pipeline.Analyze(text));
        s_pipeline.Analyze(other);
        Assert.Equal(before, Describe(s_pipeline.Analyze(text)));
    }, iter: 100);

    [Theory]
    [InlineData("“We agree,” he said. ", 100_000)]
    [InlineData("“", 100_000)]
    [InlineData("\"", 100_000)]
    [InlineData("the official said the group and ", 33_000)]
    [InlineData("Khaled Mashaal of Hamas, ", 42_000)]
    public async Task AMegabyteOfQuotationsOrOneSentenceTakesAsLongAsAnyMegabyte(string piece, int times)
    {
        var text = string.Concat(Enumerable.Repeat(piece, times));

        // A minute is what three million of words would take; by the square of the length it would be days.
        var document = await Task.Run(() => s_fast.Analyze(text), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);
        CheckWhole(document);
    }

    private static void CheckWhole(Document document)
    {
        var text = document.Text;
        var at = 0;
        foreach (var token in document.Tokens)
        {
            Assert.True(text.AsSpan(at, token.Span.Start - at).IsWhiteSpace());
            Assert.True(token.Span.Length > 0);
            at = token.Span.End;
        }

        Assert.True(text.AsSpan(at).IsWhiteSpace());
        foreach (var sentence in document.Sentences)
        {
            Assert.Single(sentence.Tokens, static token => token.IsRoot);
            Assert.Equal(sentence.TokenCount, sentence.Tokens.Count(token => IsUnder(token, sentence)));
            foreach (var token in sentence.Tokens)
            {
                Assert.All(token.Children, child => Assert.Equal(token, child.Head));
                Assert.Equal(token.IsRoot, token.Relation == "root");
            }
        }

        Assert.All(document.Names, name => IsIn(name.Span));
        Assert.All(document.Names, name => Assert.True(name.Within is not { } outer || document.Names[outer].Span.Contains(name.Span)));
        Assert.All(document.Times, time => IsIn(time.Span));
        Assert.All(document.Quotations, quotation => IsIn(quotation.Span));
        for (var i = 0; i < document.Mentions.Length; i++)
        {
            var mention = document.Mentions[i];
            IsIn(mention.Span);
            Assert.True(mention.Span.Contains(mention.Head));
            if (mention.Antecedent is { } antecedent)
            {
                Assert.InRange(antecedent, 0, i - 1);
                Assert.Equal(document.Mentions[antecedent].Entity, mention.Entity);
            }
        }

        void IsIn(Span span)
        {
            Assert.InRange(span.Start, 0, text.Length);
            Assert.InRange(span.End, span.Start + 1, text.Length);
            Assert.False(char.IsWhiteSpace(text[span.Start]) || char.IsWhiteSpace(text[span.End - 1]));
        }
    }

    /// <summary>Whether the way up from a token ends at its sentence's root, within the sentence.</summary>
    private static bool IsUnder(Token token, Sentence sentence)
    {
        for (var steps = 0; steps < sentence.TokenCount; steps++)
        {
            if (token.Index < sentence.FirstToken || token.Index >= sentence.FirstToken + sentence.TokenCount)
                return false;
            if (token.Head is not { } head)
                return true;
            token = head;
        }

        return false;
    }

    private static string Describe(Document document)
    {
        var text = new StringBuilder();
        foreach (var token in document.Tokens)
            text.AppendLine($"{token.Span} {token.Upos} {token.Xpos} {token.Features.Text} {token.Lemma} {token.Head?.Index} {token.Relation} {token.Sentence.Index}");
        text.AppendJoin('\n', document.Names).AppendJoin('\n', document.Times).AppendJoin('\n', document.Mentions);
        text.AppendJoin('\n', document.Quotations.Select(static quotation => $"{quotation.Span} {quotation.Parent} {quotation.IsClosed} {quotation.WordCount}"));
        return text.ToString();
    }
}
