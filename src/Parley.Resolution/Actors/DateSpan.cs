using NodaTime;
using Parley.Reports;

namespace Parley.Resolution.Actors;

/// <summary>From a date to a date, both included and both as precise as they are known; null where it is open or not known.</summary>
/// <param name="From">When it began.</param>
/// <param name="To">When it ended.</param>
public readonly record struct DateSpan(PartialDate? From, PartialDate? To)
{
    /// <summary>Whether it may hold on <paramref name="day"/>: dates known by the year alone count whole.</summary>
    public bool Covers(LocalDate day) => (From is not { } from || from.FirstDay <= day) && (To is not { } to || to.LastDay >= day);

    /// <summary>Whether it is over before <paramref name="day"/>.</summary>
    public bool EndsBefore(LocalDate day) => To is { } to && to.LastDay < day;

    /// <summary>Whether it begins only after <paramref name="day"/>.</summary>
    public bool BeginsAfter(LocalDate day) => From is { } from && from.FirstDay > day;

    /// <summary><c>2009-03-31 to 2021-06-13</c>, <c>since 2013</c>, <c>until 1992</c>; empty where neither is known.</summary>
    public override string ToString() => (From, To) switch
    {
        ({ } from, { } to) => $"{from} to {to}",
        ({ } from, null) => $"since {from}",
        (null, { } to) => $"until {to}",
        _ => "",
    };
}
