using System.Text;
using Parley.Language;
using Parley.Train.Treebanks;

namespace Parley.Train.Segmentation;

/// <summary>
/// A treebank's text as it would be met raw, with the words and sentences it falls into: sentences parted by a space, paragraphs
/// by an empty line.
/// </summary>
internal sealed class SegmentedText
{
    public required string Text { get; init; }

    public required Word[] Words { get; init; }

    /// <summary>For every word, whether a sentence ends after it.</summary>
    public required bool[] EndsSentence { get; init; }

    /// <summary>For every word, its part of speech.</summary>
    public required UniversalTag[] Tags { get; init; }

    /// <summary>Indices of the words that open a paragraph.</summary>
    public required int[] Paragraphs { get; init; }

    /// <summary>Joins <paramref name="sentences"/>.</summary>
    /// <param name="sentences">In order.</param>
    /// <param name="respell">Spells a token anew, given whether white space is before and after it.</param>
    public static SegmentedText Of(IReadOnlyList<TreebankSentence> sentences, Func<string, bool, bool, string>? respell = null)
    {
        var text = new StringBuilder();
        var words = new List<Word>();
        var ends = new List<bool>();
        var tags = new List<UniversalTag>();
        var paragraphs = new List<int>();
        foreach (var sentence in sentences)
        {
            if (text.Length > 0)
                text.Append(sentence.OpensParagraph ? "\n\n" : " ");
            if (sentence.OpensParagraph || words.Count == 0)
                paragraphs.Add(words.Count);
            var within = sentence.MultiWords.SelectMany(static whole => Enumerable.Range(whole.First + 1, whole.Last - whole.First)).ToHashSet();
            var raw = sentence.Text.Trim();
            var at = 0;
            for (var i = 0; i < sentence.Words.Length; i++)
            {
                var word = sentence.Words[i];
                var isAfterSpace = at == 0;
                for (; at < raw.Length && char.IsWhiteSpace(raw[at]); at++)
                {
                    text.Append(raw[at]);
                    isAfterSpace = true;
                }

                if (!raw.AsSpan(at).StartsWith(word.Form, StringComparison.Ordinal))
                    throw new InvalidDataException($"{sentence.Id}: \"{word.Form}\" is not what the text has.");
                at += word.Form.Length;
                var start = text.Length;
                text.Append(respell?.Invoke(word.Form, isAfterSpace, at == raw.Length || char.IsWhiteSpace(raw[at])) ?? word.Form);
                words.Add(new Word(start, text.Length, within.Contains(i)));
                ends.Add(i == sentence.Words.Length - 1);
                tags.Add(Enum.Parse<UniversalTag>(word.Upos, ignoreCase: true));
            }
        }

        return new SegmentedText
        {
            Text = text.ToString(),
            Words = [.. words],
            EndsSentence = [.. ends],
            Tags = [.. tags],
            Paragraphs = [.. paragraphs],
        };
    }

    /// <summary>
    /// One paragraph a row of <c>abbreviations.tsv</c>: the example, in which all stops and commas are marks save the abbreviation's.
    /// </summary>
    public static SegmentedText OfAbbreviations(IEnumerable<string[]> rows)
    {
        var sentences = new List<TreebankSentence>();
        foreach (var row in rows)
        {
            var words = ImmutableArray.CreateBuilder<TreebankWord>();
            foreach (var part in row[1].Split(' '))
            {
                var stem = part == row[0] || part.EndsWith($"{row[0]}", StringComparison.Ordinal) ? part : part.TrimEnd('.', ',');
                Add(stem);
                if (stem.Length < part.Length)
                    Add(part[stem.Length..]);
            }

            sentences.Add(new TreebankSentence(row[0], row[1], true, false, words.ToImmutable(), []));

            void Add(string form) => words.Add(new TreebankWord(form, "_", "X", "_", "_", 0, "_", "_"));
        }

        return Of(sentences);
    }

    /// <summary>From the first word of paragraph <paramref name="index"/> to before the first of the next.</summary>
    public Range Paragraph(int index) => Paragraphs[index]..(index + 1 < Paragraphs.Length ? Paragraphs[index + 1] : Words.Length);
}
