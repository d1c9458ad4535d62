using Parley.Language.Coreference;
using Parley.Language.Lemmas;
using Parley.Language.Models;
using Parley.Language.Names;
using Parley.Language.Quotations;
using Parley.Language.Segmentation;
using Parley.Language.Syntax;
using Parley.Language.Times;

namespace Parley.Language;

/// <summary>
/// Turns a report's text into a <see cref="Document"/>: segmentation, syntax, names, quotations, times and coreference, in this
/// order. Safe for many threads; the same text and context give the same document.
/// </summary>
public sealed class LanguagePipeline
{
    private readonly Segmenter _segmenter = Segmenter.Read(Model.Get("segmenter"));
    private readonly SyntaxReader _syntax;
    private readonly NameReader _names = NameReader.Get();
    private readonly TimeReader _times = new();

    private LanguagePipeline(LanguageMode mode) =>
        _syntax = new SyntaxReader(
            new SyntaxModel(Model.Get(mode == LanguageMode.Fast ? "syntax-fast" : "syntax")), Lemmatizer.Read(Model.Get("lemmatizer")));

    /// <summary>Loads the models; a few tenths of a second, so make one and share it.</summary>
    public static LanguagePipeline Create(LanguageMode mode = LanguageMode.Default) => new(mode);

    /// <summary>Analyses <paramref name="text"/>; any string will do.</summary>
    /// <param name="text">The report's text.</param>
    /// <param name="context">What is known of it from outside.</param>
    public Document Analyze(string text, AnalysisContext context = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (words, sentences) = _segmenter.Segment(text);
        for (var i = 0; i < sentences.Length; i++)
        {
            var (first, count, _) = sentences[i];
            foreach (ref var word in words.AsSpan(first, count))
                word.Sentence = i;
        }

        _syntax.Read(text, words, sentences);
        var document = new Document(text, words, sentences);
        document.Names = _names.Read(document);
        document.Quotations = QuotationReader.Read(text, words, sentences);
        document.Times = _times.Read(document, context.Date);
        document.Mentions = CoreferenceReader.Read(document);
        return document;
    }
}
