using Parley.Language.Models;

namespace Parley.Language.Lemmas;

/// <summary>
/// Rules by a word's ending: the longest ending known for its tag decides, up to the whole word. What a rule does is a number.
/// </summary>
internal sealed class SuffixTable
{
    /// <summary>In code units; only whole words are longer.</summary>
    public const int LongestSuffix = 8;

    private const uint WholeWord = 0xFFFF;

    private readonly Dictionary<uint, ushort> _rules;

    public SuffixTable(IEnumerable<KeyValuePair<uint, ushort>> rules) => _rules = new Dictionary<uint, ushort>(rules);

    public static SuffixTable Read(Model model, string name)
    {
        var keys = model.Numbers<uint>($"{name}.keys");
        var rules = model.Numbers<ushort>($"{name}.rules");
        return new SuffixTable(keys.Select((key, i) => KeyValuePair.Create(key, rules[i])));
    }

    public void Write(Model model, string name)
    {
        var sorted = _rules.OrderBy(static rule => rule.Key).ToArray();
        model.Add<uint>($"{name}.keys", sorted.Select(static rule => rule.Key).ToArray());
        model.Add<ushort>($"{name}.rules", sorted.Select(static rule => rule.Value).ToArray());
    }

    /// <summary>The keys of <paramref name="plain"/>'s endings, from the empty one on; the last is that of the whole word.</summary>
    /// <param name="tag">Number of its tag, and of whatever else the rules tell apart.</param>
    /// <param name="plain">The word in lower case.</param>
    /// <param name="keys">Room for <see cref="LongestSuffix"/> and two.</param>
    /// <returns>How many keys.</returns>
    public static int Keys(uint tag, ReadOnlySpan<char> plain, Span<uint> keys)
    {
        var hash = FeatureHash.Add(0, tag + 1);
        var count = 0;
        keys[count++] = hash;
        for (var i = plain.Length - 1; i >= 0; i--)
        {
            hash = FeatureHash.Add(hash, plain[i]);
            if (count <= LongestSuffix)
                keys[count++] = hash;
        }

        keys[count++] = FeatureHash.Add(hash, WholeWord);
        return count;
    }

    /// <summary>The rule for a word of this tag; 0 where none is known.</summary>
    public ushort Find(uint tag, ReadOnlySpan<char> plain)
    {
        Span<uint> keys = stackalloc uint[LongestSuffix + 2];
        for (var i = Keys(tag, plain, keys) - 1; i >= 0; i--)
        {
            if (_rules.TryGetValue(keys[i], out var rule))
                return rule;
        }

        return 0;
    }
}
