using Parley.Language.Times.Lexicon;

namespace Parley.Language.Times.Grammar;

/// <summary>
/// Places counted from the time of speech or from what was last spoken of: <c>last month</c>, <c>this Friday</c>, <c>that day</c>,
/// <c>the next morning</c>, <c>yesterday</c>, <c>overnight</c>, <c>the weekend</c>, <c>the day before</c>.
/// </summary>
internal static class ShiftGrammar
{
    public static Draft? Read(in Line line, int at)
    {
        if (line.Is(at, TimeRole.DayWord))
            return DayWord(line, at);
        var article = line.Is(at, Keyword.The);
        var start = article ? at + 1 : at;
        if (article && (DayBeside(line, at) ?? Definite(line, at)) is { } day)
            return day;
        if (article && OrdinalDay(line, at) is { } ordinal)
            return ordinal;
        if (line[start].Word is not { Shift: not Shift.None } word)
            return null;
        var (shift, target) = (word.Shift, start + 1);

        // That same day, this past week, this coming Friday.
        if (!article && shift is Shift.This or Shift.That && line[target].Word is { Shift: Shift.Same or Shift.Last or Shift.Coming } second)
            (shift, target) = (second.Shift, target + 1);
        if (line.IsApostrophe(target) || (shift == Shift.That && IsConjunction(line, start, target)))
            return null;
        if (article)
        {
            shift = shift switch
            {
                Shift.Next => Shift.Following,
                Shift.Last => Shift.Last,
                Shift.This or Shift.That => Shift.None,
                _ => shift,
            };
        }
        else if (shift is Shift.Previous or Shift.Final or Shift.Coming && target == start + 1)
        {
            return null;
        }

        return shift is Shift.None or Shift.Final ? null : Target(line, at, target, shift);
    }

    /// <summary>"Said that Sunday's session" and "so that May" hold no determiner: only a preposition or a pause lets one stand before a name.</summary>
    private static bool IsConjunction(in Line line, int that, int target) => line.Is(target, TimeRole.Weekday | TimeRole.Month)
        && line.IsWord(that - 1) && line[that - 1].Word is not { Keyword: not Keyword.None } && !line.Is(that - 1, TimeRole.Section);

    private static Draft? Target(in Line line, int first, int at, Shift shift)
    {
        var word = line[at].Word;
        if (word is null)
            return null;
        if (word.Is(TimeRole.Unit) && word.Unit is TimeUnit.Day or TimeUnit.Week or TimeUnit.Weekend or TimeUnit.Month or TimeUnit.Quarter or TimeUnit.Year
            or TimeUnit.Decade or TimeUnit.Century)
        {
            // "Last day" and "this day" are no dates; "next day" is.
            if (word.Unit == TimeUnit.Day && shift is Shift.Last or Shift.Coming or Shift.Current)
                return null;
            if (line.Is(at + 1, Keyword.Of) || line.IsHyphen(at + 1) && line.Is(at + 2, Keyword.Old))
                return null;
            return Shifted(first, at + 1, shift, word.Unit == TimeUnit.Day && shift == Shift.Next ? Shift.Following : shift, word.Unit, new());
        }

        if (word.Is(TimeRole.Month) && DateGrammar.IsMonth(line, at, out var end))
        {
            if (line.IsNumber(at + 1))
                return null;
            return Shifted(first, end, shift, shift, TimeUnit.None, new() { Month = word.Month });
        }

        if (word.Is(TimeRole.Weekday) && line.IsCapital(at))
        {
            var part = line.Is(at + 1, TimeRole.DayPart) ? line[at + 1].Word!.DayPart : null;
            return Shifted(first, part is null ? at + 1 : at + 2, shift, shift, TimeUnit.None, new() { Weekday = word.Weekday, DayPart = part });
        }

        if (word.Is(TimeRole.Season))
            return line.Is(at + 1, Keyword.Of) ? null : Shifted(first, at + 1, shift, shift, TimeUnit.None, new() { Season = word.Season });
        if (word.Is(TimeRole.DayPart) && !line.Is(at + 1, Keyword.Of))
            return Shifted(first, at + 1, shift, shift, TimeUnit.Day, new() { DayPart = word.DayPart });
        return null;
    }

    private static Draft Shifted(int first, int end, Shift told, Shift shift, TimeUnit unit, CalendarTime time) => new()
    {
        Form = DraftForm.Shifted,
        Kind = time.HasTimeOfDay ? TimeKind.Time : TimeKind.Date,
        First = first,
        End = end,
        Shift = shift,
        Unit = unit,
        Time = time,
        IsFromSpeech = told is Shift.Last or Shift.This or Shift.Next or Shift.Coming or Shift.Current,
    };

