using System.Diagnostics;
using System.Globalization;
using Parley.Language.Segmentation;

namespace Parley.Train.Segmentation;

/// <summary>How well a text was parted, in F1; the speed is that of the whole segmenter on one thread, once warm.</summary>
internal readonly record struct SegmentationScore(double Words, double Sentences, double WordsPerSecond)
{
    public static SegmentationScore Of(SegmentedText gold, Segmenter segmenter)
    {
        var (words, sentences) = segmenter.Segment(gold.Text);
        var watch = Stopwatch.StartNew();
        const int Runs = 5;
        for (var i = 0; i < Runs; i++)
            segmenter.Segment(gold.Text);
        var speed = Runs * words.Length / watch.Elapsed.TotalSeconds;

        // As the CoNLL 2018 shared task counts: a word of a multi-word token is right where the whole token is parted rightly.
        var goldWords = Keys(gold.Words);
        var foundWords = Keys(words);
        var goldSentences = new HashSet<(int, int)>();
        for (int i = 0, first = 0; i < gold.Words.Length; i++)
        {
            if (!gold.EndsSentence[i])
                continue;
            goldSentences.Add((gold.Words[first].Start, gold.Words[i].End));
            first = i + 1;
        }

        var foundSentences = sentences.Select(s => (words[s.FirstWord].Start, words[s.FirstWord + s.WordCount - 1].End)).ToHashSet();
        return new SegmentationScore(F1(goldWords, foundWords), F1(goldSentences, foundSentences), speed);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"words {Words:0.0000}, sentences {Sentences:0.0000}, {WordsPerSecond / 1000:0}k words a second");

    /// <summary>Of every word its span, and that of the multi-word token that it belongs to.</summary>
    private static HashSet<(int, int, int, int)> Keys(Language.Word[] words)
    {
        var keys = new HashSet<(int, int, int, int)>();
        for (int i = 0, first = 0; i < words.Length; i++)
        {
            if (i + 1 < words.Length && words[i + 1].GoesWithPrevious)
                continue;
            for (var k = first; k <= i; k++)
                keys.Add((words[first].Start, words[i].End, words[k].Start, words[k].End));
            first = i + 1;
        }

        return keys;
    }

    private static double F1<T>(HashSet<T> gold, HashSet<T> found) =>
        gold.Count + found.Count == 0 ? 1 : 2.0 * gold.Count(found.Contains) / (gold.Count + found.Count);
}
