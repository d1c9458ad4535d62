using Parley.Language;
using Parley.Language.Coreference;
using Parley.Language.Models;
using Parley.Resolution.Reading;

namespace Parley.Resolution.Affiliations;

/// <summary>
/// The features on which it is decided for whom a mention speaks: by what names and pronouns its phrase is tied to a side, what else is said of
/// the same person or body, whom those spoke for who were told of before it, and how the document speaks of each side. Names themselves are no
/// features. Changing any of them asks for training anew.
/// </summary>
internal sealed class AffiliationFeatures(DocumentContext context, CandidateList candidates, MentionChains chains)
{
    /// <summary>What a feature tells; its values are what it tells it of.</summary>
    private enum Template : uint
    {
        Kind = 1,
        Noun = 2,
        NounStanding = 3,
        Standing = 4,
        Rank = 5,
        Distance = 6,
        Nearest = 7,
        Subject = 8,
        IsNamedSo = 9,
        Role = 11,
        RoleStanding = 12,
        RoleRank = 13,
        RoleDistance = 14,
        RoleNamedSo = 15,
        Own = 20,
        OwnLast = 21,
        OwnNoun = 22,
        OwnUse = 23,
        OwnAny = 24,
        Chain = 30,
        ChainLast = 31,
        ChainNoun = 32,
        ChainAny = 33,
        Before = 40,
        BeforeNoun = 41,
        BeforeKind = 42,
        BeforeType = 43,
        Rule = 50,
        RuleNoun = 51,
        RuleSure = 52,
        Pair = 53,
        Nobody = 60,
        NobodyNoun = 61,
        NobodyPlace = 62,
    }

    /// <summary>Whose decision is looked at.</summary>
    private enum Earlier : uint
    {
        Same = 1,
        Noun = 2,
        SubjectBefore = 3,
        SubjectHere = 4,
        Speaker = 5,
    }

    private const uint Equal = 1, Other = 2, Nobody = 3;

    /// <summary>Steps down from a mention's head, and tokens looked at.</summary>
    private const int Deepest = 5, MostTokens = 60;

    /// <summary>Candidates that stand before a mention, and how many mentions are looked at for them.</summary>
    private const int MostRecent = 6, FarthestRecent = 40, MostCandidates = 24, MostRoles = 4;

    private readonly List<(int Candidate, uint Path, uint Last, uint Noun, uint Use)> _own = [], _chain = [];
    private readonly List<int> _choices = [];
    private readonly List<(uint Noun, string Lemma)> _roles = [];
    private readonly (Earlier Which, int Token)[] _earlier = new (Earlier, int)[5];
    private int _earlierCount;

    /// <summary>Fills <paramref name="list"/> with the candidates for a mention and their features; the last is nobody.</summary>
    /// <param name="head">The token that heads the mention.</param>
    /// <param name="rule">What the rules say of it.</param>
    /// <param name="decided">Whom earlier mentions speak for, by the token that heads them: a candidate, or −1 for nobody.</param>
    /// <param name="list">What is filled.</param>
    public void Fill(Token head, Resolution rule, IReadOnlyDictionary<int, int> decided, ChoiceList list)
    {
        list.Clear();
        _choices.Clear();
        _own.Clear();
        _chain.Clear();
        _roles.Clear();
        Roles(head);
        var type = TypeOf(head);
        var noun = type < 10 ? type : FeatureHash.Plain(head.Lemma);
        Links(head, _own, decided);
        foreach (var other in chains.Others(head))
        {
            Links(other, _chain, decided);
            Roles(other);
        }

        FindEarlier(head, decided);
        int? ruled = rule.Party is { } party ? candidates.Of(party) : null;
        Choose(head, ruled, decided);
        var tie = (_own.Count > 0 ? 1u : 0) + (_chain.Count > 0 ? 2u : 0) + (ruled is null ? 0 : 4u);
        foreach (var candidate in _choices)
        {
            list.Begin(candidate);
            Describe(head, type, noun, candidate, tie, rule, ruled, decided, list);
        }

        list.Begin(-1);
        DescribeNobody(head, type, noun, tie, rule, decided, list);
    }

    /// <summary>1–4 for pronouns, 5–6 for names, from 10 by the class of the noun and how it is determined.</summary>
    private uint TypeOf(Token head)
    {
        if (head.Upos == UniversalTag.Pron)
            return head.Lemma is "he" or "she" ? 1u : head.Lemma is "it" ? 2u : head.Lemma is "they" ? 3u : 4u;
        if (candidates.At(head) is { } named)
            return candidates.IsSide(named.Candidate) ? 6u : 5u;
        var determiner = head.Child("det") is { } article ? CoreferenceWords.Determiner(article.Lemma) switch
        {
            Reference.Definite or Reference.Near => 1u,
            Reference.Indefinite => 2u,
            _ => 3u,
        }
        : 0u;
        return 10 + (uint)RoleWords.ClassOf(head.Lemma) * 4 + determiner;
    }

