namespace Parley.Intake.Pages.Body;

/// <summary>Tells running text from labels, links and lists of names.</summary>
internal static class Prose
{
    /// <summary>Words a paragraph has at least to count as prose without being a whole sentence.</summary>
    private const int ManyWords = 12;

    /// <summary>Words that are prose where they end as a sentence does.</summary>
    private const int FewWords = 5;

    /// <summary>Words of prose in <paramref name="block"/>: those out of links, where there are enough for a sentence; else 0.</summary>
    public static double Weight(Block block)
    {
        if (block.Kind == BlockKind.Heading || block.LinkShare > 0.6 || block.IsSetLine)
            return 0;
        var words = block.Words * (1 - block.LinkShare);
        return words >= ManyWords || (words >= FewWords && block.EndsSentence) ? words : 0;
    }

    /// <summary>Words of prose before each block, and in all at the end: the sum over a range is one difference.</summary>
    public static double[] Sums(IReadOnlyList<Block> blocks)
    {
        var sums = new double[blocks.Count + 1];
        for (var i = 0; i < blocks.Count; i++)
            sums[i + 1] = sums[i] + Weight(blocks[i]);
        return sums;
    }

    /// <summary>The same without what is marked in <paramref name="clutter"/>.</summary>
    public static double[] Sums(PageTree tree, bool[] clutter)
    {
        var sums = new double[tree.Blocks.Count + 1];
        for (var i = 0; i < tree.Blocks.Count; i++)
            sums[i + 1] = sums[i] + (clutter[tree.Blocks[i].Node] ? 0 : Weight(tree.Blocks[i]));
        return sums;
    }
}
