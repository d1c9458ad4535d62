using System.Numerics;

namespace Parley.Intake.Pages.Body;

/// <summary>The words of a headline that its article is bound to use again, the long ones, and where the page's prose uses them.</summary>
internal sealed class TitleWords
{
    private const int ShortestWord = 4;

    /// <summary>As many as one mask has bits.</summary>
    private const int MostWords = 64;

    private readonly PageTree _tree;
    private readonly ulong[] _used;
    private readonly int _count;

    /// <summary>Looks for the words of <paramref name="title"/> in the blocks of prose beside <paramref name="clutter"/>.</summary>
    public TitleWords(string? title, PageTree tree, bool[] clutter)
    {
        var words = WordCount.Runs(title ?? "").Select(range => (title ?? "")[range])
            .Where(word => word.Length >= ShortestWord || WordCount.IsUnspaced(word))
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(MostWords).ToArray();
        _tree = tree;
        _count = words.Length;
        _used = new ulong[tree.Blocks.Count];
        for (var b = 0; b < _used.Length; b++)
        {
            var block = tree.Blocks[b];
            if (clutter[block.Node] || Prose.Weight(block) == 0)
                continue;
            for (var w = 0; w < words.Length; w++)
            {
                if (block.Text.Contains(words[w], StringComparison.OrdinalIgnoreCase))
                    _used[b] |= 1UL << w;
            }
        }
    }

    /// <summary>The part of the words that the prose within <paramref name="node"/> uses, 0 to 1; 1 where the headline has none.</summary>
    public double ShareIn(int node)
    {
        if (_count == 0)
            return 1;
        var used = 0UL;
        for (var b = _tree.FirstBlock(node); b < _tree.BlockEnd(node); b++)
            used |= _used[b];
        return (double)BitOperations.PopCount(used) / _count;
    }
}
