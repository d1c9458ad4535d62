using Parley.Language;
using Parley.Language.Names;
using Parley.Resolution.Actors;
using Parley.Resolution.Reading;

namespace Parley.Resolution.Conflicts;

/// <summary>Reads from a document's trees what each party does in it, and who fights whom. Linear in the text.</summary>
internal sealed class PartyReader
{
    /// <summary>In steps up the tree; farther up, a name says little of what heads it.</summary>
    private const int FarthestClimb = 6;

    private readonly DocumentContext _context;
    private readonly Dictionary<string, PartyNotes> _notes = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _partyAt = [];
    private readonly Dictionary<(string One, string Other), int> _strife = [];

    public PartyReader(DocumentContext context)
    {
        _context = context;
        Name();
        foreach (var (token, party) in _partyAt)
            Note(context.Document.Tokens[token], Of(party));
        foreach (var token in context.Document.Tokens)
        {
            if (ConflictWords.Kill.Contains(token.Lemma) && token.Upos == UniversalTag.Verb)
                ReadDeed(token);
            if (ConflictWords.Trade.Contains(token.Lemma) && token.Upos == UniversalTag.Verb)
                ReadExchange(token);
            else if (ConflictWords.Strife.Contains(token.Lemma) && token.Upos is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Verb)
                ReadStrife(token);
        }
    }

    /// <summary>How often the document tells of strife between two parties; the names of each pair in ordinal order.</summary>
    public IReadOnlyDictionary<(string One, string Other), int> Strife => _strife;

    /// <summary>What is told of all that are named, in the order of their names.</summary>
    public IEnumerable<PartyNotes> All => _notes.Values.OrderBy(static notes => notes.Name, StringComparer.Ordinal);

    /// <summary>What is told of <paramref name="party"/>; null where it is not named.</summary>
    public PartyNotes? Find(string party) => _notes.GetValueOrDefault(party);

    private PartyNotes Of(string party)
    {
        if (!_notes.TryGetValue(party, out var notes))
            _notes.Add(party, notes = new PartyNotes(party));
        return notes;
    }

    /// <summary>Which token heads the name of which party: known ones, then groups that only this document knows.</summary>
    private void Name()
    {
        foreach (var name in _context.Names)
        {
            var (best, _) = _context.Choose(name);
            if (best.Actor.Kind == ActorKind.Outlet || _context.PartyOf(best.Actor) is not { } party)
                continue;
            Of(party.Name).Mentions++;
            if (HeadOf(_context.Document.TokensIn(name.Span)) is { } head)
                _partyAt.TryAdd(head.Index, party.Name);
        }

        foreach (var name in _context.Document.Names)
        {
            if (name is not { Kind: NameKind.Organization or NameKind.Group, Within: null } || HeadOf(_context.Document.TokensIn(name.Span)) is not { } head
                || _context.NamesIn(name.Span).Any())
            {
                continue;
            }

            var written = _context.Document.Text[name.Span.Start..name.Span.End];
            var local = written.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? written[4..] : written;
            Of(local).Mentions++;
            _partyAt.TryAdd(head.Index, local);
        }
    }

    private static Token? HeadOf(TokenList tokens)
    {
        Token? last = null;
        foreach (var token in tokens)
        {
            if (token.Head is not { } head || head.Index < tokens[0].Index || head.Index > tokens[^1].Index)
                return token;
            last = token;
        }

        return last;
    }

    private static void Note(Token name, PartyNotes notes)
    {
        var top = Climb(name, out var isMediator);
        var mediates = isMediator || HasPart(top) || IsSaidTo(top);
        if (Doer(top) is { } verb)
        {
            notes.Acts++;
            mediates |= Mediates(verb);
            notes.Deeds += ConflictWords.Kill.Contains(verb.Lemma) ? 1 : 0;
        }

        if (mediates)
            notes.Mediates++;
        else if (name.Sentence.Tokens.Any(static token => ConflictWords.Mediate.Contains(token.Lemma) || ConflictWords.Mediator.Contains(token.Lemma) || ConflictWords.Bridging.Contains(token.Lemma)))
            notes.Bridges++;
    }