    private void Choose(Token head, int? ruled, IReadOnlyDictionary<int, int> decided)
    {
        foreach (var link in _own)
            Take(link.Candidate);
        foreach (var link in _chain)
            Take(link.Candidate);
        if (ruled is { } own)
            Take(own);
        for (var i = 0; i < _earlierCount; i++)
            Take(decided[_earlier[i].Token]);
        var before = candidates.Before(head.Index);
        var recent = 0;
        for (var i = before.Length - 1; i >= 0 && before.Length - i <= FarthestRecent && recent < MostRecent; i--)
            recent += Take(before[i].Candidate) ? 1 : 0;
        foreach (var candidate in candidates.MostNamed)
            Take(candidate);
    }

    private bool Take(int candidate)
    {
        if (candidate < 0 || _choices.Count >= MostCandidates || !candidates.IsSide(candidate) || _choices.Contains(candidate))
            return false;
        _choices.Add(candidate);
        return true;
    }

    private void Describe(Token head, uint type, uint noun, int candidate, uint tie, Resolution rule, int? ruled, IReadOnlyDictionary<int, int> decided, ChoiceList list)
    {
        var who = candidates[candidate];
        var (kind, standing, rank) = ((uint)who.Kind + 1, StandingOf(who.Name), (uint)candidates.RankOf(candidate));
        Add(list, Template.Kind, type, kind);
        Add(list, Template.Noun, noun, kind);
        Add(list, Template.NounStanding, noun, standing);
        Add(list, Template.Standing, type, FeatureHash.Add(kind, standing));
        Add(list, Template.Rank, FeatureHash.Add(type, tie), FeatureHash.Add(rank, standing));
        var distance = DistanceOf(candidate, head, out var last);
        Add(list, Template.Distance, FeatureHash.Add(type, tie), distance);
        Add(list, Template.Distance, FeatureHash.Add(noun, kind), distance);
        Add(list, Template.Nearest, FeatureHash.Add(type, tie), FeatureHash.Add(kind, IsNearest(candidate, head) ? 1u : 0));
        if (last is { } named)
            Add(list, Template.Subject, FeatureHash.Add(type, distance), FeatureHash.Plain(context.Document.Tokens[named].Relation));
        if (type >= 10 && IsNamedSo(who.Name, head.Lemma))
            Add(list, Template.IsNamedSo, type, kind);
        foreach (var role in _roles)
        {
            Add(list, Template.Role, role.Noun, kind);
            Add(list, Template.RoleStanding, role.Noun, FeatureHash.Add(standing, tie));
            Add(list, Template.RoleRank, role.Noun, FeatureHash.Add(kind, rank));
            Add(list, Template.RoleDistance, FeatureHash.Add(role.Noun, kind), distance);
            if (IsNamedSo(who.Name, role.Lemma))
                Add(list, Template.RoleNamedSo, type, kind);
        }

        Tied(_own, Template.Own, Template.OwnLast, Template.OwnNoun, type, noun, candidate, list);
        Tied(_chain, Template.Chain, Template.ChainLast, Template.ChainNoun, type, noun, candidate, list);
        foreach (var link in _own)
        {
            if (link.Candidate == candidate)
                Add(list, Template.OwnUse, link.Use, link.Last);
        }

        Add(list, Template.OwnAny, type, FeatureHash.Add(tie, IsTied(_own, candidate)));
        Add(list, Template.ChainAny, type, FeatureHash.Add(tie, IsTied(_chain, candidate)));
        var pair = FeatureHash.Add(IsTied(_own, candidate), IsTied(_chain, candidate));
        for (var i = 0; i < _earlierCount; i++)
        {
            var (which, token) = _earlier[i];
            var then = decided[token];
            var equals = then == candidate ? Equal : then < 0 ? Nobody : Other;
            pair = FeatureHash.Add(pair, (uint)which * 4 + equals);
            Compare(list, which, equals, type, noun, tie, kind);
            Add(list, Template.BeforeType, FeatureHash.Add(type, (uint)which * 4 + equals), FeatureHash.Add(TypeOf(context.Document.Tokens[token]), Apart(token, head)));
        }

        var told = ruled is not { } own ? Nobody : own == candidate ? Equal : Other;
        Add(list, Template.Rule, type, told);
        Add(list, Template.RuleNoun, noun, told);
        Add(list, Template.RuleSure, (uint)(rule.Confidence * 10), FeatureHash.Add((uint)rule.Kind, told));
        Add(list, Template.Pair, type, FeatureHash.Add(pair, told));
    }

