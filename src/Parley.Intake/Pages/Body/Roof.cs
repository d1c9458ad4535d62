namespace Parley.Intake.Pages.Body;

/// <summary>
/// Finds whether the article goes on beside its best element, under the same roof: an article is often cut in
/// sections by pictures and advertisements. What joins must be almost all prose, in paragraphs, which lists of teasers
/// and readers' comments, with their headlines, names and links, are not; the less it adds, the purer it must be.
/// </summary>
internal sealed class Roof
{
    /// <summary>How much prose must be added, as a part of what there is.</summary>
    private const double LeastGain = 0.5;

    /// <summary>The part of the added words that must be prose.</summary>
    private const double LeastProseShare = 0.85;

    /// <summary>The part of the added blocks, headings aside, that must be prose.</summary>
    private const double LeastProseBlocks = 0.4;

    /// <summary>The part of the added words that must be prose where the gain is smaller.</summary>
    private const double PureProseShare = 0.95;

    /// <summary>The fewest paragraphs of a smaller gain at the beginning, where one alone is a standfirst.</summary>
    private const int FewestBefore = 2;

    /// <summary>The fewest paragraphs of a smaller gain at the end, where one or two are notes on the writer or the house.</summary>
    private const int FewestAfter = 4;

    /// <summary>Words of a paragraph that counts for a smaller gain; notices on a page are shorter.</summary>
    private const double FullParagraph = 12;

    private readonly PageTree _tree;
    private readonly double[] _prose;
    private readonly int[] _words;
    private readonly int[] _blocks;
    private readonly int[] _paragraphs;
    private readonly int[] _full;

    /// <summary>Counts what is on the page from the headline on, beside <paramref name="clutter"/>.</summary>
    public Roof(PageTree tree, bool[] clutter, int headline)
    {
        var count = tree.Blocks.Count + 1;
        _tree = tree;
        (_prose, _words, _blocks) = (new double[count], new int[count], new int[count]);
        (_paragraphs, _full) = (new int[count], new int[count]);
        for (var i = 0; i + 1 < count; i++)
        {
            var block = tree.Blocks[i];
            var seen = clutter[block.Node] || i < headline ? 0 : 1;
            _prose[i + 1] = _prose[i] + (seen * Prose.Weight(block));
            _words[i + 1] = _words[i] + (seen * block.Words);
            _blocks[i + 1] = _blocks[i] + (block.Kind == BlockKind.Heading ? 0 : seen);
            _paragraphs[i + 1] = _paragraphs[i] + (_prose[i + 1] > _prose[i] ? 1 : 0);
            _full[i + 1] = _full[i] + (_prose[i + 1] - _prose[i] >= FullParagraph ? 1 : 0);
        }
    }

    /// <summary>The outermost element that holds <paramref name="node"/> and more of the same; itself where there is none.</summary>
    public int Over(int node)
    {
        for (var up = _tree.Nodes[node].Parent; up >= 0; up = _tree.Nodes[up].Parent)
        {
            if (Joins(node, up))
                node = up;
        }

        return node;
    }

    private bool Joins(int node, int up)
    {
        var prose = In(_prose, up) - In(_prose, node);
        var words = In(_words, up) - In(_words, node);
        var paragraphs = In(_paragraphs, up) - In(_paragraphs, node);
        var blocks = In(_blocks, up) - In(_blocks, node);
        if (prose <= 0 || paragraphs < blocks * LeastProseBlocks)
            return false;
        return prose > In(_prose, node) * LeastGain
            ? prose >= words * LeastProseShare
            : In(_full, up) - In(_full, node) >= (_tree.BlockEnd(up) == _tree.BlockEnd(node) ? FewestBefore : FewestAfter) && prose >= words * PureProseShare;
    }

    private double In(double[] sums, int node) => sums[_tree.BlockEnd(node)] - sums[_tree.FirstBlock(node)];

    private int In(int[] sums, int node) => sums[_tree.BlockEnd(node)] - sums[_tree.FirstBlock(node)];
}
