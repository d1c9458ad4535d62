namespace Parley.Intake.Pages.Body;

/// <summary>Finds the element that holds the article and the blocks in it that are its text.</summary>
internal static class OwnRules
{
    /// <summary>The article's blocks, in order; empty where the page has no prose.</summary>
    public static IReadOnlyList<Block> Read(PageTree tree, string? title)
    {
        var clutter = Clutter.Mark(tree);
        var root = ArticleRoot.Find(tree, clutter, title);
        if (root < 0)
            return [];
        var blocks = new List<Block>();
        for (var i = tree.FirstBlock(root); i < tree.BlockEnd(root); i++)
        {
            if (!clutter[tree.Blocks[i].Node])
                blocks.Add(tree.Blocks[i]);
        }

        return BlockFilter.Keep(blocks, title);
    }
}
