using AngleSharp.Dom;
using Parley.Intake.Dates;
using Parley.Reports;

namespace Parley.Intake.Pages.Metadata;

/// <summary>Chooses a date among what several sources say of it.</summary>
internal static class DateChoice
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
            if (WrittenDate.Parse(source) is not { } date || date.Year < EarliestYear)
                continue;
            if (chosen is not { } first)
                chosen = date;
            else if (date.FirstDay == first.FirstDay && Exactness(date) > Exactness(first))
                chosen = date;
        }

        return chosen;
    }

    /// <summary>What elements that bear a date's <c>itemprop</c> tell.</summary>
    public static IEnumerable<string?> Marked(IEnumerable<IElement> elements) => elements.Take(MostTimes)
        .Select(element => element.GetAttribute("content") ?? element.GetAttribute("datetime") ?? element.TextContent);

    /// <summary>
    /// The <c>time</c> element that says it is the publication's, else the first in an article, a header or the main
    /// part.
    /// </summary>
    public static string? Published(IReadOnlyList<IElement> times)
    {
        var time = times.FirstOrDefault(time => time.HasAttribute("pubdate"))
            ?? times.FirstOrDefault(time => time.ClassName is { } name
                && (name.Contains("publish", StringComparison.OrdinalIgnoreCase)
                    || name.Contains("entry-date", StringComparison.OrdinalIgnoreCase)))
            ?? times.FirstOrDefault(IsInArticle);
        return time?.GetAttribute("datetime") ?? time?.TextContent;
    }

    private static bool IsInArticle(IElement time)
    {
        for (var holder = time.ParentElement; holder is not null; holder = holder.ParentElement)
        {
            if (holder.LocalName is "article" or "header" or "main")
                return true;
        }

        return false;
    }

    private static int Exactness(PartialDate date) =>
        date.Offset is not null ? 3
        : date.TimeOfDay is not null ? 2
        : date.Precision == DatePrecision.Day ? 1 : 0;
}
