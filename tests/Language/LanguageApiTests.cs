using Parley.Language.Coreference;
using Parley.Language.Names;
using Parley.Language.Times;
using Parley.Reports;

namespace Parley.Language.Tests;

/// <summary>The library as a program uses it: what it asks of a document, and what it must be able to rely on.</summary>
public class LanguageApiTests
{
    private const string Text =
        "The envoy who met the ministers in Cairo said that the talks were close. “We don’t trust them yet,” Omar Saleh said on Friday.\n\n"
        + "UN Special Envoy Lina Haddad left. She had signed nothing.";

    private static readonly LanguagePipeline s_pipeline = LanguagePipeline.Create();

    private static readonly Document s_document = s_pipeline.Analyze(Text, new AnalysisContext(Date("2021-05-15")));

    [Fact]
    public void ASentenceKnowsItsTextItsPlaceAndItsParagraph()
    {
        Assert.Equal(["The", "“We", "UN", "She"], s_document.Sentences.Select(static sentence => sentence.ToString().Split(' ')[0]));
        Assert.Equal([0, 0, 1, 1], s_document.Sentences.Select(static sentence => sentence.Paragraph));
        Assert.Equal([0, 1, 2, 3], s_document.Sentences.Select(static sentence => sentence.Index));
        Assert.All(s_document.Sentences, static sentence => Assert.Equal(sentence.ToString(), Text[sentence.Span.Start..sentence.Span.End]));
    }

    [Fact]
    public void TheSubjectOfASentenceIsReadWithItsRelativeClause()
    {
        var sentence = s_document.Sentences[0];
        var said = sentence.Root;
        Assert.Equal("say", said.Lemma);
        var subject = said.Child("nsubj")!.Value;
        Assert.Equal("envoy", subject.ToString());
        Assert.Equal("The envoy who met the ministers in Cairo", string.Join(' ', sentence.Subtree(subject)));
        Assert.Equal("The envoy who met the ministers in Cairo", sentence.SubtreeSpan(subject).In(Text));
    }

    [Fact]
    public void WhatWasSaidIsTheClauseThatDependsOnTheVerb()
    {
        var sentence = s_document.Sentences[0];
        var content = sentence.Root.Child("ccomp")!.Value;
        Assert.Equal("that the talks were close", sentence.SubtreeSpan(content).In(Text));
        Assert.Equal(UniversalTag.Adj, content.Upos);
        Assert.True(content.Child("cop")!.Value.Features.Has("Tense", "Past"));
    }

    [Fact]
    public void ChildrenStandInTheOrderOfTheTextAndKnowTheirHead()
    {
        foreach (var token in s_document.Tokens)
        {
            Assert.Equal(token.Children.OrderBy(static child => child.Index), token.Children);
            Assert.All(token.Children, child => Assert.Equal(token, child.Head));
        }
    }

    [Fact]
    public void EveryTokenOfASentenceLeadsToItsRootAndTheRootToAll()
    {
        foreach (var sentence in s_document.Sentences)
        {
            Assert.Equal(sentence.Tokens, sentence.Subtree(sentence.Root));
            Assert.Single(sentence.Tokens, static token => token.IsRoot && token.Head is null && token.Relation == "root");
            Assert.All(sentence.Tokens, token => Assert.Equal(sentence, token.Sentence));
            Assert.All(sentence.Tokens, token => Assert.True(token.Head is not { } head || head.Sentence == sentence));
        }
    }

    [Fact]
    public void ATokenWithoutChildrenIsItsOwnSubtree()
    {
        var the = s_document.Tokens[0];
        Assert.Empty(the.Children);
        Assert.Equal([the], s_document.Sentences[0].Subtree(the));
        Assert.Null(the.Child("det"));
    }

    [Fact]
    public void ARelationIsFoundByItsKindWhateverItsSubtypeButNotByItsBeginning()
    {
        var met = s_document.Tokens.Single(static token => token.Is("MET"));
        Assert.Equal("acl:relcl", met.Relation);
        Assert.True(met.IsRelated("acl"));
        Assert.True(met.IsRelated("acl:relcl"));
        Assert.False(met.IsRelated("acl:rel"));
        Assert.False(met.IsRelated("a"));
    }

    [Fact]
    public void TheTokenAtAnOffsetIsTheOneThatCoversItOrElseTheNext()
    {
        Assert.Equal("The", s_document.TokenAt(0)!.Value.ToString());
        Assert.Equal("The", s_document.TokenAt(2)!.Value.ToString());
        Assert.Equal("envoy", s_document.TokenAt(3)!.Value.ToString());
        Assert.Equal("UN", s_document.TokenAt(Text.IndexOf('\n', StringComparison.Ordinal))!.Value.ToString());
        Assert.Equal(".", s_document.TokenAt(Text.Length - 1)!.Value.ToString());
        Assert.Null(s_document.TokenAt(Text.Length));
        Assert.Equal("The", s_document.TokenAt(-1)!.Value.ToString());
    }

    [Fact]
    public void TheTokensOfASpanAreThoseThatShareACharacterWithIt()
    {
        Assert.Equal("do n’t", string.Join(' ', s_document.TokensIn(SpanOf("don’t"))));
        Assert.Equal("envoy who", string.Join(' ', s_document.TokensIn(SpanOf("voy w"))));
        Assert.Equal(s_document.Tokens, s_document.TokensIn(new Span(0, Text.Length)));
        Assert.Empty(s_document.TokensIn(SpanOf("\n\n")));
        Assert.Throws<ArgumentOutOfRangeException>(() => s_document.TokensIn(SpanOf("\n\n"))[0]);
    }

