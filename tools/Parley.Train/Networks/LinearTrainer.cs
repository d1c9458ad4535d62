using Parley.Language.Models;

namespace Parley.Train.Networks;

/// <summary>
/// Logistic regression over hashed features by AdaGrad (Duchi, Hazan and Singer 2011), one weight a feature and class; with one
/// class, the weights of "yes" alone.
/// </summary>
/// <param name="classes">How many.</param>
/// <param name="bits">The number of weights a class, as a power of two.</param>
/// <param name="rate">The learning rate.</param>
/// <param name="penalty">On large weights.</param>
/// <param name="drop">The share of features left out of an example each time.</param>
/// <param name="seed">Of what is left out.</param>
/// <param name="room">The most features of an example.</param>
internal sealed class LinearTrainer(int classes, int bits, float rate, float penalty, float drop, ulong seed, int room = FeatureList.Room)
{
    private readonly float[] _weights = new float[classes << bits];
    private readonly float[] _sums = new float[classes << bits];
    private readonly float[] _squares = new float[classes << bits];
    private int _samples;
    private readonly int _shift = 32 - bits;
    private readonly uint _drop = (uint)(drop * uint.MaxValue);
    private readonly Generator _generator = new(seed);
    private readonly uint[] _kept = new uint[room];
    private readonly float[] _scores = new float[classes];
    private float[] _choice = [];

    /// <summary>Learns that <paramref name="features"/> stand for <paramref name="label"/>; of one class, 1 is yes and 0 no.</summary>
    public void Learn(ReadOnlySpan<uint> features, int label)
    {
        if (_drop > 0)
            features = Some(features);
        if (classes == 1)
        {
            Update(features, 0, (float)(1 / (1 + Math.Exp(-Score(features, 0))) - label));
            return;
        }

        var most = float.NegativeInfinity;
        for (var k = 0; k < classes; k++)
            most = Math.Max(most, _scores[k] = Score(features, k));
        var sum = 0f;
        for (var k = 0; k < classes; k++)
            sum += _scores[k] = (float)Math.Exp(_scores[k] - most);
        for (var k = 0; k < classes; k++)
            Update(features, k, _scores[k] / sum - (k == label ? 1 : 0));
    }

    /// <summary>
    /// Learns to choose: of several things, each with features of its own, the one at <paramref name="right"/>. For one class; the chance of
    /// each is the softmax of its score.
    /// </summary>
    public void LearnChoice(IReadOnlyList<uint[]> choices, int right)
    {
        if (_choice.Length < choices.Count)
            _choice = new float[choices.Count * 2];
        var most = float.NegativeInfinity;
        for (var i = 0; i < choices.Count; i++)
            most = Math.Max(most, _choice[i] = Score(choices[i], 0));
        var sum = 0f;
        for (var i = 0; i < choices.Count; i++)
            sum += _choice[i] = (float)Math.Exp(_choice[i] - most);
        for (var i = 0; i < choices.Count; i++)
            Update(choices[i], 0, _choice[i] / sum - (i == right ? 1 : 0));
    }

    public float Score(ReadOnlySpan<uint> features, int k)
    {
        var sum = 0f;
        foreach (var feature in features)
            sum += _weights[(feature >> _shift) * classes + k];
        return sum;
    }

    /// <summary>Takes the weights as they are into the mean that <see cref="Quantise"/> gives.</summary>
    public void Sample()
    {
        _samples++;
        for (var i = 0; i < _sums.Length; i++)
            _sums[i] += _weights[i];
    }

    /// <summary>The mean of the weights sampled, a byte each: the largest becomes 127.</summary>
    public LinearWeights Quantise()
    {
        var scale = Math.Max(_sums.Max(Math.Abs) / _samples / 127, 1e-6f);
        return new LinearWeights([.. _sums.Select(sum => (sbyte)Math.Round(sum / _samples / scale))], classes, scale);
    }

    private ReadOnlySpan<uint> Some(ReadOnlySpan<uint> features)
    {
        var count = 0;
        for (var i = 0; i < features.Length; i += 2)
        {
            var random = _generator.Next();
            if ((uint)random >= _drop)
                _kept[count++] = features[i];
            if (i + 1 < features.Length && (uint)(random >> 32) >= _drop)
                _kept[count++] = features[i + 1];
        }

        return _kept.AsSpan(0, count);
    }

    private void Update(ReadOnlySpan<uint> features, int k, float gradient)
    {
        if (Math.Abs(gradient) < 1e-3f)
            return;
        foreach (var feature in features)
        {
            ref var weight = ref _weights[(feature >> _shift) * classes + k];
            ref var squares = ref _squares[(feature >> _shift) * classes + k];
            var g = gradient + penalty * weight;
            squares += g * g;
            weight -= rate * g / (float)Math.Sqrt(squares + 1e-8f);
        }
    }
}
