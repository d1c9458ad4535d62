using Parley.Language;
using Parley.Reports.Findings;
using Parley.Resolution.Actors;
using Parley.Resolution.Reading;

namespace Parley.Resolution.Conflicts;

/// <summary>
/// Places a document in the conflict whose sides it names and that lasts on its date; where none fits and two are told to fight each other,
/// they are a conflict of their own. Those who mediate are told by what the document says they do.
/// </summary>
internal sealed class ConflictPlacer(DocumentContext context)
{
    /// <summary>How much must be told of two parties' strife to open a conflict that no file has.</summary>
    private const int LeastStrife = 2;

    /// <summary>How many words of fighting each word of trade, sport or film outweighs.</summary>
    private const int MostElsewhere = 2;

    private readonly PartyReader _parties = new(context);

    /// <summary>Who fights whom, and who is shown mediating.</summary>
    public ConflictParties Place()
    {
        if (!TellsOfFighting())
            return ConflictParties.None;
        var known = Best();
        ImmutableArray<string> parties = known is not null ? [.. known.Sides.SelectMany(Named).Distinct(StringComparer.Ordinal)] : Opened();
        if (parties.IsEmpty)
            return ConflictParties.None;
        var mediators = _parties.All.Where(notes => !parties.Contains(notes.Name, StringComparer.Ordinal) && IsMediator(notes, known)).Select(static notes => notes.Name);
        return new ConflictParties(parties, [.. mediators]);
    }

    /// <summary>Who is said to mediate, if only in passing where it usually does between these.</summary>
    private bool IsMediator(PartyNotes notes, Conflict? conflict)
    {
        if (context.Knowledge.Actors.Find(notes.Name) is null)
            return false;
        var isUsual = conflict?.Mediators.Contains(notes.Name, StringComparer.Ordinal) is true;
        return notes.Mediates > 0 || (isUsual && notes.Bridges > 1);
    }

    /// <summary>
    /// Whom a side is named by: its leading actor, and of the others those who bear arms of their own and do or say something, or, where
    /// the leading one is not named, the first that is.
    /// </summary>
    private IEnumerable<string> Named(ImmutableArray<string> side)
    {
        for (var i = 0; i < side.Length; i++)
        {
            if (_parties.Find(side[i]) is not { Mentions: > 0 } notes)
                continue;
            if (side.Take(i).All(before => _parties.Find(before) is null) || notes.Acts >= LeastActs(side[i]))
                yield return side[i];
        }
    }

    /// <summary>A group that fights beside others is a party by one deed; a state, which many reports quote, by more.</summary>
    private int LeastActs(string actor) => context.Knowledge.Actors.Find(actor)?.Kind switch
    {
        ActorKind.ArmedGroup or ActorKind.Alliance or ActorKind.Territory or ActorKind.PoliticalGroup => 1,
        _ => 3,
    };

    /// <summary>Whether it speaks of fighting, and not of what borrows its words more.</summary>
    private bool TellsOfFighting()
    {
        var (fights, elsewhere) = (0, 0);
        foreach (var token in context.Document.Tokens)
        {
            if (ConflictWords.Fight.Contains(token.Lemma) || (token.Upos == UniversalTag.Verb && ConflictWords.Kill.Contains(token.Lemma)))
                fights++;
            else if (ConflictWords.Elsewhere.Contains(token.Lemma))
                elsewhere++;
        }

        return fights > MostElsewhere * elsewhere;
    }

    private Conflict? Best()
    {
        Conflict? best = null;
        var bestScore = 0.0;
        foreach (var conflict in context.Knowledge.Conflicts)
        {
            if (context.Date is { } date && !conflict.Lasted.Covers(date))
                continue;
            var sides = conflict.Sides.Select(side => side.Sum(actor => _parties.Find(actor)?.Mentions ?? 0)).OrderDescending().ToArray();
            if (sides[1] == 0)
                continue;
            var score = sides[1] * 2 + sides[0] + (conflict.Rounds.Any(round => context.Date is { } day && round.Lasted.Covers(day)) ? 1 : 0);
            if (score > bestScore)
                (best, bestScore) = (conflict, score);
        }

        return best;
    }

    /// <summary>The two between whom most strife is told, and all who are at strife with either.</summary>
    private ImmutableArray<string> Opened()
    {
        var most = _parties.Strife.OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key.One, StringComparer.Ordinal).ThenBy(static pair => pair.Key.Other, StringComparer.Ordinal).FirstOrDefault();
        if (most.Value < LeastStrife)
            return Answering();
        var (one, other) = most.Key;
        var beside = _parties.Strife.Where(pair => pair.Value >= LeastStrife && (pair.Key.One == one || pair.Key.Other == one || pair.Key.One == other || pair.Key.Other == other))
            .SelectMany(static pair => new[] { pair.Key.One, pair.Key.Other });
        return [.. beside.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>
    /// Where nobody is told to strike the other by name: the one that strikes most and the one named most beside it that acts too, mediators
    /// left out.
    /// </summary>
    private ImmutableArray<string> Answering()
    {
        var acting = _parties.All.Where(static notes => notes is { Acts: > 0, Mediates: 0 }).ToArray();
        if (acting.MaxBy(static notes => notes.Deeds) is not { Deeds: > 0 } first
            || acting.Where(notes => notes != first && notes.Mentions > 1).MaxBy(static notes => (notes.Deeds, notes.Mentions)) is not { } second)
        {
            return [];
        }

        return [.. new[] { first.Name, second.Name }.Order(StringComparer.Ordinal)];
    }
}
