using System.Globalization;
using System.Runtime.Intrinsics;
using Parley.Language.Models;
using Parley.Language.Names;
using Parley.Train.Networks;

namespace Parley.Train.Names;

/// <summary>
/// Trains the name tagger: a conditional random field (Lafferty and others, 2001). Where a token's labels are not known, all paths
/// through what is known count together (Tsuboi and others, 2008).
/// </summary>
internal sealed class NameTrainer
{
    private const int Labels = NameLabels.Count;

    /// <summary>The share of features left out each time a sentence is seen.</summary>
    private const float Dropout = 0.5f;

    private const float Rate = 0.1f;

    /// <summary>How strongly weights are drawn to nought.</summary>
    private const float Decay = 0.001f;

    private readonly List<Example> _examples = [];
    private readonly Dictionary<uint, int> _indices = [];
    private readonly List<int> _frequencies = [];
    private readonly float[] _weights;
    private readonly float[] _squares;
    private readonly float[] _sums;
    private readonly float[] _transitionSums = new float[Labels * Labels];
    private readonly float[] _transitions = new float[Labels * Labels];
    private readonly float[] _transitionSquares = new float[Labels * Labels];
    private readonly float[] _transitionFactors = new float[Labels * Labels];
    private readonly TextWriter _log;

    /// <summary>A sentence, its features looked up.</summary>
    /// <param name="Allowed">The labels each token may have.</param>
    /// <param name="IsPlain">Tokens that are in no name.</param>
    /// <param name="Features">Features of each token.</param>
    private sealed record Example(ushort[] Allowed, bool[] IsPlain, int[][] Features);

    public NameTrainer(IReadOnlyList<NameSentence> sentences, Gazetteer gazetteer, CommonWords common, int rarest, TextWriter log)
    {
        _log = log;
        var counts = new Dictionary<uint, int>();
        var extracted = sentences.Select(sentence => Extract(sentence, gazetteer, common)).ToList();
        foreach (var (_, _, features) in extracted)
        {
            foreach (var feature in features.SelectMany(static token => token))
                counts[feature] = counts.GetValueOrDefault(feature) + 1;
        }

        foreach (var (feature, count) in counts)
        {
            if (count >= rarest)
            {
                _indices.Add(feature, _indices.Count);
                _frequencies.Add(count);
            }
        }

        foreach (var (allowed, isPlain, features) in extracted)
            _examples.Add(new Example(allowed, isPlain, [.. features.Select(Index)]));
        _weights = new float[_indices.Count * Labels];
        _squares = new float[_indices.Count * Labels];
        _sums = new float[_indices.Count * Labels];
        _log.WriteLine($"{_examples.Count} sentences, {_indices.Count} features");
    }

