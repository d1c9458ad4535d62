using Parley.Language.Times.Lexicon;

namespace Parley.Language.Times.Grammar;

/// <summary>
/// Days, months, seasons and other places in the calendar, by their own names: <c>May 10</c>, <c>7 October 2023</c>,
/// <c>Thursday, May 13</c>, <c>2021-05-13</c>, <c>summer 1918</c>, <c>Q3 2020</c>, <c>Christmas Eve</c>.
/// </summary>
internal static class DateGrammar
{
    public static Draft? Read(in Line line, int at)
    {
        var atom = line[at];
        if (atom.Kind == AtomKind.Number)
            return Iso(line, at) ?? Numeric(line, at) ?? DayFirst(line, at) ?? Part(line, at) ?? YearGrammar.Read(line, at);
        if (atom.Kind == AtomKind.Mark)
            return YearGrammar.Read(line, at);
        if (line.Phrase(at, TimeRole.Feast) is { } feast)
            return Feast(line, at, line.After(feast, at), feast.Value);
        if (atom.Word is not { } word)
            return Part(line, at);
        if (word.Is(TimeRole.Month) && MonthFirst(line, at) is { } month)
            return month;
        if (word.Is(TimeRole.Weekday | TimeRole.ShortWeekday) && Weekday(line, at) is { } weekday)
            return weekday;
        if (word.Is(TimeRole.Season) && Season(line, at) is { } season)
            return season;
        if (word.Is(TimeRole.Feast) && line.IsCapital(at))
            return Feast(line, at, at + 1, word.Value!);
        return SpelledDay(line, at) ?? Part(line, at) ?? YearGrammar.Read(line, at);
    }

    /// <summary>A month's name, and whether what stands around it lets it be one.</summary>
    public static bool IsMonth(in Line line, int at, out int end)
    {
        end = at + 1;
        if (!line.Is(at, TimeRole.Month) || !line.IsCapital(at))
            return false;
        var name = line.Text(at);
        var hasNumber = line.IsNumber(at + 1) || line.IsNumber(at - 1) || (line.IsComma(at + 1) && line.IsNumber(at + 2, 4, 1000, 2199))
            || (line.IsHyphen(at - 1) && line.IsNumber(at - 2));
        if (name.Length <= 4 && name is not ("May" or "MAY" or "June" or "JUNE" or "July" or "JULY"))
        {
            // Jan, Mar and Dec are names of people and ships too: a number beside them makes them months.
            if (line.IsStop(at + 1) && (line.IsNumber(at + 2) || line.IsComma(at + 2) || line.IsNumber(at - 1) || !line.IsCapital(at + 2)))
                end = at + 2;
            return end == at + 2 || hasNumber || YearGrammar.IsOrdinalEnding(line, at - 1);
        }

        if (hasNumber || line.Is(at + 1, Keyword.Of))
            return true;

        // Mrs. May and the Long March; "May they meet"; "a March on the town".
        var isName = line.IsWord(at - 1) && line.IsCapital(at - 1) && !line.IsFirst(at - 1)
            && line[at - 1].Word is null or { Roles: TimeRole.None or TimeRole.Filler, Keyword: Keyword.None or Keyword.Long };
        if (name is "March" && !line.Is(at - 1, Keyword.In) && (line.Is(at + 1, Keyword.On) || (line.Is(at + 1, Keyword.To) && line.Is(at - 1, Keyword.The))))
            return false;
        var isVerb = name.Length <= 5 && (name[1] is 'a' or 'A') && line.IsFirst(at) && line.IsWord(at + 1);
        return !isName && !isVerb;
    }

    /// <summary>A year after a month or season: <c>2019</c>, <c>, 2019</c>, <c>of 2019</c>, <c>490 BC</c>; 0 for none.</summary>
    public static int YearAfter(in Line line, int at, out int end)
    {
        end = at;
        var number = line.IsComma(at) || line.Is(at, Keyword.Of) ? at + 1 : at;
        if (line.Is(at, Keyword.Of) && line.Is(at + 1, Keyword.The) && line.Is(at + 2, Keyword.Year))
            number = at + 3;
        if (number == at && line.IsDash(at) && line[at].Glued && line[at + 1].Glued)
            number = at + 1;
        if (YearGrammar.HasEra(line, number, out var year, out var eraEnd))
        {
            end = eraEnd;
            return year;
        }

        if (YearGrammar.IsPlausible(line, number) && !line.Is(number + 1, TimeRole.Zone))
        {
            end = number + 1;
            return line[number].Number;
        }

        if (number == at && line.IsApostrophe(at) && line[at + 1] is { Kind: AtomKind.Number, Digits: 2, Glued: true } two)
        {
            end = at + 2;
            return two.Number > 30 ? 1900 + two.Number : 2000 + two.Number;
        }

        return 0;
    }

