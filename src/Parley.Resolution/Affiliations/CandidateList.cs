using System.Runtime.InteropServices;
using Parley.Language;
using Parley.Resolution.Actors;
using Parley.Resolution.Conflicts;
using Parley.Resolution.Names;
using Parley.Resolution.Reading;

namespace Parley.Resolution.Affiliations;

/// <summary>All for whom a mention of a document may speak: those who take part in it, and outlets.</summary>
internal sealed class CandidateList
{
    private readonly List<Participant> _all;
    private readonly Dictionary<string, int> _byName;
    private readonly Dictionary<int, (int Candidate, NameUse Use)> _byToken = [];
    private readonly (int Token, int Candidate)[] _mentions;
    private readonly int[] _foremost;
    private readonly int[] _rank;

    /// <summary>So many of those most spoken of are candidates wherever a mention stands.</summary>
    private const int Foremost = 5;

    public CandidateList(DocumentContext context)
    {
        var people = LocalNames.People(context.Document);
        _all = [.. context.Participants.Where(own => !IsLocal(own, people))];
        _byName = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < _all.Count; i++)
            _byName.TryAdd(_all[i].Name, i);
        foreach (var name in context.Names)
        {
            var best = context.Choose(name).Best;
            if (best.Actor.Kind == ActorKind.Outlet && context.Document.TokensIn(name.Span).Head is { } head)
                _all[Take(best.Actor.Name, ParticipantKind.Outlet, best.Actor)].Mentions.Add((head, best.Use));
        }

        for (var i = 0; i < _all.Count; i++)
            Note(i);
        var known = _all.Count;
        foreach (var name in LocalNames.Read(context.Document, people, _all.Where(static own => own.Kind is not (ParticipantKind.State or ParticipantKind.Person or ParticipantKind.LocalPerson)).Select(static own => (own.Name, own.Kind)), head => _byToken.ContainsKey(head.Index)))
        {
            // A ministry is its state's.
            var head = context.Document.TokensIn(name.Span).Head!.Value;
            if (!OfficeWords.IsBodyOfState(head.Lemma))
                _all[Take(name.Full, name.Kind == ParticipantKind.LocalPlace && context.PlaceAt(name.Span) is not null ? ParticipantKind.Place : name.Kind, null)].Mentions.Add((head, NameUse.Name));
        }

        for (var i = known; i < _all.Count; i++)
            Note(i);

        // Adjectives of a country that no list has, and names that only the tagger sees.
        foreach (var local in context.Participants.Where(own => IsLocal(own, people)))
        {
            var own = _all.FindIndex(known, other => other.Name.Equals(local.Name, StringComparison.OrdinalIgnoreCase) || LocalNames.IsShort(local.Name, other.Name) || LocalNames.IsShort(other.Name, local.Name));
            own = own < 0 ? Take(local.Name, local.Kind, null) : own;
            foreach (var mention in local.Mentions)
            {
                if (_byToken.TryAdd(mention.Head.Index, (own, mention.Use)))
                    _all[own].Mentions.Add(mention);
            }

            _all[own].Mentions.Sort(static (one, other) => one.Head.Index.CompareTo(other.Head.Index));
        }

        _mentions = [.. _byToken.Where(own => IsSide(own.Value.Candidate)).Select(static own => (own.Key, own.Value.Candidate)).OrderBy(static own => own.Key)];
        var order = Enumerable.Range(0, _all.Count).Where(IsSide).OrderByDescending(i => _all[i].Mentions.Count).ThenBy(static i => i).ToArray();
        _foremost = [.. order.Take(Foremost)];
        _rank = new int[_all.Count];
        Array.Fill(_rank, Foremost);
        for (var i = 0; i < _foremost.Length; i++)
            _rank[_foremost[i]] = i;
    }

    public int Count => _all.Count;

    public Participant this[int candidate] => _all[candidate];

    /// <summary>The names of all that are sides, states or bodies.</summary>
    public IEnumerable<string> Sides => Enumerable.Range(0, _all.Count).Where(IsSide).Select(i => _all[i].Name);

    /// <summary>Those most spoken of.</summary>
    public ReadOnlySpan<int> MostNamed => _foremost;

    /// <summary>From 0 for whom the document speaks of most; the same for all behind the first few.</summary>
    public int RankOf(int candidate) => candidate < _rank.Length ? _rank[candidate] : Foremost;

    /// <summary>Whether it is a side, state or body, not a person.</summary>
    public bool IsSide(int candidate) => _all[candidate].Kind is not (ParticipantKind.LocalPerson or ParticipantKind.Person);

    /// <summary>The number of whoever bears the name, taken up where nobody does.</summary>
    public int Of(Actor actor) => Take(actor.Name, ParticipantReader.KindOf(actor), actor);

    /// <summary>Whom the name headed by a token means, and how; null where it heads none.</summary>
    public (int Candidate, NameUse Use)? At(Token head) => _byToken.TryGetValue(head.Index, out var found) ? found : null;

    /// <summary>Mentions of sides before a token, in the order of the text.</summary>
    public ReadOnlySpan<(int Token, int Candidate)> Before(int token) => _mentions.AsSpan(0, Bisection.CountBefore(_mentions.AsSpan(), token, static mention => mention.Token));

    /// <summary>The token that last names a candidate before another; null where none does.</summary>
    public int? LastBefore(int candidate, int token)
    {
        var mentions = _all[candidate].Mentions;
        var before = Bisection.CountBefore(CollectionsMarshal.AsSpan(mentions), token, static mention => mention.Head.Index);
        return before == 0 ? null : mentions[before - 1].Head.Index;
    }

    /// <summary>Whether it is a body, group or place that no list has; their names are found anew, longer and shorter ones as one.</summary>
    private static bool IsLocal(Participant own, HashSet<string> people) =>
        own.Kind is ParticipantKind.LocalGroup or ParticipantKind.LocalPlace || (own.Kind == ParticipantKind.LocalPerson && !own.Name.Contains(' ', StringComparison.Ordinal) && !people.Contains(own.Name));

    private void Note(int candidate)
    {
        foreach (var (head, use) in _all[candidate].Mentions)
            _byToken.TryAdd(head.Index, (candidate, use));
    }

    private int Take(string name, ParticipantKind kind, Actor? actor)
    {
        if (_byName.TryGetValue(name, out var found))
            return found;
        _all.Add(new Participant(name, kind, actor));
        _byName.Add(name, _all.Count - 1);
        return _all.Count - 1;
    }
}
