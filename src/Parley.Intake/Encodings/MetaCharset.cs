using System.Buffers;
using System.Text;

namespace Parley.Intake.Encodings;

/// <summary>Finds the character set that markup declares within itself (HTML Living Standard, "prescan a byte stream").</summary>
internal static class MetaCharset
{
    /// <summary>Bytes looked at: the standard asks for 1,024, real pages need more.</summary>
    private const int Reach = 4096;

    private static readonly SearchValues<char> s_ends = SearchValues.Create(" \t\r\n\f\"';/?");

    /// <summary>
    /// The label in <c>&lt;meta charset&gt;</c>, <c>&lt;meta http-equiv content="…; charset="&gt;</c> or an XML
    /// declaration; null where there is none. A page that could be scanned is no UTF-16, whatever it declares.
    /// </summary>
    public static string? Find(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Reach)]);
        var label = OfXml(head) ?? OfMeta(head);
        return label is not null && label.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) ? "utf-8" : label;
    }

    private static string? OfXml(string head)
    {
        if (!head.StartsWith("<?xml", StringComparison.Ordinal))
            return null;
        var end = head.IndexOf("?>", StringComparison.Ordinal);
        return end < 0 ? null : Value(head[..end], "encoding");
    }

    private static string? OfMeta(string head)
    {
        for (var at = 0; at < head.Length;)
        {
            var open = head.IndexOf('<', at);
            if (open < 0)
                return null;
            if (head.AsSpan(open).StartsWith("<!--", StringComparison.Ordinal))
            {
                var close = head.IndexOf("-->", open, StringComparison.Ordinal);
                at = close < 0 ? head.Length : close + 3;
                continue;
            }

            var end = head.IndexOf('>', open);
            if (end < 0)
                return null;
            if (head.AsSpan(open).StartsWith("<meta", StringComparison.OrdinalIgnoreCase)
                && Value(head[open..end], "charset") is { Length: > 0 } label)
            {
                return label;
            }

            at = open + 1;
        }

        return null;
    }

    /// <summary>What follows <c>name=</c>, quotes taken off.</summary>
    private static string? Value(string tag, string name)
    {
        var at = tag.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var rest = tag.AsSpan(at + name.Length).TrimStart();
        if (rest is not ['=', ..])
            return null;
        rest = rest[1..].TrimStart().TrimStart("\"'").TrimStart();
        var end = rest.IndexOfAny(s_ends);
        return (end < 0 ? rest : rest[..end]).ToString();
    }
}
