using Parley.Findings.Gold;
using Parley.Reports.Findings;

namespace Parley.Findings.Contacts;

/// <summary>Scores contacts against gold: between whom, in whatever order, and whether they happened.</summary>
public static class ContactScorer
{
    /// <summary>Adds a report's contacts to <paramref name="card"/>.</summary>
    public static void Score(GoldReport gold, ImmutableArray<Contact> read, Scorecard card)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(card);
        card.AddFacts("contacts", gold.Id, gold.Contacts.Select(static own => Pair(own.From, own.To, own.Happened)), read.Select(static own => Pair(own.From, own.To, own.Happened)));
    }

    private static (string, string, bool) Pair(string from, string to, bool happened) => string.CompareOrdinal(from, to) < 0 ? (from, to, happened) : (to, from, happened);
}
