using System.Collections.Frozen;
using Parley.Language.Names;
using Parley.Train.Treebanks;

namespace Parley.Train.Names;

/// <summary>
/// EWT's training part, which marks no names, but proper nouns and how they hang together. Words that are no proper nouns are
/// in no name; proper nouns joined flat, or after a title, are a person; what the last word or the lists tell is told; the rest
/// is left to the tagger to find out.
/// </summary>
internal sealed class EwtNames(Gazetteer gazetteer, string known)
{
    /// <summary>Runs that people have read, by their words; null where they name nothing of ours.</summary>
    private readonly Dictionary<string, NameKind?> _known = File.ReadLines(known).Where(static line => line[0] != '#').Select(static line => line.Split('\t'))
        .ToDictionary(static row => row[0], static row => row[1] == "none" ? (NameKind?)null : Enum.Parse<NameKind>(row[1], ignoreCase: true), StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> s_calendar = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Jan", "Feb", "Mar",
        "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec");

    private readonly NameSentenceBuilder _builder = new("ewt");

    public IEnumerable<NameSentence> Read(string path)
    {
        var document = -1;
        foreach (var sentence in Treebank.Read(path))
        {
            if (sentence.OpensDocument)
                document++;
            var words = sentence.Words;
            foreach (var word in words)
                _builder.Add(word.Form, NamesCorpus.Tag(word.Upos), word.Xpos);
            var traits = words.Select(static word => TokenTraits.Of(word.Form)).ToArray();
            gazetteer.Mark(traits);
            for (var i = 0; i < words.Length;)
            {
                var end = i;
                while (end < words.Length && (IsNamely(words[end]) || (end > i && end + 1 < words.Length && words[end].Form == "-" && IsNamely(words[end + 1]))))
                    end++;
                if (end > i)
                    MarkRun(words, traits, i, end);
                i = Math.Max(end, i + 1);
            }

            yield return _builder.Build(document);
        }
    }

    private void MarkRun(ImmutableArray<TreebankWord> words, TokenTraits[] traits, int first, int end)
    {
        // Words beside the run may belong to it: "Iraqi Islamic Party", "Department of Defense".
        if (first > 0 && (words[first - 1].Upos is "ADJ" or "NUM" or "NOUN" && char.IsUpper(words[first - 1].Form[0])))
            _builder.Forget(first - 1, 1);
        var joint = first - 1;
        while (joint > 0 && joint >= first - 2 && words[joint].Form is "of" or "the" or "for" or "&" or "'s" or "’s" or "in")
            joint--;
        if (joint >= 0 && joint < first - 1 && IsNamely(words[joint]))
            _builder.Forget(joint + 1, first - joint - 1);
        if (end < words.Length && words[end].Upos is "NUM" or "NOUN" or "ADJ" && char.IsUpper(words[end].Form[0]))
            _builder.Forget(end, 1);

        // "Wendy's" may be one name; in "Enron's board" it ends before the clitic, as the noun in small letters tells.
        if (end < words.Length && words[end].Form is "'s" or "’s" or "s" && !(end + 1 < words.Length && words[end + 1].Upos is "NOUN" or "ADJ" && char.IsLower(words[end + 1].Form[0])))
            _builder.Forget(end, 1);

        _builder.Forget(first, end - first);
        for (var i = first; i < end; i++)
        {
            if (s_calendar.Contains(words[i].Form.TrimEnd('.')))
            {
                _builder.Exclude(first, end - first);
                return;
            }
        }

        var titles = first;
        while (titles < end - 1 && Titles.Shared.IsTitle(words[titles].Form))
            titles++;
        if (titles > first)
            _builder.Exclude(first, titles - first);
        if (Kind(words, traits, titles, end, hasTitle: titles > first) is { } kind)
            _builder.Mark(titles, end - titles, kind);
        else if (_known.TryGetValue(string.Join(' ', words.AsSpan()[titles..end].ToArray().Select(static word => word.Form)), out var read))
            MarkKnown(titles, end, read);
    }

    private void MarkKnown(int first, int end, NameKind? kind)
    {
        if (kind is { } known)
            _builder.Mark(first, end - first, known);
        else
            _builder.Exclude(first, end - first);
    }

    /// <summary>What a run of proper nouns names; null where that cannot be told.</summary>
    private static NameKind? Kind(ImmutableArray<TreebankWord> words, TokenTraits[] traits, int first, int end, bool hasTitle)
    {
        var count = end - first;
        var isFlat = count > 1 && Enumerable.Range(first + 1, count - 1).All(i => words[i].Relation == "flat" && words[i].Upos == "PROPN");
        var head = NameHeads.Shared.Kind(words[end - 1].Form);
        if (count > 1 && head is NameKind.Organization or NameKind.Place && char.IsUpper(words[end - 1].Form[0]))
            return head;
        var listed = traits[first].Listed;
        var isWhole = count == 1 ? (listed & (Listed.Continues | Listed.Continued)) == 0
            : (listed & Listed.Continues) != 0 && (traits[end - 1].Listed & (Listed.Continues | Listed.Continued)) == Listed.Continued
                && Enumerable.Range(first + 1, count - 1).All(i => (traits[i].Listed & Listed.Continued) != 0);
        const Listed Places = Listed.Country | Listed.Region | Listed.City | Listed.Town;
        const Listed People = Listed.First | Listed.Last | Listed.Name;
        if (isFlat && isWhole && (listed & Places) != 0)
            return NameKind.Place;
        if (isFlat && count <= 4 && words.AsSpan()[first..end].ToArray().All(static word => char.IsLetter(word.Form[0])))
            return NameKind.Person;
        if (hasTitle && count <= 3 && head is null && words[first].Form.Length > 1)
            return NameKind.Person;
        if (!isWhole)
            return null;
        return (listed & Places) != 0 && (listed & (People | Listed.Organization)) == 0 ? NameKind.Place
            : (listed & Listed.Country) != 0 && (listed & Listed.Organization) == 0 ? NameKind.Place
            : (listed & Listed.Organization) != 0 && (listed & (Places | People)) == 0 ? NameKind.Organization
            : (listed & Listed.First) != 0 && (listed & (Places | Listed.Organization)) == 0 && count == 1 ? NameKind.Person
            : null;
    }

    private static bool IsNamely(TreebankWord word) => word.Upos == "PROPN" || word.Xpos is "NNP" or "NNPS";
}
