using Parley.Intake.Encodings;
using Parley.Reports;

namespace Parley.Intake.Texts;

/// <summary>
/// Reads plain text and Markdown. Lines that tell about the text (<c>Published: …</c>, <c>By …</c>,
/// <c>Content retrieved from: …</c>) and a title above it become the draft's fields and leave the text;
/// a dateline is told too but stays where it is.
/// </summary>
public static class TextReportReader
{
    private const int HeaderLines = 12;
    private const int FooterLines = 3;
    private const int LongestTitle = 120;

    /// <summary>
    /// The draft, or why there is none: <see cref="IntakeFaults.Empty"/>, <see cref="IntakeFaults.TooLarge"/>,
    /// <see cref="TextFaults"/>.
    /// </summary>
    public static Result<ReportDraft> Read(TextMaterial material, IntakeLimits limits)
    {
        ArgumentNullException.ThrowIfNull(material);
        ArgumentNullException.ThrowIfNull(limits);
        var where = material.Origin.ToString();
        if (material.Bytes.Length > limits.DocumentBytes)
            return new Fault(IntakeFaults.TooLarge, where, $"{material.Bytes.Length} bytes, at most {limits.DocumentBytes}");
        var text = TextDecoder.DecodeText(material.Bytes.Span, material.Charset);
        if (string.IsNullOrWhiteSpace(text))
            return new Fault(IntakeFaults.Empty, where);
        if (text.Contains('\0', StringComparison.Ordinal))
            return new Fault(TextFaults.Binary, where);
        if (text.Length > limits.TextLength)
            return new Fault(IntakeFaults.TextTooLong, where, $"{text.Length} code units, at most {limits.TextLength}");
        var draft = new ReportDraft();
        if (!material.IsMarkdown)
        {
            var lines = ParagraphSplitter.Lines(text);
            TakeFooter(lines, ref draft);
            TakeHeader(lines, ref draft);
            draft = draft with { Paragraphs = ParagraphSplitter.Split(lines) };
        }
        else if (!MarkdownText.TryRead(text, limits, ref draft))
        {
            return new Fault(TextFaults.BadMarkdown, where);
        }

        return draft.Paragraphs.IsEmpty
            ? new Fault(IntakeFaults.NoText, where)
            : draft with { Dateline = DatelineParser.Find(draft.Paragraphs, draft.Published) };
    }

    /// <summary>Takes lines that tell about the text off the end of <paramref name="lines"/>.</summary>
    internal static void TakeFooter(List<string> lines, ref ReportDraft draft)
    {
        for (var taken = 0; taken < FooterLines;)
        {
            var last = lines.FindLastIndex(static line => !string.IsNullOrWhiteSpace(line));
            if (last <= 0 || !TextHeader.TryBelow(lines[last], ref draft))
                return;
            lines.RemoveRange(last, lines.Count - last);
            taken++;
        }
    }

    /// <summary>Takes a title and lines that tell about the text off the start of <paramref name="lines"/>.</summary>
    internal static void TakeHeader(List<string> lines, ref ReportDraft draft)
    {
        var title = -1;
        var body = 0;
        for (var seen = 0; body < lines.Count && seen < HeaderLines; body++)
        {
            if (string.IsNullOrWhiteSpace(lines[body]))
                continue;
            if (!TextHeader.TryAbove(lines[body], ref draft))
            {
                if (title >= 0 || !IsTitle(lines, body, draft))
                    break;
                title = body;
            }

            seen++;
        }

        if (title >= 0)
            draft = draft with { Title = draft.Title ?? lines[title].Trim() };
        lines.RemoveRange(0, body);
    }

    // A title is short, ends as no sentence does, opens no story, and has a paragraph or a line about the text below it.
    private static bool IsTitle(List<string> lines, int at, ReportDraft draft)
    {
        var line = lines[at].Trim();
        if (draft.Title is not null || line.Length > LongestTitle
            || (ParagraphSplitter.EndsSentence(line) && line[^1] != '?')
            || DatelineParser.TryParse(line, null, out _))
        {
            return false;
        }

        var next = lines.FindIndex(at + 1, static below => !string.IsNullOrWhiteSpace(below));
        if (next < 0)
            return false;
        var scratch = draft;
        if (TextHeader.TryAbove(lines[next], ref scratch))
            return true;
        var isApart = next > at + 1;
        return isApart ? HasSentence(lines, next) : lines[next].Trim().Length > LongestTitle && HasSentence(lines, next);
    }

    private static bool HasSentence(List<string> lines, int from)
    {
        for (var i = from; i < lines.Count; i++)
        {
            if (ParagraphSplitter.EndsSentence(lines[i]))
                return true;
        }

        return false;
    }
}
