using Parley.Findings.Gold;
using Parley.Findings.Tolls;
using Parley.Language;
using Parley.Reports.Findings;
using Parley.Resolution;
using Parley.Train.Networks;

namespace Parley.Train.Tolls;

/// <summary>Trains the decisions on tolls from gold reports: each count is one of a marked toll, or tells of nobody harmed.</summary>
internal sealed class TollTrainer
{
    private readonly List<(uint[] Features, int Label)> _outcomes = [];
    private readonly List<(List<uint[]> Choices, int Right)> _victims = [];

    /// <summary>How many marked tolls there are, and how many of them no count tells.</summary>
    public int Marked { get; private set; }

    /// <inheritdoc cref="Marked"/>
    public int Unfound { get; private set; }

    /// <summary>How many of them belong to whom nothing before the decision names.</summary>
    public int Strangers { get; private set; }

    /// <summary>Takes in a report as it was read up to its statements.</summary>
    public void Take(GoldReport gold, Document document, ResolvedDocument resolved, ImmutableArray<Statement> statements)
    {
        var scenes = new TollScenes(document, resolved, statements);
        var features = new TollFeatures(resolved);
        var left = gold.Tolls.ToList();
        Marked += left.Count;
        foreach (var count in scenes.Counts())
        {
            var start = document.Tokens[count.Tokens.Start.Value].Span.Start;
            var end = document.Tokens[count.Tokens.End.Value - 1].Span.End;
            var at = left.FindIndex(toll => toll.Min == count.Min && toll.Max == count.Max && toll.Evidence.Start < end && toll.Evidence.End > start);
            var label = at < 0 ? 0 : (int)left[at].Outcome + 1;
            _outcomes.Add((features.OfOutcome(count, scenes.Before, isConflict: !gold.Conflict.Parties.IsEmpty).ToArray(), label));
            scenes.Decide(label);
            if (at < 0)
                continue;
            var toll = left[at];
            left.RemoveAt(at);
            var scene = scenes.Of(count, toll.Outcome);
            scenes.Decide(toll.Victims);
            var choices = new List<uint[]> { features.OfVictims(count, null, scene).ToArray() };
            var right = toll.Victims is null ? 0 : -1;
            foreach (var side in TollScenes.Candidates(scene))
            {
                if (side == toll.Victims)
                    right = choices.Count;
                choices.Add(features.OfVictims(count, side, scene).ToArray());
            }

            if (right >= 0)
                _victims.Add((choices, right));
            else
                Strangers++;
        }

        Unfound += left.Count;
    }

    /// <summary>Trains on all that was taken in.</summary>
    public TollModel Train()
    {
        var options = new LearningOptions(Bits: 16);
        return new TollModel(Learning.Of(_outcomes, TollModel.Outcomes, options), Learning.Choice(_victims, options));
    }
}
