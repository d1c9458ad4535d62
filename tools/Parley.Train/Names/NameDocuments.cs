using Parley.Language;
using Parley.Language.Lemmas;
using Parley.Language.Models;
using Parley.Language.Syntax;

namespace Parley.Train.Names;

/// <summary>Documents of given tokens, with the parts of speech that the pipeline would give them.</summary>
internal sealed class NameDocuments
{
    private readonly SyntaxReader _syntax = new(new SyntaxModel(Model.Get("syntax")), Lemmatizer.Read(Model.Get("lemmatizer")));

    /// <summary>A document of sentences of tokens; between any two tokens is a space.</summary>
    public Document Of(IReadOnlyList<IReadOnlyList<NameToken>> sentences)
    {
        var (text, words, bounds) = Words(sentences);
        _syntax.Read(text, words, bounds);
        return new Document(text, words, bounds);
    }

    private static (string Text, Word[] Words, SentenceBounds[] Sentences) Words(IReadOnlyList<IReadOnlyList<NameToken>> sentences)
    {
        var text = string.Join(' ', sentences.SelectMany(static sentence => sentence).Select(static token => token.Form));
        var words = new List<Word>();
        var bounds = new List<SentenceBounds>();
        var at = 0;
        foreach (var sentence in sentences)
        {
            bounds.Add(new SentenceBounds(words.Count, sentence.Count, 0));
            foreach (var token in sentence)
            {
                words.Add(new Word(at, at + token.Form.Length, goesWithPrevious: false)
                {
                    Sentence = bounds.Count - 1,
                });
                at += token.Form.Length + 1;
            }
        }

        return (text, [.. words], [.. bounds]);
    }
}
