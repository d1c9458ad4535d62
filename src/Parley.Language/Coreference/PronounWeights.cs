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
    private readonly int[][] _weights;

    /// <summary>The weights of each group, by feature.</summary>
    public PronounWeights(int[][] weights) => _weights = weights;

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

    private static PronounWeights Load()
    {
        var features = Enum.GetNames<PronounFeature>();
        var weights = new[] { new int[features.Length], new int[features.Length], new int[features.Length] };
        foreach (var row in WordList.Load(typeof(PronounWeights).Assembly, "pronoun-weights.tsv"))
        {
            var feature = (int)Enum.Parse<PronounFeature>(row[0]);
            for (var group = 0; group < weights.Length; group++)
                weights[group][feature] = int.Parse(row[group + 1], System.Globalization.CultureInfo.InvariantCulture);
        }

        return new PronounWeights(weights);
    }
}