    /// <summary>
    /// From a name up to the noun that acts for it: <c>Egyptian mediators</c>, <c>the army of Egypt</c>; and from one of several to the first.
    /// </summary>
    private static Token Climb(Token token, out bool isMediator)
    {
        isMediator = false;
        for (var steps = 0; steps < FarthestClimb && token.Head is { } head; steps++)
        {
            var isMediating = ConflictWords.Mediator.Contains(head.Lemma);
            var describes = token.IsRelated("compound") || token.IsRelated("amod") || token.IsRelated("nmod") || token.IsRelated("appos") || token.IsRelated("flat");
            if (token.IsRelated("conj") && head.Upos is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Adj or UniversalTag.Pron)
                token = head;
            else if (describes && (isMediating ? !IsBetween(token) : RoleWords.ClassOf(head.Lemma) is RoleClass.Office or RoleClass.Body or RoleClass.Group or RoleClass.Fighters or RoleClass.Arms || token.IsRelated("flat") || token.IsRelated("appos")))
                (token, isMediator) = (head, isMediator || isMediating);
            else
                break;
        }

        return token;
    }

    /// <summary>Mediation <c>between</c> two, and mediators' talks <c>with</c> one, are not theirs.</summary>
    private static bool IsBetween(Token token) => token.Child("case") is { } preposition && !(preposition.Is("by") || preposition.Is("of") || preposition.Is("from"));

    /// <summary><c>US-brokered</c>, <c>the AU-led talks</c>, <c>brokered by Qatar</c>.</summary>
    private static bool HasPart(Token token)
    {
        if (token.Head is not { } head)
            return false;
        if (ConflictWords.Mediate.Contains(head.Lemma))
        {
            return token.IsRelated("compound") || token.Relation is "obl:npmod" or "obl:agent" or "obl:unmarked"
                || (token.IsRelated("obl") && token.Child("case") is { } agent && agent.Is("by"));
        }

        return head.Lemma is "lead" && (token.IsRelated("compound") || token.Relation is "obl:npmod" or "obl:unmarked" or "obl:agent")
            && head.Head is { } led && ConflictWords.Bridging.Contains(led.Lemma);
    }

    /// <summary><c>Qatar, which brokered the text</c>, <c>officials who had arranged the talks</c>.</summary>
    private static bool IsSaidTo(Token token)
    {
        foreach (var child in token.Children)
        {
            if (child.Relation == "acl:relcl" && child.Child("nsubj") is { } relative && (relative.Is("who") || relative.Is("which") || relative.Is("that")) && Mediates(child))
                return true;
        }

        return false;
    }

    /// <summary>The verb whose doer <paramref name="token"/> is.</summary>
    private static Token? Doer(Token token) =>
        (token.IsRelated("nsubj") && token.Relation != "nsubj:pass") || token.Relation == "obl:agent" || (token.IsRelated("obl") && token.Child("case") is { } by && by.Is("according"))
            ? token.Head
            : null;

