using System.Numerics;
using Parley.Language.Coreference;

namespace Parley.Train.Coreference;

/// <summary>
/// Learns <see cref="PronounWeights"/>: for each group a log-linear model over a pronoun's candidates and nothing, by gradient
/// descent with a penalty on large weights. Same cases, same weights.
/// </summary>
internal static class PronounTrainer
{
    private const int Steps = 400;
    private const double Rate = 0.5;

    public static int Groups { get; } = Enum.GetValues<PronounGroup>().Length;

    public static int Features { get; } = Enum.GetValues<PronounFeature>().Length;

    /// <summary>The weights that <paramref name="cases"/> teach.</summary>
    /// <param name="cases">Pronouns with their candidates.</param>
    /// <param name="penalty">Of the squared weights, against the sum over cases.</param>
    public static int[][] Train(IEnumerable<PronounCase> cases, double penalty)
    {
        var byGroup = cases.ToLookup(static one => one.Group);
        return [.. Enum.GetValues<PronounGroup>().Select(group => Train([.. byGroup[group]], penalty))];
    }

    private static int[] Train(PronounCase[] cases, double penalty)
    {
        var (weights, gradient, squares) = (new double[Features], new double[Features], new double[Features]);
        for (var step = 0; step < Steps; step++)
        {
            for (var i = 0; i < Features; i++)
                gradient[i] = -penalty * weights[i];
            foreach (var one in cases)
                AddGradient(one, weights, gradient);
            for (var i = 0; i < Features; i++)
            {
                squares[i] += gradient[i] * gradient[i];
                if (squares[i] > 0)
                    weights[i] += Rate * gradient[i] / Math.Sqrt(squares[i]);
            }
        }

        return [.. weights.Select(static weight => (int)Math.Round(100 * weight))];
    }

    private static void AddGradient(PronounCase one, double[] weights, double[] gradient)
    {
        var scores = one.Features.Select(features => Score(features, weights)).ToArray();
        var highest = scores.Max();
        var all = scores.Sum(score => Math.Exp(score - highest));
        var right = scores.Where((_, i) => one.IsRight[i]).Sum(score => Math.Exp(score - highest));
        for (var i = 0; i < scores.Length; i++)
        {
            var share = Math.Exp(scores[i] - highest);
            var pull = (one.IsRight[i] ? share / right : 0) - (share / all);
            for (var bits = one.Features[i]; bits != 0; bits &= bits - 1)
                gradient[BitOperations.TrailingZeroCount(bits)] += pull;
        }
    }

    private static double Score(ulong features, double[] weights)
    {
        var score = 0.0;
        for (; features != 0; features &= features - 1)
            score += weights[BitOperations.TrailingZeroCount(features)];
        return score;
    }
}
