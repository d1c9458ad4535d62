using NodaTime;
using Parley.Ledger;
using Parley.Reports;

namespace Parley.Talks;

/// <summary>What was known by when, with dates that may be less than exact.</summary>
internal static class AsOfClock
{
    /// <summary>
    /// Whether an entry was known by <paramref name="limit"/>: by its report's own date, or by when it was learned of where
    /// the report has none. A limit without a time counts to the end of its day, month or year.
    /// </summary>
    public static bool IsKnownBy(LedgerEntry entry, PartialDate limit)
    {
        if (entry.Reading.Report.Published is not { } published)
            return limit.Instant is { } moment ? entry.Learned <= moment : entry.Learned.InUtc().Date <= limit.LastDay;
        if (published.Instant is { } told && limit.Instant is { } until)
            return told <= until;
        if (published.FirstDay != limit.LastDay)
            return published.FirstDay < limit.LastDay;
        return limit.TimeOfDay is not { } time || published.TimeOfDay is not { } at || at <= time;
    }

    /// <summary>Moments by their place on the world's clock, others by their local time, undated ones first.</summary>
    public static LocalDateTime SortKey(PartialDate? date) =>
        date is not { } known ? LocalDate.MinIsoValue.AtMidnight()
        : known.Instant?.InUtc().LocalDateTime ?? known.FirstDay.At(known.TimeOfDay ?? LocalTime.Midnight);
}
