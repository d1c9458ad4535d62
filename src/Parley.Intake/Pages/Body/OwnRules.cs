namespace Parley.Intake.Pages.Body;

/// <summary>Finds the element that holds the article and the blocks in it that are its text.</summary>
internal static class OwnRules
{
    /// <summary>The article's blocks, in order; empty where the page has no prose.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="title">The headline; null where unknown.</param>
    public static IReadOnlyList<Block> Read(PageTree tree, string? title)
    {
        var headline = Headline.Find(tree, title);
        var clutter = Clutter.Mark(tree, title, headline);
        var root = ArticleRoot.Find(tree, clutter, title, headline);
        return root < 0 ? [] : BlocksOf(tree, clutter, Start(tree, clutter, root, headline), tree.BlockEnd(root), title);
    }

    /// <summary>The same where all of <paramref name="tree"/> is the article's, which may be of a line or two.</summary>
    public static IReadOnlyList<Block> ReadAll(PageTree tree, string? title) => BlocksOf(tree, Clutter.Mark(tree, null, -1), 0, tree.Blocks.Count, title);

    /// <summary>An article begins after its headline, unless most of it stands before: then the headline is another line that repeats it.</summary>
    private static int Start(PageTree tree, bool[] clutter, int root, int headline)
    {
        var (first, end) = (tree.FirstBlock(root), tree.BlockEnd(root));
        if (headline < first || headline >= end)
            return first;
        var prose = Prose.Sums(tree, clutter);
        return prose[headline] - prose[first] < prose[end] - prose[headline] ? headline : first;
    }

    private static List<Block> BlocksOf(PageTree tree, bool[] clutter, int first, int end, string? title)
    {
        var blocks = new List<Block>();
        for (var i = first; i < end; i++)
        {
            if (!clutter[tree.Blocks[i].Node])
                blocks.Add(tree.Blocks[i]);
        }

        return BlockFilter.Keep(blocks, title);
    }
}
