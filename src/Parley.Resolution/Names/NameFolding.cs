using System.Globalization;
using System.Text;

namespace Parley.Resolution.Names;

/// <summary>
/// What two spellings of a name have in common: small letters without accents, apostrophes and dots; hyphens and spaces part words. So
/// <c>Ta'ang</c> is <c>taang</c>, <c>U.N.</c> is <c>un</c>, and <c>al-Sisi</c> the words <c>al</c> and <c>sisi</c>.
/// </summary>
internal static class NameFolding
{
    private const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;

    /// <summary>The hash of one word's folded letters; 0 where it has none.</summary>
    public static ulong HashOf(ReadOnlySpan<char> word)
    {
        var hash = 0UL;
        foreach (var c in word)
        {
            if (char.IsAsciiLetterOrDigit(c))
                hash = Step(hash, (char)(c | 0x20));
            else if (c >= 128)
                hash = HashOther(hash, c);
        }

        return hash;
    }

    /// <summary>The hash of a word after others.</summary>
    public static ulong Then(ulong words, ulong word) => words == 0 ? word : (words ^ (word >> 7)) * Multiplier + word;

    /// <summary>The hashes of a name's words one after another, each taking in those before it.</summary>
    public static ImmutableArray<ulong> Prefixes(string name)
    {
        var prefixes = ImmutableArray.CreateBuilder<ulong>();
        var hash = 0UL;
        foreach (var range in Words(name))
        {
            if (HashOf(name.AsSpan(range)) is not 0 and var word)
                prefixes.Add(hash = Then(hash, word));
        }

        return prefixes.ToImmutable();
    }

    /// <summary>The words of a text that is a name: what white space, hyphens, slashes, commas, brackets and quotation marks part.</summary>
    public static IEnumerable<Range> Words(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            while (at < text.Length && IsBreak(text[at]))
                at++;
            var start = at;
            while (at < text.Length && !IsBreak(text[at]))
                at++;
            if (at > start)
                yield return start..at;
        }
    }

    /// <summary>The folded words, parted by one space.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var range in Words(text))
        {
            if (folded.Length > 0)
                folded.Append(' ');
            foreach (var c in text.AsSpan(range))
            {
                if (char.IsAsciiLetterOrDigit(c))
                    folded.Append((char)(c | 0x20));
                else if (c >= 128)
                    folded.Append(Plain(c));
            }
        }

        return folded.ToString();
    }

    private static bool IsBreak(char c) => char.IsWhiteSpace(c) || c is '-' or '–' or '—' or '‑' or '/' or ',' or '(' or ')' or '"' or '“' or '”' or '«' or '»' or ':' or ';' or '&';

    private static ulong HashOther(ulong hash, char c)
    {
        foreach (var plain in Plain(c))
            hash = Step(hash, plain);
        return hash;
    }

    /// <summary>A letter without its accent, in small; empty for what is no letter or digit.</summary>
    private static string Plain(char c)
    {
        switch (c)
        {
            case 'ß': return "ss";
            case 'æ' or 'Æ': return "ae";
            case 'œ' or 'Œ': return "oe";
            case 'þ' or 'Þ': return "th";
        }

        if (!char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == UnicodeCategory.ModifierLetter)
            return "";
        var plain = c is >= LatinFrom and < LatinTo ? Latin[c - LatinFrom] : c is >= VietnameseFrom and < VietnameseTo ? Vietnamese[c - VietnameseFrom] : '.';
        return (plain == '.' ? char.ToLowerInvariant(c) : plain).ToString();
    }

    private const char LatinFrom = '\u00C0', LatinTo = '\u0260', VietnameseFrom = '\u1E00', VietnameseTo = '\u1F00';

    // The first letter of each one's canonical decomposition (Unicode 15), a dot where that is no plain letter. Programs without ICU do not
    // decompose.
    private const string Latin =
        "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccddddeeeeeeeeeegggggggghhhh"
        + "iiiiiiiiii..jjkk.llllll..llnnnnnn.nnoooooo..rrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzz................a"
        + ".........k......oo.............uu............................aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg.."
        + "nnaa....aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy...............................b...d.a......";

    private const string Vietnamese =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssss"
        + "ssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooo"
        + "oooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

    private static ulong Step(ulong hash, char c)
    {
        hash = (hash ^ c) * Multiplier;
        return (hash ^ hash >> 32) | 1; // Never 0, which stands for no letters.
    }
}
