namespace Parley.Intake.Pages.Body;

/// <summary>Finds the element that holds an article, by where the prose is: after Readability's scoring of paragraphs' ancestors.</summary>
internal static class ArticleRoot
{
    /// <summary>How many elements out from a paragraph its score is felt.</summary>
    private const int Reach = 6;

    /// <summary>What names that hint at an article's body are worth.</summary>
    private const double BodyNameGain = 1.25;

    /// <summary>How many of the best elements are compared with the headline.</summary>
    private const int MostCandidates = 10;

    /// <summary>Words of prose that may stand between a headline and its article.</summary>
    private const double LongestStandfirst = 80;

    /// <summary>Paragraphs between them that are counted.</summary>
    private const int MostParagraphs = 20;

    /// <summary>Words beyond those that make an element half as likely.</summary>
    private const double HalvingDistance = 150;

    /// <summary>The place of the element; -1 where there is no prose.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="clutter">Which of its nodes stand beside the article.</param>
    /// <param name="title">The headline, whose words an article uses and a site's rules or comments seldom do; null where unknown.</param>
    public static int Find(PageTree tree, bool[] clutter, string? title)
    {
        var best = Best(tree, clutter, title, out _);
        return best < 0 ? -1 : new Roof(tree, clutter, Headline.Find(tree, title)).Over(best);
    }

    /// <summary>The place of the best element alone, without what goes on beside it; -1 where there is no prose.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="clutter">Which of its nodes stand beside the article.</param>
    /// <param name="title">The headline; null where unknown.</param>
    /// <param name="nearness">1 where it holds the headline or follows it closely, less the further away; 0 where no headline is shown.</param>
    public static int Best(PageTree tree, bool[] clutter, string? title, out double nearness)
    {
        var headline = Headline.Find(tree, title);
        var prose = Prose.Sums(tree, clutter);
        var words = new TitleWords(title, tree, clutter);
        var best = -1;
        var most = 0.0;
        nearness = 0;
        foreach (var (node, score) in Candidates(tree, Scores(tree, clutter), prose, headline))
        {
            var fit = score * (1 + words.ShareIn(node));
            if (fit >= most)
                (best, most, nearness) = (node, fit, headline < 0 ? 0 : Nearness(tree, prose, headline, node));
        }

        return best;
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
            for (var level = 0; node >= 0 && level < Reach; node = tree.Nodes[node].Parent)
            {
                scores[node] += score / (level == 0 ? 1 : level == 1 ? 2 : level * 3);

                // A wrapper around one paragraph is that paragraph, not the first step away from it.
                if (tree.BlockEnd(node) - tree.FirstBlock(node) > 1)
                    level++;
            }
        }

        return scores;
    }

    /// <summary>The best by score, in document order.</summary>
    private static IEnumerable<(int Node, double Score)> Candidates(PageTree tree, double[] scores, double[] prose, int headline)
    {
        var candidates = new PriorityQueue<int, double>();
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] == 0)
                continue;
            var score = NameHints.SayBody(tree.Nodes[i].Element) ? scores[i] * BodyNameGain : scores[i];
            candidates.Enqueue(i, score * Nearness(tree, prose, headline, i));
            if (candidates.Count > MostCandidates)
                candidates.Dequeue();
        }

        return candidates.UnorderedItems.OrderBy(item => item.Element);
    }

    /// <summary>1 where the element holds the headline or follows it closely, less the more prose lies between: comments and other articles come later.</summary>
    private static double Nearness(PageTree tree, double[] prose, int headline, int node)
    {
        if (headline < 0 || tree.FirstBlock(node) <= headline)
            return 1;
        var words = prose[tree.FirstBlock(node)] - prose[headline];
        var paragraphs = 0;
        for (var i = headline; i < tree.FirstBlock(node) && paragraphs < MostParagraphs; i++)
            paragraphs += prose[i + 1] > prose[i] && tree.Blocks[i].Kind == BlockKind.Paragraph && tree.Blocks[i].EndsSentence ? 1 : 0;
        var distance = (1 + (Math.Max(0, words - LongestStandfirst) / HalvingDistance)) * Math.Max(1, paragraphs - 1);
        return 1 / (distance * distance);
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
