using Parley.Language.Times.Lexicon;

namespace Parley.Language.Times.Grammar;

/// <summary>Times of day: <c>2:30 p.m.</c>, <c>0400 GMT</c>, <c>six o'clock</c>, <c>noon</c>, <c>10 a.m. local time</c>.</summary>
internal static class ClockGrammar
{
    public static Draft? Read(in Line line, int at)
    {
        if (line.Is(at, TimeRole.Clock))
            return Noon(line, at, at, line[at].Word!);
        if (line.IsNumber(at, 2, 12, 12) && line.Is(at + 1, TimeRole.Clock))
            return Noon(line, at, at + 1, line[at + 1].Word!);
        if (line.IsNumber(at))
            return Numbered(line, at);
        return line[at].Word is { Number: >= 1 and <= 12 } word && OClock(line, at + 1, out var end)
            ? AfterHour(line, at, end, new() { Hour = word.Number }, isClear: false) : null;
    }

    /// <summary>
    /// <c>a.m.</c>, <c>am</c>, <c>p.m.</c> at <paramref name="at"/>: how many atoms, and whether it is after noon; 0 where there is none.
    /// </summary>
    public static int Meridiem(in Line line, int at, out bool isAfternoon)
    {
        isAfternoon = line.Is(at, Keyword.Pm);
        if (isAfternoon || line.Is(at, Keyword.Am))
            return line.Text(at) is "am" && !line[at].Glued && line[at + 1].Kind == AtomKind.Word && line[at + 1].Word is null ? 0 : 1;
        if (line.Text(at).Length != 1 || !line.IsStop(at + 1) || line.Text(at + 2) is not ("m" or "M") || !line[at + 2].Glued)
            return 0;
        isAfternoon = line.Text(at) is "p" or "P";
        if (!isAfternoon && line.Text(at) is not ("a" or "A"))
            return 0;
        return line.IsStop(at + 3) ? 4 : 3;
    }

    /// <summary><c>14:30</c> or <c>14:30:05</c>, with <c>Z</c> or without.</summary>
    public static bool Digits(in Line line, int at, out CalendarTime time, out int end)
    {
        (time, end) = (new(), at);
        if (!line.IsNumber(at, 2, 0, 24) || line.Mark(at + 1) is not (':' or '.') || !line[at + 1].Glued
            || line[at + 2] is not { Digits: 2, Number: <= 59, Glued: true } minute)
        {
            return false;
        }

        (time, end) = (new() { Hour = line[at].Number, Minute = minute.Number }, at + 3);
        if (line.Mark(end) == ':' && line[end].Glued && line[end + 1] is { Digits: 2, Number: <= 59, Glued: true } second)
            (time, end) = (time with { Second = second.Number }, end + 2);
        if (line.Text(end) is "Z" && line[end].Glued)
            (time, end) = (time with { Zone = "Z" }, end + 1);
        return !(line[end].Glued && (line.IsNumber(end) || line.Mark(end) is ':' or '%' || (line.Mark(end) == '.' && line.IsNumber(end + 1) && line[end + 1].Glued)));
    }

    private static Draft Noon(in Line line, int first, int at, TimeWord word) => AfterHour(
        line, first, at + 1, new() { Hour = word.Value is "T24:00" ? 24 : 12 }, isClear: true)
        with
    { Ambiguity = word.Value is "T24:00" ? TimeAmbiguity.WhichMidnight : TimeAmbiguity.None };

