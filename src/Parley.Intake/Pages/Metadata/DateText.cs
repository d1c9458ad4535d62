using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using Parley.Reports;

namespace Parley.Intake.Pages.Metadata;

/// <summary>A date found in running text.</summary>
/// <param name="Date">The date, no more precise than written.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends, its time and zone included.</param>
internal readonly record struct FoundDate(PartialDate Date, int Start, int End);

/// <summary>
/// Reads dates as pages print them: <c>14 May 2021</c>, <c>May 14, 2021 6:40 pm EDT</c>, <c>17 May 2021, 18:40
/// (GMT+3)</c>, RFC 5322. Days that could be months (<c>04/05/2021</c>) are left alone, zones whose names stand for
/// several offsets are not taken as any.
/// </summary>
internal static partial class DateText
{
    /// <summary>How far from its date a time may stand.</summary>
    private const int TimeReach = 24;

    private const RegexOptions Options =
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private const string Months =
        "(?<month>jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)";

    /// <summary>The date that <paramref name="text"/> is or begins with, in ISO 8601 or as printed; null where there is none.</summary>
    public static PartialDate? Parse(string? text)
    {
        if (text is null || text.Length > 200)
            return null;
        var trimmed = text.Trim();
        if (PartialDate.TryParse(trimmed, out var date))
            return date;
        if (trimmed.Length == 8 && trimmed.All(char.IsAsciiDigit)
            && PartialDate.TryParse($"{trimmed[..4]}-{trimmed[4..6]}-{trimmed[6..]}", out date))
        {
            return date;
        }

        return Find(trimmed)?.Date;
    }

    /// <summary>The first date in <paramref name="text"/> from <paramref name="from"/> on, with the time and zone that stand by it.</summary>
    public static FoundDate? Find(string text, int from = 0)
    {
        Match? first = null;
        foreach (var form in (ReadOnlySpan<Regex>)[DayFirst(), MonthFirst(), YearFirst()])
        {
            var match = form.Match(text, from);
            if (match.Success && (first is null || match.Index < first.Index))
                first = match;
        }

        if (first is null || Day(first) is not { } day)
            return null;
        var end = first.Index + first.Length;
        if (TimeNear(text, first.Index, end) is not { } at)
            return new FoundDate(PartialDate.OfDay(day), first.Index, end);
        var stop = Math.Max(end, at.End);
        var (offset, zoneEnd) = Zones.At(text, at.End);
        return offset is { } known
            ? new FoundDate(PartialDate.OfMoment(day.At(at.Time).WithOffset(known)), Math.Min(first.Index, at.Start), Math.Max(stop, zoneEnd))
            : new FoundDate(PartialDate.OfLocal(day.At(at.Time)), Math.Min(first.Index, at.Start), Math.Max(stop, zoneEnd));
    }

    private static LocalDate? Day(Match match)
    {
        var year = Number(match.Groups["year"]);
        var day = Number(match.Groups["day"]);
        var month = match.Groups["month"].ValueSpan;
        var number = char.IsAsciiDigit(month[0])
            ? Number(match.Groups["month"])
            : 1 + ("janfebmaraprmayjunjulaugsepoctnovdec".IndexOf(month[..3].ToString(), StringComparison.OrdinalIgnoreCase) / 3);
        return number is >= 1 and <= 12 && year is >= 1000 and <= 9999
            && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, number)
            ? new LocalDate(year, number, day)
            : null;
    }

    /// <summary>The time after the date, or else the one before it.</summary>
    private static (LocalTime Time, int Start, int End)? TimeNear(string text, int start, int end)
    {
        var after = ClockTime().Match(text, end, Math.Min(TimeReach, text.Length - end));
        if (after.Success && Time(after) is { } next)
            return (next, after.Index, after.Index + after.Length);
        var from = Math.Max(0, start - TimeReach);
        var before = ClockTime().Match(text, from, start - from);
        return before.Success && Time(before) is { } time ? (time, before.Index, before.Index + before.Length) : null;
    }

    private static LocalTime? Time(Match match)
    {
        var hour = Number(match.Groups["hour"]);
        var half = match.Groups["half"];
        if (half.Success)
        {
            if (hour is < 1 or > 12)
                return null;
            hour = (hour % 12) + (half.ValueSpan[0] is 'p' or 'P' ? 12 : 0);
        }

        var minute = match.Groups["minute"].Success ? Number(match.Groups["minute"]) : 0;
        var second = match.Groups["second"].Success ? Number(match.Groups["second"]) : 0;
        return hour < 24 && minute < 60 && second < 60 ? new LocalTime(hour, minute, second) : null;
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b(?<day>\d{1,2})(st|nd|rd|th)?\.?[ \u00a0-]+(of )?" + Months + @"\.?,?[ \u00a0-]+(?<year>\d{4})\b", Options)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"\b" + Months + @"\.?[ \u00a0]+(?<day>\d{1,2})(st|nd|rd|th)?,?[ \u00a0]+(?<year>\d{4})\b", Options)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"\b(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(T|\b)", Options)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"\b((?<hour>\d{1,2})[:.](?<minute>\d{2})([:.](?<second>\d{2}))?([ \u00a0]?(?<half>[ap]\.?m\b\.?))?|(?<hour>\d{1,2})[ \u00a0]?(?<half>[ap]\.?m\b\.?))", Options)]
    private static partial Regex ClockTime();
}
