using System.Globalization;
using System.Runtime.CompilerServices;

namespace Parley.Language.Segmentation;

/// <summary>What the segmenter knows of a character: its plain form and its class.</summary>
internal static class Characters
{
    /// <summary>For code units below 128, by table.</summary>
    private static readonly CharacterClass[] s_classes = [.. Enumerable.Range(0, 128).Select(static c => Classify((char)c))];

    /// <summary>
    /// In lower case, with curly and straight quotation marks and apostrophes made one, so that what was learned of one spelling
    /// holds for the other.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static char Plain(char c) => c < 128 ? (c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c == '`' ? '\'' : c) : PlainOther(c);

    /// <summary>The class of <paramref name="c"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CharacterClass Class(char c) => c < 128 ? s_classes[c] : Classify(c);

    public static bool IsLetter(char c) => Class(c) is CharacterClass.Lower or CharacterClass.Upper;

    public static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or '`' or '´' or 'ʼ';

    /// <summary>Whether <paramref name="c"/> only adds to the character before it: accents, joiners, the second half of a pair.</summary>
    public static bool Continues(char c) =>
        c >= 0x300 && (char.IsLowSurrogate(c) || c == '\u200d' || c is >= '\ufe00' and <= '\ufe0f'
            || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark);

    private static char PlainOther(char c) => c switch
    {
        '’' or '‘' or '´' or 'ʼ' or '‚' or '‛' => '\'',
        '“' or '”' or '„' or '‟' or '«' or '»' => '"',
        '–' or '―' => '—',
        '‐' or '‑' or '−' => '-',
        _ => char.ToLowerInvariant(c),
    };

    private static CharacterClass Classify(char c) => c switch
    {
        _ when char.IsWhiteSpace(c) => CharacterClass.Space,
        _ when char.IsUpper(c) => CharacterClass.Upper,
        _ when char.IsLetter(c) => CharacterClass.Lower,
        _ when char.IsDigit(c) => CharacterClass.Digit,
        '.' => CharacterClass.Stop,
        '!' or '?' or '…' => CharacterClass.Terminal,
        ',' or ';' or ':' => CharacterClass.Comma,
        '(' or '[' or '{' or '“' or '„' or '«' or '‘' => CharacterClass.Opener,
        ')' or ']' or '}' or '”' or '»' => CharacterClass.Closer,
        '"' or '\'' or '’' or '`' => CharacterClass.Quote,
        '-' or '–' or '—' or '―' or '‐' or '‑' or '−' => CharacterClass.Dash,
        _ when Continues(c) => CharacterClass.Lower,
        _ => CharacterClass.Symbol,
    };
}

/// <summary>What a character is to a segmenter.</summary>
internal enum CharacterClass : byte
{
    Space,
    Lower,
    Upper,
    Digit,
    Stop,
    Terminal,
    Comma,
    Opener,
    Closer,
    Quote,
    Dash,
    Symbol,
}
