namespace Parley.Language.Times;

/// <summary>The types of TIMEX3 (TimeML 1.2.1).</summary>
public enum TimeKind
{
    /// <summary>A day or a longer stretch of the calendar: <c>Thursday</c>, <c>last month</c>.</summary>
    Date,

    /// <summary>A time of day: <c>midnight Thursday</c>.</summary>
    Time,

    /// <summary>A length: <c>nearly a week</c>.</summary>
    Duration,

    /// <summary>Something that recurs: <c>every Friday</c>.</summary>
    Set,
}
