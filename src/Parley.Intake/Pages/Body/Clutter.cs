using AngleSharp.Dom;

namespace Parley.Intake.Pages.Body;

/// <summary>Tells what stands beside the article by what a page's elements say of themselves.</summary>
internal static class Clutter
{
    /// <summary>An element that holds more of the page's prose than this is its article, whatever its names hint at.</summary>
    private const double LargestShare = 0.5;

    /// <summary>Which nodes of <paramref name="tree"/> stand beside the article, with all they hold.</summary>
    public static bool[] Mark(PageTree tree)
    {
        var prose = Prose.Sums(tree.Blocks);
        var all = prose[^1];
        var marks = new bool[tree.Nodes.Count];
        var beside = new List<int>();
        var inParagraphs = new Dictionary<string, double>();
        for (var i = 0; i < marks.Length; i = beside is [.., var last] && last == i ? tree.NodeEnd(i) : i + 1)
        {
            var element = tree.Nodes[i].Element;
            if (!IsBeside(element))
                continue;
            var held = prose[tree.BlockEnd(i)] - prose[tree.FirstBlock(i)];
            if (held > all * LargestShare)
                continue;
            beside.Add(i);
            if (element.LocalName == "p")
                inParagraphs[element.ClassName ?? ""] = inParagraphs.GetValueOrDefault(element.ClassName ?? "") + held;
        }

        foreach (var i in beside)
        {
            // The same holds for all the paragraphs together that bear one misleading name.
            var element = tree.Nodes[i].Element;
            if (element.LocalName != "p" || inParagraphs[element.ClassName ?? ""] <= all * LargestShare)
                Array.Fill(marks, true, i, tree.NodeEnd(i) - i);
        }

        Captions.Mark(tree, marks);
        return marks;
    }

    private static bool IsBeside(IElement element) =>
        element.LocalName is not ("html" or "body" or "main" or "article" or "blockquote")
        && !Markup.IsHeading(element.LocalName)
        && (Markup.IsAside(element.LocalName) || IsHidden(element) || HasRoleBeside(element) || NameHints.SayClutter(element));

    private static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") is "true")
            return true;
        var style = element.GetAttribute("style");
        if (style is null)
            return false;
        var at = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && style.AsSpan(at + 7).TrimStart(" :").StartsWith("none", StringComparison.OrdinalIgnoreCase);
    }

    private static bool HasRoleBeside(IElement element) => element.GetAttribute("role") is
        "navigation" or "complementary" or "banner" or "contentinfo" or "dialog" or "alertdialog" or "search" or "menu" or "toolbar";
}
