using System.Runtime.InteropServices;
using Parley.Language.Models;

namespace Parley.Language.Segmentation;

/// <summary>
/// Parts a text into words and sentences in one pass, by a model trained on UD English (<c>models/en/segmenter.md</c>). Safe for
/// many threads.
/// </summary>
internal sealed class Segmenter(Tokenizer tokenizer, SentenceSplitter splitter)
{
    public static Segmenter Read(Model model) => new(Tokenizer.Read(model), SentenceSplitter.Read(model));

    public Model ToModel()
    {
        var model = new Model();
        tokenizer.Write(model);
        splitter.Write(model);
        return model;
    }

    /// <summary>Parts <paramref name="text"/>; any string will do.</summary>
    public (Word[] Words, SentenceBounds[] Sentences) Segment(string text)
    {
        var lineEnds = LineEnds.Of(text);
        var words = new List<Word>(text.Length / 5);
        var sentences = new List<SentenceBounds>(text.Length / 80);
        var (first, paragraph, lineStart, at) = (0, 0, 0, 0);
        while (at < text.Length)
        {
            var end = at;
            if (!char.IsWhiteSpace(text[at]))
            {
                while (end < text.Length && !char.IsWhiteSpace(text[end]))
                    end++;
                tokenizer.Split(text, at, end, words);
                at = end;
                continue;
            }

            var (found, newLine) = (0, lineStart);
            for (; end < text.Length && char.IsWhiteSpace(text[end]); end++)
            {
                if (text[end] != '\n')
                    continue;
                found++;
                newLine = end + 1;
            }

            if (words.Count > first && end < text.Length && (found >= 2 || (found == 1 && lineEnds.Parts(at, end, lineStart))))
                Close();
            (at, lineStart) = (end, newLine);
        }

        Close();
        return ([.. words], [.. sentences]);

        void Close()
        {
            if (words.Count == first)
                return;
            splitter.Split(text, CollectionsMarshal.AsSpan(words), first, paragraph++, sentences);
            first = words.Count;
        }
    }
}
