namespace Parley.Intake.Pages.Body;

/// <summary>How near elements are to the headline, by the prose that lies between: comments and other articles come after the article.</summary>
internal sealed class Nearness
{
    /// <summary>Words of prose that may stand between a headline and its article.</summary>
    private const double LongestStandfirst = 80;

    /// <summary>Words beyond those that double the distance.</summary>
    private const double DoublingDistance = 150;

    private readonly PageTree _tree;
    private readonly int _headline;
    private readonly double[] _prose;
    private readonly int[] _paragraphs;

    /// <summary>Counts the prose beside <paramref name="clutter"/>.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="clutter">Which of its nodes stand beside the article.</param>
    /// <param name="headline">The place of the headline's block; -1 where the page shows none.</param>
    public Nearness(PageTree tree, bool[] clutter, int headline)
    {
        (_tree, _headline) = (tree, headline);
        _prose = Prose.Sums(tree, clutter);
        _paragraphs = new int[tree.Blocks.Count + 1];
        for (var i = 0; i < tree.Blocks.Count; i++)
        {
            var counts = _prose[i + 1] > _prose[i] && tree.Blocks[i].Kind == BlockKind.Paragraph && tree.Blocks[i].EndsSentence;
            _paragraphs[i + 1] = _paragraphs[i] + (counts ? 1 : 0);
        }
    }

    /// <summary>1 where <paramref name="node"/> holds the headline or follows it closely, or where there is none; towards 0 the further away.</summary>
    public double Of(int node)
    {
        var first = _tree.FirstBlock(node);
        if (_headline < 0 || first <= _headline)
            return 1;
        var words = _prose[first] - _prose[_headline];
        var paragraphs = _paragraphs[first] - _paragraphs[_headline];
        var distance = (1 + (Math.Max(0, words - LongestStandfirst) / DoublingDistance)) * Math.Max(1, paragraphs - 1);
        return 1 / (distance * distance);
    }
}
