using System.Runtime.InteropServices;
using Parley.Language;
using Parley.Language.Models;
using Parley.Resolution.Reading;

namespace Parley.Resolution.Conflicts;

/// <summary>
/// The features on which it is decided whether a participant fights, mediates, or neither: what it does and what is done to it, by the trees of the
/// sentences that name it; names themselves are no features. Changing any of them asks for training anew.
/// </summary>
/// <param name="participants">All of the document's.</param>
/// <param name="conflict">The conflict of the files that the document is placed in; null for none.</param>
internal sealed class ParticipantFeatures(IReadOnlyList<Participant> participants, Conflict? conflict)
{
    /// <summary>What a feature tells; its values are what it tells it of.</summary>
    private enum Template : uint
    {
        Kind = 1,
        Count = 2,
        Standing = 3,
        StandingCount = 4,
        Participants = 5,
        Others = 6,
        SentenceWord = 7,
        Top = 8,
        NounAbove = 9,
        NounAboveKind = 10,
        RoleAbove = 11,
        ParticipantAbove = 12,
        Beside = 13,
        SentenceClass = 14,
        ClassAbove = 15,
        Verb = 20,
        VerbKind = 21,
        Link = 22,
        VerbUse = 23,
        RoleOfVerb = 24,
        VerbAbove = 25,
        VerbWith = 26,
        LinkWith = 27,
        VerbParticipant = 28,
        GoesOn = 29,
        GoesOnWith = 30,
        SaidOf = 31,
        SaidOfWith = 32,
        Preposition = 33,
        ClassOfVerb = 34,
        ClassOfVerbKind = 35,
        ClassWith = 36,
        ClassParticipant = 37,
        GoesOnClass = 38,
        GoesOnClassWith = 39,
        SaidOfClass = 40,
        SaidOfClassWith = 41,
        DocumentWord = 90,
        Fights = 91,
        Elsewhere = 92,
        FightsElsewhere = 93,
    }

    /// <summary>In steps up the tree from a name to the verb.</summary>
    private const int FarthestClimb = 5;

    private readonly HashSet<uint> _seen = [];
    private readonly List<uint> _list = [];
    private readonly HashSet<int> _heads = [.. participants.SelectMany(static own => own.Mentions).Select(static mention => mention.Head.Index)];
    private readonly Dictionary<int, int> _bySentence = participants.SelectMany(static own => own.Mentions.Select(static mention => mention.Head.Sentence.Index).Distinct()).GroupBy(static sentence => sentence).ToDictionary(static group => group.Key, static group => group.Count());
    private uint _kind;

    /// <summary>The features of a document as a whole: the words it uses, each once, and how many of them are of fighting.</summary>
    public static uint[] OfDocument(Document document)
    {
        var seen = new HashSet<uint>();
        var (fights, elsewhere) = (0, 0);
        foreach (var token in document.Tokens)
        {
            if (token.Upos is UniversalTag.Noun or UniversalTag.Verb or UniversalTag.Adj)
                seen.Add(Hash(Template.DocumentWord, Lemma(token), 0));
            var tells = ConflictWords.Of(token.Lemma);
            fights += tells.HasFlag(ConflictWord.Fight) || (token.Upos == UniversalTag.Verb && tells.HasFlag(ConflictWord.Kill)) ? 1 : 0;
            elsewhere += tells.HasFlag(ConflictWord.Elsewhere) ? 1 : 0;
        }

        seen.Add(Hash(Template.Fights, (uint)Math.Min(fights, 4), 0));
        seen.Add(Hash(Template.Elsewhere, (uint)Math.Min(elsewhere, 4), 0));
        seen.Add(Hash(Template.FightsElsewhere, FeatureHash.Add((uint)Math.Min(fights, 4), (uint)Math.Min(elsewhere, 4)), 0));
        return [.. seen];
    }