    private void DescribeNobody(Token head, uint type, uint noun, uint tie, Resolution rule, IReadOnlyDictionary<int, int> decided, ChoiceList list)
    {
        Add(list, Template.Nobody, type, tie);
        Add(list, Template.NobodyNoun, noun, tie);
        var pair = 0u;
        for (var i = 0; i < _earlierCount; i++)
        {
            var (which, token) = _earlier[i];
            var then = decided[token] < 0 ? Nobody : Other;
            pair = FeatureHash.Add(pair, (uint)which * 4 + then);
            Add(list, Template.Nobody, FeatureHash.Add(type, tie), (uint)which * 4 + then);
            Add(list, Template.NobodyNoun, noun, (uint)which * 4 + then);
            Add(list, Template.NobodyNoun, FeatureHash.Add(type, TypeOf(context.Document.Tokens[token])), FeatureHash.Add((uint)which * 4 + then, Apart(token, head)));
        }

        var ruled = rule.Party is null ? Nobody : Other;
        Add(list, Template.Nobody, FeatureHash.Add(type, (uint)(rule.Confidence * 10)), FeatureHash.Add((uint)rule.Kind, ruled));
        Add(list, Template.NobodyNoun, noun, 100 + ruled);
        Add(list, Template.Nobody, FeatureHash.Add(type, 200), FeatureHash.Add(pair, ruled));
        foreach (var role in _roles)
            Add(list, Template.NobodyNoun, FeatureHash.Add(role.Noun, 400), tie);
        if (_roles.Count == 0)
            Add(list, Template.NobodyNoun, FeatureHash.Add(type, 401), tie);
        foreach (var link in _own)
        {
            Add(list, Template.NobodyPlace, noun, link.Last);
            Add(list, Template.NobodyPlace, type, FeatureHash.Add(link.Path, link.Use));
        }

        foreach (var child in head.Children)
        {
            if (child.IsRelated("nmod") && child.Child("case") is { } preposition)
                Add(list, Template.NobodyPlace, FeatureHash.Add(type, 300), FeatureHash.Plain(preposition.Lemma));
            else if (child.IsRelated("amod") || child.IsRelated("compound"))
                Add(list, Template.NobodyPlace, FeatureHash.Add(noun, 300), FeatureHash.Plain(child.Lemma));
        }
    }

    private static void Compare(ChoiceList list, Earlier which, uint equals, uint type, uint noun, uint tie, uint kind)
    {
        var key = (uint)which * 4 + equals;
        Add(list, Template.Before, FeatureHash.Add(type, tie), key);
        Add(list, Template.BeforeNoun, noun, key);
        Add(list, Template.BeforeKind, FeatureHash.Add(type, kind), key);
    }

    private static void Tied(List<(int Candidate, uint Path, uint Last, uint Noun, uint Use)> links, Template path, Template last, Template above, uint type, uint noun, int candidate, ChoiceList list)
    {
        foreach (var link in links)
        {
            if (link.Candidate != candidate)
                continue;
            Add(list, path, type, link.Path);
            Add(list, last, noun, link.Last);
            Add(list, above, link.Noun, link.Last);
        }
    }

    /// <summary>Whether a candidate is tied to the mention, alone, before others, or behind them.</summary>
    private static uint IsTied(List<(int Candidate, uint Path, uint Last, uint Noun, uint Use)> links, int candidate)
    {
        var at = links.FindIndex(link => link.Candidate == candidate);
        return at < 0 ? 0 : links.TrueForAll(link => link.Candidate == candidate) ? 1u : at == 0 ? 2u : 3u;
    }

    /// <summary>Sides named in a mention's phrase, and those that its pronouns and nouns were decided to speak for, each with the path down to it.</summary>
    private void Links(Token head, List<(int Candidate, uint Path, uint Last, uint Noun, uint Use)> links, IReadOnlyDictionary<int, int> decided)
    {
        if (candidates.At(head) is { } own && candidates.IsSide(own.Candidate))
            links.Add((own.Candidate, 7, 7, 7, (uint)own.Use + 1));
        var left = MostTokens;
        Descend(head, head, 0, 1, links, decided, ref left);
    }

