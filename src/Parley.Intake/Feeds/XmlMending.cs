using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;

namespace Parley.Intake.Feeds;

/// <summary>
/// Mends what feeds in the wild get wrong most: HTML's entities, which XML does not know, bare ampersands, and
/// characters that XML forbids. Only for documents that do not parse as they are.
/// </summary>
internal static class XmlMending
{
    private const int LongestName = 32;

    public static string Mend(string text)
    {
        var mended = new StringBuilder(text.Length + 64);
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '<' && EndOfVerbatim(text, i) is { } end)
            {
                AppendLegal(mended, text.AsSpan(i, end - i));
                i = end;
            }
            else if (text[i] == '&')
            {
                i = MendReference(mended, text, i);
            }
            else
            {
                var next = text.AsSpan(i + 1).IndexOfAny('<', '&');
                var stop = next < 0 ? text.Length : i + 1 + next;
                AppendLegal(mended, text.AsSpan(i, stop - i));
                i = stop;
            }
        }

        return mended.ToString();
    }

    /// <summary>The end of a CDATA section or comment, in which an ampersand is itself; null elsewhere.</summary>
    private static int? EndOfVerbatim(string text, int i)
    {
        foreach (var (open, close) in new[] { ("<![CDATA[", "]]>"), ("<!--", "-->") })
        {
            if (string.CompareOrdinal(text, i, open, 0, open.Length) == 0)
            {
                var found = text.IndexOf(close, i + open.Length, StringComparison.Ordinal);
                return found < 0 ? text.Length : found + close.Length;
            }
        }

        return null;
    }

    /// <summary>Appends the reference at <paramref name="i"/>, or the ampersand it should have been, and returns what follows.</summary>
    private static int MendReference(StringBuilder mended, string text, int i)
    {
        var window = text.AsSpan(i + 1, Math.Min(LongestName, text.Length - i - 1));
        var semicolon = window.IndexOf(';');
        var name = semicolon > 0 ? window[..semicolon] : default;
        if (name is "amp" or "lt" or "gt" or "quot" or "apos")
        {
            mended.Append(text, i, semicolon + 2);
            return i + semicolon + 2;
        }

        if (!name.IsEmpty && Character(name) is { } characters)
        {
            // Written as numbers, so that a mended "less than" stays text.
            foreach (var rune in characters.EnumerateRunes())
                mended.Append(CultureInfo.InvariantCulture, $"&#{rune.Value};");
            return i + semicolon + 2;
        }

        mended.Append("&amp;");
        return i + 1;
    }

    /// <summary>What a name or number stands for; empty where it stands for what XML forbids, null where for nothing.</summary>
    private static string? Character(ReadOnlySpan<char> name)
    {
        if (name[0] != '#')
        {
            var reference = $"&{name};";
            var decoded = WebUtility.HtmlDecode(reference);
            return decoded == reference ? null : decoded;
        }

        var isHex = name.Length > 1 && name[1] is 'x' or 'X';
        var digits = name[(isHex ? 2 : 1)..];
        if (!uint.TryParse(digits, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            return null;
        return Rune.IsValid(value) && IsLegal(new Rune(value)) ? new Rune(value).ToString() : "";
    }

    private static bool IsLegal(Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);

    private static void AppendLegal(StringBuilder mended, ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsLegal(rune))
                continue;
            if (rune.IsBmp)
                mended.Append((char)rune.Value);
            else
                mended.Append(rune.ToString());
        }
    }
}
