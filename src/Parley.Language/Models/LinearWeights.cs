using System.Numerics;

namespace Parley.Language.Models;

/// <summary>
/// Weights of a linear model over hashed features, a byte each: for every feature one weight a class, side by side.
/// </summary>
internal sealed class LinearWeights
{
    private readonly sbyte[] _weights;
    private readonly int _shift;

    /// <param name="weights">A power of two times <paramref name="classes"/>.</param>
    /// <param name="classes">How many classes.</param>
    /// <param name="scale">What a weight of one stands for.</param>
    public LinearWeights(sbyte[] weights, int classes, float scale)
    {
        var size = weights.Length / classes;
        if (!BitOperations.IsPow2(size) || size * classes != weights.Length)
            throw new InvalidDataException("The number of features is no power of two.");
        (_weights, Classes, Scale) = (weights, classes, scale);
        _shift = 32 - BitOperations.Log2((uint)size);
    }

    public int Classes { get; }

    public float Scale { get; }

    public static LinearWeights Read(Model model, string name) =>
        new(model.Numbers<sbyte>($"{name}.weights"), model.Numbers<int>($"{name}.classes")[0], model.Numbers<float>($"{name}.scale")[0]);

    public void Write(Model model, string name)
    {
        model.Add<sbyte>($"{name}.weights", _weights);
        model.Add<int>($"{name}.classes", [Classes]);
        model.Add<float>($"{name}.scale", [Scale]);
    }

    /// <summary>The sum of the features' weights, for a model of one class.</summary>
    public float Score(ReadOnlySpan<uint> features)
    {
        var sum = 0;
        var weights = _weights;
        foreach (var feature in features)
            sum += weights[feature >> _shift];
        return sum * Scale;
    }

    /// <summary>The sum of the features' weights for each class.</summary>
    /// <param name="features">The features.</param>
    /// <param name="scores">As many as there are classes.</param>
    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        scores.Clear();
        foreach (var feature in features)
        {
            var at = (int)(feature >> _shift) * Classes;
            for (var k = 0; k < Classes; k++)
                scores[k] += _weights[at + k];
        }

        for (var k = 0; k < Classes; k++)
            scores[k] *= Scale;
    }

    /// <summary>The first of the highest scores, of those from <paramref name="from"/> on.</summary>
    public static int Highest(ReadOnlySpan<float> scores, int from = 0)
    {
        var best = from;
        for (var k = from + 1; k < scores.Length; k++)
            best = scores[k] > scores[best] ? k : best;
        return best;
    }

    /// <summary>The class of the highest sum, for a model of three classes; the first among equals.</summary>
    public int Best(ReadOnlySpan<uint> features)
    {
        var (a, b, c) = (0, 0, 0);
        var weights = _weights;
        foreach (var feature in features)
        {
            var at = (int)(feature >> _shift) * 3;
            a += weights[at];
            b += weights[at + 1];
            c += weights[at + 2];
        }

        return a >= b && a >= c ? 0 : b >= c ? 1 : 2;
    }
}
