namespace Parley.Intake.Texts;

/// <summary>
/// The block between two lines of <c>---</c> at the start of a Markdown file: <c>key: value</c>, with quotes, with
/// <c>[a, b]</c>, or with a list of <c>- item</c> lines below. Other YAML is passed over.
/// </summary>
internal static class FrontMatter
{
    private const int LongestBlock = 200;

    /// <summary>
    /// Adds the block's fields to <paramref name="draft"/>; returns the text after the block, or all of it where there
    /// is none.
    /// </summary>
    public static string Take(string text, ref ReportDraft draft)
    {
        var lines = ParagraphSplitter.Lines(text.Length > 1 << 16 ? text[..(1 << 16)] : text);
        if (lines[0].TrimEnd() != "---")
            return text;
        var end = lines.FindIndex(1, Math.Min(lines.Count - 1, LongestBlock), static line => line.TrimEnd() is "---" or "...");
        if (end < 0)
            return text;
        var key = "";
        for (var i = 1; i < end; i++)
        {
            var line = lines[i];
            var item = line.TrimStart();
            if (item.StartsWith("- ", StringComparison.Ordinal))
            {
                Set(key, item[2..], ref draft);
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || char.IsWhiteSpace(line[0]))
                continue;
            key = line[..colon].Trim();
            Set(key, line[(colon + 1)..], ref draft);
        }

        return AfterLines(text, end + 1);
    }

    private static void Set(string key, string value, ref ReportDraft draft)
    {
        value = value.Trim();
        if (value is ['[', .. var list, ']'])
        {
            foreach (var one in list.Split(','))
                Set(key, one, ref draft);
            return;
        }

        if (value is ['"', .. var doubled, '"'])
            value = doubled;
        else if (value is ['\'', .. var single, '\''])
            value = single;
        TextHeader.TrySet(key.Replace('_', ' '), value, ref draft);
    }

    private static string AfterLines(string text, int count)
    {
        var at = 0;
        for (; count > 0 && at < text.Length; count--)
        {
            var end = text.AsSpan(at).IndexOfAny("\n\r\f\u2028\u2029");
            if (end < 0)
                return "";
            at += end + (text[at + end] == '\r' && at + end + 1 < text.Length && text[at + end + 1] == '\n' ? 2 : 1);
        }

        return text[at..];
    }
}
