using System.Globalization;
using Parley.Intake.Dates;
using Parley.Reports.Data;

namespace Parley.Intake.Tests.Dates;

public class DateWordsTests
{
    public static TheoryData<string, string, string> Zones => Rows("Dates.zones.tsv");

    public static TheoryData<string, string, string> MailZones => Rows("Feeds.mail-zones.tsv");

    public static TheoryData<string, string, string> Months => Rows("Dates.months.tsv");

    public static TheoryData<string, string, string> Words => Rows("Dates.date-words.tsv");

    [Theory]
    [MemberData(nameof(Zones))]
    public void EachZoneHasItsOffset(string zone, string offset, string example)
    {
        foreach (var told in (string[])[example, $"Published: {example}", example.Replace(zone, zone.ToLowerInvariant(), StringComparison.Ordinal)])
            Assert.EndsWith(offset == "+00:00" ? "Z" : offset, WrittenDate.Parse(told)?.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(MailZones))]
    public void EachZoneOfMailIsOneInFeedsAlone(string zone, string offset, string example)
    {
        var expected = offset == "+0000" ? "Z" : offset[..3] + ":" + offset[3..];
        Assert.EndsWith(expected, Intake.Feeds.FeedDates.Parse(example)?.ToString(), StringComparison.Ordinal);
        Assert.True(WrittenDate.Parse(example) is { Offset: null }, zone);
    }

    [Theory]
    [MemberData(nameof(Months))]
    public void EachMonthIsReadInAnyCase(string month, string number, string example)
    {
        foreach (var told in (string[])[example, example.ToUpperInvariant(), $"1 {month}. 2021"])
        {
            Assert.True(WrittenDate.TryParse(told, out var date), told);
            Assert.Equal(int.Parse(number, CultureInfo.InvariantCulture), date.FirstDay.Month);
        }
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void EachWordMayStandInADate(string word, string kind, string example)
    {
        Assert.True(WrittenDate.TryParse(example, out _), $"{kind} {word}: {example}");
        Assert.True(WrittenDate.TryParse(example.ToUpperInvariant(), out _), $"{kind} {word}: {example}");
    }

    private static TheoryData<string, string, string> Rows(string list) =>
        [.. WordList.Load(typeof(WrittenDate).Assembly, list).Select(row => (row[0], row[1], row[2]))];
}
