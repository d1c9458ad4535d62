using System.Globalization;
using Parley.Language.Names;
using Parley.Train.Treebanks;

namespace Parley.Train.Names;

/// <summary>
/// EWT's training part. The treebank marks no names: a language model read all its sentences that hold a proper noun, and
/// <c>ewt-names.tsv</c> says which tokens it found to be names. The other sentences hold none.
/// </summary>
internal sealed class EwtNames(string marks)
{
    private readonly Dictionary<string, (int First, int Count, NameKind Kind)[]> _marks = File.ReadLines(marks)
        .Where(static line => line.Length > 0 && line[0] != '#').Select(static line => line.Split('\t'))
        .ToDictionary(static row => row[0], static row => row[1..].Select(Parse).ToArray());

    private readonly NameSentenceBuilder _builder = new("ewt");

    public IEnumerable<NameSentence> Read(string path)
    {
        var document = -1;
        foreach (var sentence in Treebank.Read(path))
        {
            if (sentence.OpensDocument)
                document++;
            foreach (var word in sentence.Words)
                _builder.Add(word.Form, NamesCorpus.Tag(word.Upos), word.Xpos);
            if (_marks.TryGetValue(sentence.Id, out var names))
            {
                foreach (var (first, count, kind) in names)
                    _builder.Mark(first, count, kind);
            }

            yield return _builder.Build(document);
        }
    }

    /// <summary>A name as the table writes it: <c>2-4 person</c>, first and last token from 0.</summary>
    private static (int First, int Count, NameKind Kind) Parse(string mark)
    {
        if (mark.Split('-', ' ') is not [var first, var last, var kind])
            throw new InvalidDataException($"\"{mark}\" is no name of {nameof(EwtNames)}' table.");
        var from = int.Parse(first, CultureInfo.InvariantCulture);
        return (from, int.Parse(last, CultureInfo.InvariantCulture) - from + 1, Enum.Parse<NameKind>(kind, ignoreCase: true));
    }
}
