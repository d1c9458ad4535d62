using Parley.Findings.Gold;

namespace Parley.Findings.Scheduled;

/// <summary>Scores what is to come against gold: the same date, told by words that overlap; each counts once.</summary>
public static class ScheduledScorer
{
    /// <summary>Adds what a report says is to come to <paramref name="card"/>.</summary>
    public static void Score(GoldReport gold, ImmutableArray<Reports.Findings.Scheduled> read, Scorecard card)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(card);
        var left = read.ToList();
        var right = 0;
        foreach (var own in gold.Scheduled)
        {
            var at = left.FindIndex(other => other.Date?.ToString() == own.Date && other.Evidence.Start < own.Evidence.End && other.Evidence.End > own.Evidence.Start);
            if (at < 0)
            {
                card.AddMiss("scheduled", gold.Id, $"missed: {own.Date} {own.Evidence.In(gold.Report.Text)}");
                continue;
            }

            left.RemoveAt(at);
            right++;
        }

        card.AddSet("scheduled", right, gold.Scheduled.Length, read.Length);
        foreach (var extra in left)
            card.AddMiss("scheduled", gold.Id, $"extra: {extra.Date} {extra.Evidence.Text}");
    }
}
