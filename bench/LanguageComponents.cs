using Parley.Language;
using Parley.Language.Coreference;
using Parley.Language.Lemmas;
using Parley.Language.Models;
using Parley.Language.Names;
using Parley.Language.Quotations;
using Parley.Language.Segmentation;
using Parley.Language.Syntax;
using Parley.Language.Times;

namespace Parley.Benchmarks;

/// <summary>The components of the language stage, one by one, in the order of <see cref="LanguagePipeline"/>; lemmas are the syntax reader's.</summary>
internal sealed class LanguageComponents(LanguageMode mode)
{
    private readonly Segmenter _segmenter = Segmenter.Read(Model.Get("segmenter"));
    private readonly SyntaxReader _syntax =
        new(new SyntaxModel(Model.Get(mode == LanguageMode.Fast ? "syntax-fast" : "syntax")), Lemmatizer.Read(Model.Get("lemmatizer")));

    private readonly NameReader _names = NameReader.Get();
    private readonly TimeReader _times = new();

    public static string[] Names { get; } = ["segmentation", "syntax", "names", "quotations", "times", "coreference"];

    /// <summary>Reads a text; calls <paramref name="done"/> with each component's number after it is done. Gives how many words it has.</summary>
    public int Read(string text, Action<int> done)
    {
        var (words, sentences) = Segment(text);
        done(0);
        _syntax.Read(text, words, sentences);
        done(1);
        var document = new Document(text, words, sentences);
        document.Names = _names.Read(document);
        done(2);
        document.Quotations = QuotationReader.Read(text, words, sentences);
        done(3);
        document.Times = _times.Read(document, null);
        done(4);
        document.Mentions = CoreferenceReader.Read(document);
        done(5);
        return words.Length;
    }

    public (Word[] Words, SentenceBounds[] Sentences) Segment(string text)
    {
        var (words, sentences) = _segmenter.Segment(text);
        for (var i = 0; i < sentences.Length; i++)
        {
            foreach (ref var word in words.AsSpan(sentences[i].FirstWord, sentences[i].WordCount))
                word.Sentence = i;
        }

        return (words, sentences);
    }

    /// <summary>Reads into a copy of <paramref name="words"/>.</summary>
    public Word[] Syntax(string text, Word[] words, SentenceBounds[] sentences)
    {
        var copy = words.AsSpan().ToArray();
        _syntax.Read(text, copy, sentences);
        return copy;
    }

    public ImmutableArray<Name> FindNames(Document document) => _names.Read(document);

    public static ImmutableArray<Quotation> FindQuotations(string text, Word[] words, SentenceBounds[] sentences) => QuotationReader.Read(text, words, sentences);

    public static ImmutableArray<Mention> FindMentions(Document document) => CoreferenceReader.Read(document);

    public ImmutableArray<TimeExpression> FindTimes(Document document) => _times.Read(document, null);
}
