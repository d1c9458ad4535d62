namespace Parley.Language.Coreference;

/// <summary>What one pronoun may stand for, best known by the trainer that learns <see cref="PronounWeights"/>.</summary>
/// <param name="drafts">All drafts.</param>
/// <param name="draft">The pronoun.</param>
/// <param name="group">How it is weighed.</param>
/// <param name="candidates">The latest draft of each candidate, with its features; the nearest first.</param>
internal delegate void PronounObserver(ReadOnlySpan<Draft> drafts, int draft, PronounGroup group, ReadOnlySpan<(int Draft, ulong Features)> candidates);

/// <summary>
/// Resolves pronouns: those of the first person to who speaks the quotation, reflexives to their subject, those of the third person
/// to the best of what was told of in the sentences before, where that is better than the next best by a margin.
/// </summary>
internal sealed class PronounSieve(Document document, DraftIndex index, Entities entities, int[] speakers, PronounWeights weights, PronounObserver? observer)
{
    /// <summary>How far back is looked, in sentences, drafts and different candidates.</summary>
    private const int MostSentences = 3, MostDrafts = 80, MostCandidates = 16;

    private readonly Binding _binding = new(document, index, entities);
    private readonly PronounView _view = new(document, entities);

    /// <summary>Resolves the draft at <paramref name="i"/>; those before it were met.</summary>
    public void Resolve(Span<Draft> drafts, int i)
    {
        var pronoun = drafts[i].Pronoun!;
        if (pronoun.Use == PronounUse.Relative)
            return;
        var antecedent = pronoun switch
        {
            { Person: 1 } => Speaker(drafts, i),
            { Person: 2 } => Draft.None,
            { Use: PronounUse.Reflexive } => _binding.Subject(drafts[i].Top),
            _ => Best(drafts, i, pronoun),
        };
        if (antecedent == Draft.None || antecedent == i || !Fits(drafts, i, antecedent) || !entities.Link(drafts, i, antecedent, LinkReason.Pronoun))
            drafts[i].IsUndecided = true;
    }

    private int Speaker(ReadOnlySpan<Draft> drafts, int i)
    {
        if (drafts[i].Quotation == Draft.None)
            return Draft.None;
        var speaker = speakers[drafts[i].Quotation];
        return speaker != Draft.None && drafts[i].Number == Number.One && drafts[speaker].Number == Number.Many ? Draft.None : speaker;
    }

    private int Best(ReadOnlySpan<Draft> drafts, int i, Pronoun pronoun)
    {
        Span<(int Draft, ulong Features)> candidates = stackalloc (int, ulong)[MostCandidates];
        candidates = candidates[..Gather(drafts, i, candidates)];
        var group = pronoun.Number == Number.Many ? PronounGroup.Many : pronoun.Referent == Referent.Person ? PronounGroup.Person : PronounGroup.Thing;
        observer?.Invoke(drafts, i, group, candidates);
        if (candidates.Length > 0 && IsPlain(group, candidates[0].Features))
            return candidates[0].Draft;
        var nothing = weights.Score(group, 1ul << (int)PronounFeature.Nothing);
        var (best, bestScore, next) = (Draft.None, nothing, int.MinValue);
        foreach (var (candidate, features) in candidates)
        {
            var score = weights.Score(group, features);
            if (score > bestScore)
                (best, bestScore, next) = (candidate, score, bestScore);
            else if (score > next)
                next = score;
        }

        return best != Draft.None && bestScore - next >= weights.Margin(group) ? best : Draft.None;
    }

    /// <summary>
    /// Whether the nearest that a pronoun may stand for speaks of itself (<c>Egypt said it would reply</c>), or is a body or state that
    /// does something with what it owns (<c>Egypt closed its border</c>). News is full of these, the treebank of other things.
    /// </summary>
    private static bool IsPlain(PronounGroup group, ulong features) => Has(features, PronounFeature.BodyGoverns)
        ? Has(features, PronounFeature.SpeaksOfIt) || Has(features, PronounFeature.GovernsOwner)
        : group != PronounGroup.Thing && Has(features, PronounFeature.SpeaksOfIt);

    private static bool Has(ulong features, PronounFeature feature) => (features & (1ul << (int)feature)) != 0;

    /// <summary>The latest draft of each entity that a pronoun may stand for.</summary>
    private int Gather(ReadOnlySpan<Draft> drafts, int i, Span<(int Draft, ulong Features)> candidates)
    {
        Span<int> barred = stackalloc int[Binding.MostBarred];
        barred = barred[.._binding.Bar(drafts, i, barred)];
        var speaker = drafts[i].Quotation == Draft.None ? Draft.None : speakers[drafts[i].Quotation];
        var count = 0;
        for (var at = i - 1; at >= 0 && i - at <= MostDrafts && count < candidates.Length && drafts[i].Sentence - drafts[at].Sentence <= MostSentences; at--)
        {
            ref readonly var candidate = ref drafts[at];
            var root = entities.Root(at);
            if (candidate.End > drafts[i].First || entities.Of(at).First == Draft.None || (candidate.IsUndecided && entities.Of(at).Size == 1)
                || candidate.Reference == Reference.Open || root == entities.Root(i) || barred.Contains(root)
                || (speaker != Draft.None && root == entities.Root(speaker))
                || (candidate.Quotation != Draft.None && speakers[candidate.Quotation] == i)
                || !Fits(drafts, i, at) || IsAmong(candidates[..count], root))
            {
                continue;
            }

            candidates[count] = (at, _view.Features(drafts, i, at, count));
            count++;
        }

        if (count == 1)
            candidates[0].Features |= 1ul << (int)PronounFeature.Alone;
        return count;
    }

    private bool IsAmong(ReadOnlySpan<(int Draft, ulong Features)> candidates, int root)
    {
        foreach (var (draft, _) in candidates)
        {
            if (entities.Root(draft) == root)
                return true;
        }

        return false;
    }

    /// <summary>Whether a pronoun's kind, number and gender let it stand for a draft's entity.</summary>
    private bool Fits(ReadOnlySpan<Draft> drafts, int i, int candidate)
    {
        var pronoun = drafts[i].Pronoun!;
        ref readonly var entity = ref entities.Of(candidate);
        if (pronoun.Person == 1)
            return entity.Referent is not (Referent.Event or Referent.Thing);
        if (pronoun.Number == Number.Many)
            return entity.Number != Number.One || entity.Referent == Referent.Body || drafts[candidate].IsList;
        if (entity.Number == Number.Many)
            return false;
        if (pronoun.Referent == Referent.Person)
        {
            return entity.Referent == Referent.Person && (entity.Gender == Gender.Unknown || entity.Gender == pronoun.Gender);
        }

        return entity.Referent != Referent.Person;
    }
}
