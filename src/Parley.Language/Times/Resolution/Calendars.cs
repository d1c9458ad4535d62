using NodaTime;
using Parley.Language.Times.Grammar;
using Parley.Language.Times.Lexicon;

namespace Parley.Language.Times.Resolution;

/// <summary>Counts along the calendar from a time that may be known in part only.</summary>
internal static class Calendars
{
    /// <summary>The month about which a season lies, for its order among months: the winter is that of January.</summary>
    public static int MonthOf(string season) => season switch { "SP" => 4, "SU" => 7, "FA" => 10, _ => 1 };

    /// <summary>
    /// The <paramref name="unit"/> so many after the one that holds <paramref name="anchor"/>; null where the anchor is too coarse.
    /// </summary>
    public static CalendarTime? Add(CalendarTime anchor, TimeUnit unit, int count)
    {
        if (anchor.Year is not { } year)
            return null;
        switch (unit)
        {
            case TimeUnit.Day:
                return Plus(anchor, count) is { } day ? CalendarTime.Of(day) : null;
            case TimeUnit.Week or TimeUnit.Fortnight or TimeUnit.Weekend:
                return Plus(anchor, count * (unit == TimeUnit.Fortnight ? 14 : 7)) is { } inWeek
                    ? CalendarTime.OfWeek(inWeek, unit == TimeUnit.Weekend) : null;
            case TimeUnit.Month:
                if (anchor.Month == 0)
                    return null;
                var months = ((long)year * 12) + anchor.Month - 1 + count;
                return Bounded(months / 12, year) is { } monthYear ? new() { Year = monthYear, Month = (int)(((months % 12) + 12) % 12) + 1 } : null;
            case TimeUnit.Quarter:
                if (anchor.Month == 0)
                    return null;
                var quarters = ((long)year * 4) + ((anchor.Month - 1) / 3) + count;
                return Bounded(quarters / 4, year) is { } quarterYear ? new() { Year = quarterYear, Quarter = (int)(quarters % 4) + 1 } : null;
            case TimeUnit.Year:
                return Bounded((long)year + count, year) is { } next ? new() { Year = next } : null;
            case TimeUnit.Decade:
                return year > 0 ? Bounded(year + (10L * count), year) is { } inDecade ? new() { Decade = inDecade / 10 } : null
                    : new() { Decade = (-(-year / 10)) - 1 + count };
            case TimeUnit.Century:
                return year > 0 ? Bounded(year + (100L * count), year) is { } inCentury ? new() { Century = inCentury / 100 } : null
                    : new() { Century = -((-year - 1) / 100) - 1 + count };
            default:
                return null;
        }
    }

    public static LocalDate? Plus(CalendarTime anchor, int days) => anchor.Date is { } date && date.Year + (days / 365) is > 1 and < 9990 ? date.PlusDays(days) : null;

    /// <summary>A day of the week on or after <paramref name="from"/>.</summary>
    public static LocalDate OnOrAfter(LocalDate from, int weekday) => from.PlusDays((weekday - (int)from.DayOfWeek + 7) % 7);

    /// <summary>A day of the week on or before <paramref name="from"/>.</summary>
    public static LocalDate OnOrBefore(LocalDate from, int weekday) => from.PlusDays(-(((int)from.DayOfWeek - weekday + 7) % 7));

    /// <summary>A year on the same side of the first, within what a calendar bears.</summary>
    private static int? Bounded(long year, int from) => from > 0 == year > 0 && year is > -9999 and < 9999 && year != 0 ? (int)year : null;
}
