using System.Text;
using System.Text.Unicode;
using UtfUnknown;

namespace Parley.Intake.Encodings;

/// <summary>
/// Turns bytes of unsure character set into text, as browsers do (WHATWG Encoding Standard; HTML Living Standard,
/// section 13.2.3): a byte-order mark decides, then what the server said, then what the markup says; where nobody
/// said, UTF-8 if it is valid, then what the bytes look like, then windows-1252.
/// </summary>
public static class TextDecoder
{
    /// <summary>Bytes that are looked at where nobody said what they are.</summary>
    private const int Sample = 1 << 16;

    /// <summary>Decodes a page or another document in markup. Bytes that make no character become U+FFFD; nothing throws.</summary>
    /// <param name="bytes">The document.</param>
    /// <param name="charset">What the server declared; null where it declared nothing. Unknown labels count as none.</param>
    public static string DecodeMarkup(ReadOnlySpan<byte> bytes, string? charset) =>
        Decode(bytes, EncodingLabels.Find(charset) ?? EncodingLabels.Find(MetaCharset.Find(bytes)));

    /// <summary>Decodes plain text. Bytes that make no character become U+FFFD; nothing throws.</summary>
    /// <param name="bytes">The text.</param>
    /// <param name="charset">What the server declared; null where it declared nothing. Unknown labels count as none.</param>
    public static string DecodeText(ReadOnlySpan<byte> bytes, string? charset) =>
        Decode(bytes, EncodingLabels.Find(charset));

    private static string Decode(ReadOnlySpan<byte> bytes, Encoding? declared)
    {
        if (bytes.StartsWith("\uFEFF"u8))
            return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes is [0xFF, 0xFE, ..])
            return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes is [0xFE, 0xFF, ..])
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        return (declared ?? Guess(bytes)).GetString(bytes);
    }

    private static Encoding Guess(ReadOnlySpan<byte> bytes)
    {
        if (HalfIsZero(bytes) is { } wide)
            return wide;
        if (Utf8.IsValid(bytes))
            return Encoding.UTF8;
        var detected = CharsetDetector.DetectFromBytes(bytes[..Math.Min(bytes.Length, Sample)].ToArray()).Detected;
        return (detected is { Confidence: > 0.5f } ? EncodingLabels.Find(detected.EncodingName) : null)
            ?? EncodingLabels.Find("windows-1252")!;
    }

    /// <summary>UTF-16 without a mark: where most letters are Latin, every other byte is zero.</summary>
    private static Encoding? HalfIsZero(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length & ~1, Sample)];
        int first = 0, second = 0;
        for (var i = 0; i + 1 < sample.Length; i += 2)
        {
            first += sample[i] == 0 ? 1 : 0;
            second += sample[i + 1] == 0 ? 1 : 0;
        }

        var units = sample.Length / 2;
        return units < 2 ? null
            : second > units * 0.7 && first < units * 0.1 ? Encoding.Unicode
            : first > units * 0.7 && second < units * 0.1 ? Encoding.BigEndianUnicode
            : null;
    }
}
