namespace Parley.Language.Coreference;

/// <summary>What sort of thing an expression refers to.</summary>
internal enum Referent : byte
{
    Unknown,
    Person,
    Body,
    Place,
    Event,
    Thing,
}

/// <summary>How many an expression refers to.</summary>
internal enum Number : byte
{
    Unknown,
    One,
    Many,
}

/// <summary>Whether a person is told to be a man or a woman; mostly the text does not tell.</summary>
internal enum Gender : byte
{
    Unknown,
    Male,
    Female,
}

/// <summary>What the words before a noun say of whether it was told before.</summary>
internal enum Reference : byte
{
    /// <summary>Nothing: <c>talks</c>.</summary>
    Bare,

    /// <summary>By <c>the</c>: told before, or known by itself.</summary>
    Definite,

    /// <summary>By <c>this</c> and the like.</summary>
    Near,

    /// <summary>By an owner: <c>their answer</c>.</summary>
    Owned,

    /// <summary>By <c>a</c> and the like: told for the first time.</summary>
    Indefinite,

    /// <summary>By <c>another</c> and the like: not the one told before.</summary>
    New,

    /// <summary>By <c>any</c>, <c>no</c> and the like: no one thing.</summary>
    Open,
}

/// <summary>A <see cref="Mention"/> while it is read. All places are indices of tokens.</summary>
internal struct Draft
{
    /// <summary>No token, name, quotation or draft.</summary>
    public const int None = -1;

    /// <summary>From its first token to before <see cref="End"/>.</summary>
    public int First, End;

    /// <summary>Of a name, the name alone; of all others, the head word.</summary>
    public int HeadFirst, HeadEnd;

    /// <summary>The token by which it hangs on its clause.</summary>
    public int Top;

    public int Sentence;

    /// <summary>The innermost quotation that it stands in, or none.</summary>
    public int Quotation;

    /// <summary>The draft that it was resolved to, which may come after it, or none.</summary>
    public int Antecedent;

    public MentionKind Kind;

    public Referent Referent;

    public Number Number;

    public Gender Gender;

    public Reference Reference;

    /// <summary>Whether it stands for all members of a list: <c>Israel and Hamas</c>. Kept only where something refers to it.</summary>
    public bool IsList;

    /// <summary>Whether it looks back to something that was not decided.</summary>
    public bool IsUndecided;

    /// <summary>Whether its own sentence says by name what it refers to.</summary>
    public bool IsSettled;

    /// <summary>A person who is not named where introduced: <c>a diplomat</c>, <c>the source</c>.</summary>
    public bool IsAnonymous;

    /// <summary>What the lists say of its head noun; null of names and pronouns, and where they say nothing.</summary>
    public Noun? Noun;

    /// <summary>What the lists say of it as a pronoun; null of others.</summary>
    public Pronoun? Pronoun;

    public readonly bool IsPronoun => Kind == MentionKind.Pronoun;

    public readonly bool IsName => Kind == MentionKind.Name;
}
