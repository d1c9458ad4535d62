using NodaTime;
using Parley.Ledger;
using Parley.Reports;

namespace Parley.Talks;

/// <summary>What was known by when, with dates that may be less than exact.</summary>
internal static class AsOfClock
{
    /// <summary>
    /// Whether an entry was known by <paramref name="limit"/>: by its report's own date, or by when it was learned of where
    /// the report has none. A limit without a time counts to the end of its day, month or year; a report that is dated
    /// by its month or year alone is known from the end of it, since it may be of its last day.
    /// </summary>
    public static bool IsKnownBy(LedgerEntry entry, PartialDate limit)
    {
        if (entry.Reading.Report.Published is not { } published)
            return limit.Instant is { } moment ? entry.Learned <= moment : entry.Learned.InUtc().Date <= limit.LastDay;
        if (published.Instant is { } told && limit.Instant is { } until)
            return told <= until;
        // Of a month only its end is sure to have come after all that was reported in it.
        if (published.LastDay != limit.LastDay)
            return published.LastDay < limit.LastDay;
        return limit.TimeOfDay is not { } time || published.TimeOfDay is not { } at || at <= time;
    }

    /// <summary>Moments by their place on the world's clock, others by their local time, undated ones last: of copies, one with a date tells when.</summary>
    public static LocalDateTime SortKey(PartialDate? date) =>
        date is not { } known ? LocalDate.MaxIsoValue.AtMidnight()
        : known.Instant?.InUtc().LocalDateTime ?? known.FirstDay.At(known.TimeOfDay ?? LocalTime.Midnight);
}
