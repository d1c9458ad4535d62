namespace Parley.Language.Times;

/// <summary>How words narrow or loosen a value: TIMEX3's <c>mod</c> (TimeML 1.2.1).</summary>
public enum TimeModifier
{
    /// <summary>They do not.</summary>
    None,

    /// <summary><c>earlier this month</c></summary>
    Before,

    /// <summary><c>later this month</c></summary>
    After,

    /// <summary><c>nearly a week</c></summary>
    LessThan,

    /// <summary><c>more than a week</c></summary>
    MoreThan,

    /// <summary><c>up to a week</c></summary>
    EqualOrLess,

    /// <summary><c>at least a week</c></summary>
    EqualOrMore,

    /// <summary><c>early 2021</c></summary>
    Start,

    /// <summary><c>mid-2021</c></summary>
    Mid,

    /// <summary><c>late 2021</c></summary>
    End,

    /// <summary><c>about a week</c></summary>
    Approx,
}
