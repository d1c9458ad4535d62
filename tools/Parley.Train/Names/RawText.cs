using Parley.Language;
using Parley.Language.Names;

namespace Parley.Train.Names;

/// <summary>
/// Measures names through the whole pipeline on raw text: the sentences of a labelled file, joined by a space. Names are the same
/// where their first and last characters are, and their types.
/// </summary>
internal static class RawText
{
    /// <summary>Scores each document of a file of Universal NER.</summary>
    public static void Score(string path, NameCounts counts, bool withMisses)
    {
        var pipeline = LanguagePipeline.Create();
        foreach (var (text, gold) in Read(path))
        {
            var found = new HashSet<(int, int, string)>();
            var taken = 0;
            foreach (var name in pipeline.Analyze(text).Names)
            {
                if (name.Span.Start < taken || name.Kind is NameKind.Role)
                    continue;
                taken = name.Span.End;
                if (NameCounts.TypeOf(name.Kind) is { } type)
                    found.Add((name.Span.Start, name.Span.End, type));
            }

            counts.Add(found, gold, static mention => mention.Item3);
            if (!withMisses)
                continue;
            foreach (var mention in gold.Except(found).Concat(found.Except(gold)).OrderBy(static mention => mention.Item1))
            {
                var (start, end, type) = mention;
                Console.WriteLine($"{(gold.Contains(mention) ? "missed" : "wrong ")} {type} "
                    + $"{text[Math.Max(0, start - 40)..start]}[{text[start..end]}]{text[end..Math.Min(text.Length, end + 30)]}");
            }
        }
    }

    private static IEnumerable<(string Text, HashSet<(int Start, int End, string Type)> Gold)> Read(string path)
    {
        var text = "";
        var (at, start, type) = (0, 0, "");
        var gold = new HashSet<(int, int, string)>();
        foreach (var line in File.ReadLines(path).Append("# newdoc"))
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal) && text.Length > 0)
            {
                yield return (text, gold);
                (text, at, gold) = ("", 0, []);
            }
            else if (line.StartsWith("# text = ", StringComparison.Ordinal))
            {
                at = text.Length == 0 ? 0 : text.Length + 1;
                text = (text.Length == 0 ? "" : text + " ") + line["# text = ".Length..];
            }
            else if (line.Split('\t') is { Length: >= 3 } columns && line[0] != '#')
            {
                // A word within a multi-word token may be spelt otherwise than the text: it has no place of its own.
                var found = text.IndexOf(columns[1], at, StringComparison.Ordinal);
                if (found < 0 || found > at + 2)
                    continue;
                at = found + columns[1].Length;
                if (columns[2].StartsWith("I-", StringComparison.Ordinal))
                    gold.Remove((start, gold.First(name => name.Item1 == start).Item2, type));
                else
                    (start, type) = (found, columns[2].Length > 2 ? columns[2][2..] : "");
                if (columns[2].Length > 2)
                    gold.Add((start, at, type));
            }
        }
    }
}
