using Parley.Language.Times.Lexicon;

namespace Parley.Language.Times.Grammar;

/// <summary>
/// The grammar's top: joins days and times of day (<c>midnight Thursday</c>, <c>the night of April 18</c>), picks parts of stretches
/// (<c>early Sunday</c>, <c>the end of the month</c>), and of all readings takes the longest.
/// </summary>
internal static class TimeGrammar
{
    /// <summary>Whether anything can begin at <paramref name="at"/>: most words cannot, and cost no more than this.</summary>
    public static bool CanStart(in Line line, int at)
    {
        var atom = line[at];
        return atom.Kind switch
        {
            AtomKind.Number => true,
            AtomKind.Mark => line.IsApostrophe(at) && line[at + 1].Kind == AtomKind.Number,
            _ when atom.Word is null => atom.End - atom.Start == 1 && line.Text(at) is "Q" or "H" && line[at + 1] is { Kind: AtomKind.Number, Glued: true },
            _ => atom.Word is not null && (atom.Word.Roles != TimeRole.None || !atom.Word.Phrases.IsEmpty
                || atom.Word.Keyword is Keyword.The or Keyword.A or Keyword.Half or Keyword.Latter),
        };
    }

    /// <summary>The longest expression that begins at <paramref name="at"/>; null where there is none.</summary>
    public static Draft? Read(in Line line, int at)
    {
        var best = Longer(SetGrammar.Read(line, at), Reference(line, at));
        best = Longer(best, Sectioned(line, at));
        best = Longer(best, Day(line, at));
        best = Longer(best, Clock(line, at));
        best = Longer(best, DayPart(line, at));
        best = Longer(best, DurationGrammar.Read(line, at));
        best = Longer(best, ShiftGrammar.Read(line, at));
        return Longer(best, Approximate(line, at));
    }

    private static Draft? Longer(Draft? one, Draft? other) => one is null || (other is not null && other.End > one.End) ? other : one;

    private static Draft? Reference(in Line line, int at)
    {
        if (line.Phrase(at, TimeRole.Reference) is { } phrase)
        {
            var end = line.After(phrase, at);

            // The past of the town, the past two years; "to date" a map.
            var isAlone = !line.Is(end, TimeRole.Unit | TimeRole.Units | TimeRole.Number | TimeRole.Vague | TimeRole.Weekday | TimeRole.Month)
                && !line.IsNumber(end) && (phrase.Parts.Length != 2 || !line.Is(at, Keyword.The) || !line.IsWord(end) || line[end].Word is not null);
            if (isAlone)
                return Draft.Fixed(at, end, TimeKind.Date, phrase.Value);
        }

        if (!line.Is(at, TimeRole.Reference) || (line.Is(at, TimeRole.Shift) && line.Is(at + 1, TimeRole.Unit | TimeRole.Units)))
            return null;

        // "It soon fell" is told of the past, where soon is no time of its own.
        if (line[at].Word!.Value is "FUTURE_REF" && line[at].Word!.Cue == TenseCue.None && line.Text(at).Equals("soon", StringComparison.OrdinalIgnoreCase)
            && !(IsToCome(line, at) && !line.Is(at + 1, Keyword.After)))
        {
            return null;
        }

        // Recent days, recent years.
        if (line[at].Word!.Value is "PAST_REF" && line.Is(at + 1, TimeRole.Units))
            return Draft.Fixed(at, at + 2, TimeKind.Date, "PAST_REF");
        return Draft.Fixed(at, at + 1, TimeKind.Date, line[at].Word!.Value!);
    }

    /// <summary>Whether a word follows that can be a noun, and so make what is before it its modifier.</summary>
    private static bool IsModifier(in Line line, int end) => line.IsWord(end) && line[end].Word is null && !line[end].Glued
        && line.Text(end) is { Length: > 4 } and not [.., 'e', 'd'];

