using System.Globalization;
using Parley.Language;
using Parley.Language.Names;

namespace Parley.Train.Names;

/// <summary>
/// The corpora whose names may be trained on, each brought from its own convention to ours. What a corpus marks under a type that
/// we do not know, or does not mark reliably, is left open rather than called outside.
/// </summary>
internal static class NamesCorpus
{
    /// <summary>Reads all of them from the folder that holds <c>names/</c> and <c>ud/</c>.</summary>
    /// <param name="data">The folder.</param>
    public static ImmutableArray<NameSentence> Read(string data) =>
    [
        .. GumNames.Read(Path.Combine(data, "ud", "en_gum_open-train.conllu")),
        .. Wikigold.Read(Path.Combine(data, "names", "wikigold.conll")),
        .. CrossNer.Read(Path.Combine(data, "names", "crossner_politics-train.conll")),
        .. CrossNer.Read(Path.Combine(data, "names", "crossner_politics-dev.conll")),
        .. Re3d.Read(Path.Combine(data, "names", "re3d-train.conll")),
        .. new EwtNames(Path.Combine(AppContext.BaseDirectory, "Names", "ewt-names.tsv")).Read(Path.Combine(data, "ud", "en_ewt-train.conllu")),
    ];

    /// <summary>The names of a sentence whose every token is known; those that reach an unknown token are left out.</summary>
    public static IEnumerable<NameRun> Runs(IReadOnlyList<int?> labels)
    {
        for (var i = 0; i < labels.Count; i++)
        {
            if (labels[i] is not { } label || NameLabels.Kind(label) is not { } kind)
                continue;
            var end = i + 1;
            while (end < labels.Count && labels[end] is { } next && NameLabels.Kind(next) == kind && !NameLabels.Opens(next, labels[end - 1]!.Value))
                end++;
            yield return new NameRun(i, end - i, kind);
            i = end - 1;
        }
    }

    /// <summary>A tag as treebanks write it: <c>PROPN</c>.</summary>
    public static UniversalTag Tag(string upos) => Enum.Parse<UniversalTag>(upos, ignoreCase: true);

    /// <summary>The sentences of a file with a token and its label a line.</summary>
    public static IEnumerable<List<(string Form, string Label)>> Lines(string path)
    {
        var sentence = new List<(string, string)>();
        foreach (var line in File.ReadLines(path).Append(""))
        {
            if (line.Length > 0 && line.LastIndexOfAny([' ', '\t']) is > 0 and var split)
            {
                sentence.Add((line[..split], line[(split + 1)..]));
            }
            else if (line.Length == 0 && sentence.Count > 0)
            {
                yield return sentence;
                sentence = [];
            }
        }
    }

    /// <summary>Runs of one type among labels that begin with <c>B-</c> or <c>I-</c>.</summary>
    public static IEnumerable<(int First, int Count, string Type)> Runs(List<(string Form, string Label)> sentence)
    {
        for (var i = 0; i < sentence.Count;)
        {
            var label = sentence[i].Label;
            var end = i + 1;
            if (label.Length > 2)
            {
                while (end < sentence.Count && sentence[end].Label.Length > 2 && sentence[end].Label[0] == 'I'
                    && sentence[end].Label.AsSpan(2).SequenceEqual(label.AsSpan(2)))
                {
                    end++;
                }

                yield return (i, end - i, label[2..].ToUpper(CultureInfo.InvariantCulture));
            }

            i = end;
        }
    }
}
