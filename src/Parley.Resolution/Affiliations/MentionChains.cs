using Parley.Language;
using Parley.Language.Coreference;
using Parley.Resolution.Conflicts;
using Parley.Resolution.Reading;

namespace Parley.Resolution.Affiliations;

/// <summary>
/// The mentions of a document that may speak for a side, in the order of the text, and how each stands to those before it: what refers to the
/// same, has the same noun, or was the subject before.
/// </summary>
internal sealed class MentionChains
{
    /// <summary>In mentions; what stands farther back is not looked at.</summary>
    private const int Farthest = 60;

    private readonly Document _document;
    private readonly Dictionary<int, int> _chainOf = [];
    private readonly List<List<int>> _chains = [];

    public MentionChains(DocumentContext context, CandidateList candidates)
    {
        _document = context.Document;
        var byEntity = new Dictionary<int, int>();
        var heads = new SortedSet<int>();
        foreach (var mention in _document.Mentions)
        {
            if (_document.TokensIn(mention.Head).Head is not { } head || !MayAct(head, mention, candidates))
                continue;
            heads.Add(head.Index);
            if (mention.Entity is { } entity)
                Join(head.Index, byEntity, entity);
        }

        // A surname takes up who was named in full, whether or not coreference says so.
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates[i].Kind is not (ParticipantKind.LocalPerson or ParticipantKind.Person) || candidates[i].Mentions.Count == 0)
                continue;
            var first = candidates[i].Mentions[0].Head.Index;
            foreach (var (head, _) in candidates[i].Mentions)
            {
                heads.Add(head.Index);
                if (!_chainOf.ContainsKey(head.Index))
                    Join(head.Index, _chainOf.TryGetValue(first, out var chain) ? chain : New(first));
            }
        }

        foreach (var chain in _chains)
            chain.Sort();
        Heads = [.. heads];
    }

    /// <summary>The tokens that head the mentions, in order.</summary>
    public ImmutableArray<int> Heads { get; }

    /// <summary>Other mentions of the same person or body: the first of all, then those nearest before, then those behind.</summary>
    public IEnumerable<Token> Others(Token head)
    {
        if (!_chainOf.TryGetValue(head.Index, out var number))
            yield break;
        var chain = _chains[number];
        var at = chain.BinarySearch(head.Index);
        if (at < 0)
            yield break;
        if (at > 0)
            yield return _document.Tokens[chain[0]];
        for (var i = at - 1; i > 0 && at - i <= 3; i--)
            yield return _document.Tokens[chain[i]];
        for (var i = at + 1; i < chain.Count && i - at <= 3; i++)
            yield return _document.Tokens[chain[i]];
    }

    /// <summary>The last mention before of the same, of which it is decided for whom it speaks.</summary>
    public int? LastSame(Token head, IReadOnlyDictionary<int, int> decided)
    {
        if (!_chainOf.TryGetValue(head.Index, out var number))
            return null;
        var chain = _chains[number];
        for (var i = chain.BinarySearch(head.Index) - 1; i >= 0; i--)
        {
            if (decided.ContainsKey(chain[i]))
                return chain[i];
        }

        return null;
    }

    /// <summary>The last mention before with the same noun.</summary>
    public int? LastNoun(Token head, IReadOnlyDictionary<int, int> decided)
    {
        if (head.Upos is UniversalTag.Pron or UniversalTag.Propn)
            return null;
        foreach (var token in Before(head))
        {
            if (token.Upos == UniversalTag.Noun && token.Lemma == head.Lemma && decided.ContainsKey(token.Index))
                return token.Index;
        }

        return null;
    }

    /// <summary>The nearest subject before it in its sentence.</summary>
    public int? SubjectHere(Token head, IReadOnlyDictionary<int, int> decided)
    {
        foreach (var token in Before(head))
        {
            if (token.Sentence.Index != head.Sentence.Index)
                return null;
            if (token.IsRelated("nsubj") && decided.ContainsKey(token.Index))
                return token.Index;
        }

        return null;
    }

    /// <summary>The subject of what the last sentence before that has one says.</summary>
    public int? SubjectBefore(Token head, IReadOnlyDictionary<int, int> decided)
    {
        int? best = null;
        var sentence = -1;
        foreach (var token in Before(head))
        {
            if (token.Sentence.Index == head.Sentence.Index || !token.IsRelated("nsubj") || !decided.ContainsKey(token.Index))
                continue;
            if (sentence >= 0 && token.Sentence.Index != sentence)
                break;
            (best, sentence) = (token.Index, token.Sentence.Index);
            if (token.Head is { IsRoot: true })
                break;
        }

        return best;
    }

    /// <summary>Who spoke last.</summary>
    public int? LastSpeaker(Token head, IReadOnlyDictionary<int, int> decided)
    {
        foreach (var token in Before(head))
        {
            if (decided.ContainsKey(token.Index) && IsSpeaker(token))
                return token.Index;
        }

        return null;
    }

    private static bool IsSpeaker(Token token) =>
        token.Head is { } verb && ((token.IsRelated("nsubj") && CoreferenceWords.IsSpeech(verb.Lemma)) || (token.Child("case") is { } preposition && preposition.Is("according")));

    private IEnumerable<Token> Before(Token head)
    {
        var at = Heads.BinarySearch(head.Index);
        at = at < 0 ? ~at : at;
        for (var i = at - 1; i >= 0 && at - i <= Farthest; i--)
            yield return _document.Tokens[Heads[i]];
    }

    private static bool MayAct(Token head, Mention mention, CandidateList candidates) => mention.Kind switch
    {
        MentionKind.Name => candidates.At(head) is not null || head.Upos == UniversalTag.Propn,
        MentionKind.Pronoun => head.Lemma is "he" or "she" or "it" or "they" or "his" or "her" or "its" or "their",
        _ => RoleWords.ClassOf(head.Lemma) is not (RoleClass.None or RoleClass.Place or RoleClass.Arms) || Nouns.Find(head.Lemma) is { Referent: Referent.Person or Referent.Body },
    };

    private void Join(int head, Dictionary<int, int> byEntity, int entity)
    {
        if (byEntity.TryGetValue(entity, out var chain))
            Join(head, chain);
        else if (!_chainOf.ContainsKey(head))
            byEntity.Add(entity, New(head));
    }

    private void Join(int head, int chain)
    {
        if (_chainOf.TryAdd(head, chain))
            _chains[chain].Add(head);
    }

    private int New(int head)
    {
        _chains.Add([head]);
        _chainOf[head] = _chains.Count - 1;
        return _chains.Count - 1;
    }
}
