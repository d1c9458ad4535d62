using AngleSharp.Html.Parser;
using Parley.Intake.Pages.Body;
using Parley.Reports;

namespace Parley.Intake.Pages;

/// <summary>
/// Reads the text of a feed's entry: a fragment of HTML that is the article already, so no root is sought, and only what
/// stands beside an article (share lines, "read more", captions) is left out.
/// </summary>
public static class FragmentReader
{
    /// <summary>The entry's draft with its paragraphs; or <see cref="IntakeFaults.NoText"/>, or one of <see cref="PageFaults"/>.</summary>
    public static Result<ReportDraft> Read(EntryMaterial entry, IntakeLimits limits)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(limits);
        if (MarkupGuard.Check(entry.Html, entry.Origin, limits) is { } refusal)
            return refusal;
        using var document = new HtmlParser(PageReader.Options(limits)).ParseDocument(entry.Html);
        if (document.Body is not { } body)
            return new Fault(IntakeFaults.NoText, entry.Origin.ToString());
        var tree = PageTree.Of(body);
        var clutter = Clutter.Mark(tree);
        var blocks = BlockFilter.Keep([.. tree.Blocks.Where(block => !clutter[block.Node])], entry.Draft.Title);

        // An entry so short that the rules leave nothing is taken as it is: the feed gives nothing else.
        var text = blocks.Count > 0 ? blocks : tree.Blocks;
        return text.Count == 0
            ? new Fault(IntakeFaults.NoText, entry.Origin.ToString())
            : entry.Draft with { Paragraphs = [.. text.Select(static block => block.Text)] };
    }
}
