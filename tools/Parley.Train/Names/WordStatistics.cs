using Parley.Language.Models;
using Parley.Language.Names;
using Parley.Train.Treebanks;

namespace Parley.Train.Names;

/// <summary>Counts how the treebanks write words within sentences, for <see cref="CommonWords"/> and the gazetteer.</summary>
internal sealed class WordStatistics
{
    private const int OftenEnough = 5;

    private readonly Dictionary<string, (int Small, int Capital)> _counts = new(StringComparer.Ordinal);

    public WordStatistics(string data)
    {
        foreach (var file in new[] { "en_ewt-train.conllu", "en_gum_open-train.conllu" })
        {
            foreach (var sentence in Treebank.Read(Path.Combine(data, "ud", file)))
            {
                var capitals = sentence.Words.Count(static word => char.IsUpper(word.Form[0]));
                if (capitals * 2 > sentence.Words.Length)
                    continue;
                for (var i = 1; i < sentence.Words.Length; i++)
                    Count(sentence.Words[i].Form);
            }
        }
    }

    /// <summary>Whether a word is written small, and more than once, where it does not open a sentence.</summary>
    public bool IsOrdinary(string lower) => _counts.TryGetValue(lower, out var count) && count.Small >= 2 && count.Small > count.Capital;

    /// <summary>
    /// The words with their classes. Those that are nearly always capitals have none: to a text of other times its names are new.
    /// </summary>
    public void AddTo(Model model, IEnumerable<NameSentence> corpora)
    {
        var named = corpora.SelectMany(static sentence => sentence.Tokens).Where(static token => token.Label is { } label && label != NameLabels.Outside)
            .Select(static token => token.Form.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        var classes = new SortedDictionary<uint, byte>();
        foreach (var (word, (small, capital)) in _counts)
        {
            var share = small / (double)(small + capital);
            if (small + capital < 2 || share < 0.05)
                continue;
            var rank = (share >= 0.98 ? 1 : share >= 0.7 ? 2 : 3) + (small + capital >= 20 ? 3 : 0);
            var isPlain = small >= OftenEnough && share >= 0.9 && !named.Contains(word);
            classes[NameHash.OfLower(word)] = (byte)(rank | (isPlain ? CommonWords.Plain : 0));
        }

        model.Add<uint>("words", classes.Keys.ToArray());
        model.Add<byte>("classes", classes.Values.ToArray());
    }

    private void Count(string form)
    {
        var lower = form.ToLowerInvariant();
        var (small, capital) = _counts.GetValueOrDefault(lower);
        _counts[lower] = char.IsUpper(form[0]) ? (small, capital + 1) : (small + 1, capital);
    }
}
