using System.Collections.Frozen;
using Parley.Reports.Data;

namespace Parley.Resolution.Reading;

/// <summary>The words of <c>office-words.tsv</c>, which says what each kind means.</summary>
internal static class OfficeWords
{
    private static readonly FrozenSet<string> s_governs = Words("governs"), s_known = Words("known"), s_opposed = Words("opposed"), s_otherSide = Words("other-side");
    private static readonly FrozenSet<string> s_sent = Words("sent"), s_toldApart = Words("told-apart"), s_placed = Words("placed"), s_anyone = Words("anyone"), s_ofState = Words("of-state"), s_bodies = Words("body-of-state"), s_outlet = Words("outlet"), s_owned = Words("owned");

    /// <summary>Whether who bears this title speaks for the state, whatever else they lead.</summary>
    public static bool Governs(string title) => s_governs.Contains(title);

    /// <summary>Whether the press names who bears this title by the surname alone.</summary>
    public static bool IsKnown(string title) => s_known.Contains(title) || title.Contains("envoy", StringComparison.Ordinal);

    /// <summary>Whether a word says that something stands against those named beside it.</summary>
    public static bool IsOpposed(ReadOnlySpan<char> word) => Has(s_opposed, word);

    /// <summary>Whether who is called so is of another side than who owns them: <c>his counterpart</c>.</summary>
    public static bool IsOfOtherSide(string lemma) => s_otherSide.Contains(lemma);

    /// <summary>Whether what stands after <c>for</c> is what the office is about.</summary>
    public static bool IsSent(string lemma) => s_sent.Contains(lemma);

    /// <summary>Whether a word makes another office of a title.</summary>
    public static bool TellsApart(ReadOnlySpan<char> word) => Has(s_toldApart, word);

    /// <summary>Whether where the holder is says for whom they speak.</summary>
    public static bool IsPlaced(string lemma) => s_placed.Contains(lemma);

    /// <summary>Whether who is called so may be of any side.</summary>
    public static bool IsAnyone(string lemma) => s_anyone.Contains(lemma);

    /// <summary>Whether it is an office that states have, and hardly any other.</summary>
    public static bool IsOfState(string lemma) => s_ofState.Contains(lemma);

    /// <summary>Whether it is a body that states have, and hardly any other.</summary>
    public static bool IsBodyOfState(string lemma) => s_bodies.Contains(lemma);

    /// <summary>Whether it is an outlet that a state may own.</summary>
    public static bool IsOutletOfState(string lemma) => s_outlet.Contains(lemma);

    /// <summary>Whether it says that a state owns what it stands before.</summary>
    public static bool IsOwnedByState(string lemma) => s_owned.Contains(lemma);

    private static bool Has(FrozenSet<string> words, ReadOnlySpan<char> word) => words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static FrozenSet<string> Words(string kind) => WordList.Words(typeof(OfficeWords).Assembly, "office-words.tsv", kind, StringComparer.OrdinalIgnoreCase);
}
