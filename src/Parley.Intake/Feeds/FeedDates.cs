using System.Globalization;
using NodaTime;
using Parley.Reports;

namespace Parley.Intake.Feeds;

/// <summary>
/// Dates as feeds write them: RFC 822 and its heirs (RFC 2822, RFC 5322) with the liberties taken in the wild, and
/// ISO 8601. The offset stays as written; a zone that names no offset for certain leaves a local time.
/// </summary>
internal static class FeedDates
{
    private static readonly string[] s_months =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The date; null where there is none or it makes no sense.</summary>
    public static PartialDate? Parse(string? text)
    {
        var s = Markup.OneLine(text);
        if (s is null)
            return null;
        if (PartialDate.TryParse(s, out var iso))
            return iso;
        return ParseIsoInParts(s) ?? ParseInternet(s);
    }

    /// <summary>ISO dates with a space, a named zone or a short offset: <c>2021-05-14 18:40:00 UTC</c>, <c>…+03</c>.</summary>
    private static PartialDate? ParseIsoInParts(string s)
    {
        if (s.Length < 10 || !PartialDate.TryParse(s[..10], out var day) || day.Precision != DatePrecision.Day)
            return null;
        var rest = s[10..].TrimStart('T', 't', ' ');
        var zone = rest.IndexOfAny(['+', '-', 'Z', 'z', ' ']);
        return WithTime(day.FirstDay, zone < 0 ? rest : rest[..zone], zone < 0 ? "" : rest[zone..].Trim());
    }

    /// <summary>The weekday, comma and comment say nothing that the date does not; they are not even checked.</summary>
    private static PartialDate? ParseInternet(string s)
    {
        var comment = s.IndexOf('(', StringComparison.Ordinal);
        var words = (comment < 0 ? s : s[..comment]).Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries);
        int? day = null, month = null, year = null;
        var (time, zone, half) = ("", "", "");
        foreach (var word in words)
        {
            if (word.Contains(':', StringComparison.Ordinal) && time.Length == 0)
                (time, zone) = word.IndexOf('+', StringComparison.Ordinal) is var plus and > 0 ? (word[..plus], word[plus..]) : (word, "");
            else if (word.ToUpperInvariant() is "AM" or "PM")
                half = word.ToUpperInvariant();
            else if (month is null && MonthOf(word) is { } m)
                month = m;
            else if (day is null && word.Length <= 2 && Number(word, out var d))
                day = d;
            else if (year is null && Number(word, out var y))
                year = YearOf(y, word.Length);
            else if (time.Length > 0 && zone.Length == 0)
                zone = word;
        }

        // The dash parts 14-May-21 and signs an offset; the offset is found again where it stood.
        var sign = time.Length == 0 ? -1 : s.IndexOf('-', s.IndexOf(time, StringComparison.Ordinal));
        if (sign >= 0 && zone.Length > 0)
            zone = "-" + zone;
        return day is { } dd && month is { } mm && year is { } yy && IsDay(yy, mm, dd)
            ? WithTime(new LocalDate(yy, mm, dd), time, zone, half)
            : null;
    }

    private static PartialDate WithTime(LocalDate day, string time, string zone, string half = "")
    {
        var parts = time.Split(':', '.');
        if (parts.Length < 2 || !Number(parts[0], out var hour) || !Number(parts[1], out var minute) || hour > 23 || minute > 59)
            return PartialDate.OfDay(day);
        if (half.Length > 0)
            hour = (hour % 12) + (half == "PM" ? 12 : 0);
        var second = parts.Length > 2 && Number(parts[2], out var s) && s <= 60 ? Math.Min(s, 59) : 0;
        var local = day.At(new LocalTime(hour, minute, second));
        return OffsetOf(zone) is { } offset ? PartialDate.OfMoment(local.WithOffset(offset)) : PartialDate.OfLocal(local);
    }

    /// <summary>RFC 822's zones and numeric offsets. Its military letters are unreliable (RFC 2822, 4.3), other names ambiguous.</summary>
    private static Offset? OffsetOf(string zone)
    {
        switch (zone.ToUpperInvariant())
        {
            case "Z" or "UT" or "UTC" or "GMT":
                return Offset.Zero;
            case "EDT":
                return Offset.FromHours(-4);
            case "EST" or "CDT":
                return Offset.FromHours(-5);
            case "CST" or "MDT":
                return Offset.FromHours(-6);
            case "MST" or "PDT":
                return Offset.FromHours(-7);
            case "PST":
                return Offset.FromHours(-8);
        }

        // Some write both: GMT+0300.
        var signed = zone.StartsWith("GMT", StringComparison.OrdinalIgnoreCase) || zone.StartsWith("UTC", StringComparison.OrdinalIgnoreCase) ? zone[3..] : zone;
        if (signed.Length < 2 || signed[0] is not ('+' or '-'))
            return null;
        var digits = signed[1..].Replace(":", "", StringComparison.Ordinal);
        if (!Number(digits, out var number) || digits.Length > 4)
            return null;
        var (hours, minutes) = digits.Length <= 2 ? (number, 0) : (number / 100, number % 100);
        if (hours > 18 || minutes > 59 || (hours == 18 && minutes > 0))
            return null;
        return Offset.FromSeconds((signed[0] == '-' ? -1 : 1) * ((hours * 3600) + (minutes * 60)));
    }

    private static int? MonthOf(string word)
    {
        if (word.Length < 3)
            return null;
        var index = Array.FindIndex(s_months, m => word.StartsWith(m, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : index + 1;
    }

    /// <summary>RFC 2822, 4.3: two digits below 50 are this century's, other two and three digits count from 1900.</summary>
    private static int YearOf(int number, int digits) => digits switch
    {
        2 => number < 50 ? 2000 + number : 1900 + number,
        3 => 1900 + number,
        _ => number,
    };

    private static bool IsDay(int year, int month, int day) =>
        year is >= 1 and <= 9999 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month);

    private static bool Number(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