    /// <summary>Trains, and writes the weights to <paramref name="model"/>.</summary>
    /// <param name="model">Where to.</param>
    /// <param name="epochs">How often each sentence is seen.</param>
    /// <param name="kept">How many features to keep: those with the greatest weights.</param>
    /// <param name="seed">Sets the order of sentences.</param>
    public void Train(Model model, int epochs, int kept, ulong seed)
    {
        var random = new Generator(seed);
        var order = Enumerable.Range(0, _examples.Count).ToArray();
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            random.Shuffle<int>(order);
            var loss = 0.0;
            foreach (var index in order)
            {
                var example = _examples[index];
                loss += Learn(example, [.. example.Features.Select(token => Thin(token, random))], Rate, Decay);
            }

            if (epoch > epochs / 2)
            {
                for (var i = 0; i < _weights.Length; i++)
                    _sums[i] += _weights[i];
                for (var i = 0; i < _transitions.Length; i++)
                    _transitionSums[i] += _transitions[i];
            }

            _log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"epoch {epoch}: loss {loss / _examples.Count:0.0000} a sentence"));
        }

        var averaged = epochs - epochs / 2;
        for (var i = 0; i < _weights.Length; i++)
            _weights[i] = _sums[i] / averaged;
        for (var i = 0; i < _transitions.Length; i++)
            _transitions[i] = _transitionSums[i] / averaged;
        Write(model, kept);
    }

    /// <summary>Leaves out features by chance, so that none is relied on that new words lack.</summary>
    private static int[] Thin(int[] features, Generator random)
    {
        var kept = new int[features.Length];
        var count = 0;
        foreach (var feature in features)
        {
            kept[count] = feature;
            count += random.NextSingle() >= Dropout ? 1 : 0;
        }

        return kept[..count];
    }

    /// <summary>Moves the weights towards what is known of a sentence; AdaGrad (Duchi and others, 2011).</summary>
    private double Learn(Example example, int[][] features, float rate, float decay)
    {
        var length = features.Length;
        for (var i = 0; i < Labels * Labels; i++)
            _transitionFactors[i] = (NameLabels.Followers[i / Labels] >> i % Labels & 1) != 0 ? MathF.Exp(_transitions[i]) : 0;
        var unary = new float[length * Labels];
        for (var i = 0; i < length; i++)
        {
            var row = unary.AsSpan(i * Labels, Labels);
            foreach (var feature in features[i])
                Add(row, _weights.AsSpan(feature * Labels, Labels));
            Exponentiate(row);
        }

        var expected = new float[length * Labels];
        var expectedPairs = new float[Labels * Labels];
        var loss = Pass(example, unary, isConstrained: false, 1, expected, expectedPairs);
        loss -= Pass(example, unary, isConstrained: true, -1, expected, expectedPairs);
        for (var i = 0; i < length; i++)
        {
            var gradient = expected.AsSpan(i * Labels, Labels);
            if (!example.IsPlain[i] && IsNotable(gradient))
            {
                foreach (var feature in features[i])
                    Move(_weights.AsSpan(feature * Labels, Labels), _squares.AsSpan(feature * Labels, Labels), gradient, rate, decay);
            }
        }

        Move(_transitions, _transitionSquares, expectedPairs, rate, decay);
        return loss;
    }

    /// <summary>
    /// Forward and backward (Lafferty and others, 2001): adds <paramref name="sign"/> times the chance of each label at each token,
    /// and of each pair of labels, among the paths that are allowed; returns the logarithm of their weight.
    /// </summary>
    private double Pass(Example example, float[] unary, bool isConstrained, float sign, float[] expected, float[] expectedPairs)
    {
        var length = example.Allowed.Length;
        var forward = new float[(length + 1) * Labels];
        forward[NameLabels.Outside] = 1;
        var weight = 0.0;
        for (var i = 0; i < length; i++)
        {
            var from = forward.AsSpan(i * Labels, Labels);
            var to = forward.AsSpan((i + 1) * Labels, Labels);
            for (var previous = 0; previous < Labels; previous++)
            {
                if (from[previous] > 0)
                    AddScaled(to, _transitionFactors.AsSpan(previous * Labels, Labels), from[previous]);
            }

            var sum = 0f;
            for (var label = 0; label < Labels; label++)
            {
                to[label] = (Allowed(example, i, isConstrained) >> label & 1) == 0 ? 0 : to[label] * unary[i * Labels + label];
                sum += to[label];
            }

            if (!(sum > 0))
                throw new InvalidOperationException("No path of labels fits what the corpus says.");
            weight += Math.Log(sum);
            for (var label = 0; label < Labels; label++)
                to[label] /= sum;
        }

        var backward = new float[Labels];
        for (var label = 0; label < Labels; label++)
            backward[label] = NameLabels.MayClose(label) ? 1 : 0;
        var before = new float[Labels];
        for (var i = length - 1; i >= 0; i--)
        {
            var from = forward.AsSpan(i * Labels, Labels);
            var to = forward.AsSpan((i + 1) * Labels, Labels);
            var sum = 0f;
            for (var label = 0; label < Labels; label++)
                sum += to[label] * backward[label];
            if (!(sum > 0))
                throw new InvalidOperationException("No path of labels fits what the corpus says.");
            if (i == length - 1)
                weight += Math.Log(sum);
            for (var label = 0; label < Labels; label++)
            {
                expected[i * Labels + label] += sign * to[label] * backward[label] / sum;
                backward[label] = (Allowed(example, i, isConstrained) >> label & 1) == 0 ? 0 : backward[label] * unary[i * Labels + label];
            }

            var pairs = 0f;
            for (var previous = 0; previous < Labels; previous++)
            {
                before[previous] = Dot(_transitionFactors.AsSpan(previous * Labels, Labels), backward);
                pairs += from[previous] * before[previous];
            }

            for (var previous = 0; previous < Labels; previous++)
            {
                if (from[previous] > 0)
                    AddProduct(expectedPairs.AsSpan(previous * Labels, Labels), _transitionFactors.AsSpan(previous * Labels, Labels), backward, sign * from[previous] / pairs);
            }

            for (var label = 0; label < Labels; label++)
                backward[label] = before[label] / pairs;
        }

        return weight;
    }

    private static int Allowed(Example example, int index, bool isConstrained) =>
        example.IsPlain[index] ? 1 << NameLabels.Outside : isConstrained ? example.Allowed[index] : NameLabels.Any;

    private static bool IsNotable(ReadOnlySpan<float> gradient)
    {
        foreach (var value in gradient)
        {
            if (Math.Abs(value) > 1e-4f)
                return true;
        }

        return false;
    }

    private static void Add(Span<float> sum, ReadOnlySpan<float> row)
    {
        for (var label = 0; label < Labels; label += Vector256<float>.Count)
            (Vector256.Create(sum[label..]) + Vector256.Create(row[label..])).CopyTo(sum[label..]);
    }

    private static void AddScaled(Span<float> sum, ReadOnlySpan<float> row, float by)
    {
        for (var label = 0; label < Labels; label += Vector256<float>.Count)
            (Vector256.Create(sum[label..]) + Vector256.Create(row[label..]) * by).CopyTo(sum[label..]);
    }

    private static void AddProduct(Span<float> sum, ReadOnlySpan<float> row, ReadOnlySpan<float> other, float by)
    {
        for (var label = 0; label < Labels; label += Vector256<float>.Count)
            (Vector256.Create(sum[label..]) + Vector256.Create(row[label..]) * Vector256.Create(other[label..]) * by).CopyTo(sum[label..]);
    }

    private static float Dot(ReadOnlySpan<float> row, ReadOnlySpan<float> other)
    {
        var sum = Vector256<float>.Zero;
        for (var label = 0; label < Labels; label += Vector256<float>.Count)
            sum += Vector256.Create(row[label..]) * Vector256.Create(other[label..]);
        return Vector256.Sum(sum);
    }

    private static void Exponentiate(Span<float> row)
    {
        var top = row[0];
        foreach (var value in row)
            top = Math.Max(top, value);
        foreach (ref var value in row)
            value = MathF.Exp(Math.Max(-40, value - top));
    }

    private static void Move(Span<float> weights, Span<float> squares, ReadOnlySpan<float> gradient, float rate, float decay)
    {
        for (var i = 0; i < weights.Length; i += Vector256<float>.Count)
        {
            var weight = Vector256.Create(weights[i..]);
            var slope = Vector256.Create(gradient[i..]) + weight * decay;
            var square = Vector256.Create(squares[i..]) + slope * slope;
            square.CopyTo(squares[i..]);
            (weight - slope * rate / (Vector256.Sqrt(square) + Vector256.Create(1e-6f))).CopyTo(weights[i..]);
        }
    }

    private void Write(Model model, int kept)
    {
        var features = _indices
            .Select(pair => (pair.Key, Row: _weights.AsMemory(pair.Value * Labels, Labels), Frequency: _frequencies[pair.Value]))
            .Select(pair => (pair.Key, pair.Row, Size: Size(pair.Row.Span) * MathF.Sqrt(pair.Frequency)))
            .Where(static feature => feature.Size > 0)
            .OrderByDescending(static feature => feature.Size).ThenBy(static feature => feature.Key).Take(kept)
            .OrderBy(static feature => feature.Key).ToArray();
        var largest = features.Max(static feature => Largest(feature.Row.Span));
        var scale = sbyte.MaxValue / largest;
        model.Add<uint>("features", features.Select(static feature => feature.Key).ToArray());
        model.Add<sbyte>("weights", features.SelectMany(feature => feature.Row.ToArray().Select(weight => (sbyte)Math.Clamp(MathF.Round(weight * scale), -sbyte.MaxValue, sbyte.MaxValue))).ToArray());
        model.Add<int>("transitions", _transitions.Select(weight => (int)MathF.Round(weight * scale)).ToArray());
        _log.WriteLine($"{features.Length} features kept of {_indices.Count}, greatest weight {largest:0.0}");
    }

    private static float Size(ReadOnlySpan<float> row)
    {
        var sum = 0f;
        foreach (var weight in row)
            sum += Math.Abs(weight);
        return sum;
    }

    private static float Largest(ReadOnlySpan<float> row)
    {
        var largest = 0f;
        foreach (var weight in row)
            largest = Math.Max(largest, Math.Abs(weight));
        return largest;
    }

    private int[] Index(uint[] features) => [.. features.Select(feature => _indices.GetValueOrDefault(feature, -1)).Where(static index => index >= 0)];

    private static (ushort[] Allowed, bool[] IsPlain, uint[][] Features) Extract(NameSentence sentence, Gazetteer gazetteer, CommonWords common)
    {
        var traits = sentence.Tokens.Select(static token => TokenTraits.Of(token.Form)).ToArray();
        NameTagger.Prepare(traits, gazetteer, common);
        for (var i = 0; i < traits.Length; i++)
            traits[i].ReadAffixes(sentence.Tokens[i].Form);
        var buffer = new uint[NameFeatures.Most];
        var allowed = sentence.Tokens.Select(static token => token.Allowed).ToArray();
        return (
            allowed,
            [.. traits.Select((trait, i) => trait.IsPlain && (allowed[i] & 1 << NameLabels.Outside) != 0)],
            [.. traits.Select((trait, i) => trait.IsPlain ? [] : buffer[..NameFeatures.Extract(traits, i, buffer)].ToArray())]);
    }
}
