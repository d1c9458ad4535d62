using System.Buffers;
using Parley.Language;
using Parley.Language.Models;
using Parley.Language.Segmentation;
using Parley.Train.Networks;

namespace Parley.Train.Segmentation;

/// <summary>Trains the segmenter: first where tokens end, then, on the treebank's own tokens, where sentences do.</summary>
internal sealed class SegmenterTrainer(SegmenterOptions options)
{
    /// <summary>Trains on <paramref name="texts"/>; the same texts give the same segmenter.</summary>
    public Segmenter Train(IReadOnlyList<SegmentedText> texts) =>
        new(TrainTokenizer(texts), TrainSplitter(texts, options.Threshold, out _));

    private Tokenizer TrainTokenizer(IReadOnlyList<SegmentedText> texts)
    {
        var fused = FusedWords(texts);
        var places = new List<(int Text, int Start, int End, int At, int TokenStart, bool IsWithin, Joint Joint)>();
        for (var t = 0; t < texts.Count; t++)
            AddPlaces(texts[t], t, fused, places);
        var order = Enumerable.Range(0, places.Count).ToArray();
        var generator = new Generator(options.Seed);
        var trainer = new LinearTrainer(3, options.TokenBits, options.Rate, options.Penalty, options.Drop, options.Seed);
        var features = new FeatureList(new uint[FeatureList.Room]);
        for (var epoch = 0; epoch < options.TokenEpochs; epoch++)
        {
            generator.Shuffle(order.AsSpan());
            foreach (var index in order)
            {
                var (t, start, end, at, tokenStart, isWithin, joint) = places[index];
                var text = texts[t].Text;
                var chunk = TokenFeatures.Describe(text.AsSpan(start, end - start)) | 0x100;
                TokenFeatures.Fill(ref features, text, start, end, at, tokenStart, isWithin, chunk);
                trainer.Learn(features.Values, (int)joint);
            }

            if (epoch >= options.TokenEpochs / 2)
                trainer.Sample();
        }

        return new Tokenizer(trainer.Quantise(), fused);
    }

    /// <summary>Words of letters alone that the treebanks split somewhere.</summary>
    private static HashSet<uint> FusedWords(IReadOnlyList<SegmentedText> texts)
    {
        var fused = new HashSet<uint>();
        foreach (var text in texts)
        {
            for (var i = 1; i < text.Words.Length; i++)
            {
                var at = text.Words[i].Start;
                if (text.Words[i - 1].End != at || !Characters.IsLetter(text.Text[at]) || !Characters.IsLetter(text.Text[at - 1]))
                    continue;
                var (start, end) = (at, at);
                while (start > 0 && Characters.IsLetter(text.Text[start - 1]))
                    start--;
                while (end < text.Text.Length && Characters.IsLetter(text.Text[end]))
                    end++;
                fused.Add(FeatureHash.Plain(text.Text.AsSpan(start, end - start)));
            }
        }

        return fused;
    }

    private static void AddPlaces(
        SegmentedText text, int number, HashSet<uint> fused,
        List<(int Text, int Start, int End, int At, int TokenStart, bool IsWithin, Joint Joint)> places)
    {
        var word = 0;
        while (word < text.Words.Length)
        {
            var start = text.Words[word].Start;
            var last = word;
            while (last + 1 < text.Words.Length && text.Words[last + 1].Start == text.Words[last].End)
                last++;
            var end = text.Words[last].End;
            var found = new TokenPlaces(text.Text, start, end, fused);
            while (found.MoveNext(start))
            {
                while (text.Words[word].End < found.At)
                    word++;
                var joint = text.Words[word].End > found.At ? Joint.None
                    : text.Words[word + 1].GoesWithPrevious ? Joint.WithinWord : Joint.Token;
                places.Add((number, start, end, found.At, text.Words[word].Start, text.Words[word].GoesWithPrevious, joint));
            }

            word = last + 1;
        }
    }

