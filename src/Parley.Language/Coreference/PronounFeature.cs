namespace Parley.Language.Coreference;

/// <summary>
/// What is seen of a pronoun and one that it may stand for. <c>pronoun-weights.tsv</c> says what each counts for; that file's rows
/// bear these names.
/// </summary>
internal enum PronounFeature
{
    /// <summary>Of standing for nothing that is known: always there, and the only one.</summary>
    Nothing,

    // How many sentences back it was last told of.
    SameSentence,
    OneBack,
    TwoBack,
    ThreeBack,

    // How many others that would do were told of since.
    Nearest,
    SecondNearest,
    ThirdNearest,
    Farther,

    // What it does in its clause.
    Subject,
    Object,
    Oblique,
    Owner,
    Modifier,
    OtherRole,
    SameRole,

    /// <summary>The first that its sentence tells of.</summary>
    LeadsSentence,

    /// <summary>The subject of its sentence's main verb.</summary>
    MainSubject,

    /// <summary>The subject of a verb that the pronoun's clause hangs on, or stands in.</summary>
    Governs,

    /// <summary>The same, of a pronoun that owns.</summary>
    GovernsOwner,

    /// <summary>A subject of the sentence before, for a pronoun that is a subject.</summary>
    SubjectAfterSubject,

    // How it is told of.
    ByName,
    ByPronoun,
    ByDefinite,
    ByIndefinite,
    ByBare,
    AsList,

    // What it is.
    Person,
    Body,
    Place,
    Event,
    Thing,
    UnknownReferent,
    One,
    Many,
    KnownGender,

    /// <summary>It speaks.</summary>
    Speaks,

    /// <summary>It speaks, and so does what the pronoun stands for.</summary>
    BothSpeak,

    // Whether the pronoun and it are within quotation marks.
    SameQuotation,
    OnlyPronounQuoted,
    OnlyCandidateQuoted,

    /// <summary>It was last told of in another paragraph.</summary>
    OtherParagraph,

    /// <summary>The pronoun opens its sentence, in the same paragraph.</summary>
    PronounOpens,

    /// <summary>Nothing else would do.</summary>
    Alone,

    /// <summary>It speaks, and the pronoun is in what it says.</summary>
    SpeaksOfIt,

    /// <summary>It is a body or place whose deed the pronoun's clause is part of.</summary>
    BodyGoverns,
}