    /// <summary>The features of a mention of a participant, each once; good until the next are asked for.</summary>
    public ReadOnlySpan<uint> Of(Participant own, int mention)
    {
        _seen.Clear();
        _list.Clear();
        var (head, use) = own.Mentions[mention];
        _kind = (uint)own.Kind + 1;
        var count = (uint)Math.Min(own.Mentions.Count, 4);
        Add(Template.Kind, _kind, 0);
        Add(Template.Count, _kind, count);
        Add(Template.Standing, Standing(own), _kind);
        Add(Template.StandingCount, Standing(own), count);
        Add(Template.Participants, (uint)Math.Min(participants.Count, 6), _kind);
        Mention(head, (uint)use + 1);
        return CollectionsMarshal.AsSpan(_list);
    }

    /// <summary>What the files tell of it in the document's conflict: a side, a usual mediator, neither; or there is no such conflict.</summary>
    private uint Standing(Participant own) =>
        conflict is null ? 1u
        : conflict.Sides.Any(side => side.Contains(own.Name, StringComparer.Ordinal)) ? 2u
        : conflict.Mediators.Contains(own.Name, StringComparer.Ordinal) ? 3u
        : 4u;

    private void Mention(Token token, uint use)
    {
        var others = (uint)Math.Min(_bySentence.GetValueOrDefault(token.Sentence.Index), 4);
        Add(Template.Others, others, _kind);
        foreach (var word in token.Sentence.Tokens)
        {
            if (word.Upos is UniversalTag.Noun or UniversalTag.Verb or UniversalTag.Adj && !_heads.Contains(word.Index))
            {
                Add(Template.SentenceWord, Lemma(word), 0);
                Add(Template.SentenceClass, Class(word), _kind);
            }
        }

        var at = token;
        for (var steps = 0; steps < FarthestClimb; steps++)
        {
            Clauses(at);
            if (at.Head is not { } head)
            {
                Add(Template.Top, Lemma(at), use);
                break;
            }

            var link = Link(at);
            if (head.Upos is UniversalTag.Verb or UniversalTag.Aux or UniversalTag.Sconj or UniversalTag.Adp || IsClause(at))
            {
                Governed(at, head, link, use, steps);
                break;
            }

            Add(Template.NounAbove, FeatureHash.Add(link, Own(head)), 0);
            Add(Template.NounAboveKind, FeatureHash.Add(link, Own(head)), _kind);
            Add(Template.ClassAbove, FeatureHash.Add(link, Class(head)), (uint)RoleWords.ClassOf(head.Lemma));
            Add(Template.RoleAbove, FeatureHash.Add(link, (uint)RoleWords.ClassOf(head.Lemma)), use);
            Add(Template.ParticipantAbove, FeatureHash.Add(link, _heads.Contains(head.Index) ? 1u : 0), (uint)steps);
            if (at.IsRelated("conj"))
                Add(Template.Beside, _heads.Contains(head.Index) ? 1u : 0, _kind);
            at = head;
        }
    }

