using System.Collections.Frozen;
using Parley.Reports.Data;

namespace Parley.Resolution.Conflicts;

/// <summary>What a word of conflicts tells; a word may tell several things. <c>conflict-words.tsv</c> says what each is.</summary>
[Flags]
internal enum ConflictWord : ushort
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>What a report of fighting speaks of.</summary>
    Fight = 1,

    /// <summary>What fighters do to each other.</summary>
    Kill = 2,

    /// <summary>What is between two sides, or one's against another.</summary>
    Strife = 4,

    /// <summary>What two sides give each other: <c>fire</c>.</summary>
    Exchange = 8,

    /// <summary>The verbs for that: <c>trade</c>.</summary>
    Trade = 16,

    /// <summary>What mediators do with drafts and talks: <c>hand</c>, <c>arrange</c>.</summary>
    Broach = 32,

    /// <summary>What mediators do.</summary>
    Mediate = 64,

    /// <summary>Those who mediate, and their work.</summary>
    Mediator = 128,

    /// <summary>Who and what goes between two sides, mediators' or not.</summary>
    Bridging = 256,

    /// <summary>What borrows the words of war: trade, sport, films.</summary>
    Elsewhere = 512,

    /// <summary>Nouns for those who go by the name before them: <c>clan</c>.</summary>
    Members = 1024,
}

/// <summary>The words of <c>conflict-words.tsv</c>, by lemma, in whatever case.</summary>
internal static class ConflictWords
{
    private static readonly FrozenDictionary<string, ConflictWord>.AlternateLookup<ReadOnlySpan<char>> s_words = Read();

    /// <summary>What a lemma tells.</summary>
    public static ConflictWord Of(ReadOnlySpan<char> lemma) => s_words.TryGetValue(lemma, out var found) ? found : ConflictWord.None;

    private static FrozenDictionary<string, ConflictWord>.AlternateLookup<ReadOnlySpan<char>> Read() =>
        WordList.Load(typeof(ConflictWords).Assembly, "conflict-words.tsv").GroupBy(static row => row[0], StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(
                static group => group.Key,
                static group => group.Aggregate(ConflictWord.None, static (all, row) => all | Enum.Parse<ConflictWord>(row[1], ignoreCase: true)),
                StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