    private static Draft? Numbered(in Line line, int at)
    {
        // 0400 GMT, 0600 hours, 1800 local time.
        if (line[at] is { Digits: 4, Number: <= 2400 } four && four.Number % 100 < 60
            && (line.Is(at + 1, TimeRole.Zone) && line.IsCapital(at + 1) || (line.Is(at + 1, Keyword.Hours) && line.Text(at + 1) is ['h', ..] && four.Number < 2400 && IsHours(line, at))
                || (line.Is(at + 1, Keyword.Local) && line.Is(at + 2, Keyword.Time))))
        {
            return AfterHour(line, at, line.Is(at + 1, Keyword.Hours) ? at + 2 : at + 1, new() { Hour = four.Number / 100, Minute = four.Number % 100 }, isClear: true);
        }

        if (Digits(line, at, out var time, out var end))
        {
            var length = Meridiem(line, end, out var isAfternoon);
            if (length > 0 && time.Hour is >= 1 and <= 12)
                return AfterHour(line, at, end + length, OnTheClock(time, isAfternoon), isClear: true);
            var isColon = line.Mark(at + 1) == ':';
            var isTold = line.Is(end, TimeRole.Zone) || line.Is(end, Keyword.Local) || line.Is(end, Keyword.Hours) || line.Text(end) is "hrs" or "h"
                || line[at - 1].Word is
            {
                Keyword: Keyword.At or Keyword.By or Keyword.From or Keyword.Until or Keyword.Before or Keyword.After
                    or Keyword.Since or Keyword.Between
            } or { Modifier: TimeModifier.Approx };
            if (line.Is(end, Keyword.Hours) || line.Text(end) is "hrs" or "h" && line[end].Glued)
                end++;
            if (!isColon && !(isTold && line.Is(end, TimeRole.Zone)))
                return null;
            return isTold || (line[at].Digits == 2 && !line[at].Glued || line.IsDash(at - 1) || line.Mark(at - 1) == '(')
                ? AfterHour(line, at, end, time, isClear: time.Hour is 0 or > 12 || line[at].Digits == 2) : null;
        }

        if (!line.IsNumber(at, 2, 1, 12) || line[at].Glued && line.Mark(at - 1) is '.' or '$' or ':')
            return null;
        var meridiem = Meridiem(line, at + 1, out var isPm);
        if (meridiem > 0)
            return AfterHour(line, at, at + 1 + meridiem, OnTheClock(new() { Hour = line[at].Number }, isPm), isClear: true);
        return OClock(line, at + 1, out end) ? AfterHour(line, at, end, new() { Hour = line[at].Number }, isClear: false) : null;
    }

    private static bool IsHours(in Line line, int at) => line.Source[line[at].Start] == '0' || line.Is(at - 1, Keyword.At) || line.Is(at - 1, Keyword.By)
        || line.Is(at - 1, Keyword.Until) || line.Is(at - 1, Keyword.From);

    private static CalendarTime OnTheClock(CalendarTime time, bool isAfternoon) =>
        time with { Hour = (time.Hour % 12) + (isAfternoon ? 12 : 0) };

    private static bool OClock(in Line line, int at, out int end)
    {
        end = at + 3;
        return line.Text(at) is "o" or "O" && line.IsApostrophe(at + 1) && line.Is(at + 2, Keyword.Clock);
    }

    /// <summary>What may follow an hour: its half of the day, its zone.</summary>
    private static Draft AfterHour(in Line line, int first, int at, CalendarTime time, bool isClear)
    {
        // In the morning, at night.
        var part = line.Is(at, Keyword.In) && line.Is(at + 1, Keyword.The) ? at + 2 : line.Is(at, Keyword.At) ? at + 1 : -1;
        if (part > 0 && line.Is(part, TimeRole.DayPart) && line[part].Word!.DayPart is "MO" or "AF" or "EV" or "NI" && time.Hour is >= 1 and <= 12)
        {
            var isLate = line[part].Word!.DayPart is "AF" or "EV" || (line[part].Word!.DayPart is "NI" && time.Hour is >= 6 and < 12);
            (time, at, isClear) = (OnTheClock(time, isLate), part + 1, true);
        }

        if (line.Is(at, TimeRole.Zone) && line.IsCapital(at))
            (time, at) = (time with { Zone = line[at].Word!.Value }, at + 1);
        else if (line.Is(at, Keyword.Local))
            at += line.Is(at + 1, Keyword.Time) ? 2 : 1;
        else if (line.IsWord(at) && line.IsCapital(at) && line.Is(at + 1, Keyword.Time) && !line.IsCapital(at + 1))
            at += 2;
        return Draft.Calendar(first, at, time) with { Ambiguity = isClear ? TimeAmbiguity.None : TimeAmbiguity.HalfOfDay };
    }
}
