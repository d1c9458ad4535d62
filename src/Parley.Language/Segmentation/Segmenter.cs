using System.Collections.Frozen;
using Parley.Reports.Data;

namespace Parley.Language.Segmentation;

/// <summary>
/// Parts a text into words and sentences in one pass, by rules: the punctuation conventions of UD English, sentence ends by
/// mark, case and abbreviation. Safe for many threads.
/// </summary>
internal sealed class Segmenter
{
    /// <summary>Quotation marks and brackets that close after a sentence's last mark; more are no sentence's end but a pattern.</summary>
    private const int MostClosers = 8;

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _abbreviations =
        WordList.Load(typeof(Segmenter).Assembly, "abbreviations.tsv").Select(static row => row[0])
            .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Parts <paramref name="text"/>; any string will do.</summary>
    public (Word[] Words, SentenceBounds[] Sentences) Segment(string text)
    {
        var words = new List<Word>(text.Length / 5);
        var sentences = new List<SentenceBounds>();
        var first = 0;
        var paragraph = 0;
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                var lineEnds = 0;
                for (; at < text.Length && char.IsWhiteSpace(text[at]); at++)
                    lineEnds += text[at] == '\n' ? 1 : 0;
                if (lineEnds >= 2)
                {
                    Close();
                    paragraph++;
                }
                else if (EndsSentence(text, words, first, at))
                {
                    Close();
                }

                continue;
            }

            var end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
                end++;
            Tokenizer.Split(text, at, end, _abbreviations, words);
            at = end;
        }

        Close();
        return ([.. words], [.. sentences]);

        void Close()
        {
            if (words.Count == first)
                return;
            sentences.Add(new SentenceBounds(first, words.Count - first, paragraph));
            first = words.Count;
        }
    }

    /// <summary>Whether a sentence ends before <paramref name="next"/>, the first character after white space.</summary>
    private static bool EndsSentence(string text, List<Word> words, int first, int next)
    {
        if (next >= text.Length || words.Count == first)
            return false;
        var last = words.Count - 1;
        while (last > first && words.Count - last <= MostClosers && IsCloser(words[last], text))
            last--;
        var mark = text.AsSpan(words[last].Start, words[last].End - words[last].Start);
        if (mark is not ("." or "!" or "?" or "…" or "..." or "?!" or "!?"))
        {
            return false;
        }

        // A quotation that ends in a mark goes on after it in lower case: “Why?” he asked.
        var opener = text[next];
        return char.IsUpper(opener) || char.IsDigit(opener) || Tokenizer.IsOpener(opener) || opener is '—' or '–' or '-' or '•';
    }

    private static bool IsCloser(Word word, string text) =>
        word.End - word.Start == 1 && text[word.Start] is '"' or '”' or '’' or '\'' or ')' or ']' or '»';
}