    [Fact]
    public void AWordThatIsTwoTokensIsStillOneInTheText()
    {
        var pair = s_document.TokensIn(SpanOf("don’t"));
        Assert.Equal([false, true], pair.Select(static token => token.GoesWithPrevious));
        Assert.Equal([false, true], pair.Select(static token => token.IsFollowedBySpace));
        Assert.Equal(["do", "not"], pair.Select(static token => token.Lemma));
    }

    [Fact]
    public void NamesSayWhatTheyNameAndWhichTheyLieIn()
    {
        Assert.Equal(
            [("Cairo", NameKind.Place), ("Omar Saleh", NameKind.Person), ("UN Special Envoy", NameKind.Role), ("UN", NameKind.Organization), ("Lina Haddad", NameKind.Person)],
            s_document.Names.Select(static name => (name.Span.In(Text).ToString(), name.Kind)));
        var un = s_document.Names.Single(static name => name.Span.In(Text) is "UN");
        Assert.Equal("UN Special Envoy", s_document.Names[un.Within!.Value].Span.In(Text));
    }

    [Fact]
    public void TimesAreCountedFromTheReportsDateAndLeftOpenWithoutOne()
    {
        var friday = Assert.Single(s_document.Times);
        Assert.Equal(("Friday", "2021-05-14", TimeAnchor.Report), (friday.Span.In(Text).ToString(), friday.Value, friday.Anchor));
        Assert.Equal(Date("2021-05-14"), friday.Calendar!.Value.Start);
        var undated = Assert.Single(s_pipeline.Analyze(Text).Times);
        Assert.Equal((null, TimeAmbiguity.NoAnchor), (undated.Calendar, undated.Ambiguity));
    }

    [Fact]
    public void AQuotationIsPartedFromItsMarksAndKnowsWhatItQuotes()
    {
        var quotation = Assert.Single(s_document.Quotations);
        Assert.Equal("“We don’t trust them yet,”", quotation.Span.In(Text));
        Assert.Equal("We don’t trust them yet,", Assert.Single(quotation.Parts).In(Text));
        Assert.True(quotation.HoldsClause);
        Assert.True(quotation.Quotes(SpanOf("trust")));
        Assert.False(quotation.Quotes(SpanOf("Omar Saleh")));
        Assert.False(quotation.Quotes(quotation.Span));
    }

    [Fact]
    public void MentionsPointBackAndShareTheEntityOfWhatTheyPointTo()
    {
        var mentions = s_document.Mentions;
        for (var i = 0; i < mentions.Length; i++)
        {
            var mention = mentions[i];
            Assert.NotEmpty(s_document.TokensIn(mention.Span));
            Assert.True(mention.Span.Contains(mention.Head), $"{mention.Head.In(Text)} in {mention.Span.In(Text)}");
            Assert.True(Enum.IsDefined(mention.Kind));
            if (mention.Antecedent is not { } antecedent)
                continue;
            Assert.InRange(antecedent, 0, i - 1);
            Assert.Equal(mentions[antecedent].Entity, mention.Entity);
        }

        Assert.Equal(mentions.OrderBy(static one => one.Span.Start).Select(static one => one.Span.Start), mentions.Select(static one => one.Span.Start));
        Assert.DoesNotContain(mentions, static one => one is { Kind: MentionKind.Name, IsResolved: false });
    }

    [Fact]
    public void ATextWithoutWordsIsADocumentWithoutAny()
    {
        foreach (var text in (string[])["", " \n\n\t"])
        {
            var document = s_pipeline.Analyze(text);
            Assert.Empty(document.Tokens);
            Assert.Empty(document.Sentences);
            Assert.Null(document.TokenAt(0));
            Assert.Empty(document.TokensIn(new Span(0, 1)));
            Assert.Empty(document.Names);
            Assert.Empty(document.Mentions);
        }
    }

    [Fact]
    public void TheSmallerNetworkAnswersTheSameQuestions()
    {
        var document = LanguagePipeline.Create(LanguageMode.Fast).Analyze(Text);
        Assert.Equal(s_document.Tokens.Select(static token => token.Span), document.Tokens.Select(static token => token.Span));
        var sentence = document.Sentences[0];
        Assert.Equal("The envoy who met the ministers in Cairo", sentence.SubtreeSpan(sentence.Root.Child("nsubj")!.Value).In(Text));
    }

    [Fact]
    public async Task OnePipelineServesManyThreadsWithTheSameResults()
    {
        var expected = s_document.Tokens.Select(static token => (token.Span, token.Upos, token.Relation, Head: token.Head?.Index)).ToList();
        var documents = await Task.WhenAll(Enumerable.Range(0, 8).Select(static _ => Task.Run(() => s_pipeline.Analyze(Text))));
        Assert.All(documents, document => Assert.Equal(
            expected, document.Tokens.Select(static token => (token.Span, token.Upos, token.Relation, Head: token.Head?.Index))));
    }

    private static Span SpanOf(string words)
    {
        var start = Text.IndexOf(words, StringComparison.Ordinal);
        return new Span(start, start + words.Length);
    }

    private static PartialDate Date(string text) => PartialDate.TryParse(text, out var date) ? date : throw new FormatException(text);
}
