using AngleSharp.Html.Parser;
using Parley.Intake.Encodings;
using Parley.Intake.Pages.Body;
using Parley.Intake.Pages.Metadata;
using Parley.Reports;

namespace Parley.Intake.Pages;

/// <summary>
/// Reads a web page: its bytes become text, its text one tree, the tree the article's paragraphs and what the page
/// says of them. Scripts are never run and nothing is fetched. Pure, and safe to call from many threads.
/// </summary>
public static class PageReader
{
    /// <summary>The part of control characters from which bytes are no text.</summary>
    private const double MostControls = 0.05;

    /// <summary>The page's article as a draft.</summary>
    /// <param name="page">The page's bytes, with the character set its server declared.</param>
    /// <param name="limits">
    /// How much it may cost; <see cref="IntakeLimits.MarkupDepth"/> and <see cref="IntakeLimits.JsonDepth"/> among
    /// them.
    /// </param>
    /// <returns>
    /// The draft, or a fault: <see cref="IntakeFaults.Empty"/>, <see cref="IntakeFaults.TooLarge"/>,
    /// <see cref="IntakeFaults.NoText"/> or one of <see cref="PageFaults"/>.
    /// </returns>
    public static Result<ReportDraft> Read(PageMaterial page, IntakeLimits limits)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(limits);
        var where = page.Origin.ToString();
        if (page.Bytes.Length > limits.DecompressedBytes)
            return new Fault(IntakeFaults.TooLarge, where);
        var markup = TextDecoder.DecodeMarkup(page.Bytes.Span, page.Charset);
        if (string.IsNullOrWhiteSpace(markup))
            return new Fault(IntakeFaults.Empty, where);
        if (IsBinary(markup))
            return new Fault(PageFaults.Binary, where);
        if (MarkupGuard.Check(markup, page.Origin, limits) is { } refusal)
            return refusal;

        using var document = new HtmlParser(Options(limits)).ParseDocument(markup);
        if (document.Body is not { } body)
            return new Fault(IntakeFaults.NoText, where);
        var tree = PageTree.Of(body);
        var metadata = MetadataReader.Read(document, tree, page.Origin.Url, limits.JsonDepth);
        var paragraphs = ArticleText.Read(tree, metadata);
        if (paragraphs.IsEmpty)
            return new Fault(IntakeFaults.NoText, where);
        return new ReportDraft
        {
            Url = metadata.Url,
            Outlet = metadata.Outlet,
            Title = metadata.Title,
            Byline = metadata.Byline,
            Published = metadata.Published,
            Modified = metadata.Modified,
            DeclaredLanguage = metadata.Language,
            Paragraphs = paragraphs,
        };
    }

    /// <summary>A feed's entry as a draft: all of its content is the article, but for what stands beside it there too.</summary>
    /// <param name="entry">The entry, its content an HTML fragment, and what the feed says of it.</param>
    /// <param name="limits">How much it may cost.</param>
    /// <returns>The entry's draft with paragraphs, or a fault as of <see cref="Read"/>.</returns>
    public static Result<ReportDraft> ReadEntry(EntryMaterial entry, IntakeLimits limits)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(limits);
        if (string.IsNullOrWhiteSpace(entry.Html))
            return new Fault(IntakeFaults.Empty, entry.Origin.ToString());
        if (MarkupGuard.Check(entry.Html, entry.Origin, limits) is { } refusal)
            return refusal;
        using var document = new HtmlParser(Options(limits)).ParseDocument(entry.Html);
        var blocks = document.Body is { } body ? OwnRules.ReadAll(PageTree.Of(body), entry.Draft.Title) : [];
        return blocks.Count == 0
            ? new Fault(IntakeFaults.NoText, entry.Origin.ToString())
            : entry.Draft with { Paragraphs = [.. blocks.Select(block => block.Text)] };
    }

    private static HtmlParserOptions Options(IntakeLimits limits) => new()
    {
        IsScripting = false,
        SkipComments = true,
        SkipProcessingInstructions = true,
        DisableElementPositionTracking = true,

        // The guard counts a little more strictly than the parser; this is the second lock.
        MaximumDepth = limits.MarkupDepth + 16,
    };

    private static bool IsBinary(string text)
    {
        var controls = 0;
        var sample = text.AsSpan(0, Math.Min(text.Length, 4096));
        foreach (var c in sample)
        {
            if ((char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f')) || c == '\uFFFD')
                controls++;
        }

        return controls > sample.Length * MostControls;
    }
}
