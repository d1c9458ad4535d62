using Parley.Reports;

namespace Parley.Language.Times;

/// <summary>
/// A date, time of day, duration or recurrence told in a text, with its value in TIMEX3 (TimeML 1.2.1). Never more precise than
/// told: a month stays a month, and where the text leaves open what is meant, <see cref="Ambiguity"/> says so.
/// </summary>
public sealed record TimeExpression
{
    /// <summary>Its characters in the report's text, without a leading preposition.</summary>
    public required Span Span { get; init; }

    /// <summary>Its type.</summary>
    public required TimeKind Kind { get; init; }

    /// <summary>
    /// Its TIMEX3 value, in the forms of ISO 8601: <c>2021-05-13</c>, <c>2021-W19</c>, <c>2021-05-13TNI</c>, <c>P11D</c>,
    /// <c>PXD</c> for some days, <c>PAST_REF</c>; unknown parts are <c>X</c>. Null where no value is known.
    /// </summary>
    public required string? Value { get; init; }

    /// <summary>
    /// The calendar time that it denotes; for a duration, the stretch where the text ties it down (<c>the past 24 hours</c>).
    /// Null where that is unknown, before the year 1, and for seasons, whose ends are nobody's to fix.
    /// </summary>
    public PartialRange? Calendar { get; init; }

    /// <summary>
    /// The whole stretch, where this expression is its start and the next one its end: <c>May 10-21</c>,
    /// <c>from Monday to Thursday</c>. Null elsewhere.
    /// </summary>
    public PartialRange? Stretch { get; init; }

    /// <summary>How the words narrow or loosen the value.</summary>
    public TimeModifier Modifier { get; init; }

    /// <summary>For a set, its quantifier (TIMEX3 <c>quant</c>): <c>EVERY</c>; null for none.</summary>
    public string? Quantifier { get; init; }

    /// <summary>For a set, how often in each stretch (TIMEX3 <c>freq</c>): <c>2X</c>; null where it is not told.</summary>
    public string? Frequency { get; init; }

    /// <summary>What it was counted from.</summary>
    public TimeAnchor Anchor { get; init; }

    /// <summary>Whether and why it can be read in more ways than one.</summary>
    public TimeAmbiguity Ambiguity { get; init; }

    /// <summary>Whether it is the age of someone or something: <c>the 10-year-old</c>.</summary>
    public bool IsAge { get; init; }
}
