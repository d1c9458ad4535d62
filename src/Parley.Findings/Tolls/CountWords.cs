using System.Collections.Frozen;
using Parley.Reports.Data;

namespace Parley.Findings.Tolls;

/// <summary>What a word for a number does: see <c>number-words.tsv</c>.</summary>
internal enum NumberWord : byte
{
    /// <summary>Adds its value.</summary>
    Unit,

    /// <summary>Multiplies what stands before it.</summary>
    Scale,

    /// <summary>Multiplies, and stands alone behind "a".</summary>
    Dozen,

    /// <summary>At least its value.</summary>
    Vague,

    /// <summary>Half of what follows.</summary>
    Half,
}

/// <summary>How a count is meant: see <c>count-words.tsv</c>.</summary>
internal enum CountSense : byte
{
    /// <summary>Exactly.</summary>
    Exact,

    /// <summary>At least.</summary>
    Least,

    /// <summary>At most.</summary>
    Most,

    /// <summary>So many, told loosely.</summary>
    About,
}

/// <summary>The words for numbers and those that say how they are meant.</summary>
internal static class CountWords
{
    private static readonly FrozenDictionary<string, (NumberWord Kind, long Value)>.AlternateLookup<ReadOnlySpan<char>> s_numbers =
        WordList.Load(typeof(CountWords).Assembly, "Tolls.number-words.tsv")
            .ToFrozenDictionary(static row => row[0], static row => (Enum.Parse<NumberWord>(row[1], ignoreCase: true), long.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture)), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Phrases before a number, and behind it, with their words; the longer first.</summary>
    public static ImmutableArray<(ImmutableArray<string> Words, CountSense Sense)> Before { get; } = Load("before");

    /// <inheritdoc cref="Before"/>
    public static ImmutableArray<(ImmutableArray<string> Words, CountSense Sense)> After { get; } = Load("after");

    /// <summary>What a word says as a number; null where it is none.</summary>
    public static (NumberWord Kind, long Value)? Number(ReadOnlySpan<char> word) => s_numbers.TryGetValue(word, out var found) ? found : null;

    private static ImmutableArray<(ImmutableArray<string> Words, CountSense Sense)> Load(string side) =>
    [
        .. WordList.Load(typeof(CountWords).Assembly, "Tolls.count-words.tsv").Where(row => row[2] == side)
            .Select(static row => (row[0].Split(' ').ToImmutableArray(), Enum.Parse<CountSense>(row[1], ignoreCase: true)))
            .OrderByDescending(static phrase => phrase.Item1.Length),
    ];
}
