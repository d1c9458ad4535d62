using Parley.Findings.Gold;
using Parley.Reports.Findings;

namespace Parley.Findings.Tolls;

/// <summary>Scores tolls against gold: what befell how many, and to whom they belong.</summary>
public static class TollScorer
{
    /// <summary>Adds a report's tolls to <paramref name="card"/>.</summary>
    public static void Score(GoldReport gold, ImmutableArray<Toll> read, Scorecard card)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(card);
        card.AddFacts("tolls", gold.Id, gold.Tolls.Select(static own => (own.Outcome, own.Victims, own.Min, own.Max)), read.Select(static own => (own.Outcome, own.Victims, own.Min, own.Max)));
    }
}
