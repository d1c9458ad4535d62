using Parley.Language.Coreference;
using Parley.Language.Names;
using Parley.Language.Quotations;
using Parley.Language.Times;
using Parley.Reports;

namespace Parley.Language;

/// <summary>
/// A report's text, analysed. Immutable and safe for many threads; all offsets are into the report's text, in UTF-16 code units.
/// Tokens, sentences and spans are values that point into it.
/// </summary>
public sealed class Document
{
    private readonly Word[] _words;

    internal Document(string text, Word[] words, ReadOnlySpan<SentenceBounds> sentences)
    {
        Text = text;
        _words = words;
        var built = ImmutableArray.CreateBuilder<Sentence>(sentences.Length);
        foreach (var bounds in sentences)
            built.Add(new Sentence(this, built.Count, bounds.FirstWord, bounds.WordCount, bounds.Paragraph));
        Sentences = built.MoveToImmutable();
    }

    /// <summary>The report's text.</summary>
    public string Text { get; }

    /// <summary>All tokens in order; they cover every character that is no white space exactly once.</summary>
    public TokenList Tokens => new(this, 0, _words.Length);

    /// <summary>All sentences in order; they cover every token exactly once.</summary>
    public ImmutableArray<Sentence> Sentences { get; }

    /// <summary>Names of people, bodies, places and so on, in the order of their starts, the longer first; they may nest.</summary>
    public ImmutableArray<Name> Names { get; internal set; } = [];

    /// <summary>Dates, times of day, durations and sets, in order; none overlaps another.</summary>
    public ImmutableArray<TimeExpression> Times { get; internal set; } = [];

    /// <summary>Direct speech, in the order of its starts; a quotation within another comes after it.</summary>
    public ImmutableArray<Quotation> Quotations { get; internal set; } = [];

    /// <summary>Expressions that refer to someone or something, in the order of their starts, and which of them corefer.</summary>
    public ImmutableArray<Mention> Mentions { get; internal set; } = [];

    /// <summary>The token that covers the character at <paramref name="offset"/>, or the first after it; null where none follows.</summary>
    public Token? TokenAt(int offset)
    {
        var (low, high) = (0, _words.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_words[middle].End <= offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low < _words.Length ? new Token(this, low) : null;
    }

    /// <summary>The tokens that share a character with <paramref name="span"/>.</summary>
    public TokenList TokensIn(Span span)
    {
        var first = TokenAt(span.Start)?.Index ?? _words.Length;
        var end = first;
        while (end < _words.Length && _words[end].Start < span.End)
            end++;
        return new TokenList(this, first, end - first);
    }

    internal ref readonly Word Word(int index) => ref _words[index];
}

/// <summary>Where a sentence stands among a document's words.</summary>
internal readonly record struct SentenceBounds(int FirstWord, int WordCount, int Paragraph);
