namespace Parley.Intake.Pages.Body;

/// <summary>The words of a headline that its article is bound to use again: the long ones.</summary>
internal sealed class TitleWords
{
    private const int ShortestWord = 4;

    private readonly string[] _words;

    /// <summary>The words of <paramref name="title"/>; none where it is null.</summary>
    public TitleWords(string? title)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in (title ?? "").Split([.. " \u00a0-–—,.:;!?'’‘\"“”()|/"], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Length >= ShortestWord)
                words.Add(word);
        }

        _words = [.. words];
    }

    /// <summary>The part of the words that the prose within <paramref name="node"/> uses, 0 to 1; 1 where the headline has none.</summary>
    public double ShareIn(PageTree tree, bool[] clutter, int node)
    {
        if (_words.Length == 0)
            return 1;
        var found = new bool[_words.Length];
        for (var b = tree.FirstBlock(node); b < tree.BlockEnd(node); b++)
        {
            var block = tree.Blocks[b];
            if (clutter[block.Node] || Prose.Weight(block) == 0)
                continue;
            for (var w = 0; w < found.Length; w++)
                found[w] = found[w] || block.Text.Contains(_words[w], StringComparison.OrdinalIgnoreCase);
        }

        return (double)found.Count(hit => hit) / found.Length;
    }
}
