using System.Collections.Frozen;
using Parley.Reports.Data;

namespace Parley.Language.Names;

/// <summary>What people are called by nationality, descent, creed or politics, and the adjectives of these.</summary>
internal sealed class Demonyms
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;

    private Demonyms() =>
        _words = WordList.Load(typeof(Demonyms).Assembly, "demonyms.tsv").Select(static row => row[0]).SelectMany(static word => Forms(word))
            .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] s_invariant = ["ese", "ish", "ch", "s"];

    public static Demonyms Shared { get; } = new();

    /// <summary>Whether the word, with its capital, is one; of those that are two words, only the whole is.</summary>
    public bool IsDemonym(ReadOnlySpan<char> word) => _words.Contains(word);

    /// <summary>A demonym and its plural: <c>Israelis</c>, <c>Dutchmen</c>; none where it is like the singular.</summary>
    internal static IEnumerable<string> Forms(string word)
    {
        yield return word;
        var isMan = word.EndsWith("hman", StringComparison.Ordinal) || word.EndsWith("sman", StringComparison.Ordinal);
        var isLikeItsPlural = s_invariant.Any(ending => word.EndsWith(ending, StringComparison.Ordinal));
        if (isMan)
            yield return word[..^3] + "men";
        else if (!isLikeItsPlural)
            yield return word + "s";
    }
}
