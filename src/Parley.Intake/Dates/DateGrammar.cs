using NodaTime;
using Parley.Reports;

namespace Parley.Intake.Dates;

/// <summary>A day, or a month, as written; not yet looked up in the calendar.</summary>
/// <param name="Year">Four digits.</param>
/// <param name="Month">A month's number, if it is one.</param>
/// <param name="Day">A day of the month, if it is one; null where only the month is written.</param>
internal readonly record struct WrittenDay(int Year, int Month, int? Day)
{
    /// <summary>The day of the calendar; null where there is none such, or none is written.</summary>
    public LocalDate? OnCalendar() =>
        IsMonth && Day is { } day && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(Year, Month)
            ? new LocalDate(Year, Month, day)
            : null;

    /// <summary>Whether there is such a month, near enough to our time to be meant.</summary>
    public bool IsMonth => Year is >= 1800 and <= 2200 && Month is >= 1 and <= 12;
}

/// <summary>A time of day as written.</summary>
/// <param name="Time">The time.</param>
/// <param name="Precision">Whether seconds were written.</param>
internal readonly record struct WrittenTime(LocalTime Time, DatePrecision Precision);

/// <summary>The parts of a written date. Each takes what it knows, or nothing.</summary>
internal static class DateGrammar
{
    /// <summary>Takes a day or a month.</summary>
    public static bool TryDay(ref DateTokens tokens, out WrittenDay day)
    {
        var start = tokens;
        day = default;
        if ((DayFirst(ref tokens) ?? MonthFirst(ref tokens, start) ?? Numeric(ref tokens, start)) is not { } found)
        {
            tokens = start;
            return false;
        }

        day = found;
        return true;
    }

    /// <summary>
    /// Takes a time: <c>18:40</c>, <c>18:40:05</c>, <c>18.40</c>, <c>6:40 pm</c>, <c>6 p.m.</c>; a leap second is taken
    /// for the one before.
    /// </summary>
    public static bool TryTime(ref DateTokens tokens, out WrittenTime time)
    {
        var start = tokens;
        if (Time(ref tokens) is { } found)
        {
            time = found;
            return true;
        }

        tokens = start;
        time = default;
        return false;
    }

    /// <summary>Takes the zone that follows a time: <c>GMT</c>, <c>UTC+03:00</c>, <c>(GMT+3)</c>, <c>+0300</c>, <c>EDT</c>.</summary>
    /// <param name="tokens">After the time.</param>
    /// <param name="isWhole">
    /// Whether the text is a date and nothing else: then <c>gmt</c> is a zone too, and <c>-5</c>, which in running text
    /// may count something.
    /// </param>
    public static Offset? TryZone(ref DateTokens tokens, bool isWhole)
    {
        var start = tokens;
        tokens.Skip(',');
        var close = tokens.Skip('(') ? ')' : tokens.Skip('[') ? ']' : '\0';
        Offset? zone = tokens.Word<Offset>(isWhole ? DateWords.ZoneInAnyCase : DateWords.Zone, out var named) ? named : null;
        if (zone is null)
            zone = tokens.SignedOffset(fewest: isWhole ? 1 : 2);
        else if (zone == Offset.Zero)
            zone = tokens.SignedOffset(fewest: 1) ?? zone;
        if (zone is null)
            tokens = start;
        else if (close != '\0')
            tokens.Skip(close);
        return zone;
    }

    // 14 May 2021, 14th of May, 2021, 14-May-2021, 14. May 2021
    private static WrittenDay? DayFirst(ref DateTokens tokens)
    {
        if (!tokens.Number(1, 2, out var day))
            return null;
        tokens.SkipWord(DateWords.IsOrdinal);
        if (!tokens.Skip('-'))
            tokens.Skip('.');
        tokens.SkipWord(DateWords.IsConnector);
        if (!tokens.Word<int>(DateWords.Month, out var month))
            return null;
        tokens.Skip('.');
        if (!tokens.Skip('-'))
            tokens.Skip(',');
        return tokens.Number(4, 4, out var year) ? new WrittenDay(year, month, day) : null;
    }

    // May 14, 2021; May 2021
    private static WrittenDay? MonthFirst(ref DateTokens tokens, DateTokens start)
    {
        tokens = start;
        if (!tokens.Word<int>(DateWords.Month, out var month))
            return null;
        tokens.Skip('.');
        if (tokens.Number(4, 4, out var alone))
            return new WrittenDay(alone, month, null);
        if (!tokens.Number(1, 2, out var day))
            return null;
        tokens.SkipWord(DateWords.IsOrdinal);
        tokens.Skip(',');
        return tokens.Number(4, 4, out var year) ? new WrittenDay(year, month, day) : null;
    }

    // 2021-05-14, 2021/05/14, 14/05/2021, 5/14/2021: day and month apart only where one of them can be no month.
    private static WrittenDay? Numeric(ref DateTokens tokens, DateTokens start)
    {
        tokens = start;
        var yearFirst = tokens.Number(4, 4, out var first);
        if (!yearFirst && !tokens.Number(1, 2, out first))
            return null;
        var mark = tokens.Skip('-') ? '-' : tokens.Skip('/') ? '/' : tokens.Skip('.') ? '.' : '\0';
        if (mark == '\0' || !tokens.Number(1, 2, out var second) || !tokens.Skip(mark))
            return null;
        if (yearFirst)
            return tokens.Number(1, 2, out var day) ? new WrittenDay(first, second, day) : null;
        if (!tokens.Number(4, 4, out var year))
            return null;
        return (first > 12, second > 12) switch
        {
            (true, false) => new WrittenDay(year, second, first),
            (false, true) => new WrittenDay(year, first, second),
            _ => first == second ? new WrittenDay(year, first, second) : null,
        };
    }

    private static WrittenTime? Time(ref DateTokens tokens)
    {
        tokens.SkipTimeMark();
        if (!tokens.Number(1, 2, out var hour))
            return null;
        int minute = 0, second = 0;
        var mark = tokens.SkipWithinNumber(':') ? ':' : tokens.SkipWithinNumber('.') ? '.' : '\0';
        if (mark != '\0' && !tokens.Number(2, 2, out minute))
            return null;
        var hasSeconds = mark != '\0' && tokens.SkipWithinNumber(mark);
        if (hasSeconds && !tokens.Number(2, 2, out second))
            return null;
        if (hasSeconds && tokens.SkipWithinNumber('.'))
            tokens.SkipDigits();
        if (tokens.Noon(out var afternoon))
        {
            if (hour is < 1 or > 12)
                return null;
            hour = hour % 12 + (afternoon ? 12 : 0);
        }
        else if (mark == '\0')
        {
            return null;
        }

        return hour > 23 || minute > 59 || second > 60
            ? null
            : new WrittenTime(new LocalTime(hour, minute, Math.Min(second, 59)), hasSeconds ? DatePrecision.Second : DatePrecision.Minute);
    }
}