    /// <summary>What a verb tells of whoever stands in this relation to it.</summary>
    private void Governed(Token at, Token verb, uint link, uint use, int steps)
    {
        var lemma = Lemma(verb);
        Add(Template.Verb, FeatureHash.Add(link, lemma), 0);
        Add(Template.VerbKind, FeatureHash.Add(link, lemma), _kind);
        Add(Template.Link, link, _kind);
        Add(Template.ClassOfVerb, FeatureHash.Add(link, Class(verb)), Class(at));
        Add(Template.ClassOfVerbKind, FeatureHash.Add(link, Class(verb)), _kind);
        Add(Template.VerbUse, FeatureHash.Add(link, lemma), use);
        Add(Template.RoleOfVerb, FeatureHash.Add(link, at.Index == verb.Index ? 0 : (uint)RoleWords.ClassOf(at.Lemma)), (uint)steps);
        if (verb.Head is { } above)
            Add(Template.VerbAbove, FeatureHash.Add(FeatureHash.Add(link, lemma), Text(verb.Relation)), Own(above));
        foreach (var child in verb.Children)
        {
            if (child.Index == at.Index || child.Upos == UniversalTag.Punct || child.IsRelated("det"))
                continue;
            var other = Link(child);
            Add(Template.VerbWith, FeatureHash.Add(FeatureHash.Add(link, lemma), other), Own(child));
            Add(Template.LinkWith, FeatureHash.Add(link, other), Own(child));
            Add(Template.ClassWith, FeatureHash.Add(FeatureHash.Add(link, Class(verb)), other), Class(child));
            Add(Template.ClassParticipant, FeatureHash.Add(FeatureHash.Add(link, Class(verb)), other), _heads.Contains(child.Index) ? 1u : 0);
            Add(Template.VerbParticipant, FeatureHash.Add(FeatureHash.Add(link, lemma), other), _heads.Contains(child.Index) ? 1u : 0);

            // What the same doer goes on to do, tries or is used to do.
            if ((child.IsRelated("xcomp") || child.IsRelated("conj") || child.IsRelated("advcl")) && child.Child("nsubj") is null)
            {
                Add(Template.GoesOn, FeatureHash.Add(link, Lemma(child)), Text(child.Relation));
                Add(Template.GoesOnClass, FeatureHash.Add(link, Class(child)), Text(child.Relation));
                foreach (var thing in child.Children)
                {
                    if (thing.IsRelated("obj") || thing.IsRelated("obl"))
                    {
                        Add(Template.GoesOnWith, FeatureHash.Add(link, Lemma(child)), FeatureHash.Add(Link(thing), Own(thing)));
                        Add(Template.GoesOnClassWith, FeatureHash.Add(link, Class(child)), FeatureHash.Add(Link(thing), Class(thing)));
                    }
                }
            }
        }
    }

    /// <summary>What is said of it beside its name: relative clauses, participles, appositives, what it owns.</summary>
    private void Clauses(Token noun)
    {
        foreach (var child in noun.Children)
        {
            if (child.IsRelated("acl") || child.IsRelated("appos"))
            {
                Add(Template.SaidOf, Text(child.Relation), Own(child));
                Add(Template.SaidOfClass, Text(child.Relation), Class(child));
                foreach (var thing in child.Children)
                {
                    if (thing.IsRelated("obj") || thing.IsRelated("obl") || thing.IsRelated("nmod"))
                    {
                        Add(Template.SaidOfWith, FeatureHash.Add(Text(child.Relation), Own(child)), FeatureHash.Add(Link(thing), Own(thing)));
                        Add(Template.SaidOfClassWith, FeatureHash.Add(Text(child.Relation), Class(child)), FeatureHash.Add(Link(thing), Class(thing)));
                    }
                }
            }
            else if (child.IsRelated("case"))
            {
                Add(Template.Preposition, Lemma(child), _kind);
            }
        }
    }

    private static bool IsClause(Token at) => at.IsRelated("nsubj") || at.IsRelated("obj") || at.IsRelated("obl") || at.IsRelated("iobj");

    /// <summary>A relation with the preposition that leads it.</summary>
    private static uint Link(Token token) => FeatureHash.Add(Text(token.Relation), token.Child("case") is { } preposition ? Lemma(preposition) : 0);

    /// <summary>The lemma, or that it is a participant: who stands beside it is no feature.</summary>
    private uint Own(Token token) => _heads.Contains(token.Index) || token.Upos == UniversalTag.Propn ? 77u : Lemma(token);

    private static uint Class(Token token) => (uint)ConflictWords.Of(token.Lemma);

    private static uint Lemma(Token token) => FeatureHash.Plain(token.Lemma);

    private static uint Text(string text) => FeatureHash.Plain(text);

    private void Add(Template template, uint a, uint b)
    {
        var feature = Hash(template, a, b);
        if (_seen.Add(feature))
            _list.Add(feature);
    }

    private static uint Hash(Template template, uint a, uint b) => FeatureHash.Add(FeatureHash.Add((uint)template * 0x85EBCA6B, a), b) * 0xC2B2AE35;
}