    /// <summary><c>of that year</c>, <c>of the same year</c>, <c>of next year</c>, <c>last year</c> after a month, day or season.</summary>
    public static Shift ShiftedYearAfter(in Line line, int at, out int end)
    {
        end = at;
        var start = line.IsComma(at) || line.Is(at, Keyword.Of) ? at + 1 : at;
        var hasArticle = line.Is(start, Keyword.The);
        var shift = hasArticle ? start + 1 : start;
        if (!line.Is(shift, TimeRole.Shift) || line.IsComma(at) && !hasArticle && line[shift].Word!.Shift is Shift.That)
            return Shift.None;
        var found = line[shift].Word!.Shift;
        var unit = line[shift + 1].Word?.Shift == Shift.Same ? shift + 2 : shift + 1;
        if (line[unit].Word?.Unit != TimeUnit.Year || !line.Is(unit, TimeRole.Unit))
            return Shift.None;
        end = unit + 1;
        return found;
    }

    private static Draft? MonthFirst(in Line line, int at)
    {
        if (!IsMonth(line, at, out var end))
            return null;
        var month = line[at].Word!.Month;
        var day = end;
        if (line.Is(day, Keyword.The) && line.IsNumber(day + 1, 2, 1, 31) && YearGrammar.IsOrdinalEnding(line, day + 2))
            day++;
        if (IsDay(line, day, out var dayEnd) && !line.Is(dayEnd, TimeRole.Counted | TimeRole.Units))
            return WithYear(line, at, dayEnd, new() { Month = month, Day = line[day].Number });
        return WithYear(line, at, end, new() { Month = month });
    }

    /// <summary>A day of a month in digits: no hour, price, share or part of a larger number.</summary>
    public static bool IsDay(in Line line, int at, out int end)
    {
        end = at + 1;
        if (!line.IsNumber(at, 2, 1, 31))
            return false;
        if (YearGrammar.IsOrdinalEnding(line, at + 1))
            end = at + 2;
        else if (line.IsWord(at + 1) && line[at + 1].Glued)
            return false;
        var after = line.Mark(end);
        return !(line[end].Glued && (after is '%' or '°' || (after is ':' or '.' && line[end + 1] is { Kind: AtomKind.Number, Glued: true })))
            && ClockGrammar.Meridiem(line, end, out _) == 0;
    }

    private static Draft? DayFirst(in Line line, int at)
    {
        if (!IsDay(line, at, out var end))
            return null;
        var month = line.Is(end, Keyword.Of) || line.IsHyphen(end) ? end + 1 : end;
        if (line.Is(month, Keyword.The))
            month++;
        return IsMonth(line, month, out var monthEnd)
            ? WithYear(line, at, monthEnd, new() { Month = line[month].Word!.Month, Day = line[at].Number }) : null;
    }

    /// <summary><c>the thirtieth of June</c>, <c>the twenty-fifth of May</c>.</summary>
    private static Draft? SpelledDay(in Line line, int at) => YearGrammar.TryOrdinal(line, at, out var day, out var end) && day <= 31
        && line.Is(end, Keyword.Of) && IsMonth(line, end + 1, out var monthEnd)
        ? WithYear(line, at, monthEnd, new() { Month = line[end + 1].Word!.Month, Day = day }) : null;

    private static Draft WithYear(in Line line, int at, int end, CalendarTime time)
    {
        var year = YearAfter(line, end, out var yearEnd);
        if (year != 0)
            return Draft.Calendar(at, yearEnd, time with { Year = year });
        var shift = ShiftedYearAfter(line, end, out yearEnd);
        return shift == Shift.None ? Draft.Calendar(at, end, time)
            : Draft.Calendar(at, yearEnd, time) with { Form = DraftForm.Shifted, Shift = shift, Unit = TimeUnit.Year };
    }

