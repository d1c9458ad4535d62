using Parley.Language;
using Parley.Language.Models;

namespace Parley.Findings.Trees;

/// <summary>How the tree leads from one word of a sentence to another.</summary>
/// <param name="Top">The lowest word above both.</param>
/// <param name="Up">The way from the first up to it.</param>
/// <param name="Down">The way from the second up to it.</param>
internal readonly record struct TreePath(Token Top, uint Up, uint Down)
{
    /// <summary>Steps up; words deeper than this are told of apart.</summary>
    private const int Highest = 7;

    /// <summary>The way; null where the two meet nowhere near.</summary>
    public static TreePath? Between(Token first, Token second)
    {
        Span<int> above = stackalloc int[Highest];
        Span<uint> ways = stackalloc uint[Highest];
        var (count, at, way) = (0, first, 0u);
        while (count < Highest)
        {
            (above[count], ways[count]) = (at.Index, way);
            count++;
            if (at.Head is not { } head)
                break;
            way = FeatureHash.Add(way, TreeFeatures.Link(at));
            at = head;
        }

        (at, way) = (second, 0u);
        for (var steps = 0; steps < Highest; steps++)
        {
            var meets = above[..count].IndexOf(at.Index);
            if (meets >= 0)
                return new TreePath(at, ways[meets], way);
            if (at.Head is not { } head)
                break;
            way = FeatureHash.Add(way, TreeFeatures.Link(at));
            at = head;
        }

        return null;
    }
}
