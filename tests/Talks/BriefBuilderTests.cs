using NodaTime;
using Parley.Ledger;
using Parley.Reports;
using Parley.Reports.Data;
using Parley.Reports.Findings;

namespace Parley.Talks.Tests;

public class BriefBuilderTests
{
    private static readonly Instant s_learned = Instant.FromUtc(2026, 1, 1, 0, 0);

    [Fact]
    public void WhatIsSaidOfAHaltComesNewestFirstAndTheRestIsCounted()
    {
        var brief = BriefBuilder.Build(
        [
            Entry("2021-05-14", "A", "The truce is near", "The road is wet"),
            Entry("2021-05-16", "B", "No ceasefire is near"),
        ], null);
        Assert.Equal(["No ceasefire is near", "The truce is near"], brief.OnHalt.Select(static told => told.Statement.Content[0].Text));
        Assert.Equal(1, brief.OtherStatements);
        Assert.Equal(new LocalDate(2021, 5, 14), brief.FirstDay);
        Assert.Equal(new LocalDate(2021, 5, 16), brief.LastDay);
    }

    [Fact]
    public void TheSameWordsBySeveralOutletsStandOnceWithTheFirstOutletFirst()
    {
        var brief = BriefBuilder.Build(
            [Entry("2021-05-15", "Late", "A truce is near"), Entry("2021-05-14", "Early", "A truce is near")], null);
        var told = Assert.Single(brief.OnHalt);
        Assert.Equal(["Early", "Late"], told.CarriedBy.Select(static report => report.Outlet));
    }

    [Fact]
    public void AHundredCopiesAreNamedOnceAndCounted()
    {
        var brief = BriefBuilder.Build(
            Enumerable.Range(0, 100).Select(static number => Entry("2021-05-14", $"Outlet {number}", "A truce is near")), null);
        var told = Assert.Single(brief.OnHalt);
        Assert.Equal(BriefBuilder.MostCopies, told.CarriedBy.Length);
        Assert.Equal(100 - BriefBuilder.MostCopies, told.FurtherCopies);
        Assert.Equal(100, brief.StatementsOnHalt);
    }

    [Fact]
    public void OnlyTheNewestAreKeptHoweverManyThereAre()
    {
        var brief = BriefBuilder.Build(
            Enumerable.Range(0, 500).Select(static number => Entry(
                PartialDate.OfDay(new LocalDate(2021, 1, 1).PlusDays(number)).ToString(), "A", $"The truce was of day {number}")), null);
        Assert.Equal(BriefBuilder.MostStatements, brief.OnHalt.Length);
        Assert.Equal("The truce was of day 499", brief.OnHalt[0].Statement.Content[0].Text);
        Assert.Equal(500, brief.StatementsOnHalt);
    }

    [Theory]
    [InlineData("2021-05-14", 1)]
    [InlineData("2021-05", 2)]
    [InlineData("2021-05-13", 0)]
    [InlineData("2021-05-15T09:00:00Z", 1)]
    [InlineData("2021-05-15T10:00:00Z", 2)]
    [InlineData(null, 3)]
    public void AsOfLeavesOutWhatWasReportedLater(string? asOf, int reports)
    {
        var limit = PartialDate.TryParse(asOf, out var date) ? date : (PartialDate?)null;
        var brief = BriefBuilder.Build(
            [Entry("2021-05-14", "A", "A truce"), Entry("2021-05-15T12:30:00+03:00", "B", "A truce"), Entry(null, "C", "A truce")], limit);
        Assert.Equal(reports, brief.Reports);
    }

    [Theory]
    [InlineData("2021-05", "2021-05-18", 0)]
    [InlineData("2021-05", "2021-05-31", 1)]
    [InlineData("2021-05", "2021-05", 1)]
    [InlineData("2021", "2021-11", 0)]
    [InlineData("2021", "2021-12", 1)]
    public void AReportThatMayBeOfALaterDayIsLeftOut(string published, string asOf, int reports)
    {
        Assert.True(PartialDate.TryParse(asOf, out var limit));
        Assert.Equal(reports, BriefBuilder.Build([Entry(published, "A", "A truce")], limit).Reports);
    }

    [Fact]
    public void ACopyWithoutADateDoesNotTakeAwayTheDateOfTheOthers()
    {
        var brief = BriefBuilder.Build(
            [Entry(null, "Undated", "A truce is near"), Entry("2021-05-14", "Dated", "A truce is near"), Entry("2021-05-13", "A", "No truce is near")], null);
        Assert.Equal(["Dated", "A"], brief.OnHalt.Select(static told => told.CarriedBy[0].Outlet));
    }

    [Fact]
    public void ADaysStatementsStandTogetherWhateverTheirZones()
    {
        var brief = BriefBuilder.Build(
        [
            Entry("2021-05-15T01:00:00+03:00", "A", "The truce is one"),
            Entry("2021-05-14T23:00:00Z", "B", "The truce is two"),
            Entry("2021-05-15T03:00:00+03:00", "C", "The truce is three"),
        ], null);
        Assert.Equal(["C", "A", "B"], brief.OnHalt.Select(static told => told.CarriedBy[0].Outlet));
    }

    [Fact]
    public void WhatAReportSaysTwiceCountsOnce()
    {
        var brief = BriefBuilder.Build(
            Enumerable.Range(0, 7).Select(static number => Entry("2021-05-14", $"Outlet {number}", "A truce is near", "A truce is near")), null);
        var told = Assert.Single(brief.OnHalt);
        Assert.Equal(7, brief.StatementsOnHalt);
        Assert.Equal(7, told.CarriedBy.Length + told.FurtherCopies);
    }

    [Fact]
    public void ReportsInOtherLanguagesAreToldAsNotRead()
    {
        var entry = Entry("2021-05-14", "A");
        var french = entry with { Reading = entry.Reading with { Report = entry.Reading.Report with { Language = "fr" } } };
        var count = Assert.Single(BriefBuilder.Build([french], null).NotRead);
        Assert.Equal(("fr", 1), (count.Language, count.Reports));
    }

    [Fact]
    public void EveryHaltWordIsFoundInItsExample()
    {
        foreach (var row in WordList.Load(typeof(BriefBuilder).Assembly, "halt-words.tsv"))
            Assert.True(BriefBuilder.IsOnHalt(Entry("2021", "A", row[1]).Reading.Statements[0]), row[1]);
    }

    [Theory]
    [InlineData("The road is wet")]
    [InlineData("He halved the price and stalks the deer")]
    public void WhatIsOfNoHaltIsNotTakenForOne(string content) =>
        Assert.Empty(BriefBuilder.Build([Entry("2021", "A", content)], null).OnHalt);

    private static LedgerEntry Entry(string? published, string outlet, params string[] contents)
    {
        var report = new Report(string.Join("\n\n", contents.Prepend("Opening")))
        {
            Outlet = new Outlet(outlet),
            Published = PartialDate.TryParse(published, out var date) ? date : null,
            Language = "en",
        };
        var statements = contents.Select((content, number) =>
        {
            var start = report.Text.IndexOf(content, StringComparison.Ordinal);
            return new Statement { Id = $"s{number}", Confidence = 1, Content = [report.Cite(new Span(start, start + content.Length))] };
        });
        return new LedgerEntry(new ReportReading { Report = report, Statements = [.. statements] }, s_learned);
    }
}
