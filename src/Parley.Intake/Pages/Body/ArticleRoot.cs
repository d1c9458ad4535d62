namespace Parley.Intake.Pages.Body;

/// <summary>Finds the element that holds an article, by where the prose is: after Readability's scoring of paragraphs' ancestors.</summary>
internal static class ArticleRoot
{
    /// <summary>The place of the element; -1 where there is no prose.</summary>
    public static int Find(PageTree tree, bool[] clutter)
    {
        var scores = new double[tree.Nodes.Count];
        var sums = new double[tree.Blocks.Count + 1];
        for (var b = 0; b < tree.Blocks.Count; b++)
        {
            var block = tree.Blocks[b];
            var weight = clutter[block.Node] ? 0 : Prose.Weight(block);
            sums[b + 1] = sums[b] + weight;
            if (weight == 0)
                continue;
            var score = 1 + Commas(block.Text) + Math.Min(block.Text.Length / 100.0, 3);
            // A paragraph's holder gets its score, those further out ever less.
            var node = tree.Nodes[block.Node].Parent;
            for (var level = 0; node >= 0 && level < 6; level++, node = tree.Nodes[node].Parent)
                scores[node] += score / (level == 0 ? 1 : level == 1 ? 2 : level * 3);
        }

        var best = -1;
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] > 0)
            {
                if (NameHints.SayBody(tree.Nodes[i].Element))
                    scores[i] *= 1.25;
                if (best < 0 || scores[i] > scores[best])
                    best = i;
            }
        }

        if (best < 0)
            return -1;

        // Take in what stands beside the best element under the same roof, as long as it adds much prose.
        var root = best;
        for (var up = tree.Nodes[best].Parent; up >= 0; up = tree.Nodes[up].Parent)
        {
            if (Words(up) > Words(root) * 1.25)
                root = up;
        }

        return root;

        double Words(int node) => sums[tree.BlockEnd(node)] - sums[tree.FirstBlock(node)];
    }

    private static int Commas(string text) => text.AsSpan().Count(',') + text.AsSpan().Count('،') + text.AsSpan().Count('，');
}
