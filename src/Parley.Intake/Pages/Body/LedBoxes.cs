namespace Parley.Intake.Pages.Body;

/// <summary>Finds boxes that a set heading leads: <c>Most read</c>, <c>Related articles</c>. What is in them is as little the article's as the heading.</summary>
internal static class LedBoxes
{
    /// <summary>The part of the page's prose that a box holds at most.</summary>
    private const double LargestShare = 0.25;

    /// <summary>Marks them in <paramref name="marks"/>.</summary>
    public static void Mark(PageTree tree, bool[] marks)
    {
        var prose = Prose.Sums(tree, marks);
        for (var i = 0; i < tree.Blocks.Count; i++)
        {
            var block = tree.Blocks[i];
            if (block.Kind != BlockKind.Heading || !block.IsSetLine || marks[block.Node])
                continue;
            var top = block.Node;
            for (var up = tree.Nodes[top].Parent; up >= 0 && tree.FirstBlock(up) == i && In(up) <= prose[^1] * LargestShare; up = tree.Nodes[up].Parent)
                top = up;
            Array.Fill(marks, true, top, tree.NodeEnd(top) - top);
        }

        double In(int node) => prose[tree.BlockEnd(node)] - prose[tree.FirstBlock(node)];
    }
}
