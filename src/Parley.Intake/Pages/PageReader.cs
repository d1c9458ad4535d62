using AngleSharp.Html.Parser;
using Parley.Intake.Pages.Body;
using Parley.Reports;

namespace Parley.Intake.Pages;

/// <summary>Reads a web page.</summary>
public static class PageReader
{
    /// <summary>The draft.</summary>
    public static Result<ReportDraft> Read(PageMaterial page, IntakeLimits limits)
    {
        var document = new HtmlParser().ParseDocument(System.Text.Encoding.UTF8.GetString(page.Bytes.Span));
        var tree = PageTree.Of(document.Body!);
        return new ReportDraft { Paragraphs = [.. OwnRules.Read(tree, document.QuerySelector("h1")?.TextContent.Trim()).Select(b => b.Text)] };
    }
}