    private static bool IsToCome(in Line line, int at)
    {
        for (var i = at - 1; i >= at - 6 && line[i].Kind != AtomKind.Mark; i--)
        {
            if (line[i].Word is { Cue: TenseCue.Future or TenseCue.Plan or TenseCue.Schedule })
                return true;
        }

        return false;
    }

    /// <summary>A date, with the part of the day or the hour that follows it.</summary>
    private static Draft? Day(in Line line, int at)
    {
        var start = at;
        if (line.Is(at, Keyword.The))
        {
            // The year 1950; the 25th of August; the summer of 2005; the 1990s.
            start++;
            if (line.Is(start, Keyword.Year) || line.Is(start, Keyword.Years))
                start++;
        }
        else if (line.Is(at, Keyword.Year) && line.IsNumber(at + 1) && YearGrammar.IsPlausible(line, at + 1))
        {
            start++;
        }

        if (DateGrammar.Read(line, start) is not { } date)
            return start > at ? null : WithTime(line, ShiftGrammar.Read(line, at));
        if (start > at && date.Time.Weekday > 0 && date.Time.Month == 0)
            return null;

        // "The 1902 pact" is a year beside a noun, and its article the noun's.
        if (start == at + 1 && date.Time is { Year: not null, Month: 0, Season: null, Quarter: 0, Half: 0 } && date.Form == DraftForm.Calendar)
            return null;
        var isNumbered = line.IsNumber(start) || line.Is(start, TimeRole.Ordinal | TimeRole.Number);
        if (start == at + 1 && date.Time.Month > 0 && (date.Time.Day == 0 || !isNumbered) && date.Form == DraftForm.Calendar)
            return null;
        if (start > at + 1 && date.Time.Year is null)
            return null;

        if (start > at && date.Time.Century is not null && line.IsHyphen(date.End - 2) && line.IsWord(date.End))
            return null;

        // Nor is the article of "the summer offensive" the summer's.
        if (start > at && date.Time is { Season: not null, Year: null } && date.Form == DraftForm.Calendar && IsModifier(line, date.End))
            return null;
        return WithTime(line, date with { First = at });
    }

    private static Draft? WithTime(in Line line, Draft? date)
    {
        if (date is null || !IsDay(date) || date.Time.HasTimeOfDay)
            return date;
        var at = date.End;
        if (line.Is(at, TimeRole.DayPart))
            return Joined(date, at + 1, new() { DayPart = line[at].Word!.DayPart });
        if (line[at].Word?.DayWord == "ON")
            return Joined(date, at + 1, new() { DayPart = "NI" });
        var clock = line.IsComma(at) ? at + 1 : at;
        clock = line.Is(clock, Keyword.At) || line.Is(clock, TimeRole.Approximator) ? clock + 1 : clock;
        return ClockGrammar.Read(line, clock) is { } time
            ? Joined(date, time.End, time.Time) with { Ambiguity = time.Ambiguity } : date;
    }

    /// <summary>An hour, with the day that follows it.</summary>
    private static Draft? Clock(in Line line, int at)
    {
        if (ClockGrammar.Read(line, at) is not { } time)
            return null;
        var day = line.IsComma(time.End) ? time.End + 1 : time.End;
        if (line.Is(day, Keyword.On) || line.Is(day, Keyword.Of))
            day++;
        if (line.Is(day, TimeRole.Section))
            day++;
        var date = DateGrammar.Read(line, day) ?? ShiftGrammar.Read(line, day);
        if (date is null || !IsDay(date) || date.Time.Hour >= 0)
            return time;

        // 6:30 this evening, 8 o'clock on Friday morning.
        var isLate = date.Time.DayPart is "AF" or "EV" or "NI" && time.Time.Hour is > 3 and < 12;
        var hour = isLate ? time.Time with { Hour = time.Time.Hour + 12 } : time.Time;
        return Joined(date, date.End, hour) with
        {
            First = at,
            Ambiguity = date.Time.DayPart is not null && time.Ambiguity == TimeAmbiguity.HalfOfDay ? TimeAmbiguity.None : time.Ambiguity,
        };
    }

