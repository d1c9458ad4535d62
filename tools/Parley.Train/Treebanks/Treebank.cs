using System.Globalization;

namespace Parley.Train.Treebanks;

/// <summary>A syntactic word of a treebank; the columns of CoNLL-U (universaldependencies.org/format.html).</summary>
/// <param name="Form">As written, or as the word is spelt out within a multi-word token.</param>
/// <param name="Lemma">Its dictionary form.</param>
/// <param name="Upos">Universal part of speech, as written: <c>PROPN</c>.</param>
/// <param name="Xpos">Penn Treebank tag.</param>
/// <param name="Features">Morphological features, <c>_</c> for none.</param>
/// <param name="Head">Number of its head, from 1; 0 for the root.</param>
/// <param name="Relation">Dependency relation with subtype.</param>
/// <param name="Misc">The last column.</param>
internal sealed record TreebankWord(
    string Form, string Lemma, string Upos, string Xpos, string Features, int Head, string Relation, string Misc)
{
    /// <summary>Whether white space follows it in the text; for a word within a multi-word token, whether it follows that token.</summary>
    public bool SpaceAfter => !Misc.Split('|').Contains("SpaceAfter=No");
}

/// <summary>A multi-word token: words <see cref="First"/> to <see cref="Last"/>, from 0, are written as <see cref="Form"/>.</summary>
internal sealed record MultiWord(int First, int Last, string Form, bool SpaceAfter);

/// <summary>A sentence of a treebank.</summary>
/// <param name="Id">Its <c>sent_id</c>.</param>
/// <param name="Text">Its text as written.</param>
/// <param name="OpensParagraph">Whether a paragraph or document begins with it.</param>
/// <param name="OpensDocument">Whether a document begins with it.</param>
/// <param name="Words">Its words; empty nodes of enhanced graphs are left out.</param>
/// <param name="MultiWords">Its multi-word tokens in order.</param>
internal sealed record TreebankSentence(
    string Id, string Text, bool OpensParagraph, bool OpensDocument, ImmutableArray<TreebankWord> Words, ImmutableArray<MultiWord> MultiWords);

/// <summary>Reads treebanks in CoNLL-U.</summary>
internal static class Treebank
{
    /// <summary>Reads all sentences of the file at <paramref name="path"/>.</summary>
    public static ImmutableArray<TreebankSentence> Read(string path)
    {
        var sentences = ImmutableArray.CreateBuilder<TreebankSentence>();
        var words = ImmutableArray.CreateBuilder<TreebankWord>();
        var multiWords = ImmutableArray.CreateBuilder<MultiWord>();
        var (id, text, opensParagraph, opensDocument) = ("", "", true, true);
        foreach (var line in File.ReadLines(path).Append(""))
        {
            if (line.Length == 0)
            {
                if (words.Count > 0)
                {
                    sentences.Add(new TreebankSentence(id, text, opensParagraph, opensDocument, words.ToImmutable(), multiWords.ToImmutable()));
                    (opensParagraph, opensDocument) = (false, false);
                    words.Clear();
                    multiWords.Clear();
                }
            }
            else if (line[0] == '#')
            {
                if (line.StartsWith("# sent_id = ", StringComparison.Ordinal))
                    id = line["# sent_id = ".Length..];
                else if (line.StartsWith("# text = ", StringComparison.Ordinal))
                    text = line["# text = ".Length..];
                opensDocument |= line.StartsWith("# newdoc", StringComparison.Ordinal);
                opensParagraph |= line.StartsWith("# newdoc", StringComparison.Ordinal)
                    || line.StartsWith("# newpar", StringComparison.Ordinal);
            }
            else
            {
                var columns = line.Split('\t');
                if (columns[0].Contains('.', StringComparison.Ordinal))
                    continue;
                if (columns[0].Split('-') is [var first, var last])
                    multiWords.Add(new MultiWord(Number(first) - 1, Number(last) - 1, columns[1], !columns[9].Split('|').Contains("SpaceAfter=No")));
                else
                    words.Add(new TreebankWord(columns[1], columns[2], columns[3], columns[4], columns[5], Number(columns[6]), columns[7], columns[9]));
            }
        }

        return sentences.ToImmutable();
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
