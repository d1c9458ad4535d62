using Parley.Language.Names;
using Parley.Train.Treebanks;

namespace Parley.Train.Names;

/// <summary>
/// GUM's entities (Zeldes, 2017). It marks every mention with its type; one is a name where its head is a proper noun, and the name
/// is the run of proper nouns about that head: "the University of Portsmouth, the United Kingdom" holds two.
/// </summary>
internal static class GumNames
{
    public static IEnumerable<NameSentence> Read(string path)
    {
        var builder = new NameSentenceBuilder("gum");
        var open = new List<(string Id, string Type, int First)>();
        var document = -1;
        foreach (var sentence in Treebank.Read(path))
        {
            if (sentence.OpensDocument)
                document++;
            open.Clear();
            var entities = new List<(int First, int Count, string Type)>();
            for (var i = 0; i < sentence.Words.Length; i++)
            {
                var word = sentence.Words[i];
                builder.Add(word.Form, NamesCorpus.Tag(word.Upos), word.Xpos);
                var entity = word.Misc.Split('|').FirstOrDefault(static part => part.StartsWith("Entity=", StringComparison.Ordinal));
                if (entity is not null)
                    ReadBrackets(entity["Entity=".Length..], i, open, entities);
            }

            foreach (var (first, count, type) in entities.OrderByDescending(static entity => entity.Count))
                MarkName(builder, sentence.Words, first, count, type);
            yield return builder.Build(document);
        }
    }

    /// <summary>Reads <c>(12-person-…(13-place-…)12)</c>: mentions that open and close at a word.</summary>
    private static void ReadBrackets(string text, int index, List<(string Id, string Type, int First)> open, List<(int First, int Count, string Type)> entities)
    {
        for (var at = 0; at < text.Length;)
        {
            var next = text.AsSpan(at + 1).IndexOfAny('(', ')');
            var end = next < 0 ? text.Length : at + 1 + next;
            if (text[at] == '(')
            {
                var parts = text[(at + 1)..end].Split('-');
                if (parts.Length > 1)
                    open.Add((parts[0], parts[1], index));
                if (end < text.Length && text[end] == ')' && parts.Length > 1)
                {
                    entities.Add((index, 1, parts[1]));
                    open.RemoveAt(open.Count - 1);
                    end++;
                }

                at = end;
            }
            else
            {
                var id = text[at..end];
                var opened = open.FindLastIndex(entity => entity.Id == id);
                if (opened >= 0)
                {
                    entities.Add((open[opened].First, index - open[opened].First + 1, open[opened].Type));
                    open.RemoveAt(opened);
                }

                at = end + 1;
            }
        }
    }

    private static void MarkName(NameSentenceBuilder builder, ImmutableArray<TreebankWord> words, int first, int count, string type)
    {
        var end = first + count;
        var head = first;
        while (head < end - 1 && words[head].Head - 1 >= first && words[head].Head - 1 < end)
            head++;
        NameKind? kind = type switch
        {
            "person" => words[head].Xpos == "NNPS" || Demonyms.Shared.IsDemonym(words[head].Form) ? NameKind.Group : NameKind.Person,
            "organization" => NameKind.Organization,
            "place" => NameKind.Place,
            "event" => NameKind.Event,
            _ => null,
        };
        if (words[head].Upos != "PROPN")
            return;
        var isPerson = kind is NameKind.Person;
        var (start, stop) = (head, head + 1);
        while (start > first && (IsNamely(words[start - 1], isPerson)
            || (start - 1 > first && IsJoint(words[start - 1].Form, leftward: true, isPerson) && IsNamely(words[start - 2], isPerson))))
        {
            start--;
        }

        while (stop < end)
        {
            var next = stop;
            while (next < end - 1 && next < stop + 2 && IsJoint(words[next].Form, leftward: false, isPerson))
                next++;
            if (!IsNamely(words[next], isPerson))
                break;
            stop = next + 1;
        }

        if (Enumerable.Range(start, stop - start).Any(i => !builder.IsOutside(i)))
            return;
        if (kind is { } known)
        {
            if (stop - start > 1 || known != NameKind.Person || !Titles.Shared.IsTitle(words[start].Form))
                builder.Mark(start, stop - start, known);
        }
        else if (type == "object")
        {
            builder.Forget(start, stop - start);
        }
    }

    private static bool IsNamely(TreebankWord word, bool isPerson) =>
        word.Upos == "PROPN" || word.Xpos is "NNP" or "NNPS" || (!isPerson && word.Upos is "ADJ" or "NUM" && char.IsUpper(word.Form[0]));

    private static bool IsJoint(string form, bool leftward, bool isPerson) =>
        form is "-" or "–" or "." or "'" || (isPerson
            ? form is "de" or "la" or "van" or "von" or "bin" or "al" or "el" or "der" or "den" or "da" or "di" or "du"
            : form is "&" or "'s" or "’s" || (!leftward && form is "of" or "the" or "for" or "and" or "on" or "de" or "la" or "in"));
}
