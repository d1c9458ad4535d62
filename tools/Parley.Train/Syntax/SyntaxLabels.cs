using Parley.Language.Syntax;
using Parley.Train.Treebanks;

namespace Parley.Train.Syntax;

/// <summary>The values that features and labels take in the training data, each list in an order that does not depend on chance.</summary>
internal sealed record SyntaxLabels
{
    private const int LeastCount = 2;

    /// <summary>A combination of features that is rarer than this is not learned.</summary>
    private const int LeastFeatures = 5;

    public required string[] Words { get; init; }

    /// <summary>How often each word stands in the data; index 0 is the unknown word's.</summary>
    public required int[] WordCounts { get; init; }

    public required string[] Suffixes { get; init; }

    public required string[] Prefixes { get; init; }

    public required string[] Shapes { get; init; }

    public required string[] Upos { get; init; }

    public required string[] Xpos { get; init; }

    public required string[] Features { get; init; }

    public required string[] Relations { get; init; }

    /// <summary>Which values the data has together; see <see cref="LabelMasks"/>.</summary>
    public required LabelMasks Masks { get; init; }

    public static SyntaxLabels Of(IReadOnlyCollection<TreebankSentence> sentences)
    {
        Dictionary<string, int> words = [], suffixes = [], prefixes = [], shapes = [], upos = [], xpos = [], features = [], relations = [];
        var buffer = new char[WordFeatures.LongestForm];
        foreach (var word in sentences.SelectMany(static sentence => sentence.Words))
        {
            var lower = new string(buffer.AsSpan(0, WordFeatures.Normalize(word.Form, buffer)));
            Count(words, lower);
            Count(suffixes, WordFeatures.Suffix(lower).ToString());
            Count(prefixes, WordFeatures.Prefix(lower).ToString());
            Count(shapes, new string(buffer.AsSpan(0, WordFeatures.Shape(word.Form, buffer))));
            Count(upos, word.Upos);
            Count(xpos, word.Xpos);
            Count(features, word.Features);
            Count(relations, word.Relation);
        }

        var kept = Often(words, LeastCount);
        string[] allUpos = Often(upos, 1), allXpos = Often(xpos, 1), allFeatures = Often(features, LeastFeatures), allRelations = Often(relations, LeastCount);
        return new SyntaxLabels
        {
            Words = kept,
            WordCounts = [0, .. kept.Select(word => words[word])],
            Suffixes = Often(suffixes, LeastCount),
            Prefixes = Often(prefixes, LeastCount),
            Shapes = Often(shapes, LeastCount),
            Upos = allUpos,
            Xpos = allXpos,
            Features = allFeatures,
            Relations = allRelations,
            Masks = LabelMasks.Of(sentences, allUpos, allXpos, allFeatures, allRelations),
        };

        static void Count(Dictionary<string, int> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;

        static string[] Often(Dictionary<string, int> counts, int least) =>
            [.. counts.Where(pair => pair.Value >= least).Select(static pair => pair.Key).Order(StringComparer.Ordinal)];
    }

    public WordFeatures ToWordFeatures(int ngramRows) => new(Words, Suffixes, Prefixes, Shapes, ngramRows);

    public Example ToExample(TreebankSentence sentence, WordFeatures features)
    {
        var words = sentence.Words;
        var (numbers, ngrams) = ToNumbers([.. words.Select(static word => word.Form)], features);
        return new Example
        {
            Words = numbers,
            Ngrams = ngrams,
            Upos = [.. words.Select(word => IndexOf(Upos, word.Upos))],
            Xpos = [.. words.Select(word => IndexOf(Xpos, word.Xpos))],
            Features = [.. words.Select(word => IndexOf(Features, word.Features))],
            Heads = [.. words.Select(static word => word.Head)],
            Relations = [.. words.Select(word => IndexOf(Relations, word.Relation))],
        };
    }

    public static (WordNumbers[] Words, int[][] Ngrams) ToNumbers(string[] forms, WordFeatures features)
    {
        var numbers = new WordNumbers[forms.Length];
        var ngrams = new int[forms.Length][];
        var buffer = new int[WordFeatures.MostNgrams];
        for (var i = 0; i < forms.Length; i++)
        {
            numbers[i] = features.Find(forms[i], buffer, out var count);
            ngrams[i] = buffer[..count];
        }

        return (numbers, ngrams);
    }

    /// <summary>-1 where it is not among them.</summary>
    internal static int IndexOf(string[] sorted, string value) => Math.Max(-1, Array.BinarySearch(sorted, value, StringComparer.Ordinal));
}
