using CsCheck;
using Parley.Language.Coreference;
using Parley.Reports.Data;

namespace Parley.Language.Tests.Coreference;

public class CoreferenceReaderTests
{
    private static readonly LanguagePipeline s_pipeline = LanguagePipeline.Create();

    public static TheoryData<string, string> Table =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Coreference", "coreference.tsv"))
            .Where(static line => line.Length > 0 && line[0] != '#')
            .Select(static line => line.Split('\t')).Select(static row => (row[0], row[1])),
    ];

    [Theory]
    [MemberData(nameof(Table))]
    public void MentionsAreResolvedAsAReaderResolvesThemOrNotAtAll(string text, string readings)
    {
        var document = s_pipeline.Analyze(text.Replace(" ¶ ", "\n\n", StringComparison.Ordinal));
        foreach (var reading in readings.Split(" | "))
        {
            var (mention, isSame, other) = reading.Split(" = ") is [var left, var right] ? (left, true, right)
                : reading.Split(" ≠ ") is [var one, var another] ? (one, false, another)
                : throw new InvalidDataException(reading);
            Assert.True(Holds(document, mention, isSame, other), $"{reading}: {Show(document)}");
        }
    }

    [Theory]
    [InlineData("{0} said it would hold fire. {1} said it would not.", "Russia", "Ukraine")]
    [InlineData("{0} said it would hold fire. {1} said it would not.", "Hamas", "Israel")]
    [InlineData("{0} accused {1} of breaking its word. The country gave no proof.", "Armenia", "Azerbaijan")]
    [InlineData("{0} fired first, {1} said. It denied that.", "India", "Pakistan")]
    [InlineData("A diplomat from {0} met one from {1}. The diplomat gave no date.", "Sudan", "Ethiopia")]
    public void SidesExchangedAreReadAlike(string text, string one, string other)
    {
        var (first, second) = (s_pipeline.Analyze(string.Format(null, text, one, other)), s_pipeline.Analyze(string.Format(null, text, other, one)));
        Assert.Equal(Shape(first), Shape(second));

        static IEnumerable<(MentionKind, int?, int?)> Shape(Document document) =>
            document.Mentions.Select(static mention => (mention.Kind, mention.Entity, mention.Antecedent));
    }

    /// <summary>Whatever anonymous noun follows a named person, in whatever order, it is not that person.</summary>
    [Fact]
    public void NobodyWithoutANameIsTakenForSomeoneWithOne()
    {
        string[] people = ["Hamas official Sami Darwish", "Envoy Hady Nasser", "Colonel Yassin Karam", "Vera Pineda", "Prime Minister Dan Peled", "UN diplomat Lena Fox"];
        string[] sources = ["A diplomat", "The source", "The diplomat", "An official", "One aide", "A senior officer", "A source close to the talks", "A negotiator"];
        foreach (var (person, source) in people.SelectMany(_ => sources, static (person, source) => (person, source)))
        {
            foreach (var text in new[] { $"{person} left on Friday. {source} said a truce was near. He gave no date.", $"{source} said a truce was near. {person} denied it. He gave no date.", $"{person} left, {source[..1].ToLowerInvariant()}{source[1..]} said. He gave no date." })
            {
                var document = s_pipeline.Analyze(text);
                var named = document.Mentions.Where(static mention => mention.Kind == MentionKind.Name).Select(static mention => mention.Entity);
                var anonymous = document.Mentions.Single(mention => mention.Kind == MentionKind.Nominal && mention.Span.In(text).StartsWith(source, StringComparison.OrdinalIgnoreCase));
                Assert.True(anonymous.Entity is null || !named.Contains(anonymous.Entity), $"{text}: {Show(document)}");
            }
        }
    }

    [Fact]
    public void EveryNounIsAMentionInItsExample()
    {
        foreach (var row in WordList.Load(typeof(LanguagePipeline).Assembly, "nouns.tsv"))
            Assert.True(Find(s_pipeline.Analyze(row[3]), row[0], MentionKind.Nominal) || Find(s_pipeline.Analyze(row[3]), row[0], MentionKind.Name), row[3]);
    }

    [Fact]
    public void EveryPronounIsAMentionInItsExample()
    {
        foreach (var row in WordList.Load(typeof(LanguagePipeline).Assembly, "pronouns.tsv"))
            Assert.True(Find(s_pipeline.Analyze(row[6]), row[0], MentionKind.Pronoun), row[6]);
    }

    [Fact]
    public void EveryOtherNameCorefersWithTheNameItStandsFor()
    {
        foreach (var row in WordList.Load(typeof(LanguagePipeline).Assembly, "aliases.tsv"))
            Assert.Equal(row[1], CoreferenceWords.Alias(row[0]));
    }

    [Fact]
    public void EveryVerbOfSpeechGivesItsSubjectTheWords()
    {
        foreach (var row in WordList.Load(typeof(LanguagePipeline).Assembly, "speech-verbs.tsv"))
            Assert.True(Holds(s_pipeline.Analyze(row[1]), "I", true, "the envoy"), row[1]);
    }

    [Fact]
    public void EveryWordThatTellsAManOrAWomanBarsThePronounOfTheOther()
    {
        foreach (var row in WordList.Load(typeof(LanguagePipeline).Assembly, "genders.tsv"))
        {
            var document = s_pipeline.Analyze($"{row[3]} {(row[1] is "male" ? "She" : "He")} said nothing.");
            Assert.True(document.Mentions.Where(static mention => mention.Kind == MentionKind.Pronoun).All(static mention => mention.Entity is null), row[3]);
        }
    }

    [Fact]
    public void EveryItThatStandsForNothingIsNoMention()
    {
        foreach (var row in WordList.Load(typeof(LanguagePipeline).Assembly, "expletives.tsv"))
        {
            var document = s_pipeline.Analyze("The army moved. " + row[2]);
            Assert.DoesNotContain(document.Mentions, mention => mention.Head.In(document.Text) is "It");
        }
    }

    [Fact]
    public void EveryDeterminerIsReadInItsExample()
    {
        foreach (var row in WordList.Load(typeof(LanguagePipeline).Assembly, "determiners.tsv"))
            Assert.Equal(row[1], CoreferenceWords.Determiner(row[0]).ToString()!.ToLowerInvariant());
    }

    [Fact]
    public void EntitiesAreNumberedByTheirFirstMentionsWhateverTheText()
    {
        string[] words = ["he", "she", "it", "they", "the official", "A diplomat", "Hamas", "Israel", "the source", "said", "“", "”", "who", ",", ".", "and", "Omar Nasser", "the group", "told", "its", "We", "is", "(", ")", "\n\n", "the country", "another"];
        Gen.OneOf(Gen.String, Gen.Int[0, words.Length - 1].Array[0, 40].Select(parts => string.Join(" ", parts.Select(part => words[part])))).Sample(Check, iter: 400);

        static void Check(string text)
        {
            var document = s_pipeline.Analyze(text);
            var entities = 0;
            for (var i = 0; i < document.Mentions.Length; i++)
            {
                var mention = document.Mentions[i];
                Assert.True(mention.Span.End <= text.Length && mention.Head.End <= text.Length);
                Assert.True(i == 0 || document.Mentions[i - 1].Span.Start <= mention.Span.Start);
                if (mention.Entity == entities)
                    entities++;
                else if (mention.Entity is { } known)
                    Assert.InRange(known, 0, entities - 1);
                Assert.Equal(mention.Entity is not null && document.Mentions[..i].Any(other => other.Entity == mention.Entity), mention.Antecedent is not null);
                if (mention.Antecedent is { } antecedent)
                    Assert.True(antecedent < i && document.Mentions[antecedent].Entity == mention.Entity);
            }
        }
    }

    /// <summary>A sentence of a million words, or as many short ones: nothing may look back over all that went before.</summary>
    [Theory]
    [InlineData("he", "PRP", "nsubj", UniversalTag.Pron, 1_000_000)]
    [InlineData("Smith", "NNP", "conj", UniversalTag.Propn, 1_000_000)]
    [InlineData("Smith", "NNP", "appos", UniversalTag.Propn, 1_000_000)]
    [InlineData("official", "NN", "nsubj", UniversalTag.Noun, 1_000_000)]
    [InlineData("official", "NN", "nmod", UniversalTag.Noun, 20)]
    [InlineData("its", "PRP$", "nmod:poss", UniversalTag.Pron, 20)]
    [InlineData("“he”", "PRP", "obj", UniversalTag.Pron, 20)]
    public void TimeIsLinearInTheTextWhateverItsTrees(string form, string xpos, string relation, UniversalTag upos, int sentenceLength)
    {
        foreach (var isChain in new[] { false, true })
        {
            var document = Uniform(form, xpos, relation, upos, sentenceLength, isChain);
            var watch = TimeProvider.System.GetTimestamp();
            CoreferenceReader.Read(document);
            Assert.InRange(TimeProvider.System.GetElapsedTime(watch).TotalSeconds, 0, 30);
        }
    }

    /// <summary>A text of one word over and over, all of a sentence under its first word, or each under the one before.</summary>
    private static Document Uniform(string form, string xpos, string relation, UniversalTag upos, int sentenceLength, bool isChain)
    {
        const int Count = 300_000;
        var text = string.Concat(Enumerable.Repeat(form + " ", Count));
        var words = new Word[Count];
        var sentences = new List<SentenceBounds>();
        for (var i = 0; i < Count; i++)
        {
            var first = i - (i % sentenceLength);
            if (i == first)
                sentences.Add(new SentenceBounds(i, Math.Min(sentenceLength, Count - i), 0));
            var start = i * (form.Length + 1);
            words[i] = new Word(start, start + form.Length, false)
            {
                Sentence = sentences.Count - 1,
                Upos = upos,
                Xpos = xpos,
                Lemma = form,
                Relation = i == first ? "root" : relation,
                Head = i == first ? Word.None : isChain ? i - 1 : first,
            };
            if (i == first)
                continue;
            if (isChain || i == first + 1)
                words[i - 1].FirstChild = i;
            else
                words[i - 1].NextSibling = i;
        }

        var document = new Document(text, words, sentences.ToArray());
        document.Quotations = Parley.Language.Quotations.QuotationReader.Read(text, words, sentences.ToArray());
        return document;
    }

    private static bool Holds(Document document, string mention, bool isSame, string other)
    {
        if (Indices(document, mention) is not { } left)
            return !isSame;
        var entity = document.Mentions[left].Entity;
        if (other is "?")
            return entity is null;
        if (other is "new")
            return entity is not null && document.Mentions[left].Antecedent is null;
        return Indices(document, other) is { } right
            ? (entity is not null && entity == document.Mentions[right].Entity) == isSame
            : !isSame;
    }

    /// <summary>The mention told by its words, or its head word; the longest words first.</summary>
    private static int? Indices(Document document, string told)
    {
        var (words, number) = told.Split('#') is [var name, var nth] ? (name, int.Parse(nth, null)) : (told, 1);
        foreach (var takesHead in new[] { false, true })
        {
            var found = Enumerable.Range(0, document.Mentions.Length)
                .Where(i => (takesHead ? document.Mentions[i].Head : document.Mentions[i].Span).In(document.Text).Equals(words, StringComparison.Ordinal)).ToList();
            if (found.Count >= number)
                return found[number - 1];
        }

        return null;
    }

    private static bool Find(Document document, string head, MentionKind kind) => document.Mentions.Any(mention =>
        mention.Kind == kind && document.TokensIn(mention.Head) is [var token] && (token.Lemma == head || token.Is(head)));

    private static string Show(Document document) => string.Join("; ", document.Mentions.Select(mention =>
        $"{(mention.Entity is { } entity ? entity : "?")} {mention.Span.In(document.Text)}"));
}
