using System.Diagnostics;
using System.Globalization;
using Parley.Train.Networks;

namespace Parley.Train.Syntax;

/// <summary>
/// Trains a <see cref="SyntaxNetwork"/>: Adam with a rate that falls to nothing along a line, gradients cut at a norm of 5, and at the
/// end a running mean of the weights (Polyak and Juditsky 1992). Same data and seed, same weights.
/// </summary>
internal sealed class SyntaxTrainer(SyntaxNetwork network, TextWriter log)
{
    private const float LongestGradient = 5;
    private const int WarmUpSteps = 300;
    private const float AverageDecay = 0.998f;

    private readonly Workspace[] _workspaces = [.. Enumerable.Range(0, Shards.Count).Select(_ => new Workspace(network.Layers.Length))];
    private readonly Crew _crew = new(Shards.Count);
    private readonly List<int>[] _shares = Share(network.Parameters);
    private readonly Generator _order = new(network.Config.Seed + 1);
    private readonly Generator[] _drops = [.. Enumerable.Range(0, Shards.Count).Select(i => new Generator(network.Config.Seed + 1000 + (ulong)i))];

    /// <summary>Trains on <paramref name="training"/>; after every few epochs tells how the averaged weights do on each of <paramref name="held"/>.</summary>
    public void Train(IReadOnlyList<Example> training, IReadOnlyDictionary<string, Example[]> held)
    {
        var config = network.Config;
        var steps = config.Epochs * Batches(training).Count;
        var step = 0;
        var clock = Stopwatch.StartNew();
        for (var epoch = 1; epoch <= config.Epochs; epoch++)
        {
            var loss = 0.0;
            var batches = Batches(training);
            foreach (var batch in batches)
            {
                step++;
                var progress = (float)step / steps;
                var rate = config.Rate * Math.Min((float)step / WarmUpSteps, 1) * (1 - progress);
                loss += Step(batch, step, rate);
            }

            log.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"epoch {epoch}: loss {loss / batches.Count:F4}, {clock.Elapsed.TotalSeconds:F0} s"));
            if (epoch % 5 == 0 || epoch == config.Epochs)
                Tell(held);
        }

        Swap();
    }

    private double Step(Example[] batch, int step, float rate)
    {
        var words = batch.Sum(static example => example.Length);
        var losses = new double[Shards.Count];
        _crew.Run(shard =>
        {
            // Every other sentence, so that the shards are of like length.
            var part = batch.Where((_, i) => i % Shards.Count == shard).ToArray();
            losses[shard] = part.Length == 0 ? 0 : network.Learn(part, _workspaces[shard], shard, 1f / words, _drops[shard]);
        });
        var squares = new double[network.Parameters.Count];
        _crew.Run(member =>
        {
            foreach (var i in _shares[member])
                squares[i] = network.Parameters[i].GatherGradient();
        });
        var norm = Math.Sqrt(squares.Sum());
        var adam = AdamStep.At(step, rate, norm > LongestGradient ? (float)(LongestGradient / norm) : 1, AverageDecay);
        _crew.Run(member =>
        {
            foreach (var i in _shares[member])
                network.Parameters[i].Step(adam);
        });
        return losses.Sum();
    }

    /// <summary>Which parameters each member of the crew steps: about as many numbers each.</summary>
    private static List<int>[] Share(IReadOnlyList<Parameter> parameters)
    {
        var shares = Enumerable.Range(0, Shards.Count).Select(static _ => new List<int>()).ToArray();
        var loads = new long[Shards.Count];
        foreach (var i in Enumerable.Range(0, parameters.Count).OrderByDescending(i => parameters[i] is Weights ? parameters[i].Value.Count : 0))
        {
            var least = Array.IndexOf(loads, loads.Min());
            loads[least] += parameters[i] is Weights ? parameters[i].Value.Count : 1;
            shares[least].Add(i);
        }

        return shares;
    }

    /// <summary>Sentences of like length together, about as many words in each; order and make-up change with every epoch.</summary>
    private List<Example[]> Batches(IReadOnlyList<Example> training)
    {
        var keyed = training.Select(example => (Key: example.Length + _order.NextSingle() * 3, example)).ToArray();
        Array.Sort(keyed, static (a, b) => a.Key.CompareTo(b.Key));
        var batches = new List<Example[]>();
        var batch = new List<Example>();
        var words = 0;
        foreach (var (_, example) in keyed)
        {
            batch.Add(example);
            words += example.Length;
            if (words >= network.Config.BatchWords)
                Close();
        }

        Close();
        var shuffled = batches.ToArray();
        _order.Shuffle<Example[]>(shuffled);
        return [.. shuffled];

        void Close()
        {
            if (batch.Count > 0)
                batches.Add([.. batch]);
            batch.Clear();
            words = 0;
        }
    }

    private void Tell(IReadOnlyDictionary<string, Example[]> held)
    {
        Swap();
        foreach (var (name, examples) in held)
        {
            foreach (var chunk in examples.OrderBy(static example => example.Length).Chunk(32))
                network.Judge(chunk, _workspaces[0]);
            var w = _workspaces[0];
            log.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {name}: upos {w.TakeShare(Tally.Upos):P2}, xpos {w.TakeShare(Tally.Xpos):P2}, features {w.TakeShare(Tally.Features):P2}, "
                + $"arcs {w.TakeShare(Tally.Arcs):P2}, labelled {w.TakeShare(Tally.Labelled):P2}"));
        }

        Swap();
    }

    private void Swap()
    {
        foreach (var parameter in network.Parameters)
            parameter.SwapAverage();
    }
}
