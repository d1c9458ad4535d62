using Parley.Language.Models;

namespace Parley.Train.Networks;

/// <summary>How a linear model is trained.</summary>
/// <param name="Seed">Of the order of examples.</param>
/// <param name="Epochs">How often each is seen.</param>
/// <param name="Bits">The number of weights a class, as a power of two.</param>
/// <param name="Rate">AdaGrad's learning rate.</param>
/// <param name="Drop">The share of features left out of an example each time; of choices none is.</param>
/// <param name="Penalty">On large weights.</param>
internal sealed record LearningOptions(ulong Seed = 1, int Epochs = 15, int Bits = 17, float Rate = 0.05f, float Drop = 0.2f, float Penalty = 1e-3f);

/// <summary>Trains linear models on examples in an order drawn anew each time; the weights are the mean of the second half.</summary>
internal static class Learning
{
    /// <summary>The most features of an example.</summary>
    private const int Room = 2048;

    /// <summary>Learns the class of each example.</summary>
    /// <param name="examples">The features of each and its class.</param>
    /// <param name="classes">How many; with one, labels are 0 and 1.</param>
    /// <param name="options">How.</param>
    public static LinearWeights Of(IEnumerable<(uint[] Features, int Label)> examples, int classes, LearningOptions options) =>
        Learn(new LinearTrainer(classes, options.Bits, options.Rate, options.Penalty, options.Drop, options.Seed, Room), examples, static (trainer, own) => trainer.Learn(own.Features, own.Label), options);

    /// <summary>Learns to choose among things that each have features of their own.</summary>
    /// <param name="examples">The features of the things, and which is right.</param>
    /// <param name="options">How.</param>
    public static LinearWeights Choice(IEnumerable<(List<uint[]> Choices, int Right)> examples, LearningOptions options) =>
        Learn(new LinearTrainer(1, options.Bits, options.Rate, options.Penalty, 0, options.Seed), examples, static (trainer, own) => trainer.LearnChoice(own.Choices, own.Right), options);

    private static LinearWeights Learn<T>(LinearTrainer trainer, IEnumerable<T> examples, Action<LinearTrainer, T> learn, LearningOptions options)
    {
        var (order, generator) = (examples.ToArray(), new Generator(options.Seed));
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            generator.Shuffle(order.AsSpan());
            foreach (var own in order)
                learn(trainer, own);
            if (epoch >= options.Epochs / 2)
                trainer.Sample();
        }

        return trainer.Quantise();
    }
}
