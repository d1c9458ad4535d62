namespace Parley.Intake.Pages.Body;

/// <summary>Finds the element that holds an article, by where the prose is: after Readability's scoring of paragraphs' ancestors.</summary>
internal static class ArticleRoot
{
    /// <summary>How many elements out from a paragraph its score is felt.</summary>
    private const int Reach = 6;

    /// <summary>What names that hint at an article's body are worth.</summary>
    private const double BodyNameGain = 1.25;

    /// <summary>How many of the best elements are compared with the headline.</summary>
    private const int Candidates = 10;

    /// <summary>The place of the element; -1 where there is no prose.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="clutter">Which of its nodes stand beside the article.</param>
    /// <param name="title">The headline, whose words an article uses and a site's rules or comments seldom do; null where unknown.</param>
    public static int Find(PageTree tree, bool[] clutter, string? title)
    {
        var best = Best(tree, clutter, Scores(tree, clutter), title);
        return best < 0 ? -1 : new Roof(tree, clutter).Over(best);
    }

    /// <summary>A paragraph's holder gets its score, those further out ever less.</summary>
    private static double[] Scores(PageTree tree, bool[] clutter)
    {
        var scores = new double[tree.Nodes.Count];
        foreach (var block in tree.Blocks)
        {
            if (clutter[block.Node] || Prose.Weight(block) == 0)
                continue;
            var score = 1 + Commas(block.Text) + Math.Min(block.Text.Length / 100.0, 3);
            var node = Holder(tree, block.Node);
            for (var level = 0; node >= 0 && level < Reach; level++, node = tree.Nodes[node].Parent)
                scores[node] += score / (level == 0 ? 1 : level == 1 ? 2 : level * 3);
        }

        return scores;
    }

    private static int Best(PageTree tree, bool[] clutter, double[] scores, string? title)
    {
        var candidates = new PriorityQueue<int, double>();
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] == 0)
                continue;
            var score = NameHints.SayBody(tree.Nodes[i].Element) ? scores[i] * BodyNameGain : scores[i];
            candidates.Enqueue(i, score);
            if (candidates.Count > Candidates)
                candidates.Dequeue();
        }

        var words = new TitleWords(title, tree, clutter);
        var best = -1;
        var most = 0.0;
        foreach (var (node, score) in candidates.UnorderedItems.OrderBy(item => item.Element))
        {
            var fit = score * (1 + words.ShareIn(node));
            if (fit > most)
                (best, most) = (node, fit);
        }

        return best;
    }

    /// <summary>What holds a paragraph, a list or a table as one of its parts: never a part of those.</summary>
    private static int Holder(PageTree tree, int node)
    {
        while (tree.Nodes[node].Parent >= 0 && Markup.IsPart(tree.Nodes[node].Element.LocalName))
            node = tree.Nodes[node].Parent;
        return node;
    }

    private static int Commas(string text) => text.AsSpan().Count(',') + text.AsSpan().Count('،') + text.AsSpan().Count('，');
}
