using System.Text;
using System.Text.Unicode;
using Parley.Intake.Encodings;

namespace Parley.Intake.Feeds;

/// <summary>
/// Bytes to characters for XML and JSON: byte order mark, what HTTP declared, what the XML declares, UTF-8 (RFC 7303,
/// 3).
/// </summary>
internal static class FeedText
{
    /// <summary>
    /// Never fails: what cannot be decoded becomes U+FFFD. Bytes that are valid UTF-8 are read as such whatever is
    /// declared; servers that add a wrong character set to text/xml are many, other text that happens to be valid UTF-8 is rare.
    /// </summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset)
    {
        foreach (var marked in (Encoding[])[Encoding.UTF8, Encoding.UTF32, Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            if (bytes.StartsWith(marked.Preamble))
                return marked.GetString(bytes[marked.Preamble.Length..]);
        }

        if (bytes.Length >= 2 && (bytes[0] == 0) != (bytes[1] == 0))
            return (bytes[0] == 0 ? Encoding.BigEndianUnicode : Encoding.Unicode).GetString(bytes);
        if (!Ascii.IsValid(bytes) && Utf8.IsValid(bytes))
            return Encoding.UTF8.GetString(bytes);
        return (Named(charset) ?? Named(DeclaredIn(bytes)) ?? Encoding.UTF8).GetString(bytes);
    }

    /// <summary>The encoding of an XML declaration; null where there is none.</summary>
    private static string? DeclaredIn(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 1024)]).TrimStart();
        var end = head.IndexOf("?>", StringComparison.Ordinal);
        if (!head.StartsWith("<?xml", StringComparison.Ordinal) || end < 0)
            return null;
        var at = head.IndexOf("encoding", 0, end, StringComparison.Ordinal);
        if (at < 0)
            return null;
        var quoted = head[at..end].Split('"', '\'');
        return quoted.Length > 1 ? quoted[1] : null;
    }

    /// <summary>The encoding of that name, but for UTF-16 and UTF-32: a name that could be read as ASCII is not in them.</summary>
    private static Encoding? Named(string? name) =>
        EncodingLabels.Find(name) is { CodePage: not (1200 or 1201 or 12000 or 12001) } encoding ? encoding : null;
}
