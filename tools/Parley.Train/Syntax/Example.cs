using Parley.Language.Syntax;

namespace Parley.Train.Syntax;

/// <summary>A sentence in numbers. Labels that are not known are -1 and teach nothing.</summary>
internal sealed class Example
{
    public required WordNumbers[] Words { get; init; }

    /// <summary>Rows of each word's n-grams.</summary>
    public required int[][] Ngrams { get; init; }

    public required int[] Upos { get; init; }

    public required int[] Xpos { get; init; }

    public required int[] Features { get; init; }

    /// <summary>Number of the head, from 1; 0 for the root, -1 where not known.</summary>
    public required int[] Heads { get; init; }

    public required int[] Relations { get; init; }

    public int Length => Words.Length;
}
