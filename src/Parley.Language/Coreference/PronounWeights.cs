using System.Numerics;
using Parley.Reports.Data;

namespace Parley.Language.Coreference;

/// <summary>The pronouns that are weighed alike.</summary>
internal enum PronounGroup : byte
{
    /// <summary><c>he</c>, <c>she</c>.</summary>
    Person,

    /// <summary><c>it</c>.</summary>
    Thing,

    /// <summary><c>they</c>.</summary>
    Many,
}

/// <summary>
/// What each <see cref="PronounFeature"/> counts for, in hundredths: a linear model, learnt by <c>Parley.Train coreference</c>. Whole
/// numbers, so that sums are the same on every machine.
/// </summary>
internal sealed class PronounWeights
{
    /// <summary>The row of the file that is no feature.</summary>
    public const string MarginRow = "Margin";

    private readonly int[][] _weights;
    private readonly int[] _margins;

    /// <summary>Makes them.</summary>
    /// <param name="weights">For each group, what each feature counts for.</param>
    /// <param name="margins">For each group, by how much the best must be better than the next, and than nothing.</param>
    public PronounWeights(int[][] weights, int[] margins) => (_weights, _margins) = (weights, margins);

    /// <summary>The weights that are built in.</summary>
    public static PronounWeights BuiltIn { get; } = Load();

    /// <summary>The score of a candidate with these features, one a bit.</summary>
    public int Score(PronounGroup group, ulong features)
    {
        var weights = _weights[(int)group];
        var score = 0;
        for (; features != 0; features &= features - 1)
            score += weights[BitOperations.TrailingZeroCount(features)];
        return score;
    }

    /// <summary>By how much the best candidate of a group must be better than the next, and than nothing.</summary>
    public int Margin(PronounGroup group) => _margins[(int)group];

    private static PronounWeights Load()
    {
        var features = Enum.GetNames<PronounFeature>();
        var weights = new[] { new int[features.Length], new int[features.Length], new int[features.Length] };
        var margins = new int[weights.Length];
        foreach (var row in WordList.Load(typeof(PronounWeights).Assembly, "pronoun-weights.tsv"))
        {
            for (var group = 0; group < weights.Length; group++)
            {
                var weight = int.Parse(row[group + 1], System.Globalization.CultureInfo.InvariantCulture);
                if (row[0] == MarginRow)
                    margins[group] = weight;
                else
                    weights[group][(int)Enum.Parse<PronounFeature>(row[0])] = weight;
            }
        }

        return new PronounWeights(weights, margins);
    }
}
