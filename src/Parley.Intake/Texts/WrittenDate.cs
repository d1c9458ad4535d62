using System.Collections.Frozen;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Parley.Reports;
using Parley.Reports.Data;

namespace Parley.Intake.Texts;

/// <summary>
/// Dates as people write them in headers and bylines: <c>14 May 2021</c>, <c>Friday, May 14, 2021, 6:40 p.m. EDT</c>,
/// <c>14 May 2021 18:40 GMT+3</c>, RFC 5322's <c>Fri, 14 May 2021 18:40:00 +0300</c>, and what
/// <see cref="PartialDate.TryParse"/> reads. Nothing is guessed: a date without a year and <c>05/06/2021</c> are no
/// dates, a time whose zone is unknown or means several stays local.
/// </summary>
public static class WrittenDate
{
    private const int LongestText = 100;

    private static readonly FrozenDictionary<string, int> s_months = WordList.Load(typeof(WrittenDate).Assembly, "Dates.months.tsv")
        .ToFrozenDictionary(line => line[0], line => int.Parse(line[1], CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, Offset> s_zones = WordList.Load(typeof(WrittenDate).Assembly, "Texts.zones.tsv")
        .ToFrozenDictionary(line => line[0], line => OffsetPattern.GeneralInvariant.Parse(line[1]).Value, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> s_weekdays = FrozenSet.ToFrozenSet(
        Enum.GetNames<IsoDayOfWeek>().SelectMany(name => new[] { name, name[..3] }).Append("Tues").Append("Thur").Append("Thurs"),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the whole of <paramref name="text"/>; surrounding white space is ignored, case does not matter.</summary>
    /// <returns>False, with no date, where anything in it is not understood or it is no day of the calendar.</returns>
    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText)
            return false;
        if (PartialDate.TryParse(text, out date))
            return true;
        var reading = new DateTokens(text);
        LocalTime? time = null;
        var exact = true;
        Offset? offset = null;
        (int Year, int Month, int? Day)? day = null;
        while (!reading.AtEnd)
        {
            if (time is null && TryTime(ref reading, out var read))
            {
                time = read;
                offset = TryZone(ref reading);
                exact &= offset is not null || !reading.SkipWord(static word => word.Length is >= 2 and <= 5 && word.All(char.IsAsciiLetterUpper));
            }
            else if (day is null && TryDay(ref reading) is { } found)
            {
                day = found;
            }
            else if (!reading.SkipWord(s_weekdays.Contains) && !reading.SkipWord(IsConnector) && !reading.SkipSeparator())
            {
                return false;
            }
        }

        if (day is not var (year, month, dayOfMonth) || !IsYear(year) || month is < 1 or > 12)
            return false;
        if (dayOfMonth is null)
        {
            date = PartialDate.OfMonth(year, month);
            return time is null;
        }

        if (dayOfMonth < 1 || dayOfMonth > CalendarSystem.Iso.GetDaysInMonth(year, month))
            return false;
        var local = new LocalDate(year, month, dayOfMonth.Value);
        date = time is not { } clock ? PartialDate.OfDay(local)
            : exact && offset is { } zone ? PartialDate.OfMoment((local + clock).WithOffset(zone))
            : PartialDate.OfLocal(local + clock);
        return true;
    }

    /// <summary>The number of an English month's name, whole or short, with or without a final stop; null for other words.</summary>
    internal static int? MonthOf(string word) => s_months.TryGetValue(word.TrimEnd('.'), out var month) ? month : null;

    private static bool IsConnector(string word) =>
        word.Equals("at", StringComparison.OrdinalIgnoreCase) || word.Equals("on", StringComparison.OrdinalIgnoreCase)
        || word.Equals("of", StringComparison.OrdinalIgnoreCase);

    private static bool IsYear(int year) => year is >= 1800 and <= 2200;

    private static (int Year, int Month, int? Day)? TryDay(ref DateTokens tokens)
    {
        var start = tokens;
        if (DayFirst(ref tokens) is { } dayFirst)
            return dayFirst;
        tokens = start;
        if (MonthFirst(ref tokens) is { } monthFirst)
            return monthFirst;
        tokens = start;
        if (Numeric(ref tokens) is { } numeric)
            return numeric;
        tokens = start;
        return null;
    }

    // 14 May 2021, 14th of May, 2021, 14-May-2021
    private static (int, int, int?)? DayFirst(ref DateTokens tokens)
    {
        if (!tokens.Number(1, 2, out var day))
            return null;
        tokens.SkipWord(static word => word is "st" or "nd" or "rd" or "th");
        tokens.Skip('-');
        tokens.SkipWord(IsConnector);
        if (!tokens.Word(MonthOf, out var month))
            return null;
        tokens.Skip('.');
        if (!tokens.Skip('-'))
            tokens.Skip(',');
        return tokens.Number(4, 4, out var year) ? (year, month, day) : null;
    }

    // May 14, 2021; May 2021
    private static (int, int, int?)? MonthFirst(ref DateTokens tokens)
    {
        if (!tokens.Word(MonthOf, out var month))
            return null;
        tokens.Skip('.');
        if (tokens.Number(4, 4, out var alone))
            return (alone, month, null);
        if (!tokens.Number(1, 2, out var day))
            return null;
        tokens.SkipWord(static word => word is "st" or "nd" or "rd" or "th");
        tokens.Skip(',');
        return tokens.Number(4, 4, out var year) ? (year, month, day) : null;
    }

    // 2021-05-14, 2021/05/14, 14/05/2021, 5/14/2021: day and month apart only where one of them can be no month.
    private static (int, int, int?)? Numeric(ref DateTokens tokens)
    {
        var yearFirst = tokens.Number(4, 4, out var first);
        if (!yearFirst && !tokens.Number(1, 2, out first))
            return null;
        var mark = tokens.Skip('-') ? '-' : tokens.Skip('/') ? '/' : tokens.Skip('.') ? '.' : '\0';
        if (mark == '\0' || !tokens.Number(1, 2, out var second) || !tokens.Skip(mark))
            return null;
        if (yearFirst)
            return tokens.Number(1, 2, out var day) ? (first, second, day) : null;
        if (!tokens.Number(4, 4, out var year))
            return null;
        return (first > 12, second > 12) switch
        {
            (true, false) => (year, second, first),
            (false, true) => (year, first, second),
            _ => first == second ? (year, first, second) : null,
        };
    }

    // 18:40, 18:40:05, 6:40 pm, 6 p.m., and T18:40 after a date
    private static bool TryTime(ref DateTokens tokens, out LocalTime time)
    {
        var start = tokens;
        time = default;
        tokens.SkipWord(static word => word is "T");
        if (!tokens.Number(1, 2, out var hour))
            return Back(ref tokens, start);
        int minute = 0, second = 0;
        var hasMinutes = tokens.Skip(':');
        if (hasMinutes && !tokens.Number(2, 2, out minute))
            return Back(ref tokens, start);
        if (hasMinutes && tokens.Skip(':') && !tokens.Number(2, 2, out second))
            return Back(ref tokens, start);
        if (tokens.Noon(out var afternoon))
        {
            if (hour is < 1 or > 12)
                return Back(ref tokens, start);
            hour = hour % 12 + (afternoon ? 12 : 0);
        }
        else if (!hasMinutes)
        {
            return Back(ref tokens, start);
        }

        if (hour > 23 || minute > 59 || second > 59)
            return Back(ref tokens, start);
        time = new LocalTime(hour, minute, second);
        return true;
    }

    private static bool Back(ref DateTokens tokens, DateTokens start)
    {
        tokens = start;
        return false;
    }

    // GMT, UTC+03:00, GMT+3, +0300, EDT, (EDT)
    private static Offset? TryZone(ref DateTokens tokens)
    {
        var start = tokens;
        tokens.Skip('(');
        Offset? zone = tokens.Word(static word => s_zones.TryGetValue(word, out var offset) ? offset : null, out Offset named) ? named : null;
        if (zone is null || zone == Offset.Zero)
            zone = tokens.SignedOffset() ?? zone;
        if (zone is null)
            tokens = start;
        else
            tokens.Skip(')');
        return zone;
    }
}
