using AngleSharp.Dom;
using Parley.Reports;

namespace Parley.Intake.Pages.Metadata;

/// <summary>Chooses a date among what several sources say of it.</summary>
internal static class Dates
{
    private const int MostTimes = 8;

    /// <summary>What is dated before is a field that was never set.</summary>
    private const int EarliestYear = 1900;

    /// <summary>
    /// The first source's date; where another tells the same day more exactly, that one: a time where the first has
    /// none, an offset where the first has none.
    /// </summary>
    public static PartialDate? Choose(IEnumerable<string?> sources)
    {
        PartialDate? chosen = null;
        foreach (var source in sources)
        {
            if (DateText.Parse(source) is not { } date || date.Year < EarliestYear)
                continue;
            if (chosen is not { } first)
                chosen = date;
            else if (date.FirstDay == first.FirstDay && Exactness(date) > Exactness(first))
                chosen = date;
        }

        return chosen;
    }

    /// <summary>What elements with this <c>itemprop</c> tell.</summary>
    public static IEnumerable<string?> Marked(IDocument document, string property) => document
        .QuerySelectorAll($"[itemprop~={property}]").Take(MostTimes)
        .Select(element => element.GetAttribute("content") ?? element.GetAttribute("datetime") ?? element.TextContent);

    /// <summary>The first <c>time</c> element of the page that says what it is, else the first in an article or header.</summary>
    public static IEnumerable<string?> Times(IDocument document)
    {
        var time = document.QuerySelector("time[pubdate]") ?? document.QuerySelector("time[class*=publish], time[class*=entry-date]")
            ?? document.QuerySelector("article time, header time, main time");
        return time is null ? [] : [time.GetAttribute("datetime") ?? time.TextContent];
    }

    private static int Exactness(PartialDate date) => date.Offset is not null ? 3 : date.TimeOfDay is not null ? 2 : date.Precision == DatePrecision.Day ? 1 : 0;
}
