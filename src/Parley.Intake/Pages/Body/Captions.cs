namespace Parley.Intake.Pages.Body;

/// <summary>Finds the boxes that hold a picture and a few lines: the lines are its caption and credit, whatever their names say.</summary>
internal static class Captions
{
    private const int MostWords = 60;
    private const int MostLines = 3;

    /// <summary>Marks such boxes and what they hold in <paramref name="marks"/>.</summary>
    public static void Mark(PageTree tree, bool[] marks)
    {
        var pictures = new int[tree.Nodes.Count + 1];
        for (var i = 0; i < tree.Nodes.Count; i++)
            pictures[i + 1] = pictures[i] + (tree.Nodes[i].Element.LocalName == "img" ? 1 : 0);
        for (var i = 0; i < marks.Length; i++)
        {
            // Not in a paragraph: text runs on around a picture there.
            if (marks[i] || tree.Nodes[i].Element.LocalName is not ("div" or "section" or "center" or "span" or "li")
                || pictures[tree.NodeEnd(i)] == pictures[i] || !IsFewLines(tree, i) || FollowsHeading(tree, i))
            {
                continue;
            }

            Array.Fill(marks, true, i, tree.NodeEnd(i) - i);
        }
    }

    /// <summary>What a heading of its own leads to is text: an entry of a list with its picture.</summary>
    private static bool FollowsHeading(PageTree tree, int node)
    {
        var before = tree.FirstBlock(node) - 1;
        if (before < 0 || tree.Blocks[before].Kind != BlockKind.Heading)
            return false;
        var holder = tree.Nodes[node].Parent;
        return holder >= 0 && tree.Holds(holder, tree.Blocks[before].Node) && tree.Nodes[tree.Blocks[before].Node].Element.LocalName is not "h1";
    }

    private static bool IsFewLines(PageTree tree, int node)
    {
        var first = tree.FirstBlock(node);
        var end = tree.BlockEnd(node);
        if (end - first is < 1 or > MostLines)
            return false;
        var words = 0;
        for (var b = first; b < end; b++)
        {
            if (tree.Blocks[b].Kind == BlockKind.Heading)
                return false;
            words += tree.Blocks[b].Words;
        }

        return words <= MostWords;
    }
}
