using NodaTime;
using Parley.Reports;

namespace Parley.Intake.Dates;

/// <summary>A date found in running text.</summary>
/// <param name="Date">The date, no more precise than written.</param>
/// <param name="Start">Where it begins, its time included.</param>
/// <param name="End">Where it ends, its time and zone included.</param>
internal readonly record struct FoundDate(PartialDate Date, int Start, int End);

/// <summary>
/// Dates as people write them in headers, in bylines and on pages: <c>14 May 2021</c>, <c>Friday, May 14, 2021, 6:40 p.m. EDT</c>,
/// <c>14 May 2021 18:40 (GMT+3)</c>, RFC 5322's <c>Fri, 14 May 2021 18:40:00 +0300</c>, and what
/// <see cref="PartialDate.TryParse"/> reads. Nothing is guessed: a date without a year and <c>05/06/2021</c> are no
/// dates, a time whose zone is unknown or means several stays local.
/// </summary>
internal static class WrittenDate
{
    private const int LongestDate = 100;
    private const int LongestText = 200;

    /// <summary>How far from its date a time may stand.</summary>
    private const int TimeReach = 24;

    /// <summary>Reads the whole of <paramref name="text"/>; surrounding white space is ignored, case does not matter.</summary>
    /// <returns>False, with no date, where anything in it is not understood or it is no day of the calendar.</returns>
    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestDate)
            return false;
        if (PartialDate.TryParse(text, out date))
            return true;
        if (text.Trim() is { Length: 8 } digits && digits.All(char.IsAsciiDigit))
            return PartialDate.TryParse($"{digits[..4]}-{digits[4..6]}-{digits[6..]}", out date);
        var tokens = new DateTokens(text);
        WrittenDay? day = null;
        WrittenTime? time = null;
        Offset? zone = null;
        while (!tokens.AtEnd)
        {
            if (day is null && DateGrammar.TryDay(ref tokens, out var foundDay))
            {
                day = foundDay;
            }
            else if (time is null && DateGrammar.TryTime(ref tokens, out var foundTime))
            {
                time = foundTime;
                zone = DateGrammar.TryZone(ref tokens, isWhole: true);
                if (zone is null)
                    tokens.SkipWord(IsUnknownZone);
            }
            else if (!tokens.SkipWord(DateWords.IsWeekday) && !tokens.SkipWord(DateWords.IsConnector) && !tokens.SkipSeparator())
            {
                return false;
            }
        }

        if (day is { Day: null, IsMonth: true } month && time is null)
        {
            date = PartialDate.OfMonth(month.Year, month.Month);
            return true;
        }

        if (day?.OnCalendar() is not { } known)
            return false;
        date = At(known, time, zone);
        return true;
    }

    /// <summary>
    /// The date that <paramref name="text"/> is, or else the first in it; null where there is none, or over 200 code
    /// units to search.
    /// </summary>
    public static PartialDate? Parse(string? text)
    {
        if (TryParse(text, out var date))
            return date;
        return text is { Length: <= LongestText } ? Find(text)?.Date : null;
    }

    /// <summary>
    /// The first day written in <paramref name="text"/> from <paramref name="from"/> on, with the time and zone that
    /// stand by it.
    /// </summary>
    /// <returns>Null where there is none, or it is no day of the calendar.</returns>
    public static FoundDate? Find(string text, int from = 0)
    {
        for (var at = from; at < text.Length; at++)
        {
            if (!IsStart(text, at))
                continue;
            var tokens = new DateTokens(text, at);
            if (DateGrammar.TryDay(ref tokens, out var day) && day.Day is not null && tokens.AtBoundary)
                return day.OnCalendar() is { } known ? WithTime(text, from, known, at, tokens.At) : null;
        }

        return null;
    }

    /// <summary>Adds the time that follows the date before another date does, or else the one before it.</summary>
    private static FoundDate WithTime(string text, int from, LocalDate day, int start, int end)
    {
        var limit = Math.Min(text.Length, end + TimeReach);
        for (var at = end; at < limit; at++)
        {
            var tokens = new DateTokens(text, at);
            if (at > end && !IsStart(text, at))
                continue;
            if (DateGrammar.TryDay(ref tokens, out _))
                break;
            if (DateGrammar.TryTime(ref tokens, out var time) && tokens.At <= limit)
            {
                var zone = DateGrammar.TryZone(ref tokens, isWhole: false);
                return new FoundDate(At(day, time, zone), start, tokens.At);
            }
        }

        for (var at = Math.Max(from, start - TimeReach); at < start; at++)
        {
            var tokens = new DateTokens(text, at);
            if (!IsStart(text, at) || !DateGrammar.TryTime(ref tokens, out var time) || tokens.At > start)
                continue;
            var zone = DateGrammar.TryZone(ref tokens, isWhole: false);
            return new FoundDate(At(day, time, tokens.At <= start ? zone : null), at, end);
        }

        return new FoundDate(PartialDate.OfDay(day), start, end);
    }

    private static PartialDate At(LocalDate day, WrittenTime? time, Offset? zone) =>
        time is not { } clock ? PartialDate.OfDay(day)
        : zone is { } offset ? PartialDate.OfMoment((day + clock.Time).WithOffset(offset), clock.Precision)
        : PartialDate.OfLocal(day + clock.Time);

    /// <summary>Whether a word or a number begins here, and not within a time.</summary>
    private static bool IsStart(string text, int at) =>
        char.IsLetterOrDigit(text[at]) && (at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] == ':'));

    private static bool IsUnknownZone(ReadOnlySpan<char> word) =>
        word.Length is >= 2 and <= 5 && !word.ContainsAnyExceptInRange('A', 'Z');
}
