namespace Parley.Language.Times.Lexicon;

/// <summary>What a word can do in a time expression; a word may do several things.</summary>
[Flags]
internal enum TimeRole
{
    None = 0,

    /// <summary>A month, by its number.</summary>
    Month = 1 << 0,

    /// <summary>A weekday, by its ISO number.</summary>
    Weekday = 1 << 1,

    /// <summary>A weekday cut short: read as one only beside a number.</summary>
    ShortWeekday = 1 << 2,

    /// <summary>Weekdays in the plural.</summary>
    Weekdays = 1 << 3,
    Unit = 1 << 4,
    Units = 1 << 5,
    Number = 1 << 6,

    /// <summary>A number that is not told: <c>several</c>.</summary>
    Vague = 1 << 7,
    Ordinal = 1 << 8,

    /// <summary>The tens of the years of a decade: <c>nineties</c>.</summary>
    Decade = 1 << 9,
    DayPart = 1 << 10,
    DayParts = 1 << 11,

    /// <summary>A word for a time of day: <c>noon</c>.</summary>
    Clock = 1 << 12,
    Season = 1 << 13,

    /// <summary>A day counted from the day of speech, by the distance; or a night.</summary>
    DayWord = 1 << 14,
    Reference = 1 << 15,
    Shift = 1 << 16,

    /// <summary>An adjective or adverb that picks a part of a stretch: <c>early</c>.</summary>
    Section = 1 << 17,

    /// <summary>A noun that picks one: <c>the end</c>.</summary>
    SectionNoun = 1 << 18,
    Approximator = 1 << 19,

    /// <summary>An adjective that may stand between a number and its unit.</summary>
    Filler = 1 << 20,
    Set = 1 << 21,
    Frequency = 1 << 22,
    Quantifier = 1 << 23,

    /// <summary>A length in one word: <c>yearlong</c>.</summary>
    Length = 1 << 24,
    Zone = 1 << 25,
    Era = 1 << 26,

    /// <summary>Something that is counted, so that the number before it is no year.</summary>
    Counted = 1 << 27,

    /// <summary>Something that bears a number, so that the number after it is no year.</summary>
    Numbered = 1 << 28,

    /// <summary>A feast, on a fixed day or not.</summary>
    Feast = 1 << 29,
}