    /// <summary>Whether the verb, or what its doer tries or goes to do, is mediating; or the doer is called a mediator, or is said to take part in talks as one.</summary>
    private static bool Mediates(Token verb)
    {
        if (ConflictWords.Mediate.Contains(verb.Lemma) || ConflictWords.Mediator.Contains(verb.Lemma) || IsInvolved(verb) || Broaches(verb))
            return true;
        foreach (var child in verb.Children)
        {
            if ((child.IsRelated("xcomp") || child.IsRelated("conj") || child.IsRelated("advcl")) && child.Child("nsubj") is null
                && (ConflictWords.Mediate.Contains(child.Lemma) || ConflictWords.Mediator.Contains(child.Lemma) || Broaches(child)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>handed both a draft</c>, <c>drafted the text</c>; not what is written or put otherwise.</summary>
    private static bool Broaches(Token verb) => ConflictWords.Broach.Contains(verb.Lemma) && (verb.Child("obj") ?? verb.Child("nsubj")) is { } thing && ConflictWords.Bridging.Contains(thing.Lemma);

    /// <summary><c>is involved in the talks</c>, <c>plays a role in the efforts</c>.</summary>
    private static bool IsInvolved(Token verb) =>
        (verb.Is("involved") || (verb.Lemma is "play" && verb.Child("obj") is { Lemma: "role" or "part" }))
        && (Bridged(verb) || (verb.Child("obj") is { } role && Bridged(role)));

    private static bool Bridged(Token token)
    {
        foreach (var child in token.Children)
        {
            if ((child.IsRelated("obl") || child.IsRelated("nmod")) && (ConflictWords.Bridging.Contains(child.Lemma) || ConflictWords.Mediator.Contains(child.Lemma)))
                return true;
        }

        return false;
    }

    /// <summary><c>A shelled B</c>, <c>B was shelled by A</c>, <c>A fired at B</c>.</summary>
    private void ReadDeed(Token verb)
    {
        string? doer = null, done = null;
        foreach (var child in verb.Children)
        {
            if (child.Relation == "nsubj" || child.Relation == "obl:agent")
                doer ??= PartyUnder(child);
            else if (child.IsRelated("obj") || child.Relation == "nsubj:pass")
                done ??= PartyUnder(child);
            else if (child.IsRelated("obl") && child.Child("case") is { } preposition && (preposition.Is("at") || preposition.Is("against") || preposition.Is("with") || preposition.Is("on")))
                done ??= PartyUnder(child);
        }

        Oppose(doer, done, 2);
    }

    /// <summary><c>A and B traded fire</c>, <c>A and B troops fired on each other</c>, <c>A clashed with B</c>.</summary>
    private void ReadExchange(Token verb)
    {
        if (!(verb.Lemma is "clash" || (verb.Child("obj") is { } given && ConflictWords.Exchange.Contains(given.Lemma)) || verb.Sentence.Tokens.Any(token => token.Is("each") && token.Head is { } other && other.Head?.Index == verb.Index)))
            return;
        if (verb.Child("nsubj") is not { } sides)
            return;
        var parties = new List<string>();
        foreach (var token in verb.Sentence.Subtree(sides))
        {
            if (_partyAt.TryGetValue(token.Index, out var party) && !parties.Contains(party))
                parties.Add(party);
        }

        if (parties.Count == 1 && verb.Child("obl") is { } with)
            Oppose(parties[0], PartyUnder(with), 2);
        else if (parties.Count == 2)
            Oppose(parties[0], parties[1], 2);
    }

    /// <summary><c>the war between A and B</c>, <c>A's war on B</c>, <c>fighting with B by A</c>.</summary>
    private void ReadStrife(Token noun)
    {
        string? one = null, other = null;
        foreach (var child in noun.Children)
        {
            var preposition = child.Child("case");
            if (preposition is { } between && between.Is("between"))
            {
                one = PartyUnder(child);
                foreach (var second in child.Children)
                    other ??= second.IsRelated("conj") ? PartyUnder(second) : null;
                Oppose(one, other, 2);
                return;
            }

            if (child.IsRelated("nmod:poss") || child.IsRelated("compound") || child.IsRelated("amod") || child.Relation is "nsubj" or "obl:agent" || (preposition is { } by && (by.Is("by") || by.Is("of"))))
                one ??= PartyUnder(child);
            else if (preposition is { } on && (on.Is("on") || on.Is("against") || on.Is("with") || on.Is("at")))
                other ??= PartyUnder(child);
        }

        Oppose(one, other, 1);
    }

    /// <summary>The party that a noun is, or belongs to: <c>the forces of A</c>, <c>A's troops</c>.</summary>
    private string? PartyUnder(Token token)
    {
        if (_partyAt.TryGetValue(token.Index, out var party))
            return party;
        foreach (var child in token.Children)
        {
            if ((child.IsRelated("compound") || child.IsRelated("amod") || child.IsRelated("nmod") || child.IsRelated("appos") || child.IsRelated("flat")) && _partyAt.TryGetValue(child.Index, out party))
                return party;
        }

        return null;
    }

    private void Oppose(string? one, string? other, int weight)
    {
        if (one is null || other is null || one == other)
            return;
        var pair = string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);
        _strife[pair] = _strife.GetValueOrDefault(pair) + weight;
    }
}
