namespace Parley.Intake.Texts;

/// <summary>
/// Parts plain text into paragraphs. Blank lines part them; between blank lines each line is a paragraph of its
/// own unless the text was wrapped by hand, where lines are joined again.
/// </summary>
/// <remarks>
/// Text is wrapped where most line breaks fall within a sentence and nearly all of those are ones that a greedy wrap
/// to the longest line's width would have made: the next line's first word would not have fitted.
/// </remarks>
internal static class ParagraphSplitter
{
    private const int WidestWrap = 100;
    private const int NarrowestWrap = 40;

    /// <summary>The lines of <paramref name="text"/> without their ends: LF, CRLF, CR, U+2028, U+2029, form feed.</summary>
    public static List<string> Lines(string text)
    {
        var lines = new List<string>();
        var rest = text.AsSpan();
        while (true)
        {
            var end = rest.IndexOfAny("\n\r\f\u2028\u2029");
            if (end < 0)
                break;
            lines.Add(rest[..end].ToString());
            rest = rest[(end + (rest[end] == '\r' && end + 1 < rest.Length && rest[end + 1] == '\n' ? 2 : 1))..];
        }

        lines.Add(rest.ToString());
        return lines;
    }

    /// <summary>The paragraphs that <paramref name="lines"/> make, trimmed, none blank.</summary>
    public static ImmutableArray<string> Split(IReadOnlyList<string> lines)
    {
        var paragraphs = ImmutableArray.CreateBuilder<string>();
        var width = Width(lines);
        var open = new System.Text.StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0)
            {
                Close(open, paragraphs);
                continue;
            }

            // Wrapped or not, an indented line after a full stop opens a paragraph, as does one that need not have been broken.
            var opens = open.Length > 0 && (width is not { } wrap
                || (EndsSentence(lines[i - 1]) && (char.IsWhiteSpace(lines[i][0]) || !IsForced(lines[i - 1], line, wrap))));
            if (opens)
                Close(open, paragraphs);
            if (open.Length > 0 && !(open[^1] == '-' && open.Length > 1 && char.IsLetter(open[^2]) && char.IsLower(line[0])))
                open.Append(' ');
            open.Append(line);
        }

        Close(open, paragraphs);
        return paragraphs.DrainToImmutable();
    }

    /// <summary>Whether a line ends as sentences do, closing quotes and brackets aside.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> line)
    {
        var end = line.TrimEnd().TrimEnd("\"'”’»)]");
        return end.Length > 0 && end[^1] is '.' or '!' or '?' or '…' or ':' or '。' or '؟' or '۔' or '।' or '။' or '።';
    }

    // The width the text was wrapped to; null where it was not.
    private static int? Width(IReadOnlyList<string> lines)
    {
        var widest = 0;
        foreach (var line in lines)
            widest = Math.Max(widest, line.TrimEnd().Length);
        if (widest is < NarrowestWrap or > WidestWrap)
            return null;
        int breaks = 0, forced = 0, within = 0;
        for (var i = 1; i < lines.Count; i++)
        {
            var next = lines[i].Trim();
            if (next.Length == 0 || string.IsNullOrWhiteSpace(lines[i - 1]))
                continue;
            breaks++;
            if (EndsSentence(lines[i - 1]))
                continue;
            within++;
            if (IsForced(lines[i - 1], next, widest))
                forced++;
        }

        return within > 0 && forced >= 0.8 * within && within * 2 >= breaks ? widest : null;
    }

    // Ragged wrapping is told from greedy by a few columns, hence the slack.
    private static bool IsForced(string line, string next, int width)
    {
        var word = next.IndexOf(' ', StringComparison.Ordinal);
        return line.TrimEnd().Length + 1 + (word < 0 ? next.Length : word) >= width - 3;
    }

    private static void Close(System.Text.StringBuilder open, ImmutableArray<string>.Builder paragraphs)
    {
        if (open.Length == 0)
            return;
        paragraphs.Add(open.ToString());
        open.Clear();
    }
}
