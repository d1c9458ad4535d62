namespace Parley.Intake.Pages.Body;

/// <summary>
/// Finds whether the article goes on beside its best element, under the same roof: an article is often cut in
/// sections by pictures and advertisements. What joins must be much, and almost all prose, which lists of teasers,
/// with their headlines and links, are not.
/// </summary>
internal sealed class Roof
{
    /// <summary>How much prose must be added, as a part of what there is.</summary>
    private const double LeastGain = 0.5;

    /// <summary>The part of the added words that must be prose.</summary>
    private const double LeastProseShare = 0.85;

    private readonly PageTree _tree;
    private readonly double[] _prose;
    private readonly int[] _words;

    /// <summary>Counts what is on the page beside <paramref name="clutter"/>.</summary>
    public Roof(PageTree tree, bool[] clutter)
    {
        _tree = tree;
        _prose = new double[tree.Blocks.Count + 1];
        _words = new int[tree.Blocks.Count + 1];
        for (var i = 0; i < tree.Blocks.Count; i++)
        {
            var block = tree.Blocks[i];
            var seen = !clutter[block.Node];
            _prose[i + 1] = _prose[i] + (seen ? Prose.Weight(block) : 0);
            _words[i + 1] = _words[i] + (seen ? block.Words : 0);
        }
    }

    /// <summary>The outermost element that holds <paramref name="node"/> and more of the same; itself where there is none.</summary>
    public int Over(int node)
    {
        for (var up = _tree.Nodes[node].Parent; up >= 0; up = _tree.Nodes[up].Parent)
        {
            var added = ProseIn(up) - ProseIn(node);
            if (added > ProseIn(node) * LeastGain && added >= (WordsIn(up) - WordsIn(node)) * LeastProseShare)
                node = up;
        }

        return node;
    }

    private double ProseIn(int node) => _prose[_tree.BlockEnd(node)] - _prose[_tree.FirstBlock(node)];

    private int WordsIn(int node) => _words[_tree.BlockEnd(node)] - _words[_tree.FirstBlock(node)];
}
