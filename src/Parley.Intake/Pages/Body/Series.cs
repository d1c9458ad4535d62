using AngleSharp.Dom;

namespace Parley.Intake.Pages.Body;

/// <summary>
/// Finds what a page says below its article in many small pieces of one shape: comments, each with a name and a link to
/// answer it, and teasers, each under a headline that is a link. Entries of a live report and of a list have headings of their own.
/// </summary>
internal static class Series
{
    /// <summary>The fewest pieces.</summary>
    private const int Fewest = 4;

    /// <summary>The part of the pieces that must look so.</summary>
    private const double LeastAlike = 0.75;

    /// <summary>Paragraphs of prose of a piece.</summary>
    private const int MostParagraphs = 2;

    /// <summary>Lines of a piece, those that only name or link included.</summary>
    private const int MostLines = 24;

    /// <summary>Words of a line that names or links.</summary>
    private const int LongestLabel = 25;

    /// <summary>Words of prose that stand before: the article.</summary>
    private const double ShortestArticle = 25;

    /// <summary>Marks them in <paramref name="marks"/>, where they follow the headline and an article.</summary>
    public static void Mark(PageTree tree, bool[] marks, int headline)
    {
        if (headline < 0)
            return;
        var prose = Prose.Sums(tree, marks);
        for (var i = 0; i < marks.Length; i++)
        {
            if (marks[i] || tree.BlockEnd(i) <= headline)
                continue;
            for (var child = i + 1; child < tree.NodeEnd(i);)
            {
                child = tree.FirstBlock(child) <= headline || prose[tree.FirstBlock(child)] - prose[headline] < ShortestArticle
                    ? tree.NodeEnd(child)
                    : MarkRun(tree, marks, prose, child, tree.NodeEnd(i));
            }
        }
    }

    /// <summary>Looks at the siblings of one name and class from <paramref name="first"/> on; gives the place after them.</summary>
    private static int MarkRun(PageTree tree, bool[] marks, double[] prose, int first, int end)
    {
        var element = tree.Nodes[first].Element;
        var (pieces, alike) = (0, 0);
        var next = first;
        while (next < end && IsAlike(tree.Nodes[next].Element, element))
        {
            if (prose[tree.BlockEnd(next)] > prose[tree.FirstBlock(next)])
            {
                pieces++;
                if (IsPiece(tree, next))
                    alike++;
            }

            next = tree.NodeEnd(next);
        }

        if (pieces >= Fewest && alike >= pieces * LeastAlike && !Markup.IsPhrasing(element.LocalName))
            Array.Fill(marks, true, first, next - first);
        return next;
    }

    /// <summary>The first class is the kind's; what follows may tell one piece from the next.</summary>
    private static bool IsAlike(IElement one, IElement other) =>
        one.LocalName == other.LocalName && FirstClass(one).SequenceEqual(FirstClass(other));

    private static ReadOnlySpan<char> FirstClass(IElement element)
    {
        var name = element.ClassName.AsSpan().Trim();
        var end = name.IndexOf(' ');
        return end < 0 ? name : name[..end];
    }

    private static bool IsPiece(PageTree tree, int node)
    {
        var (paragraphs, labels) = (0, 0);
        if (tree.BlockEnd(node) - tree.FirstBlock(node) > MostLines)
            return false;
        for (var i = tree.FirstBlock(node); i < tree.BlockEnd(node); i++)
        {
            var block = tree.Blocks[i];
            if (block.Kind == BlockKind.Heading && block.LinkShare < 0.8)
                return false;
            if (Prose.Weight(block) > 0)
                paragraphs++;
            else if (block.LinkShare > 0.4 && block.Words <= LongestLabel)
                labels++;
        }

        return paragraphs is > 0 and <= MostParagraphs && labels > 0;
    }
}
