using Parley.Reports;

namespace Parley.Language;

/// <summary>A sentence: a run of tokens with one root. A value that points into its <see cref="Document"/>.</summary>
public readonly record struct Sentence
{
    private readonly Document _document;

    internal Sentence(Document document, int index, int firstToken, int tokenCount, int paragraph)
    {
        _document = document;
        Index = index;
        FirstToken = firstToken;
        TokenCount = tokenCount;
        Paragraph = paragraph;
    }

    /// <summary>Its place among the document's sentences, from 0.</summary>
    public int Index { get; }

    /// <summary>Index of its first token in the document.</summary>
    public int FirstToken { get; }

    /// <summary>How many tokens it has; at least 1.</summary>
    public int TokenCount { get; }

    /// <summary>Index of its paragraph, from 0.</summary>
    public int Paragraph { get; }

    /// <summary>From its first token's start to its last token's end.</summary>
    public Span Span => new(_document.Word(FirstToken).Start, _document.Word(FirstToken + TokenCount - 1).End);

    /// <summary>Its characters.</summary>
    public ReadOnlySpan<char> Text => Span.In(_document.Text);

    /// <summary>Its tokens in order.</summary>
    public TokenList Tokens => new(_document, FirstToken, TokenCount);

    /// <summary>The token that all others depend on, directly or not.</summary>
    public Token Root
    {
        get
        {
            for (var i = FirstToken; i < FirstToken + TokenCount; i++)
            {
                if (_document.Word(i).Head < 0)
                    return new Token(_document, i);
            }

            throw new InvalidOperationException("A sentence has a root.");
        }
    }

    /// <summary>
    /// The tokens of <paramref name="token"/>'s subtree, itself included, in the order of the text; they need not be neighbours.
    /// </summary>
    public SubtreeTokens Subtree(Token token) => new(_document, token.Index, FirstToken, FirstToken + TokenCount);

    /// <summary>From the first to the last token of <paramref name="token"/>'s subtree.</summary>
    public Span SubtreeSpan(Token token)
    {
        var (start, end) = (int.MaxValue, 0);
        foreach (var part in Subtree(token))
            (start, end) = (Math.Min(start, part.Span.Start), Math.Max(end, part.Span.End));
        return new Span(start, end);
    }

    /// <inheritdoc/>
    public override string ToString() => Text.ToString();
}
