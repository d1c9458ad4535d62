using AngleSharp.Dom;

namespace Parley.Intake.Pages.Body;

/// <summary>
/// Tells what stands beside the article by what a page's elements say of themselves. First by what HTML gives them to
/// say; where the article is most likely is then looked for, and what holds it is believed no name that speaks against it.
/// </summary>
internal static class Clutter
{
    /// <summary>An element that holds more of the page's prose than this is its article, whatever its names hint at.</summary>
    private const double LargestShare = 0.5;

    /// <summary>Words of prose from which a form is one around a whole page.</summary>
    private const double LargestForm = 100;

    /// <summary>Words of prose of an article that readers have their say on.</summary>
    private const double ShortestArticle = 40;

    /// <summary>How near to the headline an element must be to be believed the article's.</summary>
    private const double LeastNearness = 0.5;

    /// <summary>Which nodes of <paramref name="tree"/> stand beside the article, with all they hold.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="title">The headline; null where unknown.</param>
    /// <param name="headline">The place of the block that shows it; -1 where none does.</param>
    public static bool[] Mark(PageTree tree, string? title, int headline)
    {
        var prose = Prose.Sums(tree.Blocks);
        var sure = Mark(tree, prose, headline, -1, (element, held) => SaysItself(element, held) || NameHints.SayReaders(element));
        var likely = ArticleRoot.Best(tree, sure, title, headline, out var nearness);
        return Mark(tree, prose, headline, nearness >= LeastNearness ? likely : -1, (element, held) => SaysItself(element, held) || NameHints.SayClutter(element));
    }

    private static bool[] Mark(PageTree tree, double[] prose, int headline, int likely, Func<IElement, double, bool> isBeside)
    {
        var all = prose[^1];
        var marks = new bool[tree.Nodes.Count];
        var beside = new List<int>();
        var alike = new Dictionary<(string, string), double>();
        for (var i = 0; i < marks.Length; i = beside is [.., var last] && last == i ? tree.NodeEnd(i) : i + 1)
        {
            var element = tree.Nodes[i].Element;
            var held = prose[tree.BlockEnd(i)] - prose[tree.FirstBlock(i)];
            if ((held > all * LargestShare && !IsBelow(tree, prose, headline, i)) || !CanBeBeside(element) || !isBeside(element, held)
                || (likely >= 0 && tree.Holds(i, likely) && !NameHints.SayReaders(element)))
            {
                continue;
            }

            beside.Add(i);
            alike[Key(element)] = alike.GetValueOrDefault(Key(element)) + held;
        }

        foreach (var i in beside)
        {
            // The same holds for all the paragraphs together that bear one misleading name.
            var element = tree.Nodes[i].Element;
            if (element.LocalName != "p" || alike[Key(element)] <= all * LargestShare)
                Array.Fill(marks, true, i, tree.NodeEnd(i) - i);
        }

        Captions.Mark(tree, marks);
        LedBoxes.Mark(tree, marks);
        Series.Mark(tree, marks, headline);
        NextArticle.Mark(tree, marks, headline);
        return marks;
    }

    /// <summary>Whether readers' words follow the headline and at least a short article, and so may be longer than that.</summary>
    private static bool IsBelow(PageTree tree, double[] prose, int headline, int node) => headline >= 0
        && tree.FirstBlock(node) > headline && prose[tree.FirstBlock(node)] - prose[headline] >= ShortestArticle
        && NameHints.SayReaders(tree.Nodes[node].Element);

    private static (string Name, string Class) Key(IElement element) => (element.LocalName, element.ClassName ?? "");

    private static bool CanBeBeside(IElement element) =>
        element.LocalName is not ("html" or "body" or "main" or "article" or "blockquote") && !Markup.IsHeading(element.LocalName);

    private static bool SaysItself(IElement element, double prose) =>
        (Markup.IsAside(element.LocalName) && (element.LocalName != "form" || prose < LargestForm) && !IsTable(element)) || IsHidden(element) || HasRoleBeside(element);

    /// <summary>Whether a figure sets a table, and no picture, in the text.</summary>
    private static bool IsTable(IElement element) => element.LocalName == "figure"
        && element.Children.Any(child => child.LocalName == "table") && element.QuerySelector("img") is null;

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
