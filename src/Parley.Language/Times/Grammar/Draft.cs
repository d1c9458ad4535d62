using Parley.Language.Times.Lexicon;

namespace Parley.Language.Times.Grammar;

/// <summary>What a <see cref="Draft"/> says, and so how it is resolved.</summary>
internal enum DraftForm : byte
{
    /// <summary>Its value is in its words.</summary>
    Fixed,

    /// <summary>A place in the calendar, whole or in part.</summary>
    Calendar,

    /// <summary>A place in the calendar counted from another: <c>last month</c>, <c>that day</c>.</summary>
    Shifted,

    /// <summary>So many units from another place: <c>two days earlier</c>.</summary>
    Offset,

    /// <summary>A length.</summary>
    Duration,
}

/// <summary>A time expression as its own words tell it, before it is set among the others and the report's date.</summary>
internal sealed record Draft
{
    public required DraftForm Form { get; init; }

    public required TimeKind Kind { get; init; }

    /// <summary>Its first atom, and the atom after its last.</summary>
    public required int First { get; init; }

    public required int End { get; init; }

    public CalendarTime Time { get; init; } = new();

    public Shift Shift { get; init; }

    /// <summary>What is shifted or counted.</summary>
    public TimeUnit Unit { get; init; }

    public Amount Amount { get; init; }

    /// <summary>Of an offset, or of a duration that is tied to a moment: -1 before it, 1 after it, 0 neither.</summary>
    public int Direction { get; init; }

    /// <summary>Whether it is counted from the time of speech and not from what the text last spoke of.</summary>
    public bool IsFromSpeech { get; init; }

    /// <summary>What it is counted from, where its own words tell: <c>two weeks from Friday</c>, <c>the first week of June</c>.</summary>
    public Draft? From { get; init; }

    /// <summary>Which of the lengths in <see cref="From"/> it is, from 1: the third week of March; 0 where it is counted from the end.</summary>
    public int Nth { get; init; }

    public TimeModifier Modifier { get; init; }

    public string? Value { get; init; }

    public string? Quantifier { get; init; }

    public string? Frequency { get; init; }

    public TimeAmbiguity Ambiguity { get; init; }

    public bool IsAge { get; init; }

    /// <summary>Whether its year is told by its last two digits: <c>'99</c>.</summary>
    public bool IsShortYear { get; init; }

    /// <summary>Whether a year beside a noun, which dates the noun and not the story: <c>the 1902 pact</c>.</summary>
    public bool IsAside { get; init; }

    public static Draft Calendar(int first, int end, CalendarTime time, TimeModifier modifier = TimeModifier.None) => new()
    {
        Form = DraftForm.Calendar,
        Kind = time.HasTimeOfDay ? TimeKind.Time : TimeKind.Date,
        First = first,
        End = end,
        Time = time,
        Modifier = modifier,
    };

    public static Draft Fixed(int first, int end, TimeKind kind, string value) => new()
    {
        Form = DraftForm.Fixed,
        Kind = kind,
        First = first,
        End = end,
        Value = value,
    };
}
