using Parley.Train.Treebanks;

namespace Parley.Train.Syntax;

/// <summary>
/// Which labels the data has together, one bit a label, so that the reader scores only those: the features that a tag goes with, and the
/// relations that a word of one part of speech has to a head of another on its left or right, or has in three of a thousand cases to
/// whatever head.
/// </summary>
internal sealed record LabelMasks
{
    /// <summary>The share of a part of speech's relations that makes one likely whatever the head.</summary>
    private const double Common = 0.003;

    /// <summary>For each Penn tag, as many times 64 bits as features need.</summary>
    public required ulong[] Features { get; init; }

    /// <summary>For each part of speech, that of the head, and whether the head stands before: 64 bits.</summary>
    public required ulong[] Relations { get; init; }

    public static LabelMasks Of(IEnumerable<TreebankSentence> sentences, string[] upos, string[] xpos, string[] features, string[] relations)
    {
        if (relations.Length > 64)
            throw new InvalidDataException("There are more relations than bits.");
        var wide = (features.Length + 63) / 64;
        var masks = new LabelMasks { Features = new ulong[xpos.Length * wide], Relations = new ulong[upos.Length * upos.Length * 2] };
        var counts = new int[upos.Length, relations.Length];
        foreach (var sentence in sentences)
        {
            for (var i = 0; i < sentence.Words.Length; i++)
            {
                var word = sentence.Words[i];
                var feature = SyntaxLabels.IndexOf(features, word.Features);
                var tag = SyntaxLabels.IndexOf(xpos, word.Xpos);
                if (feature >= 0)
                    masks.Features[tag * wide + feature / 64] |= 1UL << (feature & 63);
                var relation = SyntaxLabels.IndexOf(relations, word.Relation);
                if (word.Head <= 0 || relation < 0)
                    continue;
                var (own, head) = (SyntaxLabels.IndexOf(upos, word.Upos), SyntaxLabels.IndexOf(upos, sentence.Words[word.Head - 1].Upos));
                masks.Relations[(own * upos.Length + head) * 2 + (word.Head <= i ? 1 : 0)] |= 1UL << relation;
                counts[own, relation]++;
            }
        }

        for (var own = 0; own < upos.Length; own++)
        {
            var common = CommonOf(counts, own);
            foreach (ref var mask in masks.Relations.AsSpan(own * upos.Length * 2, upos.Length * 2))
                mask |= common;
        }

        return masks;
    }

    private static ulong CommonOf(int[,] counts, int own)
    {
        var relations = counts.GetLength(1);
        var all = 0;
        for (var relation = 0; relation < relations; relation++)
            all += counts[own, relation];
        var mask = 0UL;
        for (var relation = 0; relation < relations; relation++)
            mask |= counts[own, relation] > 0 && counts[own, relation] >= Common * all ? 1UL << relation : 0;
        return mask;
    }
}
