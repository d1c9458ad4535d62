using System.Runtime.InteropServices;
using NodaTime;
using Parley.Language.Times.Grammar;
using Parley.Language.Times.Lexicon;
using Parley.Reports;

namespace Parley.Language.Times.Resolution;

/// <summary>
/// Sets the drafts of one text on the calendar, in order. News counts from the report's date, by the tense around; a narrative
/// (a history, an undated text) counts from the date last told.
/// </summary>
internal sealed class Resolver
{
    private readonly CalendarTime _report;
    private readonly bool _isNarrative;
    private CalendarTime _focus = new();
    private int _focusSentence = -1;
    private TimeAnchor _anchor;
    private TimeAmbiguity _ambiguity;

    public Resolver(CalendarTime report, bool isNarrative)
    {
        _report = report;
        _isNarrative = isNarrative;
    }

    /// <summary>The expressions that the drafts stand for.</summary>
    public static ImmutableArray<TimeExpression> Resolve(List<Found> found, PartialDate? date, Document document)
    {
        var report = Narrative.ReportDate(found, date, document);
        var resolver = new Resolver(report, Narrative.Is(found, report));
        var times = new TimeExpression[found.Count];
        for (var i = 0; i < times.Length; i++)
            times[i] = resolver.Resolve(found[i], i + 1 < found.Count ? found[i + 1] : null);
        for (var i = 0; i + 1 < times.Length; i++)
        {
            if (found[i].Joint == Joint.Stretch && times[i].Calendar is { } start && times[i + 1].Calendar is { } end && start.Start.FirstDay <= end.End.LastDay
                && (start.Start.Offset is null) == (end.End.Offset is null))
            {
                times[i] = times[i] with { Stretch = new PartialRange(start.Start, end.End) };
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(times);
    }

    private TimeExpression Resolve(Found found, Found? next)
    {
        (_anchor, _ambiguity) = (TimeAnchor.None, found.Draft.Ambiguity);
        var draft = found.Draft;
        var expression = new TimeExpression
        {
            Span = found.Span,
            Kind = draft.Kind,
            Value = draft.Value is "" ? null : draft.Value,
            Modifier = draft.Modifier,
            Quantifier = draft.Quantifier,
            Frequency = draft.Frequency,
            IsAge = draft.IsAge,
        };
        switch (draft.Form)
        {
            case DraftForm.Duration:
                var stretch = Stretch(draft, found);
                return expression with { Value = draft.Amount.ToTimex(draft.Unit), Calendar = stretch, Anchor = _anchor };
            case DraftForm.Fixed:
                return expression with { Ambiguity = draft.Ambiguity };
        }

        var time = draft.Form switch
        {
            DraftForm.Calendar => Placed(draft.IsShortYear ? InItsCentury(draft.Time) : draft.Time, found, next),
            DraftForm.Shifted => Shifted(draft, found),
            _ => Offset(draft, found, next),
        };
        if (time is not { } told)
        {
            // Some days later: before or after, and no more is known.
            var isVague = draft.Form == DraftForm.Offset && (draft.Amount.IsVague || (draft.Direction == 0 && !draft.Time.HasTimeOfDay));
            var value = isVague ? draft.Direction < 0 ? "PAST_REF" : draft.Direction > 0 ? "FUTURE_REF" : "PRESENT_REF" : Open(draft);
            return expression with { Value = value, Ambiguity = draft.Amount.IsVague ? TimeAmbiguity.None : Unanchored(), Anchor = TimeAnchor.None };
        }

        told = OnItsDay(told, found);
        if (told.Year is not null && MovesOn(draft, found))
            (_focus, _focusSentence) = (told, found.Sentence);
        var range = told.ToRange();
        if (range is null && _ambiguity == TimeAmbiguity.None && told.Year is null && told.Decade is null && told.Century is null)
            _ambiguity = Unanchored();
        return expression with { Value = told.ToTimex(), Calendar = range, Anchor = _anchor, Ambiguity = _ambiguity };
    }

    /// <summary>
    /// Whether what follows is counted from here: not from an aside (in brackets, beside a noun), nor from a glance back, a season
    /// whose year was inferred, or the year already told.
    /// </summary>
    private bool MovesOn(Draft draft, Found found)
    {
        if (draft.IsAside || found.IsBracketed || (draft.Time is { Year: not null, Month: 0 } && draft.Time.Year == _focus.Year))
            return false;
        var looksBack = (draft.Form == DraftForm.Offset && draft.Direction < 0) || draft.Shift is Shift.Previous or Shift.Last;
        return !looksBack && !(draft.Time is { Season: not null, Year: null });
    }

    private TimeAmbiguity Unanchored() => _ambiguity != TimeAmbiguity.None ? _ambiguity
        : _report.Year is null && _focus.Year is null ? TimeAmbiguity.NoAnchor : TimeAmbiguity.AnchorTooCoarse;

    /// <summary>What can be said of a place that could not be counted: its kind, in X.</summary>
    private static string Open(Draft draft)
    {
        if (draft.Time.HasTimeOfDay || !draft.Time.HasNoDate)
            return draft.Time.ToTimex();
        return draft.Unit switch
        {
            < TimeUnit.Day => "XXXX-XX-XXTXX",
            TimeUnit.Day => "XXXX-XX-XX",
            TimeUnit.Week or TimeUnit.Fortnight => "XXXX-WXX",
            TimeUnit.Weekend => "XXXX-WXX-WE",
            TimeUnit.Month => "XXXX-XX",
            _ => "XXXX",
        };
    }

    /// <summary>What the expression is counted from where it is spoken of from outside the story.</summary>
    private CalendarTime Speech()
    {
        if (_isNarrative || _report.Year is null)
            return Told();
        _anchor = TimeAnchor.Report;
        return _report;
    }

    /// <summary>What was last told, or the report's date before anything was.</summary>
    private CalendarTime Told()
    {
        if (_focus.Year is null)
        {
            _anchor = _report.Year is null ? TimeAnchor.None : TimeAnchor.Report;
            return _report;
        }

        _anchor = TimeAnchor.Text;
        return _focus;
    }

    private bool IsToldHere(Found found) => _focus.Year is not null && _focusSentence == found.Sentence;

    // ---- places by their own names

    private CalendarTime? Placed(CalendarTime time, Found found, Found? next)
    {
        if (time.Year is not null || time.Decade is not null || time.Century is not null)
            return time;
        if (time.Weekday > 0 && time.Month == 0)
            return Weekday(time, found);
        if (time.Month == 0 && time.Day > 0)
            return DayOfMonth(time, found);
        if (time.Month > 0 || time.Season is not null || time.Quarter > 0 || time.Half > 0)
        {
            // August and September 1914; July 1 to July 3, 1863.
            if (found.Joint != Joint.None && next is { Draft: { Form: DraftForm.Calendar, Time: { Year: { } year } lender } } && next.Sentence == found.Sentence)
                return time with { Year = lender.Month > 0 && time.Month > lender.Month && year > 1 ? year - 1 : year };
            return Yearless(time, found);
        }

        return time;
    }

    /// <summary>The year with these last digits that is nearest to the story, or the latest before the report.</summary>
    private CalendarTime InItsCentury(CalendarTime time)
    {
        var anchor = _isNarrative ? Told() : Speech();
        if (anchor.Year is not > 100)
            return time;
        var (year, two) = (anchor.Year.Value, time.Year!.Value % 100);
        var found = (year / 100 * 100) + two;
        var most = _isNarrative ? year + 50 : year + 1;
        return time with { Year = found > most ? found - 100 : found < most - 99 ? found + 100 : found };
    }

    /// <summary>The year of a month, day, season or quarter that names none.</summary>
    private CalendarTime Yearless(CalendarTime time, Found found)
    {
        if (_isNarrative || _report.Year is null || (IsToldHere(found) && _focus.Year != _report.Year && found.Tense != Tense.Future))
        {
            var told = Told();
            return told.Year is { } year ? time with { Year = FromStory(time, told, year) } : time;
        }

        _anchor = TimeAnchor.Report;
        if (_report.Month == 0)
        {
            _ambiguity = TimeAmbiguity.AnchorTooCoarse;
            return time;
        }

        var (now, then) = (Ordinal(_report, _report.Month), Ordinal(time, MonthOf(time)));
        var thisYear = _report.Year.Value;

        // The latest that has been, the first to come; but nobody leaves out the year of what is most of a year away.
        var (past, future) = (then > now ? thisYear - 1 : thisYear, then < now ? thisYear + 1 : thisYear);
        if (time.Month == 0)
            (past, future) = (thisYear, thisYear);
        var (ago, ahead) = (now - then + (then > now ? 372 : 0), then - now + (then < now ? 372 : 0));
        var takesFuture = found.Tense switch
        {
            Tense.Future => !(ahead > 280 && ago < 31),
            Tense.Past when found.IsLed => ahead < 186 && ago > 31,
            Tense.Past => ago > 280 && ahead < 62,
            _ => ago > 248 && ahead < 124,
        };
        return time with { Year = takesFuture ? future : past };
    }

    private static int MonthOf(CalendarTime time) => time.Month > 0 ? time.Month : time.Season is { } season ? Calendars.MonthOf(season)
        : time.Quarter > 0 ? (time.Quarter * 3) - 1 : (time.Half * 6) - 3;

    private static int Ordinal(CalendarTime time, int month) => (month * 31) + (time.Day > 0 ? time.Day : 15);

    /// <summary>
    /// A story goes to and fro within its year, and crosses the year's end only where that is near: after November, March is the
    /// next year's, and after January, December is the one before.
    /// </summary>
    private static int FromStory(CalendarTime time, CalendarTime told, int year)
    {
        const int MonthsBack = 7, MonthsOn = 10;
        var from = told.Month > 0 ? told.Month : told.Season is { } season ? Calendars.MonthOf(season) : 0;
        if (from == 0)
            return year;
        var months = MonthOf(time) - from;
        if (months < -MonthsBack)
            return year == -1 ? year : year + 1;
        return months > MonthsOn && year != 1 ? year - 1 : year;
    }

    private CalendarTime Weekday(CalendarTime time, Found found)
    {
        var weekday = time.Weekday;
        LocalDate day;
        if (_isNarrative || _report.Year is null)
        {
            if (Told().Date is not { } told)
                return time;
            day = Calendars.OnOrAfter(told, weekday);
        }
        else
        {
            _anchor = TimeAnchor.Report;
            if (_report.Date is not { } report)
            {
                (_anchor, _ambiguity) = (TimeAnchor.None, TimeAmbiguity.AnchorTooCoarse);
                return time;
            }

            var isFuture = found.Tense == Tense.Future || found.IsLed;
            day = isFuture ? Calendars.OnOrAfter(report, weekday) : Calendars.OnOrBefore(report, weekday);
        }

        return time.WithDay(CalendarTime.Of(day));
    }

    private CalendarTime DayOfMonth(CalendarTime time, Found found)
    {
        var anchor = IsToldHere(found) ? Told() : Speech();
        return anchor is { Year: { } year, Month: > 0 } ? time with { Year = year, Month = anchor.Month } : time;
    }

    /// <summary>A time of day whose day the sentence, or the story, has told.</summary>
    private CalendarTime OnItsDay(CalendarTime time, Found found)
    {
        if (!time.HasTimeOfDay || !time.HasNoDate || !_focus.HasDay || !(IsToldHere(found) || (_isNarrative && time.Hour >= 0)))
            return time;
        _anchor = TimeAnchor.Text;

        // 2 a.m. on Friday (2300 GMT): the nearest such hour is Thursday's.
        var days = time is { Hour: >= 0, Zone: not null } && _focus is { Hour: >= 0, Zone: null }
            ? time.Hour - _focus.Hour > 12 ? -1 : time.Hour - _focus.Hour < -12 ? 1 : 0 : 0;
        return Calendars.Plus(_focus, days) is { } day ? time.WithDay(CalendarTime.Of(day)) : time.WithDay(_focus);
    }

    // ---- places counted from others

    private CalendarTime? Shifted(Draft draft, Found found)
    {
        var time = draft.Time;
        var (step, isTold) = draft.Shift switch
        {
            Shift.Last => (-1, false),
            Shift.This or Shift.Current => (0, false),
            Shift.Next or Shift.Coming => (1, false),
            Shift.That or Shift.Same => (0, true),
            Shift.Previous => (-1, true),
            Shift.Following => (1, true),
            _ => (0, IsToldHere(found)),
        };
        if (draft is { Shift: Shift.None, Unit: TimeUnit.Day })
            return Overnight(time, found);
        var anchor = isTold ? Told() : Speech();
        if (draft.Unit == TimeUnit.Weekend && draft.Shift == Shift.Definite && !isTold && !_isNarrative)
            return anchor.Date is { } now ? Weekend(now, found.Tense) : null;
        if (draft.Unit == TimeUnit.Year && !time.HasNoDate)
            return Calendars.Add(anchor, TimeUnit.Year, step) is { } inYear ? time with { Year = inYear.Year } : null;
        if (draft.Unit == TimeUnit.Day && time.HasTimeOfDay)
        {
            // Last night was yesterday's.
            return Calendars.Plus(anchor, step) is { } day ? time.WithDay(CalendarTime.Of(day)) : anchor.Year is not null && step == 0 && anchor.Month > 0
                ? time with { Year = anchor.Year, Month = anchor.Month } : null;
        }

        if (draft.Unit != TimeUnit.None)
        {
            return Calendars.Add(anchor, draft.Unit, step) ?? (draft.Unit == TimeUnit.Day ? SomeDay(anchor, step)
                : draft.Unit == TimeUnit.Week && anchor is { Year: { } known, Month: > 0 and < 12 } ? new CalendarTime { Year = known, Week = -1 } : null);
        }

        if (time.Weekday > 0)
            return anchor.Date is { } date ? time.WithDay(CalendarTime.Of(Weekday(date, time.Weekday, draft.Shift))) : null;
        if (anchor.Year is not { } year)
            return null;
        var (month, now2) = (MonthOf(time), anchor.Month > 0 ? anchor.Month : anchor.Season is { } season ? Calendars.MonthOf(season) : 0);
        var moved = step switch
        {
            < 0 => month < now2 ? year : year - 1,
            > 0 => month > now2 && now2 > 0 ? year : year + 1,
            _ => year,
        };
        return moved == 0 ? null : time with { Year = moved };
    }

    private static LocalDate Weekday(LocalDate from, int weekday, Shift shift) => shift switch
    {
        Shift.Last or Shift.Previous => Calendars.OnOrBefore(from.PlusDays(-1), weekday),
        Shift.Next or Shift.Following or Shift.Coming => Calendars.OnOrAfter(from.PlusDays(1), weekday),
        Shift.That or Shift.Same => Calendars.OnOrBefore(from, weekday),
        _ => from.PlusDays(weekday - (int)from.DayOfWeek),
    };

    private static CalendarTime Weekend(LocalDate now, Tense tense)
    {
        var saturday = tense == Tense.Future || now.DayOfWeek >= IsoDayOfWeek.Saturday ? now.PlusDays(6 - (int)now.DayOfWeek) : now.PlusDays(-1 - (int)now.DayOfWeek);
        return CalendarTime.OfWeek(saturday, isWeekend: true);
    }

    private CalendarTime? Overnight(CalendarTime time, Found found)
    {
        if (IsToldHere(found) && _focus.HasDay)
            return time.WithDay(Told());
        if (_isNarrative)
            return time;
        return Calendars.Plus(Speech(), found.Tense == Tense.Future ? 0 : -1) is { } day ? time.WithDay(CalendarTime.Of(day)) : null;
    }

    private CalendarTime? Offset(Draft draft, Found found, Found? next)
    {
        if (draft.IsFromSpeech && _isNarrative && draft.Unit == TimeUnit.Day && draft.Amount.Value <= 1 && draft.From is null)
        {
            return null;
        }

        // What is later than nothing told stays open; the report's own day is later than all that it tells.
        if (draft is { From: null, IsFromSpeech: false, Direction: > 0 } && _focus.Year is null)
            return null;
        var anchor = draft.From is { } from ? Placed(from.Time, found with { Joint = Joint.None }, next) ?? new()
            : draft.IsFromSpeech ? Speech() : !_isNarrative && _focusSentence < found.Sentence - 2 ? Speech() : Told();
        var (amount, unit) = (draft.Amount, draft.Unit);
        if (!amount.IsVague && !amount.IsWhole && unit == TimeUnit.Year)
            (amount, unit) = (amount with { Value = amount.Value * 12 }, TimeUnit.Month);
        if (!amount.IsWhole)
            return null;
        var count = (int)amount.Value * draft.Direction;
        if (unit is TimeUnit.Hour or TimeUnit.Minute or TimeUnit.Second)
            return Hours(anchor, unit, count);
        if (unit is TimeUnit.Decade or TimeUnit.Century)
            (count, unit) = (count * (unit == TimeUnit.Decade ? 10 : 100), TimeUnit.Year);
        if (unit == TimeUnit.Week && draft.From is not null)
            (count, unit) = (count * 7, TimeUnit.Day);
        if (Calendars.Add(anchor, unit, count) is { } there)
            return draft.Time.HasTimeOfDay ? draft.Time.WithDay(there) : there;

        if (unit != TimeUnit.Day || SomeDay(anchor, count) is not { } some)
            return null;
        return some with { DayPart = draft.Time.DayPart, Hour = draft.Time.Hour, Minute = draft.Time.Minute };
    }

    /// <summary>A day some days from one that is known by its month: of that month, or of its year at least.</summary>
    private static CalendarTime? SomeDay(CalendarTime anchor, int count)
    {
        if (anchor.Year is not { } year || anchor.Month == 0 || Math.Abs(count) > 27)
            return null;
        if (count == 0)
            return new() { Year = year, Month = anchor.Month, IsSomeDay = true };
        return (count < 0 ? anchor.Month > 1 : anchor.Month < 12) ? new() { Year = year, IsSomeDay = true } : null;
    }

    private static CalendarTime? Hours(CalendarTime anchor, TimeUnit unit, int count)
    {
        if (anchor.Date is not { } date)
            return null;
        if (anchor.Hour < 0 || anchor.Hour > 23)
            return count > 0 || anchor.HasTimeOfDay ? CalendarTime.Of(date) with { DayPart = "XX" } : null;
        var seconds = (long)count * (unit == TimeUnit.Hour ? 3600 : unit == TimeUnit.Minute ? 60 : 1);
        if (Math.Abs(seconds) > 86_400 * 365L || date.Year is < 2 or > 9990)
            return null;
        var moment = date.At(new LocalTime(anchor.Hour, anchor.Minute)).PlusSeconds(seconds);
        return anchor with { Year = moment.Year, Month = moment.Month, Day = moment.Day, Hour = moment.Hour, Minute = moment.Minute };
    }

    /// <summary>The days of a length that the text ties down: <c>the past 24 hours</c>, <c>the first two weeks of June</c>.</summary>
    private PartialRange? Stretch(Draft draft, Found found)
    {
        if (draft.Direction == 0 || !draft.Amount.IsWhole || draft.Amount.Value < 1 || draft.Amount.Value > 10_000)
            return null;
        var count = (int)draft.Amount.Value;
        if (draft.From is { } from)
        {
            var whole = from.Form == DraftForm.Calendar ? Placed(from.Time, found with { Joint = Joint.None }, null) : Shifted(from, found);
            if (whole?.ToRange() is not { } range)
                return null;
            (_focus, _focusSentence) = (whole.Value, found.Sentence);

            // Where a month's third week begins is nobody's to say.
            if (draft is { Nth: > 1, Unit: TimeUnit.Week })
                return null;
            var start = draft.Nth > 1 ? Step(range.Start.FirstDay, draft.Unit, draft.Nth - 1) : range.Start.FirstDay;
            return draft.Direction > 0
                ? Range(start, start is { } first ? Step(first, draft.Unit, count)?.PlusDays(-1) : null)
                : Range(Step(range.End.LastDay.PlusDays(1), draft.Unit, -count), range.End.LastDay);
        }

        if (!draft.IsFromSpeech || _isNarrative || Speech().Date is not { } now)
            return null;
        var (unit, amount) = draft.Unit == TimeUnit.Hour && count % 24 == 0 ? (TimeUnit.Day, count / 24) : (draft.Unit, count);
        var there = Step(now, unit, amount * draft.Direction);
        return draft.Direction > 0 ? Range(now, there) : Range(there, now);
    }

    private static PartialRange? Range(LocalDate? start, LocalDate? end) =>
        start is { } first && end is { } last && first <= last ? new PartialRange(PartialDate.OfDay(first), PartialDate.OfDay(last)) : null;

    private static LocalDate? Step(LocalDate from, TimeUnit unit, int count) => from.Year + (count * (unit >= TimeUnit.Decade ? 100 : 1)) is <= 1 or >= 9990 ? null : unit switch
    {
        TimeUnit.Day => from.PlusDays(count),
        TimeUnit.Week => from.PlusWeeks(count),
        TimeUnit.Fortnight => from.PlusWeeks(2 * count),
        TimeUnit.Month => from.PlusMonths(count),
        TimeUnit.Year => from.PlusYears(count),
        TimeUnit.Decade => from.PlusYears(10 * count),
        _ => null,
    };
}