    /// <summary><c>dawn Friday</c>, <c>the night of April 18</c>, <c>the early morning hours of 30 April</c>, <c>at night</c>.</summary>
    private static Draft? DayPart(in Line line, int at)
    {
        var start = line.Is(at, Keyword.The) ? at + 1 : at;
        var modifier = TimeModifier.None;
        if (line.Is(start, TimeRole.Section))
            (modifier, start) = (line[start].Word!.Modifier, start + 1);
        if (line.IsHyphen(start))
            start++;
        if (modifier == TimeModifier.Start && (line.Is(start, Keyword.Hours) || line.Is(start, Keyword.Hour)) && line.Is(start + 1, Keyword.Of)
            && DateGrammar.Read(line, start + 2) is { } early && IsDay(early) && !early.Time.HasTimeOfDay)
        {
            return Joined(early, early.End, new() { DayPart = "MO" }) with { First = at, Modifier = modifier };
        }

        var isOvernight = line[start].Word?.DayWord == "ON";
        if (!line.Is(start, TimeRole.DayPart) && !isOvernight)
            return null;
        var part = isOvernight ? "NI" : line[start].Word!.DayPart;
        var end = start + 1;
        if (line.Is(end, Keyword.Hours))
            end++;
        var day = line.IsComma(end) ? end + 1 : end;
        if (line.Is(day, Keyword.Of) || line.Is(day, Keyword.On) || (isOvernight && line.Is(day, Keyword.From)))
            day++;
        var date = DateGrammar.Read(line, day);
        if (date is null || !IsDay(date))
            date = day > end ? SharedGrammar.Leading(line, day) : null;
        if (date is not null && IsDay(date) && !date.Time.HasTimeOfDay)
            return Joined(date, date.End, new() { DayPart = part }) with { First = at, Modifier = modifier };
        if (isOvernight && (line.Is(end, Keyword.Into) || line.Is(end, Keyword.To)) && DateGrammar.Read(line, end + 1) is { } morrow && IsDay(morrow))
        {
            // The night into Friday is Thursday's.
            return Joined(morrow, morrow.End, new() { DayPart = "NI" }) with
            {
                First = at,
                Form = DraftForm.Offset,
                From = morrow,
                Amount = new Amount(1, false),
                Unit = TimeUnit.Day,
                Direction = -1
            };
        }

        // Without a day only where a preposition makes it a time: at dawn, by nightfall, in the morning.
        var before = line[at - 1].Word?.Keyword;
        var isTold = start > at ? before is Keyword.In or Keyword.During or Keyword.By : before is Keyword.At or Keyword.By or Keyword.Until or Keyword.Before
            or Keyword.Since or Keyword.After or Keyword.From;
        return isTold && !isOvernight && !line.Is(end, Keyword.Of)
            ? Draft.Calendar(at, end, new() { DayPart = part }, modifier) : null;
    }

