namespace Parley.Language.Names;

/// <summary>How a token is written.</summary>
internal enum Casing : byte
{
    /// <summary>Letters, none of them a capital, in a sentence that has capitals.</summary>
    Lower,

    /// <summary>Capital and small letters after it.</summary>
    Initial,

    /// <summary>Two capitals and more, and no small letter.</summary>
    Upper,

    /// <summary>One capital, alone.</summary>
    Letter,

    /// <summary>Capitals within.</summary>
    Mixed,

    /// <summary>Digits, with or without letters.</summary>
    Digits,

    /// <summary>No letter and no digit.</summary>
    Mark,

    /// <summary>Two capitals and more, and no small letter, in a sentence that is mostly so, as headlines are.</summary>
    Shouted,

    /// <summary>Letters, in a sentence without any capital past its first word, as people write in haste.</summary>
    Small,
}

/// <summary>What the features of names see of a token; computed once a token.</summary>
internal struct TokenTraits
{
    /// <summary>Hashes of the word in lower case, of its shape, and of its first and last characters in lower case.</summary>
    public uint Lower, Shape, Prefix2, Prefix3, Prefix4, Suffix2, Suffix3, Suffix4;

    public Casing Casing;

    /// <summary>How the treebanks write the word: see <see cref="CommonWords"/>.</summary>
    public byte Common;

    public Listed Listed;

    /// <summary>The run of words with capitals that it stands in, itself included; its own index where it has none.</summary>
    public int RunStart, RunEnd;

    /// <summary>Whether it is nowhere part of a name, so that no features are needed.</summary>
    public bool IsPlain;

    /// <summary>Whether it carries a capital.</summary>
    public readonly bool IsCapital => Casing is Casing.Initial or Casing.Upper or Casing.Letter or Casing.Mixed or Casing.Shouted;

    /// <summary>Reads how a token is written.</summary>
    public static TokenTraits Of(ReadOnlySpan<char> word)
    {
        var traits = new TokenTraits { Lower = NameHash.OfLower(word) };
        traits.ReadShape(word);
        return traits;
    }

    /// <summary>Whether it has letters, and none of them is a capital.</summary>
    public readonly bool IsSmall => Casing is Casing.Lower or Casing.Small;

    /// <summary>Reads a token's first and last characters, which only tokens that may be part of a name are asked for.</summary>
    public void ReadAffixes(ReadOnlySpan<char> word)
    {
        Prefix2 = NameHash.OfLower(word[..Math.Min(2, word.Length)]);
        Prefix3 = NameHash.OfLower(word[..Math.Min(3, word.Length)]);
        Prefix4 = NameHash.OfLower(word[..Math.Min(4, word.Length)]);
        Suffix2 = NameHash.OfLower(word[^Math.Min(2, word.Length)..]);
        Suffix3 = NameHash.OfLower(word[^Math.Min(3, word.Length)..]);
        Suffix4 = NameHash.OfLower(word[^Math.Min(4, word.Length)..]);
    }

    /// <summary>A word's shape: <c>Xx</c>, <c>X.X.</c>, <c>d,d</c>; like characters in a row count as one.</summary>
    private void ReadShape(ReadOnlySpan<char> word)
    {
        var (upper, lower, digits) = (0, 0, 0);
        var (shape, last, length) = (0u, '\0', 0);
        foreach (var c in word)
        {
            char kind;
            if (char.IsUpper(c))
                (kind, upper) = ('X', upper + 1);
            else if (char.IsLetter(c))
                (kind, lower) = ('x', lower + 1);
            else if (char.IsDigit(c))
                (kind, digits) = ('d', digits + 1);
            else
                kind = c;
            if (kind != last && length++ < 12)
                shape = NameHash.Mix(shape, kind);
            last = kind;
        }

        Shape = shape;
        Casing = digits > 0 ? Casing.Digits
            : upper + lower == 0 ? Casing.Mark
            : upper == 0 ? Casing.Lower
            : upper == 1 && lower == 0 ? Casing.Letter
            : lower == 0 ? Casing.Upper
            : upper == 1 && char.IsUpper(word[0]) ? Casing.Initial
            : Casing.Mixed;
    }
}