    private SentenceSplitter TrainSplitter(IReadOnlyList<SegmentedText> texts, float threshold, out LinearTrainer trainer)
    {
        var classes = LearnClasses(texts);
        var describer = new SentenceSplitter(new LinearWeights(new sbyte[1], 1, 1), 0, classes);
        var paragraphs = texts.SelectMany(static text => Enumerable.Range(0, text.Paragraphs.Length).Select(i => (Text: text, Range: text.Paragraph(i)))).ToArray();
        var generator = new Generator(options.Seed + 1);
        trainer = new LinearTrainer(1, options.SentenceBits, options.Rate, options.Penalty, options.Drop, options.Seed);
        var features = new FeatureList(new uint[FeatureList.Room]);
        for (var epoch = 0; epoch < options.SentenceEpochs; epoch++)
        {
            generator.Shuffle(paragraphs.AsSpan());
            foreach (var (text, range) in paragraphs)
            {
                var (first, count) = range.GetOffsetAndLength(text.Words.Length);
                var rented = ArrayPool<WordTraits>.Shared.Rent(count);
                var traits = describer.Describe(text.Text, text.Words.AsSpan(first, count), rented);
                var state = SentenceState.Initial;
                for (var i = 0; i < count - 1; i++)
                {
                    state.Read(in traits.Words[i]);
                    if (text.Words[first + i + 1].GoesWithPrevious)
                        continue;
                    SentenceFeatures.Fill(ref features, in traits, i, in state);
                    var ends = text.EndsSentence[first + i];

                    // From the second pass on, a share of what went before is the model's own view: it will read on from its own errors.
                    if (epoch > 0 && generator.Next(100) < options.OwnHistoryPercent)
                    {
                        var guess = trainer.Score(features.Values, 0) > threshold;
                        trainer.Learn(features.Values, ends ? 1 : 0);
                        ends = guess;
                    }
                    else
                    {
                        trainer.Learn(features.Values, ends ? 1 : 0);
                    }

                    if (ends)
                        state.End(i + 1, SentenceSplitter.IsClosed(in traits, i));
                }

                ArrayPool<WordTraits>.Shared.Return(rented);
            }

            if (epoch >= options.SentenceEpochs / 2)
                trainer.Sample();
        }

        return new SentenceSplitter(trainer.Quantise(), threshold, classes);
    }

    /// <summary>The most frequent part of speech of every word seen often enough.</summary>
    private WordClasses LearnClasses(IReadOnlyList<SegmentedText> texts)
    {
        var counts = new Dictionary<uint, int[]>();
        foreach (var text in texts)
        {
            for (var i = 0; i < text.Words.Length; i++)
            {
                var (start, end) = (text.Words[i].Start, Math.Min(text.Words[i].End, text.Words[i].Start + WordTraits.MostCharacters));
                var key = FeatureHash.Plain(text.Text.AsSpan(start, end - start));
                if (!counts.TryGetValue(key, out var tags))
                    counts.Add(key, tags = new int[(int)UniversalTag.Verb + 1]);
                if (text.Tags[i] != UniversalTag.X)
                    tags[(int)text.Tags[i]]++;
            }
        }

        var frequent = counts.Where(pair => pair.Value.Sum() >= options.RarestWord).OrderBy(static pair => pair.Key).ToArray();
        return new WordClasses(
            frequent.Select(static pair => pair.Key).ToArray(),
            frequent.Select(static pair => (byte)Array.IndexOf(pair.Value, pair.Value.Max())).ToArray());
    }
}

/// <summary>How the segmenter is trained.</summary>
/// <param name="Seed">Of the order of examples.</param>
/// <param name="TokenBits">Logarithm of the number of token features.</param>
/// <param name="SentenceBits">Logarithm of the number of sentence features.</param>
/// <param name="TokenEpochs">Passes over the places where tokens may end.</param>
/// <param name="SentenceEpochs">Passes over the places where sentences may.</param>
/// <param name="Rate">Learning rate.</param>
/// <param name="Penalty">Of large weights (L2), on the features at hand.</param>
/// <param name="Threshold">Log odds from which a sentence ends.</param>
/// <param name="OwnHistoryPercent">How often, of a hundred, a decision's history is the model's own guess.</param>
/// <param name="Drop">Share of a decision's features left out when learning from it, so that none is leant on alone.</param>
/// <param name="RarestWord">Words seen less often have no class of their own; every text comes in two spellings.</param>
internal sealed record SegmenterOptions(
    ulong Seed = 20261123,
    int TokenBits = 17,
    int SentenceBits = 20,
    int TokenEpochs = 8,
    int SentenceEpochs = 8,
    float Rate = 0.1f,
    float Penalty = 1e-5f,
    float Threshold = -0.5f,
    int OwnHistoryPercent = 50,
    int RarestWord = 4,
    float Drop = 0.1f);
