using Parley.Findings.Gold;
using Parley.Reports.Findings;

namespace Parley.Findings.Positions;

/// <summary>Scores positions against gold: who stands where.</summary>
public static class PositionScorer
{
    /// <summary>Adds a report's positions to <paramref name="card"/>.</summary>
    public static void Score(GoldReport gold, ImmutableArray<Position> read, Scorecard card)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(card);
        card.AddFacts("positions", gold.Id, gold.Positions.Select(static own => (own.Party, own.Stance)), read.Select(static own => (own.Party, own.Stance)));
    }
}
