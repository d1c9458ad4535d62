using System.Buffers;
using System.Runtime.CompilerServices;
using Parley.Language.Models;

namespace Parley.Language.Segmentation;

/// <summary>Parts a paragraph's words into sentences by a trained model, from left to right.</summary>
internal sealed class SentenceSplitter(LinearWeights weights, float threshold, WordClasses classes)
{
    /// <summary>In words. What comes after costs by the square of a sentence's length, so a longer one is cut where an end is likeliest.</summary>
    public const int LongestSentence = 300;

    /// <summary>A sentence that is cut keeps at least as many words, so that cutting takes linear time.</summary>
    private const int ShortestCut = 100;

    /// <summary>A paragraph is looked at so many words at a time; more than any has that a person wrote.</summary>
    private const int MostWords = 8192;

    public static SentenceSplitter Read(Model model) =>
        new(LinearWeights.Read(model, "sentences"), model.Numbers<float>("threshold")[0], WordClasses.Read(model));

    public void Write(Model model)
    {
        weights.Write(model, "sentences");
        model.Add<float>("threshold", [threshold]);
        classes.Write(model);
    }

    /// <summary>Adds the sentences of a paragraph.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="words">All words so far.</param>
    /// <param name="from">Index of the paragraph's first word.</param>
    /// <param name="paragraph">Its number.</param>
    /// <param name="sentences">Added to.</param>
    [SkipLocalsInit]
    public void Split(string text, ReadOnlySpan<Word> words, int from, int paragraph, List<SentenceBounds> sentences)
    {
        while (words.Length - from > MostWords)
        {
            var end = from + MostWords;
            while (end < words.Length && words[end].GoesWithPrevious)
                end++;
            if (end == words.Length)
                break;
            Split(text, words[..end], from, paragraph, sentences);
            from = end;
        }

        var count = words.Length - from;
        var rented = ArrayPool<WordTraits>.Shared.Rent(count);
        var traits = Describe(text, words[from..], rented);
        Span<uint> room = stackalloc uint[FeatureList.Room];
        var features = new FeatureList(room);
        var state = SentenceState.Initial;
        var (best, bestScore) = (0, float.NegativeInfinity);
        for (var i = 0; i < count - 1; i++)
        {
            state.Read(in traits[i]);
            if (words[from + i + 1].GoesWithPrevious)
                continue;
            if (i - state.Start < LongestSentence && IsMidSentence(in traits[i], in traits[i + 1]))
                continue;
            SentenceFeatures.Fill(ref features, in traits, i, in state);
            var score = weights.Score(features.Values) - threshold;
            if (score > bestScore && i - state.Start >= ShortestCut)
                (best, bestScore) = (i, score);
            if (score <= 0 && i - state.Start < LongestSentence)
                continue;
            var last = score > 0 ? i : best;
            sentences.Add(new SentenceBounds(from + state.Start, last + 1 - state.Start, paragraph));
            state.End(last + 1, IsClosed(in traits, last));
            (best, bestScore) = (0, float.NegativeInfinity);

            // What a cut left over is read again; it is at most twice as much as what was cut.
            i = last;
        }

        sentences.Add(new SentenceBounds(from + state.Start, count - state.Start, paragraph));
        ArrayPool<WordTraits>.Shared.Return(rented);
    }

    /// <summary>
    /// Whether nobody would end a sentence here: two words in small letters. Half of all places are such; the model agrees on nearly all
    /// of them, so it is not asked.
    /// </summary>
    private static bool IsMidSentence(in WordTraits word, in WordTraits next) => word.Kind == WordKind.Lower && next.Kind == WordKind.Lower;

    /// <summary>The traits of a paragraph's words, kept in <paramref name="room"/>.</summary>
    public ParagraphTraits Describe(string text, ReadOnlySpan<Word> words, WordTraits[] room)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var (start, end) = (words[i].Start, words[i].End);
            var gap = i == 0 ? (byte)1 : words[i - 1].End == start ? (byte)0 : (byte)1;
            var isSpaceAfter = i + 1 == words.Length || words[i + 1].Start > end;
            room[i] = WordTraits.Of(text.AsSpan(start, end - start), gap, isSpaceAfter, classes);
        }

        return new ParagraphTraits(room.AsSpan(0, words.Length));
    }

    /// <summary>Whether a sentence whose last word is at <paramref name="last"/> ends in a stop, quotation marks and brackets aside.</summary>
    public static bool IsClosed(in ParagraphTraits paragraph, int last)
    {
        var kind = paragraph[last].Kind;
        if (kind is WordKind.CloseQuote or WordKind.Quote or WordKind.CloseBracket)
            kind = paragraph[last - 1].Kind;
        return kind is WordKind.Stop or WordKind.Exclamation or WordKind.Dots;
    }
}
