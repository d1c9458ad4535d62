using Parley.Language.Lemmas;

namespace Parley.Train.Lemmas;

/// <summary>Counts which rule words of a tag and an ending follow.</summary>
/// <param name="shortest">How long an ending must be, in code units, for a rule to be its rule.</param>
internal sealed class RuleCounter(Func<ushort, int> shortest)
{
    private readonly Dictionary<string, Entry> _words = [];

    private sealed record Entry(uint Tag, string Plain, SortedDictionary<ushort, int> Rules);

    public void Add(uint tag, ReadOnlySpan<char> plain, ushort rule, int count)
    {
        var key = $"{tag} {plain}";
        if (!_words.TryGetValue(key, out var entry))
            _words.Add(key, entry = new Entry(tag, plain.ToString(), []));
        entry.Rules[rule] = entry.Rules.GetValueOrDefault(rule) + count;
    }

    /// <summary>The rules: an ending's is that of most different words; a whole word's is that of most of its occurrences.</summary>
    public SuffixTable ToTable(int fewestWords)
    {
        var votes = new Dictionary<uint, (int Length, SortedDictionary<ushort, int> Rules)>();
        var words = _words.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => pair.Value).ToArray();
        Span<uint> keys = stackalloc uint[SuffixTable.LongestSuffix + 2];
        foreach (var (tag, plain, rules) in words)
        {
            var count = SuffixTable.Keys(tag, plain, keys);
            var best = Best(rules);
            for (var i = shortest(best); i < count - 1; i++)
            {
                if (!votes.TryGetValue(keys[i], out var vote))
                    votes.Add(keys[i], vote = (i, []));
                vote.Rules[best] = vote.Rules.GetValueOrDefault(best) + 1;
            }
        }

        // From short to long: an ending is kept where the longest kept before it says otherwise.
        var kept = new Dictionary<uint, ushort>();
        for (var length = 0; length <= SuffixTable.LongestSuffix + 1; length++)
        {
            foreach (var (tag, plain, rules) in words)
            {
                var count = SuffixTable.Keys(tag, plain, keys);
                var isWhole = length == SuffixTable.LongestSuffix + 1;
                var at = isWhole ? count - 1 : length;
                if (!isWhole && (at >= count - 1 || !votes.TryGetValue(keys[at], out var vote) || vote.Rules.Values.Sum() < fewestWords))
                    continue;
                var rule = isWhole ? Best(rules) : Best(votes[keys[at]].Rules);
                ushort so = 0;
                for (var i = at - 1; i >= 0; i--)
                {
                    if (kept.TryGetValue(keys[i], out so))
                        break;
                }

                if (so != rule)
                    kept[keys[at]] = rule;
            }
        }

        return new SuffixTable(kept);
    }

    private static ushort Best(SortedDictionary<ushort, int> rules) => rules.MaxBy(static rule => rule.Value).Key;
}