    private static Draft? Weekday(in Line line, int at)
    {
        var word = line[at].Word!;
        if (!line.IsCapital(at) || line.Is(at - 1, TimeRole.Numbered))
            return null;

        // A paper: The Sunday Voice.
        if (line.Is(at - 1, Keyword.The) && line.IsCapital(at + 1) && line[at + 1].Word is null && line.IsWord(at + 1))
            return null;
        var end = at + 1;
        if (line.IsStop(end) && word.Is(TimeRole.ShortWeekday) && (line.IsComma(end + 1) || line.Is(end + 1, TimeRole.Month) || line.IsNumber(end + 1)))
            end++;

        // A date beside it says all that the weekday does.
        var next = line.IsComma(end) ? end + 1 : end;
        if (line.Is(next, Keyword.The))
            next++;
        var dated = line.Is(next, TimeRole.Month) ? MonthFirst(line, next) : line.IsNumber(next) ? DayFirst(line, next) : null;
        if (dated is not null && dated.Time.Day > 0)
            return dated with { First = at, Time = dated.Time with { Weekday = dated.Time.Year is null ? word.Weekday : 0 } };
        if (word.Is(TimeRole.ShortWeekday) && !word.Is(TimeRole.Weekday))
            return null;
        return Draft.Calendar(at, at + 1, new() { Weekday = word.Weekday });
    }

    private static Draft? Season(in Line line, int at)
    {
        var season = new CalendarTime { Season = line[at].Word!.Season };
        var year = YearAfter(line, at + 1, out var end);
        if (year != 0)
        {
            // The winter of 1941-42 is that which begins in 1941.
            if (season.Season == "WI" && YearGrammar.IsSecondYear(line, end, year, out var second) && second == year + 1)
                end += 2;
            return Draft.Calendar(at, end, season with { Year = year });
        }

        var shift = ShiftedYearAfter(line, at + 1, out end);
        if (shift != Shift.None)
            return Draft.Calendar(at, end, season) with { Form = DraftForm.Shifted, Shift = shift, Unit = TimeUnit.Year };

        // To fall and to spring are verbs, a fall is a defeat: only what stands around makes them seasons.
        if (line[at].Word!.Season is "SP" or "FA" && line.Text(at).Length <= 6 && !line.Text(at).Equals("autumn", StringComparison.OrdinalIgnoreCase))
        {
            var before = line[at - 1].Word;
            var isLed = before is not null && (before.Keyword is Keyword.The or Keyword.In or Keyword.By or Keyword.Since or Keyword.Until
                || before.Is(TimeRole.Section | TimeRole.Shift));
            var isModifier = !line.Is(at - 1, Keyword.To) && line.IsWord(at + 1) && line[at + 1].Word is null && line.IsCapital(at) && line.IsCapital(at + 1);
            var isNoun = before?.Keyword is Keyword.A or Keyword.The && line.IsWord(at + 1) && line[at + 1].Word is null;
            if (line.Is(at + 1, Keyword.Of) || line.Is(at + 1, Keyword.To) || !(isLed || isModifier || isNoun))
                return null;
        }

        return Draft.Calendar(at, at + 1, season);
    }

    private static Draft? Feast(in Line line, int at, int end, string day)
    {
        if (!line.IsCapital(at))
            return null;
        if (day.Length == 0)
        {
            var told = YearAfter(line, end, out var toldEnd);
            return Draft.Fixed(at, told != 0 ? toldEnd : end, TimeKind.Date, told > 0 ? new CalendarTime { Year = told }.ToTimex() : "")
                with
            { Ambiguity = TimeAmbiguity.MovableFeast };
        }

        return WithYear(line, at, end, new() { Month = (10 * (day[0] - '0')) + day[1] - '0', Day = (10 * (day[3] - '0')) + day[4] - '0' });
    }

