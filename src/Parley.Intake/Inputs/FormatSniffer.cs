using Parley.Intake.Encodings;

namespace Parley.Intake.Inputs;

/// <summary>
/// Tells what bytes are. Content wins: an error page saved as <c>feed.xml</c> is a page, a PDF called <c>a.txt</c> is
/// unknown. Name and media type decide only where content leaves it open: Markdown or plain text, one object or the first of many lines.
/// </summary>
public static class FormatSniffer
{
    private const int LookedAt = 1 << 16;

    /// <summary>What the input is.</summary>
    /// <param name="head">Its first bytes; 4 KiB are enough for most, and all of it for what is smaller.</param>
    /// <param name="name">The file's name or the address's path; null where there is none.</param>
    /// <param name="mediaType">The declared media type, parameters and all; null where none is declared.</param>
    public static InputKind Sniff(ReadOnlySpan<byte> head, string? name, string? mediaType)
    {
        head = head[..Math.Min(head.Length, LookedAt)];
        if (head is [0x1F, 0x8B, 8, ..])
            return InputKind.Gzip;
        if (IsArchive(head))
            return InputKind.Warc;
        if (Magic.IsKnownBinary(head))
            return InputKind.Unknown;
        var text = TextDecoder.DecodeText(CutAtCharacter(head), charset: null);
        var start = text.AsSpan().TrimStart('\uFEFF').TrimStart();
        if (start.IsEmpty)
            return text.Contains('\0', StringComparison.Ordinal) ? InputKind.Unknown : InputKind.Empty;
        if (!LooksLikeText(text))
            return InputKind.Unknown;
        var declared = new Declared(name, mediaType);
        if (start[0] is '{' or '[' && JsonShape.Of(start, declared.IsJsonLines) is { } json)
            return json;
        if (start[0] == '<' && MarkupShape.Of(start, declared.IsPage) is { } markup)
            return markup;
        if (declared.IsPage && MarkupShape.HasPageWithin(start))
            return InputKind.Page;
        return declared.IsMarkdown || IsFrontMatter(start) ? InputKind.Markdown : InputKind.Text;
    }

    /// <summary>Told before anything else: what an archive holds may be binary.</summary>
    private static bool IsArchive(ReadOnlySpan<byte> head)
    {
        var start = head.TrimStart(" \t\r\n"u8);
        return start.StartsWith("WARC/"u8) && start.Length > 5 && char.IsAsciiDigit((char)start[5]);
    }

    private static bool IsFrontMatter(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("---\n") && !text.StartsWith("---\r\n"))
            return false;
        var rest = text[3..].TrimStart();
        var end = rest.IndexOf("\n---");
        var line = rest.IndexOf('\n');
        return end >= 0 && line >= 0 && rest[..line].Contains(':');
    }

    // A UTF-8 sequence cut by the head's end must not make the head look like another encoding.
    private static ReadOnlySpan<byte> CutAtCharacter(ReadOnlySpan<byte> head)
    {
        for (var back = 1; back <= Math.Min(3, head.Length); back++)
        {
            var b = head[^back];
            if ((b & 0xC0) == 0x80)
                continue;
            var length = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : b >= 0xC0 ? 2 : 1;
            return length > back ? head[..^back] : head;
        }

        return head;
    }

    private static bool LooksLikeText(string text)
    {
        var odd = 0;
        foreach (var c in text)
        {
            if (c == '\0')
                return false;
            if (char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f' or '\u001b' or '\u0085'))
                odd++;
        }

        return odd * 50 <= text.Length;
    }

    private readonly struct Declared(string? name, string? mediaType)
    {
        private readonly string _type = (mediaType ?? "").Split(';')[0].Trim();

        public bool IsPage => Ends(".html", ".htm", ".xhtml") || Is("text/html", "application/xhtml+xml");

        public bool IsMarkdown => Ends(".md", ".markdown", ".mdown") || Is("text/markdown", "text/x-markdown");

        public bool IsJsonLines =>
            Ends(".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
            || Is("application/x-ndjson", "application/jsonl", "application/jsonlines", "application/x-jsonlines");

        private bool Ends(params ReadOnlySpan<string> endings)
        {
            foreach (var ending in endings)
            {
                if (name?.EndsWith(ending, StringComparison.OrdinalIgnoreCase) == true)
                    return true;
            }

            return false;
        }

        private bool Is(params ReadOnlySpan<string> types)
        {
            foreach (var type in types)
            {
                if (_type.Equals(type, StringComparison.OrdinalIgnoreCase))
                    return true;
            }

            return false;
        }
    }

    private static class Magic
    {
        /// <summary>Whether bytes begin as formats do that are told by their first bytes (WHATWG MIME Sniffing, PRONOM).</summary>
        public static bool IsKnownBinary(ReadOnlySpan<byte> head) =>
            head.StartsWith("%PDF-"u8) || head.StartsWith("PK\u0003\u0004"u8)
                || head.StartsWith("PK\u0005\u0006"u8) || head.StartsWith("{\\rtf"u8)
            || head is [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [0x7F, (byte)'E', (byte)'L', (byte)'F', ..]
                or [0xD0, 0xCF, 0x11, 0xE0, ..] or [0x28, 0xB5, 0x2F, 0xFD, ..] or [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', ..]
                or [(byte)'7', (byte)'z', 0xBC, 0xAF, ..]
            || head.StartsWith("GIF8"u8) || head.StartsWith("RIFF"u8) || head.StartsWith("OggS"u8) || head.StartsWith("Rar!"u8)
            || head.StartsWith("BZh"u8) || head.StartsWith("SQLite format 3"u8) || head.StartsWith("ID3"u8);
    }
}
