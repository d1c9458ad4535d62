namespace Parley.Language;

/// <summary>
/// What a <see cref="Document"/> keeps of a token. Filled by the components in the pipeline's order, before the document is
/// handed out, and never changed after.
/// </summary>
internal struct Word
{
    /// <summary>No token: the head of a root, the end of a chain of siblings.</summary>
    public const int None = -1;

    public Word(int start, int end, bool goesWithPrevious)
    {
        Start = start;
        End = end;
        GoesWithPrevious = goesWithPrevious;
        Head = FirstChild = NextSibling = None;
    }

    /// <summary>Offsets into the text, in UTF-16 code units.</summary>
    public int Start, End;

    /// <summary>Index of its sentence.</summary>
    public int Sentence;

    /// <summary>Indices of tokens in the document.</summary>
    public int Head, FirstChild, NextSibling;

    public bool GoesWithPrevious;

    public UniversalTag Upos;

    /// <summary>Interned: one string a label, whatever the number of tokens.</summary>
    public string? Xpos, Relation, Lemma;

    public Morphology? Features;
}
