using System.Text;

namespace Parley.Intake.Warc;

/// <summary>
/// Named fields as WARC (ISO 28500:2017, 4) and HTTP (RFC 9112, 5) write them: <c>Name: value</c> lines up to an empty one.
/// LF alone ends a line too, folded lines are joined, lines without a colon are passed over, of a name given twice the first counts.
/// </summary>
internal sealed class FieldBlock
{
    /// <summary>The most bytes that a block may take. 64 KiB.</summary>
    public const int Longest = 1 << 16;

    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);

    private FieldBlock(string firstLine) => FirstLine = firstLine;

    /// <summary>The line above the fields: <c>WARC/1.1</c>, <c>HTTP/1.1 200 OK</c>.</summary>
    public string FirstLine { get; }

    /// <summary>The value of a field, trimmed; null where it is absent or empty.</summary>
    public string? this[string name] => _fields.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>
    /// Where the block that begins <paramref name="bytes"/> ends, its empty line included; -1 where it does not within
    /// them.
    /// </summary>
    /// <param name="bytes">From the first line on.</param>
    /// <param name="from">Where to begin to look: bytes before it were looked at already.</param>
    public static int EndOf(ReadOnlySpan<byte> bytes, int from = 0)
    {
        for (var at = Math.Max(0, from - 3); at < bytes.Length; at++)
        {
            var next = bytes[at..].IndexOf((byte)'\n');
            if (next < 0)
                return -1;
            at += next;
            var rest = bytes[(at + 1)..];
            if (rest is [(byte)'\n', ..])
                return at + 2;
            if (rest is [(byte)'\r', (byte)'\n', ..])
                return at + 3;
        }

        return -1;
    }

    /// <summary>Reads a block; bytes that are no UTF-8 are replaced.</summary>
    public static FieldBlock Read(ReadOnlySpan<byte> bytes)
    {
        var lines = Encoding.UTF8.GetString(bytes).Split('\n');
        var block = new FieldBlock(lines[0].Trim());
        string? name = null;
        foreach (var line in lines.Skip(1))
        {
            if (name is not null && line is [' ' or '\t', ..])
            {
                block._fields[name] = $"{block._fields[name]} {line.Trim()}".Trim();
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            name = colon > 0 ? line[..colon].Trim() : null;
            if (name is not null && !block._fields.TryAdd(name, line[(colon + 1)..].Trim()))
                name = null;
        }

        return block;
    }
}
