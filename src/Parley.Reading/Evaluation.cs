using Parley.Findings.Contacts;
using Parley.Findings.Gold;
using Parley.Findings.Positions;
using Parley.Findings.Scheduled;
using Parley.Findings.Statements;
using Parley.Findings.Tolls;

namespace Parley.Reading;

/// <summary>Reads gold reports and scores what is read against what they should give.</summary>
public static class Evaluation
{
    /// <summary>Scores all reports; the same whatever the number of threads.</summary>
    /// <param name="reports">The gold.</param>
    /// <param name="pipeline">What reads them.</param>
    /// <param name="threads">How many read at once.</param>
    /// <param name="cancellation">Stops it.</param>
    public static Scorecard Score(ImmutableArray<GoldReport> reports, Pipeline pipeline, int threads, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        var card = new Scorecard();
        var read = reports.AsParallel().AsOrdered().WithDegreeOfParallelism(threads).WithCancellation(cancellation).Select(gold => (Gold: gold, Reading: pipeline.Read(gold.Report)));
        foreach (var (gold, reading) in read)
        {
            StatementScorer.Score(gold, reading.Statements, card);
            card.AddFacts("parties", gold.Id, gold.Conflict.Parties, reading.Conflict.Parties);
            card.AddFacts("mediators", gold.Id, gold.Conflict.Mediators, reading.Conflict.Mediators);
            PositionScorer.Score(gold, reading.Positions, card);
            ContactScorer.Score(gold, reading.Contacts, card);
            TollScorer.Score(gold, reading.Tolls, card);
            ScheduledScorer.Score(gold, reading.Scheduled, card);
            if (gold.Conflict.Parties.IsEmpty)
                card.AddField("quiet on distractors", reading.Proposals.IsEmpty && reading.Positions.IsEmpty && reading.Contacts.IsEmpty && reading.Tolls.IsEmpty);
        }

        return card;
    }
}
