using Parley.Language.Times.Lexicon;

namespace Parley.Language.Times.Grammar;

/// <summary>
/// Times that share a word told once: <c>6-7 January 1916</c>, <c>May 10-21</c>, <c>May 4 and 5</c>, <c>1915-17</c>,
/// <c>492 to 490 BC</c>, <c>two or three days</c>. Each is an expression of its own, as in TimeML.
/// </summary>
internal static class SharedGrammar
{
    /// <summary>The first of two at <paramref name="at"/>, which lacks what only the second tells.</summary>
    public static Draft? Leading(in Line line, int at)
    {
        if (at > 0 && line[at].Glued && line.Mark(at - 1) is '$' or '€' or '£' or '.' or ':')
            return null;
        var day = line.Is(at, Keyword.The) ? at + 1 : at;
        if (DateGrammar.IsDay(line, day, out var end) && Joint(line, end, out var next))
        {
            next = line.Is(next, Keyword.The) ? next + 1 : next;
            if (DateGrammar.IsDay(line, next, out _) && line[next].Number > line[day].Number
                && DateGrammar.Read(line, next) is { Time: { Month: > 0, Day: > 0 } } second && second.First == next && line.IsNumber(next))
            {
                return second with { First = at, End = end, Time = second.Time with { Day = line[day].Number } };
            }
        }

        // The 18th and 19th centuries.
        if (YearGrammar.TryOrdinal(line, day, out var century, out end) && Joint(line, end, out next))
        {
            next = line.Is(next, Keyword.The) ? next + 1 : next;
            if (YearGrammar.TryOrdinal(line, next, out _, out _) && YearGrammar.Read(line, next) is { Time.Century: { } later })
                return Draft.Calendar(at, end, new() { Century = later < 0 ? -century : century - 1 });
        }

        if (line.IsNumber(at, 4, 1, 9999) && Joint(line, at + 1, out next) && YearGrammar.HasEra(line, next, out var year, out _)
            && year < 0 && line[at].Number > -year)
        {
            return Draft.Calendar(at, at + 1, new() { Year = -line[at].Number });
        }

        // Two or three days, ten to fifteen years, 24-48 hours.
        var number = at;
        if (!(line.IsNumber(at) || line.Is(at, TimeRole.Number)) || !NumberGrammar.TryRead(line, ref number, out var amount)
            || !(line.Is(number, Keyword.Or) || line.Is(number, Keyword.To) || line.IsDash(number)))
        {
            return null;
        }

        var other = number + 1;
        if (line.IsDash(number) && line.Is(other, Keyword.To) && line.IsDash(other + 1))
            other += 2;
        return (line.IsNumber(other) || line.Is(other, TimeRole.Number)) && NumberGrammar.TryRead(line, ref other, out var more) && more.Value > amount.Value
            && line[line.IsHyphen(other) ? other + 1 : other].Word is { Unit: not TimeUnit.None and not TimeUnit.Second } unit
            && (unit.Is(TimeRole.Units) || line.IsHyphen(other))
            ? new Draft { Form = DraftForm.Duration, Kind = TimeKind.Duration, First = at, End = number, Amount = amount, Unit = unit.Unit } : null;
    }

    /// <summary>What follows <paramref name="first"/> and lacks what that tells; null where nothing does.</summary>
    public static Draft? Following(in Line line, Draft first, out CalendarTime shared)
    {
        shared = first.Time;
        if (first.Kind != TimeKind.Date || first.Form != DraftForm.Calendar || first.Ambiguity != TimeAmbiguity.None)
            return null;
        var at = first.End;
        if (first.Time is { Year: > 0, Month: 0, Season: null } && YearGrammar.IsSecondYear(line, at, first.Time.Year.Value, out var year)
            && line[at + 1].Digits == 2)
        {
            return Draft.Calendar(at + 1, at + 2, new() { Year = year });
        }

        // May 10-21, 2021: the month comes first, and the year after both.
        if (first.Time is not { Month: > 0, Day: > 0, Year: null } || line.Is(at - 1, TimeRole.Month) || !Joint(line, at, out var next)
            || !DateGrammar.IsDay(line, next, out var end) || line[next].Number <= first.Time.Day)
        {
            return null;
        }

        var isDash = line.IsDash(at);
        if (line.Is(end, TimeRole.Month | TimeRole.Unit | TimeRole.Units | TimeRole.Counted | TimeRole.Zone) || line.Is(end, Keyword.Of))
            return null;
        if (!isDash && end == next + 1 && line.IsWord(end) && line[end].Word is null && !line.IsCapital(end))
            return null;
        var told = DateGrammar.YearAfter(line, end, out var yearEnd);
        shared = first.Time with { Year = told == 0 ? null : told };
        return Draft.Calendar(next, told == 0 ? end : yearEnd, shared with { Day = line[next].Number });
    }

    private static bool Joint(in Line line, int at, out int next)
    {
        next = at + 1;
        return line.IsDash(at) || line.Is(at, Keyword.To) || line.Is(at, Keyword.And) || line.Is(at, Keyword.Or) || line.Is(at, Keyword.Until);
    }
}
