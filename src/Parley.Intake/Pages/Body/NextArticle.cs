namespace Parley.Intake.Pages.Body;

/// <summary>Finds other articles that follow on the same page, as it is loaded while its reader scrolls on.</summary>
internal static class NextArticle
{
    /// <summary>Words of prose of an article, the first and the next.</summary>
    private const double ShortestArticle = 60;

    /// <summary>Marks them in <paramref name="marks"/>, each with all that stands around it and not around the headline.</summary>
    public static void Mark(PageTree tree, bool[] marks, int headline)
    {
        if (headline < 0)
            return;
        var own = HeadingOf(tree, headline);
        if (own < 0)
            return;
        var prose = Prose.Sums(tree, marks);
        for (var i = headline + 1; i < tree.Blocks.Count; i++)
        {
            if (tree.Blocks[i].Kind != BlockKind.Heading || marks[tree.Blocks[i].Node] || prose[i] - prose[headline] < ShortestArticle
                || tree.Blocks[i].Text.Equals(tree.Blocks[headline].Text, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var other = HeadingOf(tree, i);
            var top = other;
            while (tree.Nodes[top].Parent >= 0 && !tree.Holds(tree.Nodes[top].Parent, own))
                top = tree.Nodes[top].Parent;
            if (prose[tree.BlockEnd(top)] - prose[i] >= ShortestArticle && IsAnother(tree, own, other, top))
            {
                Array.Fill(marks, true, top, tree.NodeEnd(top) - top);
                i = tree.BlockEnd(top) - 1;
            }
        }
    }

    /// <summary>It has a headline of the first rank too, or it and the first are both whole <c>article</c> elements.</summary>
    private static bool IsAnother(PageTree tree, int own, int other, int top)
    {
        if (tree.Nodes[own].Element.LocalName == "h1" && tree.Nodes[other].Element.LocalName == "h1")
            return true;
        if (tree.Nodes[top].Element.LocalName != "article")
            return false;
        for (var up = own; up >= 0; up = tree.Nodes[up].Parent)
        {
            if (tree.Nodes[up].Element.LocalName == "article")
                return tree.Nodes[up].Parent == tree.Nodes[top].Parent;
        }

        return false;
    }

    /// <summary>The heading element that holds a block; -1 where it is in none.</summary>
    private static int HeadingOf(PageTree tree, int block)
    {
        var node = tree.Blocks[block].Node;
        while (node >= 0 && !Markup.IsHeading(tree.Nodes[node].Element.LocalName))
            node = tree.Nodes[node].Parent;
        return node;
    }
}
