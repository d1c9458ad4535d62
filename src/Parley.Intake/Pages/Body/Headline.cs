namespace Parley.Intake.Pages.Body;

/// <summary>Finds where a page shows its headline: the article follows it, what is not the article follows that.</summary>
internal static class Headline
{
    /// <summary>The part of the words of a heading and of the title, together, that both must have.</summary>
    private const double LeastShare = 0.6;

    /// <summary>The same of a line that is no heading; it counts less than one.</summary>
    private const double LeastShareOfLine = 0.8;

    /// <summary>Lines that are compared.</summary>
    private const int Most = 1000;

    /// <summary>Words of the longest title that is compared.</summary>
    private const int LongestTitle = 60;

    /// <summary>The place of its block: the heading, or else the line, most like <paramref name="title"/>, the first of several; -1 where there is none.</summary>
    public static int Find(PageTree tree, string? title)
    {
        var wanted = Words(title ?? "");
        if (wanted.Count is 0 or > LongestTitle)
            return -1;
        var (best, most, seen) = (-1, 0.0, 0);
        for (var i = 0; i < tree.Blocks.Count && seen < Most; i++)
        {
            var block = tree.Blocks[i];
            if (block.Words > LongestTitle || (block.Kind != BlockKind.Heading && (block.Words > wanted.Count * 2 || block.LinkShare > 0.5)))
                continue;
            if (block.IsSetLine || Phrases.OpensComments(block.Text, block.Words))
                continue;
            seen++;
            var words = Words(block.Text);
            var both = words.Count(wanted.Contains);
            var share = (double)both / Math.Max(1, words.Count + wanted.Count - both);
            if (block.Kind != BlockKind.Heading)
                share = share < LeastShareOfLine ? 0 : share * LeastShare;
            if (share > most && share >= (block.Kind == BlockKind.Heading ? LeastShare : 0))
                (best, most) = (i, share);
        }

        return most >= LeastShare * LeastShareOfLine ? best : -1;
    }

    private static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var range in WordCount.Runs(text))
            words.Add(text[range]);
        return words;
    }
}
