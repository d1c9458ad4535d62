using Parley.Findings.Gold;
using Parley.Findings.Statements;

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
            Compare("parties", gold, gold.Conflict.Parties, reading.Conflict.Parties, card);
            Compare("mediators", gold, gold.Conflict.Mediators, reading.Conflict.Mediators, card);
        }

        return card;
    }

    private static void Compare(string name, GoldReport gold, ImmutableArray<string> wanted, ImmutableArray<string> read, Scorecard card)
    {
        card.AddSet(name, wanted.Intersect(read, StringComparer.Ordinal).Count(), wanted.Length, read.Length);
        foreach (var missed in wanted.Except(read, StringComparer.Ordinal))
            card.AddMiss(name, gold.Id, "missed: " + missed);
        foreach (var extra in read.Except(wanted, StringComparer.Ordinal))
            card.AddMiss(name, gold.Id, "extra: " + extra);
    }
}