    /// <summary>A part of a stretch: <c>early May</c>, <c>later that month</c>, <c>late on Thursday</c>, <c>the end of the year</c>.</summary>
    private static Draft? Sectioned(in Line line, int at)
    {
        var start = line.Is(at, Keyword.The) ? at + 1 : at;
        if (line.Is(start, TimeRole.Section) && line[start].Word is { } section)
        {
            var of = start + 1;
            if (line.IsHyphen(of) && line[of + 1].Word?.Modifier == section.Modifier)
                return null;
            if (line.IsHyphen(of))
                of++;
            if (line.Is(of, Keyword.Part) && line.Is(of + 1, Keyword.Of))
                of += 2;
            if (line.Is(of, Keyword.In) || line.Is(of, Keyword.On))
                of++;
            if ((of > start + 1 ? Whole(line, of) : Whole(line, of, isUnitToo: false)) is { } whole)
                return whole with { First = at, Modifier = section.Modifier };
            return null;
        }

        if (line.Is(start, Keyword.Latter) && line.Is(start + 1, Keyword.Part) && line.Is(start + 2, Keyword.Of) && Whole(line, start + 3) is { } latter)
            return latter with { First = at, Modifier = TimeModifier.End };
        if (line.Is(start, TimeRole.SectionNoun) && line.Is(start + 1, Keyword.Of) && Whole(line, start + 2) is { } stretch)
            return stretch with { First = at, Modifier = line[start].Word!.Modifier };
        if (line.Is(start, TimeRole.Ordinal | TimeRole.Section) | line.Is(start, Keyword.Latter) && line.Is(start + 1, Keyword.Half) && line.Is(start + 2, Keyword.Of)
            && Whole(line, start + 3) is { } halved && halved.Unit != TimeUnit.Year && halved.Time is not { Year: not null, Month: 0 })
        {
            return halved with { First = at, Modifier = line[start].Word!.Ordinal == 1 ? TimeModifier.Start : TimeModifier.End };
        }

        // Year-end, month's end.
        if (line[start].Word is not { Unit: >= TimeUnit.Day } unit || !unit.Is(TimeRole.Unit))
            return null;
        var end = line.IsHyphen(start + 1) ? start + 2 : line.IsApostrophe(start + 1) && line.Text(start + 2) is "s" ? start + 3 : -1;
        return end > 0 && line.Is(end, TimeRole.SectionNoun) && line[end].Word!.Modifier == TimeModifier.End
            ? new Draft
            {
                Form = DraftForm.Shifted,
                Kind = TimeKind.Date,
                First = at,
                End = end + 1,
                Shift = Shift.Definite,
                Unit = unit.Unit,
                Modifier = TimeModifier.End,
            }
            : null;
    }

    private static Draft? Whole(in Line line, int at, bool isUnitToo = true)
    {
        var best = Longer(Day(line, at), ShiftGrammar.Read(line, at));
        best = Longer(best, DayPart(line, at));
        best = isUnitToo ? Longer(best, ShiftGrammar.Unit(line, at)) : best;
        if (best is null && line.Is(at, Keyword.The) && DateGrammar.Read(line, at + 1) is { } date && (date.Time.Month > 0 || date.Time.Decade is not null))
            best = date;
        return best is { Kind: TimeKind.Date or TimeKind.Time, Form: not DraftForm.Fixed } ? best : null;
    }

    /// <summary><c>around March 1981</c>, <c>about 2 a.m.</c>, <c>ca. 490 BC</c>.</summary>
    private static Draft? Approximate(in Line line, int at)
    {
        var (start, modifier) = DurationGrammar.Approximated(line, at);
        if (start == at || modifier != TimeModifier.Approx)
            return null;
        var time = Longer(Longer(Day(line, start), Clock(line, start)), Sectioned(line, start));
        return time is { Form: not DraftForm.Fixed } ? time with { First = at, Modifier = time.Modifier == TimeModifier.None ? TimeModifier.Approx : time.Modifier } : null;
    }

    private static bool IsDay(Draft date) => date.Kind is TimeKind.Date or TimeKind.Time && (date.Time.Day > 0 || date.Time.Weekday > 0
        || (date.Form == DraftForm.Offset && date.Unit == TimeUnit.Day) || (date.Form == DraftForm.Shifted && date.Unit == TimeUnit.Day && date.Shift != Shift.None));

    private static Draft Joined(Draft date, int end, CalendarTime time) => date with
    {
        Kind = TimeKind.Time,
        End = end,
        Time = date.Time with
        {
            DayPart = time.DayPart,
            Hour = time.Hour,
            Minute = time.Minute,
            Second = time.Second,
            Zone = time.Zone,
        },
    };
}
