using Parley.Language;

namespace Parley.Train.Names;

/// <summary>Universal NER on English EWT (Mayhew and others, 2024): measured against, never trained on.</summary>
internal static class UniversalNer
{
    /// <summary>Scores each document of the file.</summary>
    /// <param name="path">The labels.</param>
    /// <param name="scorer">Where the counts go.</param>
    public static void Score(string path, NameScorer scorer)
    {
        var sentences = new List<IReadOnlyList<NameToken>>();
        var tokens = new List<NameToken>();
        var gold = new List<(int First, int Count, string Type)>();
        var first = 0;
        foreach (var line in File.ReadLines(path).Append("").Append("# newdoc"))
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal) && sentences.Count > 0)
            {
                scorer.Score(sentences, gold);
                sentences = [];
                gold.Clear();
                first = 0;
            }
            else if (line.Length == 0 && tokens.Count > 0)
            {
                sentences.Add(tokens);
                first += tokens.Count;
                tokens = [];
            }
            else if (line.Split('\t') is { Length: >= 3 } columns && line[0] != '#')
            {
                if (columns[2].StartsWith("B-", StringComparison.Ordinal))
                    gold.Add((first + tokens.Count, 1, columns[2][2..]));
                else if (columns[2].StartsWith("I-", StringComparison.Ordinal))
                    gold[^1] = gold[^1] with { Count = gold[^1].Count + 1 };
                tokens.Add(new NameToken(columns[1], UniversalTag.X, "_", 0));
            }
        }
    }
}