    /// <summary><c>today</c>, <c>yesterday morning</c>, <c>tonight</c>, <c>overnight</c>.</summary>
    private static Draft DayWord(in Line line, int at)
    {
        var word = line[at].Word!.DayWord!;
        if (word == "ON")
            return Shifted(at, at + 1, Shift.None, Shift.None, TimeUnit.Day, new() { DayPart = "NI" }) with { IsFromSpeech = true };
        var part = word.Length == 3 ? "NI" : line.Is(at + 1, TimeRole.DayPart) ? line[at + 1].Word!.DayPart : null;
        var end = word.Length < 3 && part is not null ? at + 2 : at + 1;
        return DaysOff(at, end, word[0] == '-' ? -1 : word[0] - '0', part);
    }

    private static Draft DaysOff(int first, int end, int days, string? part) => new()
    {
        Form = DraftForm.Offset,
        Kind = part is null ? TimeKind.Date : TimeKind.Time,
        First = first,
        End = end,
        Amount = new Amount(Math.Abs(days), false),
        Unit = TimeUnit.Day,
        Direction = Math.Sign(days),
        IsFromSpeech = true,
        Time = new() { DayPart = part },
    };

    /// <summary><c>the day before</c>, <c>the night before</c>, <c>the day following</c>, <c>the day before yesterday</c>.</summary>
    private static Draft? DayBeside(in Line line, int at)
    {
        var word = line[at + 1].Word;
        if (word is null || !(word.Is(TimeRole.Unit) && word.Unit >= TimeUnit.Day || word.Is(TimeRole.DayPart)))
            return null;
        var isBefore = line.Is(at + 2, Keyword.Before);
        var isAfter = line.Is(at + 2, Keyword.After) || line[at + 2].Word is { Shift: Shift.Following };
        if (!isBefore && !isAfter)
            return null;
        if (word.Unit == TimeUnit.Day && line[at + 3].Word?.DayWord is "-1" or "1")
            return DaysOff(at, at + 4, isBefore ? -2 : 2, null);
        if (word.Unit == TimeUnit.Day && DateGrammar.Read(line, at + 3) is { Form: DraftForm.Calendar } from && (from.Time.Day > 0 || from.Time.Weekday > 0))
        {
            return DaysOff(at, from.End, isBefore ? -1 : 1, null) with { IsFromSpeech = false, From = from };
        }

        return DurationGrammar.EndsClause(line, at + 3)
            ? Shifted(at, at + 3, Shift.None, isBefore ? Shift.Previous : Shift.Following, word.Is(TimeRole.DayPart) ? TimeUnit.Day : word.Unit,
                new() { DayPart = word.DayPart })
            : null;
    }

    /// <summary><c>the weekend</c>, which needs no word to say which.</summary>
    private static Draft? Definite(in Line line, int at) => line[at + 1].Word is { Unit: TimeUnit.Weekend } word && word.Is(TimeRole.Unit)
        && !line.Is(at + 2, Keyword.Of) ? Shifted(at, at + 2, Shift.None, Shift.Definite, TimeUnit.Weekend, new()) : null;

    /// <summary><c>the 20th</c>: a day of the month last spoken of.</summary>
    private static Draft? OrdinalDay(in Line line, int at)
    {
        if (!line.IsNumber(at + 1, 2, 1, 31) || !YearGrammar.IsOrdinalEnding(line, at + 2))
            return null;
        var isLed = line[at - 1].Word is { Keyword: Keyword.On or Keyword.By or Keyword.Until or Keyword.From or Keyword.To or Keyword.Since };
        var isAlone = line[at + 3].Kind == AtomKind.Mark && !line.IsHyphen(at + 3) || line[at + 3].Word is { Keyword: Keyword.To or Keyword.And or Keyword.At or Keyword.In }
            or { Cue: TenseCue.Past };
        return isLed && isAlone ? Draft.Calendar(at, at + 3, new() { Day = line[at + 1].Number }) : null;
    }

    /// <summary><c>the year</c>, <c>the month</c>: read only within <c>the end of the year</c>, <c>later in the year</c>.</summary>
    public static Draft? Unit(in Line line, int at) => line.Is(at, Keyword.The) && line[at + 1].Word is { Unit: >= TimeUnit.Day } word && word.Is(TimeRole.Unit)
        && !line.Is(at + 2, Keyword.Of) ? Shifted(at, at + 2, Shift.None, Shift.Definite, word.Unit, new()) : null;
}
