using NodaTime;
using Parley.Reports;
using Parley.Reports.Findings;

namespace Parley.Ledger.Conformance.Tests;

/// <summary>What every store must do. A store is tested by one class that says how to open it.</summary>
public abstract class LedgerConformance
{
    private static readonly Instant s_noon = Instant.FromUtc(2021, 5, 14, 12, 0);

    private static readonly FaultCode s_code = new("PAR9999", "Something was wrong.", "Mend it.");

    /// <summary>Opens a store: the same one at each call of one test.</summary>
    protected abstract ILedger Open();

    [Fact]
    public void AReportComesBackWithEveryFieldAndFinding()
    {
        using var ledger = Open();
        var kept = Reading(1);
        Assert.True(Add(ledger, kept));
        var entry = Assert.Single(ledger.Readings());
        Assert.Equal(s_noon, entry.Learned);
        Assert.Equal(kept.Report.Id, entry.Reading.Report.Id);
        Assert.Equal(kept.Report.ToString(), entry.Reading.Report.ToString());
        Assert.Equal(kept.Report.Byline, entry.Reading.Report.Byline.AsEnumerable());
        var statement = Assert.Single(entry.Reading.Statements);
        Assert.Equal(kept.Statements[0].Content, statement.Content.AsEnumerable());
        Assert.Equal(kept.Statements[0].Source, statement.Source);
    }

    [Fact]
    public void AReportReadTwiceAddsNothing()
    {
        using var ledger = Open();
        Add(ledger, Reading(1));
        var digest = ledger.Digest();
        Assert.False(Add(ledger, Reading(1), s_noon + Duration.FromDays(1)));
        Assert.Equal(digest, ledger.Digest());
        Assert.Equal(new LedgerStatistics(1, 1, 1, 0), ledger.Statistics());
    }

    [Fact]
    public void AReportKeptUnreadCanBeReadLater()
    {
        using var ledger = Open();
        var reading = Reading(1);
        Add(ledger, reading, reader: null);
        Assert.True(ledger.Holds(reading.Report.Id, null));
        Assert.False(ledger.Holds(reading.Report.Id, "1"));
        Assert.Empty(Assert.Single(ledger.Readings()).Reading.Statements);
        Assert.False(Add(ledger, reading));
        Assert.True(ledger.Holds(reading.Report.Id, "1"));
        Assert.Single(Assert.Single(ledger.Readings()).Reading.Statements);
    }

    [Fact]
    public void ANewerReadingStandsBesideTheOlderAndIsTheOneAnswered()
    {
        using var ledger = Open();
        Add(ledger, Reading(1));
        Add(ledger, Reading(1) with { Statements = [] }, reader: "2");
        Assert.Empty(Assert.Single(ledger.Readings()).Reading.Statements);
        Assert.Equal(new LedgerStatistics(1, 2, 1, 0), ledger.Statistics());
    }

    [Fact]
    public void ABatchThatIsNotCommittedLeavesNothing()
    {
        using var ledger = Open();
        using (var batch = ledger.Begin())
            batch.Add(Reading(1), "1", s_noon);
        Assert.Empty(ledger.Readings());
        Assert.Equal(new LedgerStatistics(0, 0, 0, 0), ledger.Statistics());
    }

    [Fact]
    public void WhatIsCommittedIsThereWhenTheStoreIsOpenedAgain()
    {
        string digest;
        using (var ledger = Open())
        {
            Add(ledger, Reading(1));
            digest = ledger.Digest();
        }

        using var again = Open();
        Assert.Equal(digest, again.Digest());
        Assert.Empty(again.Check());
    }

    [Fact]
    public void TheDigestTellsContentAndOrderButNotWhenItWasLearned()
    {
        using var ledger = Open();
        Add(ledger, Reading(1), s_noon + Duration.FromHours(3));
        var first = ledger.Digest();
        Add(ledger, Reading(2));
        Assert.NotEqual(first, ledger.Digest());
    }

