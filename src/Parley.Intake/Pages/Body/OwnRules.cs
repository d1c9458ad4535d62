namespace Parley.Intake.Pages.Body;

/// <summary>Finds the element that holds the article and the blocks in it that are its text.</summary>
internal static class OwnRules
{
    /// <summary>The article's blocks, in order; empty where the page has no prose.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="title">The headline; null where unknown.</param>
    public static IReadOnlyList<Block> Read(PageTree tree, string? title)
    {
        var clutter = Clutter.Mark(tree, title);
        var root = ArticleRoot.Find(tree, clutter, title);
        return root < 0 ? [] : BlocksOf(tree, clutter, root, title);
    }

    /// <summary>The same where all of <paramref name="tree"/> is the article's, which may be of a line or two.</summary>
    public static IReadOnlyList<Block> ReadAll(PageTree tree, string? title) => BlocksOf(tree, Clutter.Mark(tree, title), 0, title);

    private static List<Block> BlocksOf(PageTree tree, bool[] clutter, int root, string? title)
    {
        var blocks = new List<Block>();
        for (var i = tree.FirstBlock(root); i < tree.BlockEnd(root); i++)
        {
            if (!clutter[tree.Blocks[i].Node])
                blocks.Add(tree.Blocks[i]);
        }

        return BlockFilter.Keep(blocks, title);
    }
}
