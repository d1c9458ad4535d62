using Parley.Findings.Gold;
using Parley.Findings.Tolls;
using Parley.Language;
using Parley.Reports.Findings;
using Parley.Resolution;
using Parley.Train.Networks;

namespace Parley.Train.Tolls;

/// <summary>What the training of tolls may be told.</summary>
/// <param name="Seed">Of the order of examples.</param>
/// <param name="Epochs">How often each is seen.</param>
/// <param name="Bits">The number of weights a class, as a power of two.</param>
/// <param name="Rate">AdaGrad's learning rate.</param>
/// <param name="Drop">The share of features left out of an example each time.</param>
/// <param name="Penalty">On large weights.</param>
internal sealed record TollOptions(ulong Seed = 1, int Epochs = 15, int Bits = 16, float Rate = 0.05f, float Drop = 0.2f, float Penalty = 1e-3f);

/// <summary>Trains the decisions on tolls from gold reports: each count is one of a marked toll, or tells of nobody harmed.</summary>
internal sealed class TollTrainer(TollOptions options)
{
    private readonly List<(uint[] Features, int Label)> _outcomes = [];
    private readonly List<(List<uint[]> Choices, int Right)> _victims = [];

    /// <summary>How many marked tolls there are, and how many of them no count tells.</summary>
    public int Marked { get; private set; }

    /// <inheritdoc cref="Marked"/>
    public int Unfound { get; private set; }

    /// <summary>How many of them belong to whom nothing before the decision names.</summary>
    public int Strangers { get; private set; }

    /// <summary>Takes in a report as it was read up to its statements.</summary>
    public void Take(GoldReport gold, Document document, ResolvedDocument resolved, ImmutableArray<Statement> statements)
    {
        var scenes = new TollScenes(document, resolved, statements);
        var features = new TollFeatures(resolved);
        var left = gold.Tolls.ToList();
        Marked += left.Count;
        foreach (var count in scenes.Counts())
        {
            var start = document.Tokens[count.Tokens.Start.Value].Span.Start;
            var end = document.Tokens[count.Tokens.End.Value - 1].Span.End;
            var at = left.FindIndex(toll => toll.Min == count.Min && toll.Max == count.Max && toll.Evidence.Start < end && toll.Evidence.End > start);
            var label = at < 0 ? 0 : (int)left[at].Outcome + 1;
            _outcomes.Add((features.OfOutcome(count, scenes.Before, isConflict: !gold.Conflict.Parties.IsEmpty).ToArray(), label));
            scenes.Decide(label);
            if (at < 0)
                continue;
            var toll = left[at];
            left.RemoveAt(at);
            var scene = scenes.Of(count, toll.Outcome);
            scenes.Decide(toll.Victims);
            var choices = new List<uint[]> { features.OfVictims(count, null, scene).ToArray() };
            var right = toll.Victims is null ? 0 : -1;
            foreach (var side in TollScenes.Candidates(scene))
            {
                if (side == toll.Victims)
                    right = choices.Count;
                choices.Add(features.OfVictims(count, side, scene).ToArray());
            }

            if (right >= 0)
                _victims.Add((choices, right));
            else
                Strangers++;
        }

        Unfound += left.Count;
    }

    /// <summary>Trains on all that was taken in.</summary>
    public TollModel Train()
    {
        var generator = new Generator(options.Seed);
        var outcomes = new LinearTrainer(TollModel.Outcomes, options.Bits, options.Rate, options.Penalty, options.Drop, options.Seed, _outcomes.Max(static example => example.Features.Length));
        var victims = new LinearTrainer(1, options.Bits, options.Rate, options.Penalty, 0, options.Seed);
        var (first, second) = (_outcomes.ToArray(), _victims.ToArray());
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            generator.Shuffle(first.AsSpan());
            foreach (var (features, label) in first)
                outcomes.Learn(features, label);
            generator.Shuffle(second.AsSpan());
            foreach (var (choices, right) in second)
                victims.LearnChoice(choices, right);
            if (epoch < options.Epochs / 2)
                continue;
            outcomes.Sample();
            victims.Sample();
        }

        return new TollModel(outcomes.Quantise(), victims.Quantise());
    }
}
