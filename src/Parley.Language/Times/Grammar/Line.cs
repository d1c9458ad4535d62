using Parley.Language.Times.Lexicon;

namespace Parley.Language.Times.Grammar;

/// <summary>The atoms of a paragraph and the text they stand in. Asked for what lies outside, it gives a mark without extent.</summary>
internal readonly ref struct Line(string text, ReadOnlySpan<Atom> atoms)
{
    private static readonly Atom s_outside = new(-1, -1, AtomKind.Mark, false, -1, 0, null);

    private readonly ReadOnlySpan<Atom> _atoms = atoms;

    public string Source { get; } = text;

    public int Count => _atoms.Length;

    public ref readonly Atom this[int at] => ref (uint)at < (uint)_atoms.Length ? ref _atoms[at] : ref s_outside;

    public ReadOnlySpan<char> Text(int at) => (uint)at < (uint)_atoms.Length ? Source.AsSpan(_atoms[at].Start, _atoms[at].End - _atoms[at].Start) : [];

    /// <summary>The mark at an atom where it is one character; else the null character.</summary>
    public char Mark(int at) => this[at] is { Kind: AtomKind.Mark } atom && atom.End - atom.Start == 1 ? Source[atom.Start] : '\0';

    public bool Is(int at, Keyword keyword) => this[at].Is(keyword);

    public bool Is(int at, TimeRole role) => this[at].Is(role);

    public bool IsComma(int at) => Mark(at) == ',';

    public bool IsStop(int at) => Mark(at) == '.' && this[at].Glued;

    public bool IsDash(int at) => this[at].Kind == AtomKind.Mark && this[at].Start >= 0 && Source[this[at].Start] is '-' or '–' or '—' or '‑' or '−'
        && this[at].End - this[at].Start <= 2;

    /// <summary>A hyphen within a compound: <c>11-day</c>.</summary>
    public bool IsHyphen(int at) => Mark(at) is '-' or '‑' && this[at].Glued && this[at + 1].Glued;

    public bool IsApostrophe(int at) => Mark(at) is '\'' or '’' or '‘' or '´' or '`';

    public bool IsCapital(int at) => this[at].Start >= 0 && char.IsUpper(Source[this[at].Start]);

    public bool IsWord(int at) => this[at].Kind == AtomKind.Word;

    public bool IsNumber(int at) => this[at].Kind == AtomKind.Number;

    /// <summary>A number of up to <paramref name="digits"/> digits from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public bool IsNumber(int at, int digits, int least, int most) =>
        this[at] is { Kind: AtomKind.Number, Digits: > 0 } atom && atom.Digits <= digits && atom.Number >= least && atom.Number <= most;

    /// <summary>Whether an atom begins a sentence, or a quotation, heading or bracket.</summary>
    public bool IsFirst(int at) => at <= 0 || this[at - 1] is { Kind: AtomKind.Mark } && Mark(at - 1) is not (',' or ';' or '-' or '\'' or '’');

    /// <summary>The atom after <paramref name="phrase"/>, where it stands at <paramref name="at"/>; else -1.</summary>
    public int After(TimePhrase phrase, int at)
    {
        foreach (var part in phrase.Parts)
        {
            var same = part is "'" ? IsApostrophe(at) : Text(at).Equals(part, StringComparison.OrdinalIgnoreCase);
            if (!same)
                return -1;
            at++;
        }

        return at;
    }

    /// <summary>The longest expression of several words with this role at <paramref name="at"/>; null where there is none.</summary>
    public TimePhrase? Phrase(int at, TimeRole role)
    {
        if (this[at].Word is not { Phrases.IsEmpty: false } word)
            return null;
        foreach (var phrase in word.Phrases)
        {
            if (phrase.Role == role && After(phrase, at) > 0)
                return phrase;
        }

        return null;
    }
}
