using Parley.Language;
using Parley.Language.Coreference;

namespace Parley.Train.Coreference;

/// <summary>
/// Which gold entity each predicted mention is of: one whose head word has the same characters, of several the one whose words
/// differ least.
/// </summary>
internal sealed class Alignment
{
    private readonly ILookup<int, GumMention> _byHead;
    private readonly Dictionary<int, int> _wordAt = [];
    private readonly GumDocument _gold;

    public Alignment(GumDocument gold)
    {
        _gold = gold;
        _byHead = gold.Mentions.ToLookup(static mention => mention.Head);
        for (var i = 0; i < gold.Text.Words.Length; i++)
            _wordAt[gold.Text.Words[i].Start] = i;
    }

    /// <summary>The gold mention whose head is among the words of a mention's head; null where it has none.</summary>
    public GumMention? Find(Document document, Mention mention) => Find(document.TokensIn(mention.Head), mention.Span);

    /// <summary>The same by tokens and the characters of the whole mention.</summary>
    public GumMention? Find(TokenList head, Reports.Span span)
    {
        GumMention? best = null;
        var bestDifference = int.MaxValue;
        foreach (var token in head)
        {
            if (!_wordAt.TryGetValue(token.Span.Start, out var word))
                continue;
            foreach (var gold in _byHead[word])
            {
                var difference = Math.Abs(_gold.Text.Words[gold.First].Start - span.Start) + Math.Abs(_gold.Text.Words[gold.First + gold.Count - 1].End - span.End);
                if (difference < bestDifference)
                    (best, bestDifference) = (gold, difference);
            }
        }

        return best;
    }
}