    [Fact]
    public void ReportsComeBackInTheOrderTheyWereLearnedOf()
    {
        using var ledger = Open();
        foreach (var number in (int[])[3, 1, 2])
            Add(ledger, Reading(number));
        Assert.Equal(["Report 3", "Report 1", "Report 2"], ledger.Readings().Select(static entry => entry.Reading.Report.Title));
    }

    [Fact]
    public void ACitationThatDoesNotMatchIsRefusedWhenItIsWritten()
    {
        using var ledger = Open();
        var wrong = Reading(1) with { Report = new Report("Another text, in which those words do not stand.") };
        using var batch = ledger.Begin();
        Assert.Throws<InvalidOperationException>(() => batch.Add(wrong, "1", s_noon));
    }

    [Fact]
    public void ARefusedInputIsKeptOnceForEachReason()
    {
        using var ledger = Open();
        for (var i = 0; i < 2; i++)
        {
            using var batch = ledger.Begin();
            batch.Add(new Fault(s_code, "page.html", "first"), s_noon);
            batch.Add(new Fault(s_code, "page.html", "second"), s_noon);
            batch.Commit();
        }

        Assert.Equal(["first", "second"], ledger.Refusals().Select(static refusal => refusal.Detail));
    }

    [Fact]
    public async Task ReadersSeeWhatIsCommittedWhileABatchIsUnderWay()
    {
        using var ledger = Open();
        Add(ledger, Reading(1));
        using var batch = ledger.Begin();
        batch.Add(Reading(2), "1", s_noon);
        var id = Reading(1).Report.Id;
        var found = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => ledger.Holds(id, "1"))));
        Assert.All(found, Assert.True);
        Assert.False(ledger.Holds(Reading(2).Report.Id, null));
    }

    [Fact]
    public void AReportMayHoldAnyTextAsDataAndNotAsACommand()
    {
        using var ledger = Open();
        var report = new Report("'); DROP TABLE report; -- “no” \u0001 🕊 é") { Title = "'; DELETE FROM report; --" };
        Add(ledger, new ReportReading { Report = report });
        Assert.Equal(report.Text, Assert.Single(ledger.Readings()).Reading.Report.Text);
    }

    [Theory]
    [InlineData("nul \0 within")]
    [InlineData("half a pair \ud83d and \udd4a")]
    [InlineData("\ufeff\u202e\u2028\u00ad")]
    public void AReportOfAnyCharactersKeepsItsIdAndItsLength(string text)
    {
        using var ledger = Open();
        var report = new Report(text) { Title = text, Outlet = new Outlet(text), Byline = [text], Url = text };
        Add(ledger, new ReportReading { Report = report });
        var back = Assert.Single(ledger.Readings()).Reading.Report;
        Assert.Equal(report.Id, back.Id);
        Assert.Equal(report.Text.Length, back.Text.Length);
        Assert.Empty(ledger.Check());
    }

    private static bool Add(ILedger ledger, ReportReading reading, Instant? learned = null, string? reader = "1")
    {
        using var batch = ledger.Begin();
        var isNew = batch.Add(reading, reader, learned ?? s_noon);
        batch.Commit();
        return isNew;
    }

    private static ReportReading Reading(int number)
    {
        var report = new Report("Envoys said “no” in Cairo.\n\nNothing more was known.")
        {
            File = "a.html",
            SourceId = $"id-{number}",
            Url = "https://courier.example/a",
            Outlet = new Outlet("Courier"),
            Title = $"Report {number}",
            Byline = ["A. Writer", "B. Writer"],
            Published = PartialDate.OfMonth(2021, 5),
            Modified = PartialDate.OfYear(2021),
            Dateline = new Dateline("CAIRO", PartialDate.OfDay(new LocalDate(2021, 5, 14)), "Wire"),
            Language = "en",
        };
        return new ReportReading
        {
            Report = report,
            Statements =
            [
                new Statement
                {
                    Id = "s1",
                    Confidence = 0.25,
                    Source = report.Cite(new Span(0, 6)),
                    Content = [report.Cite(new Span(13, 15))],
                },
            ],
        };
    }
}
