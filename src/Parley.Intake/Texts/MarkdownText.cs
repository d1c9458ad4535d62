using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Parley.Intake.Texts;

/// <summary>
/// Markdown (CommonMark with pipe tables and strikethrough) to paragraphs of plain text: marks, images and raw HTML go, the words of links,
/// headings, quotations, lists and table rows stay. The first heading of the first level is the title.
/// </summary>
internal static class MarkdownText
{
    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseEmphasisExtras().Build();

    // Markdig's time grows with the square of the links in one block, of the definitions in a document, and of nested marks; no
    // report has as many. Within these bounds the worst we found takes about two seconds.
    private const int LongestText = 300_000;
    private const int MostLinksOfBlock = 1_000;
    private const int MostDefinitions = 2_000;

    /// <summary>
    /// Reads <paramref name="text"/> into <paramref name="draft"/>; false where its blocks lie too deep within one
    /// another, or it is made to cost time.
    /// </summary>
    public static bool TryRead(string text, IntakeLimits limits, ref ReportDraft draft)
    {
        var lines = ParagraphSplitter.Lines(FrontMatter.Take(text, ref draft));
        TextReportReader.TakeFooter(lines, ref draft);
        if (!IsHeading(lines))
            TextReportReader.TakeHeader(lines, ref draft);
        if (text.Length > LongestText || IsExcessive(lines))
            return false;
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(string.Join('\n', lines), s_pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig refuses to nest blocks or inlines beyond its limit (128) this way.
            return false;
        }

        var writer = new Writer(limits.MarkupDepth, draft.Title is null);
        if (!writer.TryAddAll(document, 0))
            return false;
        draft = writer.Finish(draft);
        return true;
    }

    private static bool IsExcessive(List<string> lines)
    {
        int links = 0, definitions = 0;
        foreach (var line in lines)
        {
            links = string.IsNullOrWhiteSpace(line) ? 0 : links + line.AsSpan().Count("](");
            definitions += line.AsSpan().Count("]:");
            if (links > MostLinksOfBlock || definitions > MostDefinitions)
                return true;
        }

        return false;
    }

    private static bool IsHeading(List<string> lines) =>
        lines.Find(static line => !string.IsNullOrWhiteSpace(line))?.TrimStart().StartsWith('#') == true;

    private sealed class Writer(int deepest, bool wantsTitle)
    {
        private readonly ImmutableArray<string>.Builder _paragraphs = ImmutableArray.CreateBuilder<string>();
        private string? _title;
        private bool _inHeader = true;
        private ReportDraft _header = new();

        public ReportDraft Finish(ReportDraft draft) => draft with
        {
            Title = draft.Title ?? _title,
            Url = draft.Url ?? _header.Url,
            Outlet = draft.Outlet ?? _header.Outlet,
            Published = draft.Published ?? _header.Published,
            Modified = draft.Modified ?? _header.Modified,
            Byline = draft.Byline.IsEmpty ? _header.Byline : draft.Byline,
            Paragraphs = _paragraphs.DrainToImmutable(),
        };

        public bool TryAddAll(ContainerBlock blocks, int depth)
        {
            if (depth > deepest)
                return false;
            foreach (var block in blocks)
            {
                if (!TryAdd(block, depth))
                    return false;
            }

            return true;
        }

        private bool TryAdd(Block block, int depth)
        {
            switch (block)
            {
                case HtmlBlock or LinkReferenceDefinitionGroup or ThematicBreakBlock:
                    return true;
                case HeadingBlock { Level: 1 } heading when wantsTitle && _title is null && _paragraphs.Count == 0:
                    _title = Text(heading.Inline);
                    return true;
                case TableRow row:
                    Add(string.Join(" | ", row.OfType<TableCell>().Select(cell =>
                        string.Join(' ', cell.OfType<LeafBlock>().Select(leaf => Text(leaf.Inline))))));
                    return true;
                case CodeBlock code:
                    Add(code.Lines.ToString());
                    return true;
                case LeafBlock leaf:
                    AddLines(Text(leaf.Inline));
                    return true;
                case ContainerBlock container:
                    return TryAddAll(container, depth + 1);
                default:
                    return true;
            }
        }

        // Lines that tell about the text may stand below the title, and a paragraph may hold several.
        private void AddLines(string text)
        {
            if (_inHeader && _paragraphs.Count == 0 && text.Length < 2000)
            {
                var header = _header;
                if (text.Split('\n').All(line => TextHeader.TryAbove(line, ref header)))
                {
                    _header = header;
                    return;
                }

                _inHeader = false;
            }

            Add(text);
        }

        private void Add(string text)
        {
            if (!string.IsNullOrWhiteSpace(text))
                _paragraphs.Add(text.ReplaceLineEndings(" ").Trim());
        }

        private static string Text(ContainerInline? inlines)
        {
            var text = new StringBuilder();
            // Markdig caps how deep inlines nest, so the walk is iterative only for the breadth.
            for (var at = inlines?.FirstChild; at is not null; at = at.NextSibling)
                Append(at, text);
            return text.ToString();
        }

        private static void Append(Inline inline, StringBuilder text)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case LineBreakInline:
                    text.Append('\n');
                    break;
                case LinkInline { IsImage: true } or HtmlInline:
                    break;
                case ContainerInline container:
                    for (var at = container.FirstChild; at is not null; at = at.NextSibling)
                        Append(at, text);
                    break;
            }
        }
    }
}
