using Parley.Language.Times.Lexicon;

namespace Parley.Language.Times.Grammar;

internal enum AtomKind : byte
{
    /// <summary>Neither letters nor digits; also what lies outside a text.</summary>
    Mark,
    Word,
    Number,
}

/// <summary>
/// What the grammar of times reads: a run of letters, a run of digits, or a mark. Finer than a token, so that <c>10am</c>,
/// <c>mid-2014</c> and <c>May 10-21</c> read the same however a tokenizer parts them.
/// </summary>
/// <param name="Start">Its first code unit in the text.</param>
/// <param name="End">The code unit after its last.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Glued">Whether no white space stands before it.</param>
/// <param name="Number">Its value where it is a number of up to nine digits; else -1.</param>
/// <param name="Digits">How many digits; 0 where it is no number, or one with thousands marked off.</param>
/// <param name="Word">What the lexicon knows of it.</param>
internal readonly record struct Atom(int Start, int End, AtomKind Kind, bool Glued, int Number, int Digits, TimeWord? Word)
{
    public bool Is(TimeRole role) => Word is not null && Word.Is(role);

    public bool Is(Keyword keyword) => Word is not null && Word.Keyword == keyword;
}
