using Parley.Language.Models;

namespace Parley.Language.Segmentation;

/// <summary>What a sentence splitter knows of a word, computed once a word.</summary>
internal struct WordTraits
{
    /// <summary>Hash of its plain form, cut to what <see cref="MostCharacters"/> says.</summary>
    public uint Plain;

    /// <summary>Hash of its last three plain characters and shape.</summary>
    public uint Suffix;

    /// <summary>Its character classes in order, runs as one, at most seven.</summary>
    public uint Shape;

    public WordKind Kind;

    /// <summary>Its usual part of speech, or what its ending and case say.</summary>
    public byte Class;

    /// <summary>What stands before it: 0 nothing, 1 a space, 2 a line end.</summary>
    public byte Gap;

    /// <summary>How many marks the sentence's end needs are in it: counted up along the paragraph.</summary>
    public int TerminalsBefore;

    /// <summary>Beyond this, a word's characters tell nothing new.</summary>
    public const int MostCharacters = 24;

    public static WordTraits Of(ReadOnlySpan<char> text, byte gap, bool isSpaceAfter, WordClasses classes)
    {
        if (text.Length > MostCharacters)
            text = text[..MostCharacters];
        var plain = FeatureHash.Plain(text);
        var shape = Shaped(text);
        var kind = KindOf(text, gap > 0, isSpaceAfter);
        return new WordTraits
        {
            Plain = plain,
            Suffix = FeatureHash.Add(FeatureHash.Plain(text[Math.Max(0, text.Length - 3)..]), shape),
            Shape = shape,
            Kind = kind,
            Class = classes.Of(plain, text, kind),
            Gap = gap,
        };
    }

    private static uint Shaped(ReadOnlySpan<char> text)
    {
        var (shape, last, count) = (0u, CharacterClass.Space, 0);
        foreach (var c in text)
        {
            var found = Characters.Class(c);
            if (found == last)
                continue;
            shape = shape << 4 | (uint)found;
            last = found;
            if (++count == 7)
                break;
        }

        return shape << 1 | (text.Length == 1 ? 1u : 0u);
    }

    private static WordKind KindOf(ReadOnlySpan<char> text, bool isSpaceBefore, bool isSpaceAfter)
    {
        var first = Characters.Class(text[0]);
        var last = Characters.Class(text[^1]);
        if (last == CharacterClass.Stop && Abbreviations.Contains(text))
            return WordKind.Abbreviation;
        switch (first)
        {
            case CharacterClass.Lower:
                return last == CharacterClass.Stop ? WordKind.LowerStop : WordKind.Lower;
            case CharacterClass.Upper:
                if (last == CharacterClass.Stop)
                    return text.Length == 2 ? WordKind.Initial : WordKind.UpperStop;
                if (text.Length == 1)
                    return WordKind.Letter;
                foreach (var c in text)
                {
                    if (Characters.Class(c) == CharacterClass.Lower)
                        return WordKind.Capitalised;
                }

                return WordKind.Capitals;
            case CharacterClass.Digit:
                return last == CharacterClass.Stop ? WordKind.NumberStop : WordKind.Number;
            case CharacterClass.Stop:
                return text.Length == 1 ? WordKind.Stop : last == CharacterClass.Stop ? WordKind.Dots : WordKind.Symbol;
            case CharacterClass.Terminal:
                return text[0] == '…' ? WordKind.Dots : WordKind.Exclamation;
            case CharacterClass.Comma:
                return text.Length > 1 ? WordKind.Emoticon : text[0] switch { ',' => WordKind.Comma, ';' => WordKind.Semicolon, _ => WordKind.Colon };
            case CharacterClass.Opener:
                return text[0] is '(' or '[' or '{' ? WordKind.OpenBracket : WordKind.OpenQuote;
            case CharacterClass.Closer:
                return text[0] is '”' or '»' ? WordKind.CloseQuote : WordKind.CloseBracket;
            case CharacterClass.Quote:
                return isSpaceBefore == isSpaceAfter ? WordKind.Quote : isSpaceBefore ? WordKind.OpenQuote : WordKind.CloseQuote;
            case CharacterClass.Dash:
                return text.Length == 1 ? WordKind.Dash : WordKind.Dashes;
            default:
                return WordKind.Symbol;
        }
    }
}

/// <summary>What a word is by its characters.</summary>
internal enum WordKind : byte
{
    /// <summary>Beyond the paragraph.</summary>
    None,
    Lower,
    LowerStop,
    Capitalised,
    Capitals,
    Letter,
    Initial,
    UpperStop,
    Abbreviation,
    Number,
    NumberStop,
    Stop,
    Dots,
    Exclamation,
    Comma,
    Semicolon,
    Colon,
    OpenQuote,
    CloseQuote,
    Quote,
    OpenBracket,
    CloseBracket,
    Dash,
    Dashes,
    Emoticon,
    Symbol,
}
