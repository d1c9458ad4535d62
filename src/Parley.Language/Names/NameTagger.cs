using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Parley.Language.Models;

namespace Parley.Language.Names;

/// <summary>
/// Labels a sentence's tokens: a conditional random field (Lafferty and others, 2001) over <see cref="NameFeatures"/>, decoded by
/// Viterbi's search. Safe for many threads.
/// </summary>
internal sealed class NameTagger
{
    private const int Impossible = -1 << 28;

    private readonly HashTable _features;
    private readonly sbyte[] _weights;
    private readonly int[] _transitions;

    public NameTagger(Model model)
    {
        Gazetteer = new Gazetteer(Model.Get("gazetteer"));
        Common = new CommonWords(model);
        _features = new HashTable(model.Numbers<uint>("features"));
        _weights = model.Numbers<sbyte>("weights");
        _transitions = Restrict(model.Numbers<int>("transitions"));
    }

    public Gazetteer Gazetteer { get; }

    public CommonWords Common { get; }

    /// <summary>Fills in what the features of a sentence need, once its tokens have been read.</summary>
    public static void Prepare(Span<TokenTraits> tokens, Gazetteer gazetteer, CommonWords common)
    {
        NameFeatures.Prepare(tokens);
        foreach (ref var token in tokens)
        {
            var known = common.ClassOf(token.Lower);
            token.IsPlain = (known & CommonWords.Plain) != 0 && (token.IsSmall || token.Casing is Casing.Mark);
            token.Common = (byte)(known & ~CommonWords.Plain);
        }

        gazetteer.Mark(tokens);
        for (var i = 0; i < tokens.Length; i++)
        {
            // A small word that no list has and that no capital touches is in no name: features there cost much and say nothing.
            ref var token = ref tokens[i];
            token.IsPlain |= token.Casing is Casing.Lower or Casing.Mark && token.Listed is Listed.None or Listed.Ordinary
                && !(i > 0 && tokens[i - 1].IsCapital) && !(i + 1 < tokens.Length && tokens[i + 1].IsCapital);
        }
    }

    /// <summary>Labels a prepared sentence's tokens.</summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="back">Work space: <see cref="NameLabels.Count"/> bytes a token.</param>
    /// <param name="labels">The labels, one a token.</param>
    public void Tag(ReadOnlySpan<TokenTraits> tokens, Span<byte> back, Span<byte> labels)
    {
        if (tokens.Length == 0)
            return;
        Span<uint> features = stackalloc uint[NameFeatures.Most];
        Span<int> scores = stackalloc int[NameLabels.Count];
        Span<int> unary = stackalloc int[NameLabels.Count];
        scores.Fill(Impossible);
        scores[NameLabels.Outside] = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            var from = back.Slice(i * NameLabels.Count, NameLabels.Count);
            if (tokens[i].IsPlain)
            {
                StepOutside(scores, from);
                continue;
            }

            Score(features[..NameFeatures.Extract(tokens, i, features)], unary);
            Step(scores, unary, from);
        }

        var best = NameLabels.Outside;
        for (var label = 1; label < NameLabels.Count; label++)
        {
            if (NameLabels.MayClose(label) && scores[label] > scores[best])
                best = label;
        }

        for (var i = tokens.Length - 1; i >= 0; i--)
        {
            labels[i] = (byte)best;
            best = back[i * NameLabels.Count + best];
        }
    }

    private void Score(ReadOnlySpan<uint> features, Span<int> unary)
    {
        var sum = Vector256<short>.Zero;
        ref var weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        foreach (var feature in features)
        {
            var index = _features.Find(feature);
            if (index >= 0)
                sum += Vector256.WidenLower(Vector128.LoadUnsafe(ref weights, (nuint)index * NameLabels.Count).ToVector256Unsafe());
        }

        var (low, high) = Vector256.Widen(sum);
        low.CopyTo(unary);
        high.CopyTo(unary[8..]);
    }

    /// <summary>One step of Viterbi's search; scores are kept near nought, so that no text is too long for them.</summary>
    private void Step(Span<int> scores, ReadOnlySpan<int> unary, Span<byte> from)
    {
        var (low, high) = (Vector256.Create(2 * Impossible), Vector256.Create(2 * Impossible));
        var (lowFrom, highFrom) = (Vector256<int>.Zero, Vector256<int>.Zero);
        ref var transitions = ref MemoryMarshal.GetArrayDataReference(_transitions);
        var top = int.MinValue;
        for (var previous = 0; previous < NameLabels.Count; previous++)
        {
            if (scores[previous] <= Impossible / 2)
                continue;
            top = Math.Max(top, scores[previous]);
            var score = Vector256.Create(scores[previous]);
            var index = Vector256.Create(previous);
            var lowScore = score + Vector256.LoadUnsafe(ref transitions, (nuint)previous * NameLabels.Count);
            var highScore = score + Vector256.LoadUnsafe(ref transitions, (nuint)previous * NameLabels.Count + 8);
            lowFrom = Vector256.ConditionalSelect(Vector256.GreaterThan(lowScore, low), index, lowFrom);
            highFrom = Vector256.ConditionalSelect(Vector256.GreaterThan(highScore, high), index, highFrom);
            low = Vector256.Max(low, lowScore);
            high = Vector256.Max(high, highScore);
        }

        var offset = Vector256.Create(top);
        (Vector256.Max(low - offset, Vector256.Create(Impossible)) + Vector256.Create(unary)).CopyTo(scores);
        (Vector256.Max(high - offset, Vector256.Create(Impossible)) + Vector256.Create(unary[8..])).CopyTo(scores[8..]);
        Vector128.Narrow(Vector128.Narrow(lowFrom.GetLower(), lowFrom.GetUpper()), Vector128.Narrow(highFrom.GetLower(), highFrom.GetUpper()))
            .AsByte().CopyTo(from);
    }

    /// <summary>The step to a token that is in no name.</summary>
    private void StepOutside(Span<int> scores, Span<byte> from)
    {
        var best = 0;
        var bestScore = int.MinValue;
        for (var previous = 0; previous < NameLabels.Count; previous++)
        {
            var score = scores[previous] + _transitions[previous * NameLabels.Count];
            if (score > bestScore)
                (best, bestScore) = (previous, score);
        }

        from[NameLabels.Outside] = (byte)best;
        scores.Fill(Impossible);
        scores[NameLabels.Outside] = 0;
    }

    /// <summary>Makes impossible what the labels do not allow.</summary>
    private static int[] Restrict(int[] transitions)
    {
        for (var previous = 0; previous < NameLabels.Count; previous++)
        {
            for (var label = 0; label < NameLabels.Count; label++)
            {
                if ((NameLabels.Followers[previous] >> label & 1) == 0)
                    transitions[previous * NameLabels.Count + label] = Impossible;
            }
        }

        return transitions;
    }
}
