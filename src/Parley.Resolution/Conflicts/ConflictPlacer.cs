using System.Collections.Frozen;
using Parley.Reports.Data;
using Parley.Reports.Findings;
using Parley.Resolution.Actors;
using Parley.Resolution.Reading;

namespace Parley.Resolution.Conflicts;

/// <summary>
/// Places a document in the conflict whose sides it names and that lasts on its date; where none fits, in none. Those who mediate are told by
/// what the document says they do, not by a list alone.
/// </summary>
internal sealed class ConflictPlacer
{
    private static readonly FrozenSet<string> s_fights = Words("fight"), s_mediates = Words("mediate");

    private readonly DocumentContext _context;
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _mediating = new(StringComparer.Ordinal);

    public ConflictPlacer(DocumentContext context)
    {
        _context = context;
        foreach (var name in context.Names)
            Count(name);
    }

    /// <summary>Who fights whom, and who is shown mediating.</summary>
    public ConflictParties Place()
    {
        if (!TellsOfFighting() || Best() is not { } conflict)
            return ConflictParties.None;
        var parties = conflict.Sides.SelectMany(Named).Distinct(StringComparer.Ordinal).ToImmutableArray();
        var mediators = _mediating.Where(actor => !parties.Contains(actor, StringComparer.Ordinal)
            && (conflict.Mediators.Contains(actor, StringComparer.Ordinal) || _counts[actor] > 1)).Order(StringComparer.Ordinal);
        return new ConflictParties(parties, [.. mediators]);
    }

    /// <summary>Whom a side is named by: its leading actor, and of the others those who bear arms of their own.</summary>
    private IEnumerable<string> Named(ImmutableArray<string> side) => side.Where((actor, i) => _counts.ContainsKey(actor)
        && (i == 0 || _context.Knowledge.Actors.Find(actor) is { Kind: ActorKind.ArmedGroup or ActorKind.Alliance or ActorKind.Territory or ActorKind.PoliticalGroup }
            || side.Take(i).All(before => !_counts.ContainsKey(before))));

    private bool TellsOfFighting()
    {
        foreach (var token in _context.Document.Tokens)
        {
            if (s_fights.Contains(token.Lemma))
                return true;
        }

        return false;
    }

    private Conflict? Best()
    {
        Conflict? best = null;
        var bestScore = 0.0;
        foreach (var conflict in _context.Knowledge.Conflicts)
        {
            if (_context.Date is { } date && !conflict.Lasted.Covers(date))
                continue;
            var sides = conflict.Sides.Select(side => side.Sum(actor => _counts.GetValueOrDefault(actor))).OrderDescending().ToArray();
            if (sides[1] == 0)
                continue;
            var score = sides[1] * 2 + sides[0] + (conflict.Rounds.Any(round => _context.Date is { } day && round.Lasted.Covers(day)) ? 1 : 0);
            if (score > bestScore)
                (best, bestScore) = (conflict, score);
        }

        return best;
    }

    private void Count(SpottedName name)
    {
        var (best, _) = _context.Choose(name);
        if (best.Actor.Kind == ActorKind.Outlet || _context.PartyOf(best.Actor) is not { } party)
            return;
        _counts[party.Name] = _counts.GetValueOrDefault(party.Name) + 1;
        if (_context.Document.TokenAt(name.Span.Start) is not { } token)
            return;
        foreach (var other in token.Sentence.Tokens)
        {
            if (s_mediates.Contains(other.Lemma))
                _mediating.Add(party.Name);
        }
    }

    private static FrozenSet<string> Words(string kind) => WordList.Words(typeof(ConflictPlacer).Assembly, "conflict-words.tsv", kind, StringComparer.OrdinalIgnoreCase);
}
