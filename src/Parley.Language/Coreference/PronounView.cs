namespace Parley.Language.Coreference;

/// <summary>Sees the <see cref="PronounFeature"/>s of a pronoun and a candidate.</summary>
internal sealed class PronounView(Document document, Entities entities)
{
    private const int Highest = 10;

    /// <summary>The features, one a bit.</summary>
    /// <param name="drafts">All drafts.</param>
    /// <param name="i">The pronoun.</param>
    /// <param name="at">The candidate's latest draft.</param>
    /// <param name="nearer">How many other candidates are nearer.</param>
    public ulong Features(ReadOnlySpan<Draft> drafts, int i, int at, int nearer)
    {
        ref readonly var pronoun = ref drafts[i];
        ref readonly var candidate = ref drafts[at];
        ref readonly var entity = ref entities.Of(at);
        var (role, ownRole) = (RoleOf(candidate), RoleOf(pronoun));
        var isSubject = role == PronounFeature.Subject;
        var back = pronoun.Sentence - candidate.Sentence;
        var features = Bit(PronounFeature.SameSentence + Math.Min(back, 3)) | Bit(PronounFeature.Nearest + Math.Min(nearer, 3)) | Bit(role)
            | Bit(PronounFeature.SameRole, role == ownRole)
            | Bit(PronounFeature.LeadsSentence, at == 0 || drafts[at - 1].Sentence != candidate.Sentence)
            | Bit(PronounFeature.MainSubject, isSubject && document.Word(candidate.Top).Head is var verb and >= 0 && document.Word(verb).Head < 0)
            | Bit(PronounFeature.SubjectAfterSubject, isSubject && ownRole == role && back == 1)
            | Bit(HowTold(candidate)) | Bit(WhatItIs(entity.Referent))
            | Bit(PronounFeature.One, entity.Number == Number.One) | Bit(PronounFeature.Many, entity.Number == Number.Many)
            | Bit(PronounFeature.KnownGender, entity.Gender != Gender.Unknown && entity.Gender == pronoun.Gender);
        var speaks = isSubject && Speaks(candidate);
        if (back == 0 && isSubject && Governs(document.Word(candidate.Top).Head, pronoun.Top))
        {
            features |= Bit(pronoun.Pronoun!.Use == PronounUse.Possessive ? PronounFeature.GovernsOwner : PronounFeature.Governs)
                | Bit(PronounFeature.SpeaksOfIt, speaks) | Bit(PronounFeature.BodyGoverns, entity.Referent is Referent.Body or Referent.Place);
        }

        features |= Bit(PronounFeature.Speaks, speaks) | Bit(PronounFeature.BothSpeak, speaks && ownRole == role && Speaks(pronoun));
        features |= Bit(PronounFeature.SameQuotation, pronoun.Quotation != Draft.None && pronoun.Quotation == candidate.Quotation)
            | Bit(PronounFeature.OnlyPronounQuoted, pronoun.Quotation != Draft.None && candidate.Quotation == Draft.None)
            | Bit(PronounFeature.OnlyCandidateQuoted, pronoun.Quotation == Draft.None && candidate.Quotation != Draft.None);
        var isElsewhere = document.Sentences[pronoun.Sentence].Paragraph != document.Sentences[candidate.Sentence].Paragraph;
        return features | Bit(PronounFeature.OtherParagraph, isElsewhere)
            | Bit(PronounFeature.PronounOpens, !isElsewhere && back == 1 && document.Sentences[pronoun.Sentence].FirstToken == pronoun.First);
    }

    private static ulong Bit(PronounFeature feature, bool isSeen = true) => isSeen ? 1ul << (int)feature : 0;

    private PronounFeature RoleOf(in Draft draft) => document.Word(draft.Top).Relation switch
    {
        "nsubj" or "nsubj:pass" or "nsubj:outer" => PronounFeature.Subject,
        "obj" or "iobj" => PronounFeature.Object,
        "obl" or "obl:agent" => PronounFeature.Oblique,
        "nmod:poss" => PronounFeature.Owner,
        "nmod" or "compound" or "amod" or "nmod:desc" => PronounFeature.Modifier,
        _ => PronounFeature.OtherRole,
    };

    private static PronounFeature HowTold(in Draft draft) => draft switch
    {
        { IsList: true } => PronounFeature.AsList,
        { IsName: true } => PronounFeature.ByName,
        { IsPronoun: true } => PronounFeature.ByPronoun,
        { Reference: Reference.Definite or Reference.Near or Reference.Owned } => PronounFeature.ByDefinite,
        { Reference: Reference.Bare } => PronounFeature.ByBare,
        _ => PronounFeature.ByIndefinite,
    };

    private static PronounFeature WhatItIs(Referent referent) => referent switch
    {
        Referent.Person => PronounFeature.Person,
        Referent.Body => PronounFeature.Body,
        Referent.Place => PronounFeature.Place,
        Referent.Event => PronounFeature.Event,
        Referent.Thing => PronounFeature.Thing,
        _ => PronounFeature.UnknownReferent,
    };

    private bool Speaks(in Draft draft) =>
        document.Word(draft.Top).Head is var verb and >= 0 && document.Word(verb).Lemma is { } lemma && CoreferenceWords.IsSpeech(lemma);

    private bool Governs(int verb, int token)
    {
        if (verb < 0)
            return false;
        for (var steps = 0; token >= 0 && steps < Highest; token = document.Word(token).Head, steps++)
        {
            if (token == verb)
                return true;
        }

        return false;
    }
}
