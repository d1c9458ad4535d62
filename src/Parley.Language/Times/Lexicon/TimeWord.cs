namespace Parley.Language.Times.Lexicon;

/// <summary>What the lexicon knows of a word; numbers are 0 and values null where a word does not have the role.</summary>
internal sealed record TimeWord
{
    public required TimeRole Roles { get; init; }

    public Keyword Keyword { get; init; }

    public int Month { get; init; }

    public int Weekday { get; init; }

    public TimeUnit Unit { get; init; }

    public int Number { get; init; }

    public int Ordinal { get; init; }

    public int Decade { get; init; }

    public string? DayPart { get; init; }

    public string? Season { get; init; }

    /// <summary>A distance in days, or <c>0NI</c> for tonight, <c>ON</c> for overnight.</summary>
    public string? DayWord { get; init; }

    public Shift Shift { get; init; }

    public TimeModifier Modifier { get; init; }

    public TenseCue Cue { get; init; }

    /// <summary>The TIMEX3 value that the word has by itself, its time of day, zone, era or count.</summary>
    public string? Value { get; init; }

    /// <summary>Expressions of several words that begin with this one, the longest first.</summary>
    public ImmutableArray<TimePhrase> Phrases { get; init; } = [];

    public bool Is(TimeRole role) => (Roles & role) != 0;
}

/// <summary>An expression of several words and marks.</summary>
/// <param name="Parts">Its words and marks.</param>
/// <param name="Role">What it does.</param>
/// <param name="Value">Its value, as its role has it.</param>
/// <param name="Modifier">How it narrows a value.</param>
internal sealed record TimePhrase(ImmutableArray<string> Parts, TimeRole Role, string Value, TimeModifier Modifier);
