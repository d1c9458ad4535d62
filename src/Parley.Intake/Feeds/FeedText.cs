using System.Text;
using System.Text.Unicode;

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

    private static Encoding? Named(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return null;
        Encoding? encoding;
        try
        {
            encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            // Unknown, or UTF-7, which .NET refuses for what it hides.
            return null;
        }

        return encoding.CodePage switch
        {
            // The Encoding Standard has Latin-1 and ASCII mean windows-1252, as they do in the wild.
            28591 or 20127 => CodePagesEncodingProvider.Instance.GetEncoding(1252),

            // Its name could be read as ASCII, so it is not in UTF-16 or UTF-32.
            1200 or 1201 or 12000 or 12001 => null,
            _ => encoding,
        };
    }
}
