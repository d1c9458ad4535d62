using System.Text;
using System.Text.Unicode;

namespace Parley.Intake.Texts;

/// <summary>
/// Bytes to text by what they show: a byte order mark, else strict UTF-8, else windows-1252, which gives every
/// byte a meaning (WHATWG Encoding, section 10). Charsets that HTTP or the page declares are not looked at.
/// </summary>
internal static class PlainDecoder
{
    private static readonly Encoding s_windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The text without its byte order mark. Never fails.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(rest),
        [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
        [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
        _ when Utf8.IsValid(bytes) => Encoding.UTF8.GetString(bytes),
        _ => s_windows1252.GetString(bytes),
    };
}
