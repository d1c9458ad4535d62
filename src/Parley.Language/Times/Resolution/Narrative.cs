using Parley.Language.Times.Grammar;
using Parley.Language.Times.Lexicon;
using Parley.Reports;

namespace Parley.Language.Times.Resolution;

/// <summary>What kind of text it is, and which date it is told from.</summary>
internal static class Narrative
{
    /// <summary>Dates with their own years, other than the report's, that make a text a narrative.</summary>
    private const int FewestDates = 3;

    /// <summary>The sentences that a report begins with, where news says when.</summary>
    private const int LeadSentences = 3;

    /// <summary>How far into a text a dateline stands, in code units.</summary>
    private const int DatelineReach = 160;

    /// <summary>
    /// Whether a text is told by dates with years of their own, few of its times counted from the day it is told; a text that begins
    /// with such a one is news.
    /// </summary>
    public static bool Is(List<Found> found, CalendarTime report)
    {
        var (told, counted) = (0, 0);
        foreach (var one in found)
        {
            var draft = one.Draft;
            if (draft.Form == DraftForm.Calendar && draft.Time.Year is { } year)
            {
                told += year == report.Year ? 0 : 1;
            }
            else if (draft.IsFromSpeech || (draft.Time.Weekday > 0 && draft.Form == DraftForm.Calendar))
            {
                if (one.Sentence < LeadSentences && (draft.Time.Weekday > 0 || draft.Unit == TimeUnit.Day))
                    return false;
                counted++;
            }
        }

        return told >= FewestDates && told > 2 * counted;
    }

    /// <summary>The report's date as far as it is known: from outside, else by the line that the text begins with.</summary>
    public static CalendarTime ReportDate(List<Found> found, PartialDate? date, Document document)
    {
        if (date is { } known && known.Precision >= DatePrecision.Day)
            return Of(known);
        foreach (var one in found)
        {
            if (one.Span.Start > DatelineReach)
                break;
            if (one.Draft.Form == DraftForm.Calendar && one.Draft.Time.Date is not null && IsDateline(one, document)
                && (date is not { } coarse || (coarse.Year == one.Draft.Time.Year && (coarse.Precision == DatePrecision.Year || coarse.FirstDay.Month == one.Draft.Time.Month))))
            {
                return one.Draft.Time with { Hour = -1, DayPart = null };
            }
        }

        return date is { } given ? Of(given) : new();
    }

    private static CalendarTime Of(PartialDate date)
    {
        var time = new CalendarTime { Year = date.Year };
        if (date.Precision >= DatePrecision.Month)
            time = time with { Month = date.FirstDay.Month };
        if (date.Precision >= DatePrecision.Day)
            time = time with { Day = date.FirstDay.Day };
        return time;
    }

    /// <summary>A line of its own, or before a dash or an agency's brackets at the head of the first paragraph.</summary>
    private static bool IsDateline(Found found, Document document)
    {
        var text = document.Text;
        var after = text.AsSpan(found.Span.End).TrimStart(' ');
        var lineStart = text.LastIndexOf('\n', found.Span.Start) + 1;
        if (after.IsEmpty || after[0] is '\n' or '\r')
            return text.AsSpan(lineStart, found.Span.Start - lineStart).Trim().Length < 30;
        return after[0] is '(' or '—' or '–' || after.StartsWith("- ", StringComparison.Ordinal) || after.StartsWith("-- ", StringComparison.Ordinal);
    }
}
