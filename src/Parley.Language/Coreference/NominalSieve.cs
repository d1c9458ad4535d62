using System.Runtime.InteropServices;

namespace Parley.Language.Coreference;

/// <summary>
/// Resolves a noun with <c>the</c> or <c>this</c> to what it takes up: what the same noun, or one that it covers (nouns.tsv), told
/// before, with no less said of it. The latest wins; where two are equally late, neither does.
/// </summary>
internal sealed class NominalSieve(Document document, DraftIndex index, Entities entities)
{
    /// <summary>How many mentions by one noun are looked back at.</summary>
    private const int MostByNoun = 12;

    /// <summary>How far back, in sentences and drafts, a noun looks for what a name told: <c>the country</c>.</summary>
    private const int NameSentences = 3, NameDrafts = 60;

    /// <summary>How far back a noun takes up things that are not persons.</summary>
    private const int ThingSentences = 12;

    private readonly Described _described = new(document, index, entities);
    private readonly Dictionary<string, int> _latest = new(StringComparer.Ordinal);
    private readonly List<(int Draft, int Previous)> _told = [];

    /// <summary>Resolves the draft at <paramref name="i"/>; those before it were met.</summary>
    public void Resolve(Span<Draft> drafts, int i)
    {
        ref var draft = ref drafts[i];
        if (draft.Antecedent != Draft.None || draft.IsUndecided || draft.IsSettled || draft.IsList || draft.Noun is { Kind: NounKind.Vague } || draft.Kind != MentionKind.Nominal || draft.Reference is not (Reference.Definite or Reference.Near))
            return;
        var found = Search(drafts, i);
        if (found == Choice.Tied)
            draft.IsUndecided = true;
        else if (found >= 0)
            entities.Link(drafts, i, found, LinkReason.Described);
    }

    /// <summary>Notes the nouns by which a draft tells what it refers to: its head, and the offices before a name.</summary>
    public void Note(ReadOnlySpan<Draft> drafts, int i)
    {
        ref readonly var draft = ref drafts[i];
        if (draft.IsPronoun || draft.IsList)
            return;
        if (!draft.IsName)
        {
            Note(document.Word(draft.Top).Lemma, i);
            return;
        }

        for (var token = draft.First; token < draft.HeadFirst; token++)
        {
            if (document.Word(token).Upos is UniversalTag.Noun or UniversalTag.Propn)
                Note(Described.Lower(document.Word(token).Lemma), i);
        }

        // A body's name may end with the noun that takes it up: "the Health Ministry", "the ministry".
        if (draft.HeadEnd - draft.HeadFirst > 1 && draft.Referent != Referent.Person)
            Note(Described.Lower(document.Word(draft.HeadEnd - 1).Lemma), i);
    }

    private void Note(string? lemma, int i)
    {
        if (lemma is null)
            return;
        ref var latest = ref CollectionsMarshal.GetValueRefOrAddDefault(_latest, lemma, out var exists);
        _told.Add((i, exists ? latest : Draft.None));
        latest = _told.Count - 1;
    }

    private int Search(ReadOnlySpan<Draft> drafts, int i)
    {
        if (document.Word(drafts[i].Top).Lemma is not { } lemma)
            return Choice.Nothing;
        var choice = new Choice(drafts, entities);
        Consider(drafts, i, lemma, null, ref choice);
        if (choice.IsEmpty && drafts[i].Noun is { } noun)
        {
            foreach (var (covered, modifier) in noun.Covers)
                Consider(drafts, i, covered, modifier, ref choice);
            if (choice.IsEmpty)
                LookForName(drafts, i, noun, ref choice);
        }

        return choice.Best;
    }

