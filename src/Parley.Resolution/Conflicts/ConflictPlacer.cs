using Parley.Reports.Findings;
using Parley.Resolution.Reading;

namespace Parley.Resolution.Conflicts;

/// <summary>
/// Places a document in the conflict whose sides it names and that lasts on its date; where none fits and two are told to fight each other,
/// they are a conflict of their own. Who fights and who mediates is decided by what the document says they do.
/// </summary>
internal sealed class ConflictPlacer
{
    /// <summary>How likely a participant must be to fight where no file has the conflict, from 0 to 1.</summary>
    private const double Fights = 0.5;

    /// <summary>The same of the second, where the first surely does.</summary>
    private const double FightsToo = 0.25;

    /// <summary>The same where a file says that the two fight: little more than being named is needed.</summary>
    private const double FightsAsKnown = 0.05;

    /// <summary>The same of those who stand beside a side's leading actor in a file: often they are only named with it.</summary>
    private const double FightsBeside = 0.85;

    /// <summary>How likely a participant must be to mediate.</summary>
    private const double Mediates = 0.35;

    /// <summary>How sure it must be, as the logit of a likelihood, that a document tells of fighting where no file has the conflict.</summary>
    private const float SurelyArmed = 1;

    /// <summary>What speaks for a conflict of which a round lasts on the document's date.</summary>
    private const double InRound = 0.1;

    private readonly DocumentContext _context;
    private readonly IReadOnlyList<Participant> _participants;
    private readonly Dictionary<string, (double Party, double Mediator)> _likelihoods = new(StringComparer.Ordinal);
    private readonly float _armed;

    public ConflictPlacer(DocumentContext context, ConflictModel model)
    {
        _context = context;
        _participants = context.Participants;
        _armed = model.Armed.Score(ParticipantFeatures.OfDocument(context.Document));
        var features = new ParticipantFeatures(_participants, Known(context, _participants));
        foreach (var own in _participants)
        {
            var (party, mediator) = (new BestTwo(), new BestTwo());
            for (var i = 0; i < own.Mentions.Count; i++)
            {
                var list = features.Of(own, i);
                party.Add(model.Party.Score(list));
                mediator.Add(model.Mediator.Score(list));
            }

            _likelihoods[own.Name] = (Logistic(party.Mean), Logistic(mediator.Mean));
        }
    }

    /// <summary>Who fights whom, and who is shown mediating.</summary>
    public ConflictParties Place()
    {
        if (_armed <= 0)
            return ConflictParties.None;
        ImmutableArray<string> parties = Told() is { } known ? [.. known.Sides.SelectMany(Named).Distinct(StringComparer.Ordinal)] : _armed > SurelyArmed ? Opened() : [];
        if (parties.IsEmpty)
            return ConflictParties.None;
        var mediators = _participants.Where(own => _likelihoods[own.Name].Mediator >= Mediates && !parties.Contains(own.Name, StringComparer.Ordinal)).Select(static own => own.Name);
        return new ConflictParties(parties, [.. mediators.Order(StringComparer.Ordinal)]);
    }

    /// <summary>The conflict of the files two of whose sides are likeliest to fight; null where none has two that may.</summary>
    private Conflict? Told() => Best(
        _context, side => side.Max(actor => _likelihoods.GetValueOrDefault(actor).Party), FightsAsKnown, static (first, second) => first + second, InRound);

    /// <summary>The conflict of the files whose sides are named most; null where none has two of its sides named, or lasts on the date.</summary>
    public static Conflict? Known(DocumentContext context, IReadOnlyList<Participant> participants)
    {
        var mentions = participants.ToDictionary(static own => own.Name, static own => own.Mentions.Count, StringComparer.Ordinal);
        return Best(context, side => side.Sum(actor => mentions.GetValueOrDefault(actor)), 1, static (first, second) => second * 2 + first, 1);
    }

    /// <summary>The conflict that lasts on the document's date and whose two foremost sides score most; the first of equals.</summary>
    /// <param name="context">The document.</param>
    /// <param name="scoreOf">What speaks for a side.</param>
    /// <param name="least">What must speak for the second.</param>
    /// <param name="join">What speaks for a conflict, of its foremost side and the second.</param>
    /// <param name="inRound">What is added where a round lasts on the date.</param>
    private static Conflict? Best(DocumentContext context, Func<ImmutableArray<string>, double> scoreOf, double least, Func<double, double, double> join, double inRound)
    {
        Conflict? best = null;
        var bestScore = 0.0;
        foreach (var conflict in context.Knowledge.Conflicts)
        {
            if (context.Date is { } date && !conflict.Lasted.Covers(date))
                continue;
            var (first, second) = (0.0, 0.0);
            foreach (var side in conflict.Sides)
            {
                var own = scoreOf(side);
                (first, second) = own > first ? (own, first) : (first, Math.Max(own, second));
            }

            if (second < least)
                continue;
            var score = join(first, second) + (conflict.Rounds.Any(round => context.Date is { } day && round.Lasted.Covers(day)) ? inRound : 0);
            if (score > bestScore)
                (best, bestScore) = (conflict, score);
        }

        return best;
    }

    /// <summary>Whom a side is named by: its leading actor, or where that is not named the first that is, and the others that are told to fight.</summary>
    private IEnumerable<string> Named(ImmutableArray<string> side)
    {
        for (var i = 0; i < side.Length; i++)
        {
            if (!_likelihoods.TryGetValue(side[i], out var own))
                continue;
            if (side.Take(i).All(before => !_likelihoods.ContainsKey(before)) || own.Party >= FightsBeside)
                yield return side[i];
        }
    }

    /// <summary>Those who are likely to fight, two at least.</summary>
    private ImmutableArray<string> Opened()
    {
        var likeliest = _participants.OrderByDescending(own => _likelihoods[own.Name].Party).ToArray();
        var count = likeliest.TakeWhile(own => _likelihoods[own.Name].Party >= Fights).Count();
        if (count == 1 && likeliest.Length > 1 && _likelihoods[likeliest[1].Name].Party >= FightsToo)
            count = 2;
        return count < 2 ? [] : [.. likeliest.Take(count).Select(static own => own.Name).Order(StringComparer.Ordinal)];
    }

    private static double Logistic(float score) => 1 / (1 + Math.Exp(-score));

    /// <summary>The two mentions that tell most, of which the mean counts: what is told once may be misread, and most mentions tell nothing.</summary>
    private struct BestTwo()
    {
        private float _first = float.NegativeInfinity, _second = float.NegativeInfinity;

        public readonly float Mean => float.IsNegativeInfinity(_second) ? _first : (_first + _second) / 2;

        public void Add(float score) => (_first, _second) = score > _first ? (score, _first) : (_first, Math.Max(score, _second));
    }
}
