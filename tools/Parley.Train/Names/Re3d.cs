using Parley.Language.Names;

namespace Parley.Train.Names;

/// <summary>
/// re3d (Dstl): reports on Syria and Iraq. It marks every mention, names or not ("the town", "ISIL fighters"), and misses some
/// altogether: a mention is a name where all its words carry capitals, others and unmarked capitals are left open.
/// </summary>
internal static class Re3d
{
    public static IEnumerable<NameSentence> Read(string path)
    {
        var builder = new NameSentenceBuilder("re3d");
        foreach (var sentence in NamesCorpus.Lines(path).Select(Join))
        {
            foreach (var (form, _) in sentence)
                builder.Add(form);
            for (var i = 0; i < sentence.Count; i++)
            {
                if (IsCapital(sentence[i].Form) && (sentence[i].Label != "O" || i > 0))
                    builder.Forget(i, 1);
            }

            foreach (var (first, count, type) in NamesCorpus.Runs(sentence))
            {
                NameKind? kind = type switch
                {
                    "PERSON" => NameKind.Person,
                    "ORGANISATION" => NameKind.Organization,
                    "LOCATION" => NameKind.Place,
                    "NATIONALITY" => NameKind.Group,
                    _ => null,
                };
                if (kind is { } known)
                    MarkName(builder, first, count, known);
                else if (type is "TEMPORAL" or "QUANTITY" or "MONEY")
                    builder.Exclude(first, count);
            }

            yield return builder.Build(0);
        }
    }

    /// <summary>Scores its names, as <see cref="Read"/> tells them from other mentions; what it leaves open counts on neither side.</summary>
    public static void Score(string path, NameScorer scorer)
    {
        foreach (var sentence in Read(path))
        {
            var labels = sentence.Tokens.Select(static token => token.Label).ToArray();
            scorer.Score([sentence.Tokens], NamesCorpus.Runs(labels).Where(static run => run.Kind <= NameKind.Place)
                .Select(static run => (run.First, run.Count, run.Kind switch { NameKind.Person => "PER", NameKind.Organization => "ORG", _ => "LOC" })),
                i => labels[i] is null);
        }
    }

    private static void MarkName(NameSentenceBuilder builder, int first, int count, NameKind kind)
    {
        while (count > 1 && builder.Form(first) is "the" or "The" or "a" or "A" or "an" or "An")
            (first, count) = (first + 1, count - 1);
        if (count == 0 || (count == 1 && builder.Form(first) is "I" or "He" or "She" or "It" or "We" or "They" or "His" or "Her" or "The" or "You"))
        {
            builder.Exclude(first, count);
            return;
        }

        var capitals = 0;
        for (var i = first; i < first + count; i++)
        {
            var form = builder.Form(i);
            var joins = i > first && i < first + count - 1 && form is "of" or "the" or "and" or "for" or "al" or "-" or "." or "el" or "bin" or "ibn" or "&" or "to";
            capitals += IsCapital(form) ? 1 : 0;
            if (!joins && !IsCapital(form) && !(i == first && form is "al" or "el") && !(capitals > 0 && form == "." && i == first + count - 1))
                return;
            if (kind == NameKind.Person && form is "of" or "for")
                return;
        }

        if (kind == NameKind.Organization && count == 1 && builder.Form(first).EndsWith('s') && Demonyms.Shared.IsDemonym(builder.Form(first)))
            kind = NameKind.Group;
        builder.Mark(first, count, kind);
    }

    private static bool IsCapital(string form) => char.IsUpper(form[0]);

    /// <summary>Joins what its tokeniser split and the treebanks do not: <c>' s</c>, <c>U.K. '</c>, numbers.</summary>
    private static List<(string Form, string Label)> Join(List<(string Form, string Label)> sentence)
    {
        var joined = new List<(string Form, string Label)>(sentence.Count);
        foreach (var (form, label) in sentence)
        {
            if (joined.Count > 0 && form is "s" && joined[^1].Form is "'" or "’")
            {
                joined[^1] = (joined[^1].Form + form, joined[^1].Label);
            }
            else if (joined.Count > 1 && char.IsAsciiDigit(form[0]) && joined[^1].Form is "," or "." && char.IsAsciiDigit(joined[^2].Form[^1]))
            {
                joined[^2] = (joined[^2].Form + joined[^1].Form + form, joined[^2].Label);
                joined.RemoveAt(joined.Count - 1);
            }
            else
            {
                joined.Add((form, label));
            }
        }

        return joined;
    }
}