    private void Descend(Token top, Token at, uint path, int depth, List<(int Candidate, uint Path, uint Last, uint Noun, uint Use)> links, IReadOnlyDictionary<int, int> decided, ref int left)
    {
        foreach (var child in at.Children)
        {
            if (--left < 0)
                return;
            if (child.Upos is UniversalTag.Punct or UniversalTag.Det || child.IsRelated("case"))
                continue;
            var link = Link(child, top);
            var below = FeatureHash.Add(path, link);
            var noun = at.Index == top.Index ? 1u : FeatureHash.Plain(at.Lemma);
            if (candidates.At(child) is { } named && candidates.IsSide(named.Candidate))
                links.Add((named.Candidate, FeatureHash.Add(below, (uint)depth), link, noun, (uint)named.Use + 1));
            else if (decided.TryGetValue(child.Index, out var then) && then >= 0)
                links.Add((then, FeatureHash.Add(below, (uint)depth + 50), FeatureHash.Add(link, child.Upos == UniversalTag.Pron ? 1u : 2u), noun, child.Upos == UniversalTag.Pron ? 100u : 101u));
            if (depth < Deepest)
                Descend(top, child, below, depth + 1, links, decided, ref left);
        }
    }

    /// <summary>What someone is called beside a pronoun or name: nouns of titles and appositives, and those that stand for a mention of the same.</summary>
    private void Roles(Token mention)
    {
        if (mention.Upos == UniversalTag.Noun)
            Role(mention);
        if (mention.Upos == UniversalTag.Pron)
            return;
        foreach (var child in mention.Children)
        {
            if (child.IsRelated("compound") || child.IsRelated("nmod:desc") || child.IsRelated("appos") || child.IsRelated("flat") || child.IsRelated("acl"))
                Role(child);
        }
    }

    private void Role(Token noun)
    {
        if (_roles.Count < MostRoles && candidates.At(noun) is null && !_roles.Exists(role => role.Lemma.Equals(noun.Lemma, StringComparison.OrdinalIgnoreCase)))
            _roles.Add((FeatureHash.Plain(noun.Lemma), noun.Lemma));
    }

    /// <summary>A relation with the preposition that leads it.</summary>
    private static uint Link(Token token, Token top) =>
        FeatureHash.Add(FeatureHash.Plain(token.Relation), token.Child("case") is { } preposition ? FeatureHash.Plain(preposition.Lemma) : token.Index < top.Index ? 1u : 2u);

    private void FindEarlier(Token head, IReadOnlyDictionary<int, int> decided)
    {
        _earlierCount = 0;
        Note(Earlier.Same, chains.LastSame(head, decided));
        Note(Earlier.Noun, chains.LastNoun(head, decided));
        Note(Earlier.SubjectHere, chains.SubjectHere(head, decided));
        Note(Earlier.SubjectBefore, chains.SubjectBefore(head, decided));
        Note(Earlier.Speaker, chains.LastSpeaker(head, decided));
    }

    private void Note(Earlier which, int? token)
    {
        if (token is { } known)
            _earlier[_earlierCount++] = (which, known);
    }

    /// <summary>In sentences, up to 5; 6 where it is named only behind the mention, 7 where it is not named.</summary>
    private uint DistanceOf(int candidate, Token head, out int? last)
    {
        last = candidates.LastBefore(candidate, head.Index);
        if (last is not { } token)
            return candidates[candidate].Mentions.Count > 0 ? 6u : 7u;
        var sentences = head.Sentence.Index - context.Document.Tokens[token].Sentence.Index;
        return sentences <= 2 ? (uint)sentences : sentences <= 5 ? 3u : sentences <= 10 ? 4u : 5u;
    }

    /// <summary>In sentences, up to 3.</summary>
    private uint Apart(int token, Token head) => (uint)Math.Min(3, head.Sentence.Index - context.Document.Tokens[token].Sentence.Index);

    /// <summary>Whether no other of its kind is named between it and the mention.</summary>
    private bool IsNearest(int candidate, Token head)
    {
        var before = candidates.Before(head.Index);
        for (var i = before.Length - 1; i >= 0 && before.Length - i <= FarthestRecent; i--)
        {
            if (before[i].Candidate == candidate)
                return true;
            if (candidates[before[i].Candidate].Kind == candidates[candidate].Kind)
                return false;
        }

        return false;
    }

    /// <summary>Whether the noun is a word of the name: <c>the council</c> of a Council of Elders.</summary>
    private static bool IsNamedSo(string name, string noun)
    {
        var at = name.IndexOf(noun, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (at == 0 || name[at - 1] == ' ') && (at + noun.Length == name.Length || name[at + noun.Length] is ' ' or 's' or '-');
    }

    private uint StandingOf(string name) =>
        context.Conflict.Parties.IsEmpty ? 1u : context.Conflict.Parties.Contains(name, StringComparer.Ordinal) ? 2u : context.Conflict.Mediators.Contains(name, StringComparer.Ordinal) ? 3u : 4u;

    private static void Add(ChoiceList list, Template template, uint a, uint b) =>
        list.Add(FeatureHash.Add(FeatureHash.Add((uint)template * 0x85EBCA6B, a), b) * 0xC2B2AE35);
}