    /// <summary>Considers what one noun told.</summary>
    private void Consider(ReadOnlySpan<Draft> drafts, int i, string lemma, string? modifier, ref Choice choice)
    {
        var at = _latest.GetValueOrDefault(lemma, Draft.None);
        var isItself = modifier is null && document.Word(drafts[i].Top).Lemma == lemma;
        var known = Draft.None;
        ref readonly var draft = ref drafts[i];
        for (var looked = 0; at != Draft.None && looked < MostByNoun; at = _told[at].Previous, looked++)
        {
            var candidate = _told[at].Draft;
            var root = entities.Root(candidate);
            if (root == known || drafts[candidate].Reference == Reference.Open || drafts[candidate].End > draft.First)
                continue;

            // Mentions of one entity follow each other often; they are all described alike.
            known = root;
            if (draft.Referent != Referent.Person && draft.Sentence - drafts[entities.Of(candidate).Latest].Sentence > ThingSentences)
                continue;
            if (!entities.CanBeOne(i, candidate, LinkReason.Described) || (modifier is not null && !_described.Has(candidate, drafts, modifier)))
                continue;
            if (draft.Referent != Referent.Person && _described.IsRestricted(draft) && !_described.HasSameComplement(draft, drafts[candidate]))
                continue;
            if (_described.TakesUp(drafts, i, candidate, isItself) && !IsHidden(drafts, i, candidate, isItself))
                choice.Add(candidate);
        }
    }

    /// <summary>
    /// Whether a candidate is a person by name, and what looks for it a noun of sources: these are only one where the text calls
    /// that person by this very noun and no other goes by it without a name.
    /// </summary>
    private bool IsHidden(ReadOnlySpan<Draft> drafts, int i, int candidate, bool isItself) =>
        drafts[i].Noun is { Kind: NounKind.Source } && entities.Of(candidate).HasPersonName && (!isItself || _described.IsRestricted(drafts[i]) || HasAnonymous(drafts, i));

    private bool HasAnonymous(ReadOnlySpan<Draft> drafts, int i)
    {
        var at = _latest.GetValueOrDefault(document.Word(drafts[i].Top).Lemma!, Draft.None);
        for (var looked = 0; at != Draft.None && looked < MostByNoun; at = _told[at].Previous, looked++)
        {
            if (entities.Of(_told[at].Draft) is { IsAnonymous: true, HasPersonName: false })
                return true;
        }

        return false;
    }

    /// <summary>Looks for a country or a body that its name alone introduced: the only one of the nearest sentence that has any.</summary>
    private void LookForName(ReadOnlySpan<Draft> drafts, int i, Noun noun, ref Choice choice)
    {
        if (noun.Kind is not (NounKind.State or NounKind.Group) || drafts[i].Number != Number.One || _described.IsRestricted(drafts[i]))
            return;
        if (noun.Kind == NounKind.State && _described.HasModifier(drafts[i]))
            return;
        for (var at = i - 1; at >= 0 && i - at <= NameDrafts && drafts[i].Sentence - drafts[at].Sentence <= NameSentences; at--)
        {
            ref readonly var candidate = ref drafts[at];
            if (candidate.IsList || candidate.IsPronoun || candidate.End > drafts[i].First || !_described.IsNamed(candidate, noun.Kind, entities.Of(at)))
                continue;
            if (!choice.IsEmpty && drafts[choice.First].Sentence != candidate.Sentence)
                break;
            choice.AddEqual(at);
        }
    }
}

/// <summary>The latest of the candidates; none where two are equally late.</summary>
internal ref struct Choice(ReadOnlySpan<Draft> drafts, Entities entities)
{
    public const int Nothing = Draft.None, Tied = -2;

    private readonly ReadOnlySpan<Draft> _drafts = drafts;
    private bool _isTied;

    public readonly bool IsEmpty => First == Draft.None;

    /// <summary>The one chosen so far.</summary>
    public int First { get; private set; } = Draft.None;

    public readonly int Best => _isTied ? Tied : First;

    /// <summary>Adds a candidate that counts by the sentence in which it was last told of.</summary>
    public void Add(int candidate)
    {
        if (First == Draft.None)
        {
            First = candidate;
            return;
        }

        if (entities.Root(candidate) == entities.Root(First))
            return;
        var (sentence, best) = (Sentence(candidate), Sentence(First));
        if (sentence > best)
            (First, _isTied) = (candidate, false);
        else if (sentence == best)
            _isTied = true;
    }

    /// <summary>Adds a candidate that is as good as those before it.</summary>
    public void AddEqual(int candidate)
    {
        if (First == Draft.None)
            First = candidate;
        else if (entities.Root(candidate) != entities.Root(First))
            _isTied = true;
    }

    private readonly int Sentence(int candidate) => _drafts[entities.Of(candidate).Latest is var latest and >= 0 ? latest : candidate].Sentence;
}
