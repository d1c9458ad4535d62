using Parley.Train.Segmentation;
using Parley.Train.Treebanks;

namespace Parley.Train.Coreference;

/// <summary>A mention of GUM: what it refers to, and its words.</summary>
/// <param name="Entity">Number of the entity within the document.</param>
/// <param name="First">Its first word.</param>
/// <param name="Count">How many words it has.</param>
/// <param name="Head">The word of it that depends on one outside it.</param>
internal readonly record struct GumMention(int Entity, int First, int Count, int Head);

/// <summary>A document of GUM with its coreference (Zeldes, 2017): raw text, words and mentions.</summary>
internal sealed record GumDocument(string Genre, string Id, SegmentedText Text, ImmutableArray<TreebankWord> Words, ImmutableArray<GumMention> Mentions);

/// <summary>Reads the mentions of GUM: <c>Entity=(12-person-…(13-place-…)12)</c> in the last column.</summary>
internal static class GumEntities
{
    /// <summary>The documents of a treebank file in order.</summary>
    public static IEnumerable<GumDocument> Read(string path)
    {
        var sentences = new List<TreebankSentence>();
        foreach (var sentence in Treebank.Read(path))
        {
            if (sentence.OpensDocument && sentences.Count > 0)
            {
                yield return Build(sentences);
                sentences.Clear();
            }

            sentences.Add(sentence);
        }

        if (sentences.Count > 0)
            yield return Build(sentences);
    }

    private static GumDocument Build(List<TreebankSentence> sentences)
    {
        var mentions = ImmutableArray.CreateBuilder<GumMention>();
        var open = new List<(int Entity, int First)>();
        var offset = 0;
        foreach (var sentence in sentences)
        {
            for (var i = 0; i < sentence.Words.Length; i++)
            {
                var entity = sentence.Words[i].Misc.Split('|').FirstOrDefault(static part => part.StartsWith("Entity=", StringComparison.Ordinal));
                if (entity is not null)
                    ReadBrackets(entity["Entity=".Length..], i, open, (number, first) => mentions.Add(new GumMention(number, offset + first, i - first + 1, offset + Head(sentence, first, i))));
            }

            open.Clear();
            offset += sentence.Words.Length;
        }

        var parts = sentences[0].Id.Split('_', '-');
        var words = sentences.SelectMany(static sentence => sentence.Words).ToImmutableArray();
        return new GumDocument(parts[1], sentences[0].Id[..sentences[0].Id.LastIndexOf('-')], SegmentedText.Of(sentences), words, mentions.DrainToImmutable());
    }

    private static void ReadBrackets(string text, int word, List<(int Entity, int First)> open, Action<int, int> add)
    {
        for (var at = 0; at < text.Length;)
        {
            var next = text.AsSpan(at + 1).IndexOfAny('(', ')');
            var end = next < 0 ? text.Length : at + 1 + next;
            if (text[at] == '(')
            {
                var number = Number(text.AsSpan(at + 1, end - at - 1));
                if (end < text.Length && text[end] == ')')
                {
                    add(number, word);
                    end++;
                }
                else
                {
                    open.Add((number, word));
                }

                at = end;
            }
            else
            {
                var number = Number(text.AsSpan(at, end - at));
                var opened = open.FindLastIndex(entity => entity.Entity == number);
                if (opened >= 0)
                {
                    add(number, open[opened].First);
                    open.RemoveAt(opened);
                }

                at = end + 1;
            }
        }
    }

    /// <summary>An entity's number; what comes after it, as of the parts of a mention in pieces, is left out.</summary>
    private static int Number(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExceptInRange('0', '9');
        return int.Parse(length < 0 ? text : text[..length], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static int Head(TreebankSentence sentence, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            var head = sentence.Words[i].Head - 1;
            if (head < first || head > last)
                return i;
        }

        return first;
    }
}
