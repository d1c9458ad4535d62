using Parley.Reports;

namespace Parley.Language;

/// <summary>
/// A word or mark of a <see cref="Document"/>, as in the Universal Dependencies treebanks for English. A value: two words wide,
/// it points into its document, so it costs nothing to pass on.
/// </summary>
public readonly record struct Token
{
    internal Token(Document document, int index)
    {
        Document = document;
        Index = index;
    }

    /// <summary>The document that it is a token of.</summary>
    public Document Document { get; }

    /// <summary>Its place among the document's tokens, from 0.</summary>
    public int Index { get; }

    /// <summary>Where it stands in the report's text.</summary>
    public Span Span => new(Word.Start, Word.End);

    /// <summary>Its characters.</summary>
    public ReadOnlySpan<char> Text => Document.Text.AsSpan(Word.Start, Word.End - Word.Start);

    /// <summary>Whether it was split off the word before it: the <c>n't</c> of <c>don't</c>.</summary>
    public bool GoesWithPrevious => Word.GoesWithPrevious;

    /// <summary>Its part of speech in Universal Dependencies.</summary>
    public UniversalTag Upos => Word.Upos;

    /// <summary>Its part of speech in the Penn Treebank's tags, as extended by the English treebanks.</summary>
    public string Xpos => Word.Xpos ?? "_";

    /// <summary>Its morphological features.</summary>
    public Morphology Features => Word.Features ?? Morphology.None;

    /// <summary>Its dictionary form.</summary>
    public string Lemma => Word.Lemma ?? "_";

    /// <summary>How it depends on <see cref="Head"/>, with subtype: <c>nsubj:pass</c>; <c>root</c> for a sentence's root.</summary>
    public string Relation => Word.Relation ?? "_";

    /// <summary>The token that it depends on; null for a sentence's root.</summary>
    public Token? Head => Word.Head < 0 ? null : new Token(Document, Word.Head);

    /// <summary>Whether it is its sentence's root.</summary>
    public bool IsRoot => Word.Head < 0;

    /// <summary>The tokens that depend on it, in the order of the text.</summary>
    public ChildList Children => new(Document, Word.FirstChild);

    /// <summary>The sentence that it stands in.</summary>
    public Sentence Sentence => Document.Sentences[Word.Sentence];

    /// <summary>Whether white space or the text's end follows it.</summary>
    public bool IsFollowedBySpace => Word.End >= Document.Text.Length || char.IsWhiteSpace(Document.Text[Word.End]);

    private ref readonly Word Word => ref Document.Word(Index);

    /// <summary>Whether its characters are <paramref name="text"/>, in whatever case.</summary>
    public bool Is(ReadOnlySpan<char> text) => Text.Equals(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it depends by <paramref name="relation"/> or a subtype of it: <c>nsubj</c> is also <c>nsubj:pass</c>.</summary>
    public bool IsRelated(string relation)
    {
        ArgumentNullException.ThrowIfNull(relation);
        var own = Relation;
        return own.StartsWith(relation, StringComparison.Ordinal) && (own.Length == relation.Length || own[relation.Length] == ':');
    }

    /// <summary>The first of its children by <paramref name="relation"/> or a subtype of it; null where there is none.</summary>
    public Token? Child(string relation)
    {
        foreach (var child in Children)
        {
            if (child.IsRelated(relation))
                return child;
        }

        return null;
    }

    /// <inheritdoc/>
    public override string ToString() => Text.ToString();
}
