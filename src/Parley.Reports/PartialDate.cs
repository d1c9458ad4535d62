using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Parley.Reports;

/// <summary>How exactly a <see cref="PartialDate"/> is known.</summary>
public enum DatePrecision
{
    /// <summary><c>2021</c></summary>
    Year,

    /// <summary><c>2021-05</c></summary>
    Month,

    /// <summary><c>2021-05-14</c></summary>
    Day,

    /// <summary><c>2021-05-14T02:00</c></summary>
    Minute,

    /// <summary><c>2021-05-14T02:00:30</c></summary>
    Second,
}

/// <summary>
/// A date or moment exactly as precise as it was told (ISO 8601): a month stays a month, and a
/// time without an offset stays local. The idea of dates with implied precision is
/// followthemoney's; the calendar is NodaTime's.
/// </summary>
public readonly record struct PartialDate
{
    private readonly LocalDateTime _value;

    private PartialDate(LocalDateTime value, DatePrecision precision, Offset? offset)
    {
        _value = value;
        Precision = precision;
        Offset = offset;
    }

    /// <summary>How much of it is known.</summary>
    public DatePrecision Precision { get; }

    /// <summary>The distance from UTC; null for dates and for local times.</summary>
    public Offset? Offset { get; }

    /// <summary>The year.</summary>
    public int Year => _value.Year;

    /// <summary>Its day; the first of the month or year where that is all that is known.</summary>
    public LocalDate FirstDay => _value.Date;

    /// <summary>Its last day: the same as <see cref="FirstDay"/> unless only a month or year is known.</summary>
    public LocalDate LastDay => Precision switch
    {
        DatePrecision.Year => new LocalDate(Year, 12, 31),
        DatePrecision.Month => _value.Date.With(DateAdjusters.EndOfMonth),
        _ => _value.Date,
    };

    /// <summary>The time of day; null where only a date is known.</summary>
    public LocalTime? TimeOfDay => Precision >= DatePrecision.Minute ? _value.TimeOfDay : null;

    /// <summary>The moment on the world's clock; null unless time and offset are both known.</summary>
    public Instant? Instant => Offset is { } offset ? _value.WithOffset(offset).ToInstant() : null;

    /// <summary>A year.</summary>
    public static PartialDate OfYear(int year) => new(new LocalDate(year, 1, 1).AtMidnight(), DatePrecision.Year, null);

    /// <summary>A month of a year.</summary>
    public static PartialDate OfMonth(int year, int month) =>
        new(new LocalDate(year, month, 1).AtMidnight(), DatePrecision.Month, null);

    /// <summary>A day.</summary>
    public static PartialDate OfDay(LocalDate day) => new(day.AtMidnight(), DatePrecision.Day, null);

    /// <summary>A local time of a day, its offset unknown; whole minutes keep minute precision.</summary>
    public static PartialDate OfLocal(LocalDateTime time) => new(
        ToSecond(time), time.Second == 0 ? DatePrecision.Minute : DatePrecision.Second, null);

    /// <summary>A moment with its offset from UTC; what is finer than <paramref name="precision"/> is dropped.</summary>
    /// <param name="moment">The moment.</param>
    /// <param name="precision">How exactly it was told: to the minute or to the second.</param>
    /// <exception cref="ArgumentOutOfRangeException">A precision that is no time's.</exception>
    public static PartialDate OfMoment(OffsetDateTime moment, DatePrecision precision = DatePrecision.Second)
    {
        if (precision < DatePrecision.Minute)
            throw new ArgumentOutOfRangeException(nameof(precision), precision, "A moment is told to the minute or to the second.");
        var local = precision == DatePrecision.Minute
            ? moment.LocalDateTime.With(TimeAdjusters.TruncateToMinute)
            : ToSecond(moment.LocalDateTime);
        return new(local, precision, moment.Offset);
    }

    /// <summary>
    /// Reads ISO 8601 as this type writes it, and RFC 3339: <c>2021</c>, <c>2021-05</c>, <c>2021-05-14</c>,
    /// <c>2021-05-14T02:00</c>, <c>2021-05-14T02:00:30Z</c>, <c>…+03:00</c>, <c>…+0300</c>; parts of a second are dropped.
    /// A moment without seconds is known to the minute.
    /// </summary>
    /// <returns>False, with no date, where the text is anything else or no day of the calendar.</returns>
    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        if (text is null)
            return false;
        var s = text.Trim();
        switch (s.Length)
        {
            case 4 when int.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0:
                date = OfYear(year);
                return true;
            case 7 when YearMonthPattern.Iso.Parse(s) is { Success: true } month:
                date = OfMonth(month.Value.Year, month.Value.Month);
                return true;
            case 10 when LocalDatePattern.Iso.Parse(s) is { Success: true } day:
                date = OfDay(day.Value);
                return true;
        }

        foreach (var pattern in s_moments)
        {
            if (pattern.Parse(s) is { Success: true } moment)
            {
                date = OfMoment(moment.Value);
                return true;
            }
        }

        foreach (var pattern in s_momentsToTheMinute)
        {
            if (pattern.Parse(s) is { Success: true } moment)
            {
                date = OfMoment(moment.Value, DatePrecision.Minute);
                return true;
            }
        }

        foreach (var pattern in s_locals)
        {
            if (pattern.Parse(s) is { Success: true } local)
            {
                date = OfLocal(local.Value);
                return true;
            }
        }

        return false;
    }

    /// <summary>The date in ISO 8601, no more precise than it is known.</summary>
    public override string ToString()
    {
        var pattern = Precision switch
        {
            DatePrecision.Year => "uuuu",
            DatePrecision.Month => "uuuu-MM",
            DatePrecision.Day => "uuuu-MM-dd",
            DatePrecision.Minute => "uuuu-MM-ddTHH:mm",
            _ => "uuuu-MM-ddTHH:mm:ss",
        };
        var local = _value.ToString(pattern, CultureInfo.InvariantCulture);
        return Offset is { } offset ? local + s_offset.Format(offset) : local;
    }

    private static LocalDateTime ToSecond(LocalDateTime time) => time.With(TimeAdjusters.TruncateToSecond);

    // RFC 3339 wants hours and minutes, and Z for none.
    private static readonly OffsetPattern s_offset = OffsetPattern.CreateWithInvariantCulture("Z+HH:mm");

    private static readonly OffsetDateTimePattern[] s_moments =
    [
        OffsetDateTimePattern.Rfc3339,
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<Z+HHmm>"),
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.FFFFFFFFFo<Z+HHmm>"),
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:sso<Z+HH:mm>"),
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss o<Z+HHmm>"),
    ];

    private static readonly OffsetDateTimePattern[] s_momentsToTheMinute =
    [
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<Z+HH:mm>"),
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<Z+HHmm>"),
    ];

    private static readonly LocalDateTimePattern[] s_locals =
    [
        LocalDateTimePattern.ExtendedIso,
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm"),
    ];
}