    /// <summary>Quarters and halves of a year: <c>Q3 2020</c>, <c>third quarter of 2020</c>, <c>first half of 2021</c>.</summary>
    private static Draft? Part(in Line line, int at)
    {
        if (line.Text(at) is "Q" or "H" && line[at + 1] is { Kind: AtomKind.Number, Digits: 1, Glued: true } number
            && number.Number >= 1 && number.Number <= (line.Text(at) is "Q" ? 4 : 2))
        {
            return WithYear(line, at, at + 2, line.Text(at) is "Q" ? new() { Quarter = number.Number } : new() { Half = number.Number });
        }

        var isLatter = line.Is(at, Keyword.Latter);
        if (!isLatter && !line.Is(at, TimeRole.Ordinal) && !line.IsNumber(at, 1, 1, 4))
            return null;
        var (value, end) = (2, at + 1);
        if (!isLatter && !YearGrammar.TryOrdinal(line, at, out value, out end))
            return null;
        if (line[end].Word?.Unit == TimeUnit.Quarter && line.Is(end, TimeRole.Unit) && value <= 4)
            return OfYear(line, at, end + 1, new() { Quarter = value });
        return line.Is(end, Keyword.Half) && value <= 2 && OfYear(line, at, end + 1, new() { Half = value }) is { } half && half.End > end + 1 ? half : null;
    }

    private static Draft OfYear(in Line line, int at, int end, CalendarTime time)
    {
        var unit = line.Is(end, Keyword.Of) && line.Is(end + 1, Keyword.The) ? end + 2 : -1;
        return unit > 0 && line.Is(unit, Keyword.Year)
            ? Draft.Calendar(at, unit + 1, time) with { Form = DraftForm.Shifted, Shift = Shift.Definite, Unit = TimeUnit.Year }
            : WithYear(line, at, end, time);
    }

    /// <summary><c>2021-05-13</c>, with a time of day or without.</summary>
    private static Draft? Iso(in Line line, int at)
    {
        if (line[at].Digits != 4 || (line[at].Glued && line.Mark(at - 1) is '-' or '.' or '/') || !line.IsHyphen(at + 1)
            || line[at + 2] is not { Digits: 2, Number: >= 1 and <= 12 } month)
        {
            return null;
        }

        if (!line.IsHyphen(at + 3) || line[at + 4] is not { Digits: 2, Number: >= 1 and <= 31 } day)
        {
            // 2003-04 is April or the season; 2021-05 can only be May where the second year would not be the next.
            var isMonth = !(line[at + 3].Glued && line[at + 3].Kind != AtomKind.Mark) && YearGrammar.IsPlausible(line, at)
                && month.Number != (line[at].Number % 100) + 1 && month.Number < line[at].Number % 100;
            return isMonth ? Draft.Calendar(at, at + 3, new() { Year = line[at].Number, Month = month.Number }) : null;
        }

        var time = new CalendarTime { Year = line[at].Number, Month = month.Number, Day = day.Number };
        if (time.Year == 0)
            return null;
        if (line.Text(at + 5) is "T" && line[at + 5].Glued && ClockGrammar.Digits(line, at + 6, out var clock, out var end))
            return Draft.Calendar(at, end, clock.WithDay(time));
        return Draft.Calendar(at, at + 5, time);
    }

    /// <summary><c>31/12/2021</c>, <c>12.05.2021</c>; where day and month could be either, it says so.</summary>
    private static Draft? Numeric(in Line line, int at)
    {
        var mark = line.Mark(at + 1);
        if (mark is not ('/' or '.') || !line[at + 1].Glued || line.Mark(at + 3) != mark || line[at].Glued && line.Mark(at - 1) == mark)
            return null;
        if (line[at] is not { Digits: 1 or 2 } first || line[at + 2] is not { Digits: 1 or 2, Glued: true } second
            || line[at + 4] is not { Digits: 4, Glued: true } year || year.Number is < 1000 or > 2199
            || line.Mark(at + 5) == mark && line[at + 6] is { Glued: true, Kind: AtomKind.Number })
        {
            return null;
        }

        var (a, b) = (first.Number, second.Number);
        var (dayFirst, monthFirst) = (a is >= 1 and <= 31 && b is >= 1 and <= 12, b is >= 1 and <= 31 && a is >= 1 and <= 12);
        if (!dayFirst && !monthFirst)
            return null;

        // With stops the day comes first wherever dates are written so.
        if (dayFirst && monthFirst && a != b && mark == '/')
        {
            return Draft.Fixed(at, at + 5, TimeKind.Date, FormattableString.Invariant($"{year.Number:D4}-XX-XX"))
                with
            { Ambiguity = TimeAmbiguity.DayOrMonth };
        }

        return Draft.Calendar(at, at + 5, dayFirst
            ? new() { Year = year.Number, Month = b, Day = a } : new() { Year = year.Number, Month = a, Day = b });
    }
}
