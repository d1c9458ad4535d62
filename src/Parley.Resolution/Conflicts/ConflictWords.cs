using System.Collections.Frozen;
using Parley.Reports.Data;

namespace Parley.Resolution.Conflicts;

/// <summary>The words of <c>conflict-words.tsv</c>, by lemma, in whatever case.</summary>
internal static class ConflictWords
{
    /// <summary>What a report of fighting speaks of.</summary>
    public static readonly FrozenSet<string> Fight = Words("fight");

    /// <summary>What fighters do to each other.</summary>
    public static readonly FrozenSet<string> Kill = Words("kill");

    /// <summary>What is between two sides, or one's against another.</summary>
    public static readonly FrozenSet<string> Strife = Words("strife");

    /// <summary>What two sides give each other: <c>fire</c>.</summary>
    public static readonly FrozenSet<string> Exchange = Words("exchange");

    /// <summary>The verbs for that: <c>trade</c>.</summary>
    public static readonly FrozenSet<string> Trade = Words("trade");

    /// <summary>What mediators do with drafts and talks: <c>hand</c>, <c>arrange</c>.</summary>
    public static readonly FrozenSet<string> Broach = Words("broach");

    /// <summary>What reports speak of that borrow the words of war: trade, sport, films.</summary>
    public static readonly FrozenSet<string> Elsewhere = Words("elsewhere");

    /// <summary>What mediators do.</summary>
    public static readonly FrozenSet<string> Mediate = Words("mediate");

    /// <summary>Those who mediate, and their work.</summary>
    public static readonly FrozenSet<string> Mediator = Words("mediator");

    /// <summary>Who and what goes between two sides, mediators' or not.</summary>
    public static readonly FrozenSet<string> Bridging = Words("bridging");

    private static FrozenSet<string> Words(string kind) =>
        WordList.Words(typeof(ConflictWords).Assembly, "conflict-words.tsv", kind, StringComparer.OrdinalIgnoreCase);
}
