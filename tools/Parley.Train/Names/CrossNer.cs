using Parley.Language.Names;

namespace Parley.Train.Names;

/// <summary>CrossNER's politics (Liu and others, 2021): Wikipedia's sentences on politics. Each stands alone.</summary>
internal static class CrossNer
{
    public static IEnumerable<NameSentence> Read(string path)
    {
        var builder = new NameSentenceBuilder("crossner");
        var document = 0;
        foreach (var sentence in NamesCorpus.Lines(path))
        {
            var starts = new int[sentence.Count + 1];
            for (var i = 0; i < sentence.Count; i++)
            {
                var parts = builder.AddSplit(sentence[i].Form);
                starts[i + 1] = starts[i] + parts;
                if (parts > 1 && sentence[i].Label == "O" && sentence[i].Form.Any(char.IsUpper))
                    builder.Forget(starts[i], parts);
            }

            foreach (var (first, count, type) in NamesCorpus.Runs(sentence))
            {
                var (start, length) = (starts[first], starts[first + count] - starts[first]);
                switch (type)
                {
                    case "PERSON" or "POLITICIAN":
                        builder.Mark(start, length, NameKind.Person);
                        break;
                    case "COUNTRY" or "LOCATION":
                        builder.Mark(start, length, NameKind.Place);
                        break;
                    case "ORGANISATION" or "POLITICALPARTY":
                        builder.Mark(start, length, NameKind.Organization);
                        break;
                    case "EVENT" or "ELECTION":
                        builder.Mark(start, length, NameKind.Event);
                        break;
                    default:
                        if (!Demonyms.Shared.IsDemonym(builder.Form(start)) || length > 1)
                            builder.Forget(start, length);
                        break;
                }
            }

            // "American actor" is a country to some of its annotators.
            for (var i = 0; i < builder.Count; i++)
            {
                if (Demonyms.Shared.IsDemonym(builder.Form(i)) && builder.IsSingle(i))
                    builder.Mark(i, 1, NameKind.Group);
            }

            yield return builder.Build(document++);
        }
    }
}
