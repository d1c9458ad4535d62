using Parley.Language;
using Parley.Language.Names;
using Parley.Reports;
using Parley.Resolution.Actors;
using Parley.Resolution.Names;
using Parley.Resolution.Reading;

namespace Parley.Resolution.Conflicts;

/// <summary>Finds all who may fight or mediate in a document, each with every token that names it. Linear in the text but for names that recur.</summary>
internal sealed class ParticipantReader
{
    /// <summary>In letters; a shorter name begins too many other words to have adjectives of its own.</summary>
    private const int ShortestStem = 4;

    /// <summary>In letters, behind the stem: <c>Kestr-ians</c>.</summary>
    private const int LongestEnding = 5;

    private readonly DocumentContext _context;
    private readonly Dictionary<string, Participant> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Participant> _all = [];
    private readonly HashSet<int> _taken = [];

    private ParticipantReader(DocumentContext context) => _context = context;

    /// <summary>Those whom a document names, in the order in which it first does.</summary>
    public static IReadOnlyList<Participant> Read(DocumentContext context)
    {
        var reader = new ParticipantReader(context);
        reader.ReadKnown();
        reader.ReadLocal();
        reader.ReadAdjectives();
        foreach (var participant in reader._all)
            participant.Mentions.Sort(static (one, other) => one.Head.Index.CompareTo(other.Head.Index));
        reader._all.Sort(static (one, other) => one.Mentions[0].Head.Index.CompareTo(other.Mentions[0].Head.Index));
        return reader._all;
    }

    private void ReadKnown()
    {
        foreach (var name in _context.Names)
        {
            var best = _context.Choose(name).Best;
            if (best.Actor.Kind == ActorKind.Outlet || _context.Document.TokensIn(name.Span).Head is not { } head)
                continue;
            Take(name.Span);
            var party = _context.PartyOf(best.Actor) ?? best.Actor;
            Add(party.Name, KindOf(party), party, head, best.Use);
        }
    }

    /// <summary>Names that no list has: of bodies, groups, people, and of places that the gazetteer does not know.</summary>
    private void ReadLocal()
    {
        foreach (var name in _context.Document.Names)
        {
            if (name is not { Within: null, Kind: NameKind.Organization or NameKind.Group or NameKind.Person or NameKind.Place }
                || _context.Document.TokensIn(name.Span) is not { Count: > 0 } tokens || tokens.Head is not { } head || tokens.Any(token => _taken.Contains(token.Index)))
            {
                continue;
            }

            if (name.Kind == NameKind.Place && _context.PlaceAt(name.Span) is not null)
                continue;
            var kind = name.Kind switch
            {
                NameKind.Person => ParticipantKind.LocalPerson,
                NameKind.Place => ParticipantKind.LocalPlace,
                _ => ParticipantKind.LocalGroup,
            };
            var (start, end) = (Bare(name.Span).Start, name.Span.End);
            if (head.Head is { } noun && head.IsRelated("compound") && noun.Index == tokens[^1].Index + 1 && ConflictWords.Of(noun.Lemma).HasFlag(ConflictWord.Members))
                (head, end, kind) = (noun, noun.Span.End, ParticipantKind.LocalGroup);
            Take(name.Span);
            var written = _context.Document.Text[start..end];
            var known = Before(written, kind);
            Add(known?.Name ?? written, known?.Kind ?? kind, known?.Actor, head, NameUse.Name);
        }
    }

    /// <summary>What a name that recurs in short means: a surname, the first words of a group's name.</summary>
    private Participant? Before(string written, ParticipantKind kind)
    {
        if (_byName.TryGetValue(written, out var same))
            return same;
        foreach (var other in _all)
        {
            if (other.Actor is not null || other.Name.Length <= written.Length)
                continue;
            var isShort = kind == ParticipantKind.LocalPerson && other.Kind == ParticipantKind.LocalPerson
                ? other.Name.EndsWith(written, StringComparison.Ordinal) && other.Name[^(written.Length + 1)] == ' '
                : other.Kind != ParticipantKind.LocalPerson && other.Name.StartsWith(written, StringComparison.Ordinal) && other.Name[written.Length] == ' ';
            if (isShort)
                return other;
        }

        return null;
    }

    /// <summary>The adjective and people of a country that no list has, told by its name's stem: <c>Kestrian</c> of <c>Kestria</c>.</summary>
    private void ReadAdjectives()
    {
        var stems = _all.Where(static own => own.Actor is null && own.Name.Length >= ShortestStem && !own.Name.Contains(' ', StringComparison.Ordinal)).ToList();
        for (var i = 0; i < stems.Count; i++)
        {
            if (stems.Find(other => IsOf(stems[i].Name, other.Name)) is not { } whose)
                continue;
            whose.Mentions.AddRange(stems[i].Mentions.Select(static mention => (mention.Head, NameUse.Adjective)));
            _all.Remove(stems[i]);
            stems.RemoveAt(i--);
        }

        if (stems.Count == 0)
            return;
        foreach (var token in _context.Document.Tokens)
        {
            if (token.Upos is not (UniversalTag.Adj or UniversalTag.Propn or UniversalTag.Noun) || !char.IsUpper(token.Text[0]) || _taken.Contains(token.Index))
                continue;
            foreach (var own in stems)
            {
                if (!IsOf(token.Text, own.Name))
                    continue;
                own.Mentions.Add((token, NameUse.Adjective));
                _taken.Add(token.Index);
                break;
            }
        }
    }

    /// <summary>Whether a word is the adjective of a name, or the people who are called by it.</summary>
    public static bool IsOf(ReadOnlySpan<char> word, ReadOnlySpan<char> name)
    {
        var stem = name.TrimEnd("aeiouyé");
        return stem.Length >= ShortestStem - 1 && word.Length >= name.Length && word.Length > stem.Length && word.Length <= stem.Length + LongestEnding
            && word.StartsWith(stem, StringComparison.Ordinal) && !word.Equals(name, StringComparison.OrdinalIgnoreCase)
            && word[^1] is 'n' or 's' or 'i' or 'e' or 'h' or 'r' or 'o';
    }

    private void Add(string name, ParticipantKind kind, Actor? actor, Token head, NameUse use)
    {
        if (!_byName.TryGetValue(name, out var own))
        {
            _byName.Add(name, own = new Participant(name, kind, actor));
            _all.Add(own);
        }

        own.Mentions.Add((head, use));
    }

    private void Take(Span span)
    {
        foreach (var token in _context.Document.TokensIn(span))
            _taken.Add(token.Index);
    }

    private Span Bare(Span span) => _context.Document.Text.AsSpan(span.Start, span.Length).StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? new Span(span.Start + 4, span.End) : span;

    /// <summary>What sort of thing a known actor is.</summary>
    public static ParticipantKind KindOf(Actor actor) => actor.Kind switch
    {
        ActorKind.State or ActorKind.Territory => ParticipantKind.State,
        ActorKind.ArmedGroup or ActorKind.Alliance => ParticipantKind.Armed,
        ActorKind.PoliticalGroup => ParticipantKind.Political,
        ActorKind.InternationalOrganisation or ActorKind.OrganisationBody => ParticipantKind.International,
        ActorKind.Person => ParticipantKind.Person,
        ActorKind.Outlet => ParticipantKind.Outlet,
        _ => ParticipantKind.Other,
    };
}
