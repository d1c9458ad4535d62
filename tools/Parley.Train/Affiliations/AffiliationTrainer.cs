using Parley.Language;
using Parley.Resolution;
using Parley.Resolution.Affiliations;
using Parley.Resolution.Reading;
using Parley.Train.Networks;

namespace Parley.Train.Affiliations;

/// <summary>What the training of affiliations may be told.</summary>
/// <param name="Seed">Of the order of reports.</param>
/// <param name="Epochs">How often each report is read.</param>
/// <param name="Bits">The number of weights, as a power of two.</param>
/// <param name="Rate">AdaGrad's learning rate.</param>
/// <param name="Drop">The share of features left out of a choice each time.</param>
/// <param name="Penalty">On large weights.</param>
internal sealed record AffiliationOptions(ulong Seed = 1, int Epochs = 12, int Bits = 20, float Rate = 0.05f, float Drop = 0.2f, float Penalty = 1e-3f);

/// <summary>
/// Trains the choice of whom a mention speaks for. A report is read as it will be: each decision sees those that the model itself took before it,
/// right or wrong; only in the first epoch the marks stand in for them (Ross, Gordon and Bagnell 2011).
/// </summary>
internal sealed class AffiliationTrainer(AffiliationOptions options, Knowledge knowledge)
{
    private readonly LinearTrainer _trainer = new(1, options.Bits, options.Rate, options.Penalty, 0, options.Seed);
    private readonly Generator _generator = new(options.Seed);
    private readonly List<uint[]> _choices = [];

    /// <summary>How many marks name someone who was no candidate, in the last epoch.</summary>
    public int Unfound { get; private set; }

    /// <summary>Trains on reports.</summary>
    public AffiliationModel Train(IReadOnlyList<(MarkedMentions Report, Document Document)> reports)
    {
        var order = reports.ToArray();
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            Unfound = 0;
            if (epoch > 0)
                _generator.Shuffle(order.AsSpan());
            foreach (var (report, document) in order)
                Learn(report, document, isFirst: epoch == 0);
            if (epoch >= options.Epochs / 2)
                _trainer.Sample();
        }

        return new AffiliationModel(_trainer.Quantise());
    }

    private void Learn(MarkedMentions report, Document document, bool isFirst)
    {
        var context = new DocumentContext(document, report.Date, knowledge);
        var marks = Marks(report, document, withOwners: true);
        AffiliationReader? reader = null;
        reader = new AffiliationReader(context, new PhraseReader(context), (head, choices) =>
        {
            var best = Best(choices);
            if (!marks.TryGetValue(head.Index, out var actor))
                return best;
            if (Find(actor, choices, reader!.Candidates, knowledge) is not { } right)
            {
                Unfound++;
                return isFirst ? choices.Count - 1 : best;
            }

            _choices.Clear();
            for (var i = 0; i < choices.Count; i++)
                _choices.Add(Some(choices.Features(i)));
            _trainer.LearnChoice(_choices, right);
            return isFirst ? right : best;
        });
        reader.Finish();
        foreach (var head in marks.Keys.Order())
            reader.Of(document.Tokens[head]);
    }

    /// <summary>The marked mentions by the tokens that head them.</summary>
    public static Dictionary<int, string> Marks(MarkedMentions report, Document document, bool withOwners = false)
    {
        var marks = new Dictionary<int, string>();
        foreach (var (span, actor) in report.Mentions)
        {
            if (document.TokensIn(span).Head is not { } head)
                continue;
            marks[head.Index] = actor;

            // Whose office speaks for a side speaks for it too.
            if (withOwners && head.Child("nmod:poss") is { } owner && owner.Index >= document.TokensIn(span)[0].Index && !OfficeWords.IsOfOtherSide(head.Lemma))
                marks.TryAdd(owner.Index, actor);
        }

        return marks;
    }

    /// <summary>The choice that a mark means; null where none does.</summary>
    public static int? Find(string actor, ChoiceList choices, CandidateList candidates, Knowledge knowledge)
    {
        if (actor.Length == 0)
            return choices.Count - 1;
        HashSet<string> known = [actor, .. knowledge.Names.Find(actor).ToArray().Select(candidate => knowledge.Actors.PartyOf(candidate.Actor).Name)];
        for (var i = 0; i < choices.Count - 1; i++)
        {
            if (known.Contains(candidates[choices.Candidate(i)].Name))
                return i;
        }

        for (var i = 0; i < choices.Count - 1; i++)
        {
            if (candidates[choices.Candidate(i)] is { Actor: null } local && IsLike(local.Name, actor))
                return i;
        }

        return null;
    }

    /// <summary>Whether one is the other with more words.</summary>
    private static bool IsLike(string own, string name) =>
        own.Contains(name, StringComparison.OrdinalIgnoreCase) || (own.Length > 3 && name.Contains(own, StringComparison.OrdinalIgnoreCase));

    private int Best(ChoiceList choices)
    {
        var (best, score) = (0, float.NegativeInfinity);
        for (var i = 0; i < choices.Count; i++)
        {
            var own = _trainer.Score(choices.Features(i), 0);
            if (own > score)
                (best, score) = (i, own);
        }

        return best;
    }

    private uint[] Some(ReadOnlySpan<uint> features)
    {
        var kept = new List<uint>(features.Length);
        foreach (var feature in features)
        {
            if ((_generator.Next() & 0xFFFF) >= options.Drop * 0x10000)
                kept.Add(feature);
        }

        return [.. kept];
    }
}
