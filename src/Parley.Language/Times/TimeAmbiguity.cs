namespace Parley.Language.Times;

/// <summary>Why a time expression can be read in more ways than one.</summary>
public enum TimeAmbiguity
{
    /// <summary>It cannot.</summary>
    None,

    /// <summary>Nothing is known to count it from: <c>Thursday</c> in an undated report.</summary>
    NoAnchor,

    /// <summary>What it is counted from is not known exactly enough: <c>Thursday</c> in a report dated by its month.</summary>
    AnchorTooCoarse,

    /// <summary>The day may be the month, and the month the day: <c>12/05/2021</c>.</summary>
    DayOrMonth,

    /// <summary>The midnight may begin the day named or end it; its value takes it to end it.</summary>
    WhichMidnight,

    /// <summary>A feast whose day is fixed year by year, by the moon or a council: <c>Ramadan</c>.</summary>
    MovableFeast,

    /// <summary>Morning or evening is not told: <c>at 6:30</c> could be either.</summary>
    HalfOfDay,
}
