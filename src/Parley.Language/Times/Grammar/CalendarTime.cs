using System.Globalization;
using NodaTime;
using NodaTime.Calendars;
using Parley.Reports;

namespace Parley.Language.Times.Grammar;

/// <summary>
/// A place in the calendar, as much of it as is known: parts that are not are 0, -1 or null. Years before the first are negative,
/// without a year 0.
/// </summary>
internal readonly record struct CalendarTime
{
    public CalendarTime() { }

    public int? Year { get; init; }

    /// <summary>The decade's years without their last digit, or the century's without their last two.</summary>
    public int? Decade { get; init; }

    public int? Century { get; init; }

    public int Month { get; init; }

    public int Day { get; init; }

    /// <summary>Whether it is a day of its year or month, and no more is known of which.</summary>
    public bool IsSomeDay { get; init; }

    /// <summary>The ISO week of <see cref="Year"/>, which is then a week year; -1 for a week that is not known.</summary>
    public int Week { get; init; }

    public bool IsWeekend { get; init; }

    /// <summary>The ISO weekday, where no day is known.</summary>
    public int Weekday { get; init; }

    public string? Season { get; init; }

    public int Quarter { get; init; }

    public int Half { get; init; }

    /// <summary>TIMEX3's part of the day: <c>NI</c>; <c>XX</c> for a time of day that is not known.</summary>
    public string? DayPart { get; init; }

    public int Hour { get; init; } = -1;

    public int Minute { get; init; }

    public int Second { get; init; } = -1;

    /// <summary>The offset from UTC as ISO 8601 writes it, whole hours alone; null for local time.</summary>
    public string? Zone { get; init; }

    public bool HasTimeOfDay => DayPart is not null || Hour >= 0;

    /// <summary>Whether it names one day of the calendar.</summary>
    public bool HasDay => Year is not null && Month > 0 && Day > 0;

    /// <summary>Whether nothing is known of its day, week, month or year.</summary>
    public bool HasNoDate => Year is null && Decade is null && Century is null && Month == 0 && Day == 0 && Weekday == 0 && Week == 0
        && Season is null && Quarter == 0 && Half == 0;

    public LocalDate? Date => HasDay && Year is > 0 and < 9999 && Day <= CalendarSystem.Iso.GetDaysInMonth(Year.Value, Month)
        ? new LocalDate(Year.Value, Month, Day) : null;

    public static CalendarTime Of(LocalDate day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };

    public static CalendarTime OfWeek(LocalDate day, bool isWeekend = false) => new()
    {
        Year = WeekYearRules.Iso.GetWeekYear(day),
        Week = WeekYearRules.Iso.GetWeekOfWeekYear(day),
        IsWeekend = isWeekend,
    };

    public CalendarTime WithDay(CalendarTime day) => this with { Year = day.Year, Month = day.Month, Day = day.Day, Weekday = 0 };

    /// <summary>Its TIMEX3 value.</summary>
    public string ToTimex()
    {
        var value = DateValue();
        if (Hour < 0)
            return DayPart is null ? value : $"{value}T{DayPart}";
        var seconds = Second >= 0 ? string.Create(CultureInfo.InvariantCulture, $":{Second:D2}") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{value}T{Hour:D2}:{Minute:D2}{seconds}{Zone}");
    }

    /// <summary>The dates it spans; null where they are not all known.</summary>
    public PartialRange? ToRange()
    {
        if (Century is { } century)
            return century > 0 ? Years(century * 100, 99) : null;
        if (Decade is { } decade)
            return decade > 0 ? Years(decade * 10, 9) : null;
        if (Year is not (> 0 and < 9999) || Season is not null || Week < 0 || IsSomeDay)
            return null;
        var year = Year.Value;
        if (Week > 0)
        {
            if (Week > WeekYearRules.Iso.GetWeeksInWeekYear(year))
                return null;
            var monday = WeekYearRules.Iso.GetLocalDate(year, Week, IsoDayOfWeek.Monday);
            return new PartialRange(PartialDate.OfDay(IsWeekend ? monday.PlusDays(5) : monday), PartialDate.OfDay(monday.PlusDays(6)));
        }

        if (Quarter > 0)
            return new PartialRange(PartialDate.OfMonth(year, (Quarter * 3) - 2), PartialDate.OfMonth(year, Quarter * 3));
        if (Half > 0)
            return new PartialRange(PartialDate.OfMonth(year, (Half * 6) - 5), PartialDate.OfMonth(year, Half * 6));
        if (Month == 0)
            return Weekday == 0 && !HasTimeOfDay ? new PartialRange(PartialDate.OfYear(year)) : null;
        if (Day == 0)
            return HasTimeOfDay ? null : new PartialRange(PartialDate.OfMonth(year, Month));
        if (Date is not { } date)
            return null;
        if (Hour < 0)
            return new PartialRange(PartialDate.OfDay(date));
        var local = (Hour == 24 ? date.PlusDays(1) : date).At(new LocalTime(Hour % 24, Minute, Math.Max(Second, 0)));
        if (Zone is null)
            return new PartialRange(PartialDate.OfLocal(local));
        var offset = Zone == "Z" ? Offset.Zero : Offset.FromHours(int.Parse(Zone, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        return new PartialRange(PartialDate.OfMoment(local.WithOffset(offset), Second < 0 ? DatePrecision.Minute : DatePrecision.Second));
    }

    private static PartialRange Years(int first, int more) => new(PartialDate.OfYear(first), PartialDate.OfYear(first + more));

    private string DateValue()
    {
        if (Century is { } century)
            return century < 0 ? Invariant($"BC{-century - 1:D2}") : Invariant($"{century:D2}");
        if (Decade is { } decade)
            return decade < 0 ? Invariant($"BC{-decade - 1:D3}") : Invariant($"{decade:D3}");
        var year = Year switch
        {
            null => "XXXX",
            < 0 => Invariant($"BC{-Year.Value:D4}"),
            _ => Invariant($"{Year.Value:D4}"),
        };
        if (Season is not null)
            return $"{year}-{Season}";
        if (Quarter > 0)
            return Invariant($"{year}-Q{Quarter}");
        if (Half > 0)
            return Invariant($"{year}-H{Half}");
        if (Week != 0)
            return (Week < 0 ? $"{year}-WXX" : Invariant($"{year}-W{Week:D2}")) + (IsWeekend ? "-WE" : "");
        if (Weekday > 0 && Day == 0)
            return Invariant($"{year}-WXX-{Weekday}");
        if (Month == 0)
            return Day > 0 ? Invariant($"{year}-XX-{Day:D2}") : HasTimeOfDay || IsSomeDay ? $"{year}-XX-XX" : year;
        return Day > 0 ? Invariant($"{year}-{Month:D2}-{Day:D2}")
            : HasTimeOfDay || IsSomeDay ? Invariant($"{year}-{Month:D2}-XX") : Invariant($"{year}-{Month:D2}");
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
