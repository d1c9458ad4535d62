using Parley.Reports;

namespace Parley.Language;

/// <summary>A word or mark, as in the Universal Dependencies treebanks for English.</summary>
/// <param name="Span">Where it stands in the report's text.</param>
/// <param name="GoesWithPrevious">Whether it was split off the word before it: the <c>n't</c> of <c>don't</c>.</param>
public readonly record struct Token(Span Span, bool GoesWithPrevious);

/// <summary>A sentence: a run of tokens.</summary>
/// <param name="Span">From its first token's start to its last token's end.</param>
/// <param name="FirstToken">Index of its first token in the document.</param>
/// <param name="TokenCount">How many tokens it has; at least 1.</param>
/// <param name="Paragraph">Index of its paragraph, from 0.</param>
public readonly record struct Sentence(Span Span, int FirstToken, int TokenCount, int Paragraph);

/// <summary>A report's text, analysed. Immutable; all offsets are into the report's text.</summary>
public sealed class Document
{
    internal Document(string text, ImmutableArray<Token> tokens, ImmutableArray<Sentence> sentences)
    {
        Text = text;
        Tokens = tokens;
        Sentences = sentences;
    }

    /// <summary>The report's text.</summary>
    public string Text { get; }

    /// <summary>All tokens in order; they cover every character that is no white space exactly once.</summary>
    public ImmutableArray<Token> Tokens { get; }

    /// <summary>All sentences in order; they cover every token exactly once.</summary>
    public ImmutableArray<Sentence> Sentences { get; }

    /// <summary>The tokens of <paramref name="sentence"/>.</summary>
    public ReadOnlySpan<Token> TokensOf(Sentence sentence) =>
        Tokens.AsSpan().Slice(sentence.FirstToken, sentence.TokenCount);

    /// <summary>The characters of <paramref name="token"/>.</summary>
    public ReadOnlySpan<char> TextOf(Token token) => token.Span.In(Text);
}
