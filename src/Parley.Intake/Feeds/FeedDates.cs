using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Parley.Intake.Dates;
using Parley.Reports;
using Parley.Reports.Data;

namespace Parley.Intake.Feeds;

/// <summary>
/// Dates as feeds write them: ISO 8601, and RFC 822 and its heirs (RFC 2822, RFC 5322) with the liberties taken in the
/// wild. What is particular to them is put into the words of a <see cref="WrittenDate"/>, which reads the rest.
/// </summary>
internal static partial class FeedDates
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    private static readonly FrozenDictionary<string, string> s_zones = WordList.Load(typeof(FeedDates).Assembly, "Feeds.mail-zones.tsv")
        .ToFrozenDictionary(row => row[0], row => row[1], StringComparer.OrdinalIgnoreCase);

    /// <summary>The date; null where there is none or it makes no sense.</summary>
    public static PartialDate? Parse(string? text)
    {
        if (FeedMarkup.OneLine(text) is not { Length: <= 200 } line)
            return null;
        line = YearAtEnd().Replace(line, "${day} ${month} ${year} ${time} ${zone}");
        line = ShortYear().Replace(line, match => match.Groups["before"].Value + YearOf(match.Groups["year"].ValueSpan));
        line = NamedZone().Replace(line, match => s_zones.GetValueOrDefault(match.Value, match.Value));
        return WrittenDate.Parse(line);
    }

    /// <summary>RFC 2822, 4.3: two digits below 50 are this century's, other two and three digits count from 1900.</summary>
    private static string YearOf(ReadOnlySpan<char> digits)
    {
        var number = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return (digits.Length == 2 && number < 50 ? 2000 + number : 1900 + number).ToString(CultureInfo.InvariantCulture);
    }

    // As C's asctime and Unix's date write it: Fri May 14 18:40:30 EDT 2021.
    [GeneratedRegex(
        @"^([a-z]+,? )?(?<month>[a-z]{3,9}) (?<day>\d{1,2}) (?<time>[\d:]{4,8}) ((?<zone>[a-z]{1,5}|[+-]\d{4}) )?(?<year>\d{4})$",
        Options)]
    private static partial Regex YearAtEnd();

    [GeneratedRegex(@"^(?<before>([a-z]+, ?)?\d{1,2}[ -][a-z]{3,9}[ -])(?<year>\d{2,3})\b", Options)]
    private static partial Regex ShortYear();

    [GeneratedRegex(@"\b[a-z]{2,3}$", Options)]
    private static partial Regex NamedZone();
}
