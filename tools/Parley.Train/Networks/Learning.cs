using Parley.Language.Models;

namespace Parley.Train.Networks;

/// <summary>Trains a linear model on examples that each have one label.</summary>
internal static class Learning
{
    /// <summary>The most features of an example.</summary>
    private const int Room = 2048;

    /// <summary>Trains on examples in an order drawn anew each time; the weights are the mean of the second half.</summary>
    /// <param name="examples">The features of each and its class.</param>
    /// <param name="classes">How many; with one, labels are 0 and 1.</param>
    /// <param name="bits">The number of weights a class, as a power of two.</param>
    /// <param name="epochs">How often each is seen.</param>
    /// <param name="drop">The share of features left out each time.</param>
    public static LinearWeights Of(IReadOnlyList<(uint[] Features, int Label)> examples, int classes, int bits = 17, int epochs = 15, float drop = 0.2f)
    {
        var trainer = new LinearTrainer(classes, bits, rate: 0.05f, penalty: 1e-3f, drop, seed: 1, Room);
        var (order, generator) = (examples.ToArray(), new Generator(1));
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            generator.Shuffle(order.AsSpan());
            foreach (var (features, label) in order)
                trainer.Learn(features, label);
            if (epoch >= epochs / 2)
                trainer.Sample();
        }

        return trainer.Quantise();
    }
}
