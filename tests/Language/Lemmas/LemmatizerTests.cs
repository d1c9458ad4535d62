using CsCheck;
using Parley.Language.Lemmas;
using Parley.Language.Models;

namespace Parley.Language.Tests.Lemmas;

public class LemmatizerTests
{
    private static readonly Lemmatizer s_lemmatizer = Lemmatizer.Read(Model.Get("lemmatizer"));

    [Theory]
    [InlineData("ceasefires", UniversalTag.Noun, "NNS", "ceasefire")]
    [InlineData("talks", UniversalTag.Noun, "NNS", "talk")]
    [InlineData("parties", UniversalTag.Noun, "NNS", "party")]
    [InlineData("children", UniversalTag.Noun, "NNS", "child")]
    [InlineData("agreed", UniversalTag.Verb, "VBD", "agree")]
    [InlineData("said", UniversalTag.Verb, "VBD", "say")]
    [InlineData("killed", UniversalTag.Verb, "VBN", "kill")]
    [InlineData("halting", UniversalTag.Verb, "VBG", "halt")]
    [InlineData("denies", UniversalTag.Verb, "VBZ", "deny")]
    [InlineData("found", UniversalTag.Verb, "VBD", "find")]
    [InlineData("were", UniversalTag.Aux, "VBD", "be")]
    [InlineData("n't", UniversalTag.Part, "RB", "not")]
    [InlineData("n’t", UniversalTag.Part, "RB", "not")]
    [InlineData("’s", UniversalTag.Part, "POS", "'s")]
    [InlineData("'s", UniversalTag.Aux, "VBZ", "be")]
    [InlineData("wo", UniversalTag.Aux, "MD", "will")]
    [InlineData("They", UniversalTag.Pron, "PRP", "they")]
    [InlineData("them", UniversalTag.Pron, "PRP", "they")]
    [InlineData("The", UniversalTag.Det, "DT", "the")]
    [InlineData("worse", UniversalTag.Adj, "JJR", "bad")]
    [InlineData("McCarthy", UniversalTag.Propn, "NNP", "McCarthy")]
    [InlineData("DAMASCUS", UniversalTag.Propn, "NNP", "Damascus")]
    [InlineData("UNRWA", UniversalTag.Propn, "NNP", "UNRWA")]
    [InlineData("Syrian", UniversalTag.Adj, "JJ", "Syrian")]
    [InlineData("1,200", UniversalTag.Num, "CD", "1200")]
    [InlineData("“", UniversalTag.Punct, "``", "\"")]
    public void ALemmaIsTheDictionaryFormUnderItsTag(string form, UniversalTag upos, string xpos, string lemma) =>
        Assert.Equal(lemma, s_lemmatizer.Lemma(form, upos, xpos));

    [Fact]
    public void AWordWithoutTagsIsItsOwnLemma() => Assert.Equal("Talks", s_lemmatizer.Lemma("Talks", UniversalTag.X, "_"));

    [Fact]
    public void KnownLemmasAreSharedStrings() =>
        Assert.Same(s_lemmatizer.Lemma("said", UniversalTag.Verb, "VBD"), s_lemmatizer.Lemma("says", UniversalTag.Verb, "VBZ"));

    [Fact]
    public void AnyFormHasALemmaUnderAnyTag() =>
        Gen.Select(Gen.String, Gen.Enum<UniversalTag>(), Gen.Int[0, 5]).Sample(static (form, upos, xpos) =>
            Assert.NotNull(s_lemmatizer.Lemma(form, upos, ((string[])["NN", "NNS", "VBD", "NNP", "JJR", "?"])[xpos])));
}
