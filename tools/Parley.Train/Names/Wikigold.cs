using Parley.Language.Names;

namespace Parley.Train.Names;

/// <summary>
/// Wikigold (Balasuriya and others, 2009): Wikipedia's sentences, labelled inside or outside. Its MISC holds adjectives of
/// nationality, which are groups, wars and games, which are events, and works and prizes, which are no names to us.
/// </summary>
internal static class Wikigold
{
    public static IEnumerable<NameSentence> Read(string path)
    {
        var builder = new NameSentenceBuilder("wikigold");
        var document = 0;
        foreach (var sentence in NamesCorpus.Lines(path))
        {
            if (sentence[0].Form == "-DOCSTART-")
            {
                document++;
                continue;
            }

            var starts = new int[sentence.Count + 1];
            for (var i = 0; i < sentence.Count; i++)
            {
                var form = sentence[i].Form switch { "``" or "''" => "\"", "--" => "-", var other => other };
                var parts = builder.AddSplit(form);
                starts[i + 1] = starts[i] + parts;
                if (parts > 1 && sentence[i].Label == "O" && form.Any(char.IsUpper))
                    builder.Forget(starts[i], parts);
            }

            foreach (var (first, count, type) in NamesCorpus.Runs(sentence))
            {
                var (start, length) = (starts[first], starts[first + count] - starts[first]);
                switch (type)
                {
                    case "PER":
                        builder.Mark(start, length, NameKind.Person);
                        break;
                    case "LOC":
                        builder.Mark(start, length, NameKind.Place);
                        break;
                    case "ORG":
                        builder.Mark(start, length, NameKind.Organization);
                        break;
                    default:
                        if (!Demonyms.Shared.IsDemonym(builder.Form(start)) || length > 1)
                            builder.Forget(start, length);
                        break;
                }
            }

            yield return builder.Build(document);
        }
    }
}
