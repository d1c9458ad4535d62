using System.Globalization;
using Parley.Language;
using Parley.Language.Models;
using Parley.Reports;
using Parley.Reports.Findings;
using Parley.Resolution;

namespace Parley.Findings.Tolls;

/// <summary>
/// Reads counts of people harmed: what befell them, to whom they belong, by whose count. Counts are found by their words, and what they tell is
/// decided by trained models over the tree. A report that is about no armed conflict has none. Safe for many threads; linear in the text.
/// </summary>
public static class TollReader
{
    /// <summary>The tolls of a document, in the order of the text; one told twice is one.</summary>
    /// <param name="document">The report's text, analysed.</param>
    /// <param name="resolved">Whom its mentions mean.</param>
    /// <param name="statements">Who says what in it.</param>
    public static ImmutableArray<Toll> Read(Document document, ResolvedDocument resolved, ImmutableArray<Statement> statements)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(resolved);
        return resolved.Conflict.Parties.IsEmpty ? [] : Read(document, resolved, statements, TollModel.BuiltIn);
    }

    internal static ImmutableArray<Toll> Read(Document document, ResolvedDocument resolved, ImmutableArray<Statement> statements, TollModel model)
    {
        var tolls = ImmutableArray.CreateBuilder<Toll>();
        var features = new TollFeatures(resolved);
        var scenes = new TollScenes(document, resolved, statements);
        var seen = new HashSet<(TollOutcome, string?, long?, long?)>();
        Span<float> scores = stackalloc float[TollModel.Outcomes];
        foreach (var count in scenes.Counts())
        {
            model.Outcome.Score(features.OfOutcome(count, scenes.Before, isConflict: true), scores);
            var best = LinearWeights.Highest(scores);
            scenes.Decide(best);
            if (best == 0)
                continue;
            var outcome = (TollOutcome)(best - 1);
            var scene = scenes.Of(count, outcome);
            var victims = Choose(scene, count, features, model);
            scenes.Decide(victims);
            if (!seen.Add((outcome, victims, count.Min, count.Max)))
                continue;
            tolls.Add(new Toll
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"t{tolls.Count + 1}"),
                Confidence = 1 / (1 + Math.Exp(scores[0] - scores[best])),
                Outcome = outcome,
                Victims = victims,
                Who = count.Noun is { } noun && PersonNouns.Is(noun) && !PersonNouns.IsAnyone(noun) ? noun.Text.ToString() : null,
                Min = count.Min,
                Max = count.Max,
                AccordingTo = scenes.Statement(count)?.Source,
                Evidence = Citation.Of(document.Text, scenes.Evidence(count)),
            });
        }

        return tolls.ToImmutable();
    }

    private static string? Choose(TollScene scene, Count count, TollFeatures features, TollModel model)
    {
        string? best = null;
        var score = model.Victims.Score(features.OfVictims(count, null, scene));
        foreach (var side in TollScenes.Candidates(scene))
        {
            var own = model.Victims.Score(features.OfVictims(count, side, scene));
            if (own > score)
                (best, score) = (side, own);
        }

        return best;
    }
}
