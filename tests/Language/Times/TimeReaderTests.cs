using CsCheck;
using NodaTime;
using Parley.Language.Times;
using Parley.Reports;
using Parley.Reports.Data;

namespace Parley.Language.Tests.Times;

public class TimeReaderTests
{
    private static readonly LanguagePipeline s_pipeline = LanguagePipeline.Create();
    private static readonly AnalysisContext s_published = new(PartialDate.OfDay(new LocalDate(2021, 5, 13)));

    [Fact]
    public void SpansAreInOrderApartAndTheSameEachTimeWhateverTheText()
    {
        string[] parts =
        [
            .. WordList.Words(typeof(LanguagePipeline).Assembly, "time-words.tsv").Order(StringComparer.Ordinal),
            .. Enumerable.Repeat<string[]>(
                [
                    "10", "-", "2021", "24", "2", ":", "30", "p.m.", "1990s", "'99", ",", ".", "(", "\n\n", "Q3", "12/05/2021", "2021-05-13", "31", "9999",
                    "0001", "99999999999", "th", "490 BC", "'", "$", "half", "soldiers", "the", "of",
                ], 10).SelectMany(static marks => marks),
        ];
        var words = Gen.Select(Gen.Int[0, parts.Length - 1].Array[0, 40], Gen.Bool.Array[40], (at, spaced) =>
            string.Concat(at.Select((word, i) => parts[word] + (spaced[i] ? " " : ""))));
        Gen.OneOf(words, words, Gen.String).Sample(text =>
        {
            foreach (var context in new[] { default, s_published, new AnalysisContext(PartialDate.OfMonth(2021, 5)), new AnalysisContext(PartialDate.OfYear(2021)) })
            {
                var times = s_pipeline.Analyze(text, context).Times;
                var at = 0;
                foreach (var time in times)
                {
                    Assert.True(time.Span.Start >= at && time.Span.End <= text.Length, text);
                    at = time.Span.End;
                }

                Assert.Equal(times, s_pipeline.Analyze(text, context).Times);
            }
        });
    }

    [Theory]
    [InlineData("1")]
    [InlineData("May ")]
    [InlineData("two ")]
    [InlineData("the ")]
    [InlineData("a ")]
    [InlineData("twenty-")]
    [InlineData("1-")]
    [InlineData("early ")]
    [InlineData("around ")]
    [InlineData("the end of ")]
    [InlineData("'9")]
    [InlineData("On Friday ")]
    public async Task AMegabyteOfOneSentenceIsReadInOnePass(string beginning)
    {
        var text = string.Concat(Enumerable.Repeat(beginning, 1_000_000 / beginning.Length));
        await Task.Run(() => s_pipeline.Analyze(text, s_published), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(120), TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("They met from Monday to Wednesday.", "2021-05-10/2021-05-12")]
    [InlineData("It lasted from May 10-12.", "2021-05-10/2021-05-12")]
    [InlineData("It fell between March and April 2021.", "2021-03/2021-04")]
    [InlineData("They met on Monday and Wednesday.", null)]
    public void TheTwoEndsOfAStretchAreToldTogether(string text, string? stretch) =>
        Assert.Equal(stretch, s_pipeline.Analyze(text, s_published).Times[0].Stretch?.ToString());

    [Theory]
    [InlineData("It fell last week.", "2021-05-03/2021-05-09")]
    [InlineData("It fell in the past 24 hours.", "2021-05-12/2021-05-13")]
    [InlineData("It fell in the first two weeks of April.", "2021-04-01/2021-04-14")]
    [InlineData("It fell in Q1 2021.", "2021-01/2021-03")]
    [InlineData("It fell in the 1990s.", "1990/1999")]
    [InlineData("It fell at 0400 GMT on Monday.", "2021-05-10T04:00Z")]
    [InlineData("It will begin at midnight on Friday.", "2021-05-15T00:00")]
    [InlineData("It fell in the summer of 2020.", null)]
    [InlineData("It took two weeks.", null)]
    public void TheCalendarTimeIsNoMorePreciseThanTold(string text, string? calendar) =>
        Assert.Equal(calendar, s_pipeline.Analyze(text, s_published).Times[0].Calendar?.ToString());

    [Theory]
    [InlineData("It took nearly two weeks.", TimeModifier.LessThan)]
    [InlineData("It took more than two weeks.", TimeModifier.MoreThan)]
    [InlineData("It took at least two weeks.", TimeModifier.EqualOrMore)]
    [InlineData("It took up to two weeks.", TimeModifier.EqualOrLess)]
    [InlineData("It took about two weeks.", TimeModifier.Approx)]
    [InlineData("It fell in early May.", TimeModifier.Start)]
    [InlineData("It fell in mid-May.", TimeModifier.Mid)]
    [InlineData("It fell at the end of April.", TimeModifier.End)]
    [InlineData("It fell earlier this month.", TimeModifier.Before)]
    [InlineData("It may fall later this month.", TimeModifier.After)]
    public void TheWordsThatLoosenAValueAreKept(string text, TimeModifier modifier) =>
        Assert.Equal(modifier, Assert.Single(s_pipeline.Analyze(text, s_published).Times).Modifier);

    [Theory]
    [InlineData("-", "It fell on Thursday.", "XXXX-WXX-4", TimeAmbiguity.NoAnchor)]
    [InlineData("2021-05", "It fell on Thursday.", "XXXX-WXX-4", TimeAmbiguity.AnchorTooCoarse)]
    [InlineData("2021-05", "It fell last month.", "2021-04", TimeAmbiguity.None)]
    [InlineData("2021", "It fell last year.", "2020", TimeAmbiguity.None)]
    [InlineData("2021", "It fell in March.", "XXXX-03", TimeAmbiguity.AnchorTooCoarse)]
    [InlineData("2021-05-13", "It fell on 03/04/2021.", "2021-XX-XX", TimeAmbiguity.DayOrMonth)]
    [InlineData("2021-05-13", "It fell on 03/04/21 at midnight Monday.", "2021-05-10T24:00", TimeAmbiguity.WhichMidnight)]
    [InlineData("2021-05-13", "It fell at Eid al-Fitr.", null, TimeAmbiguity.MovableFeast)]
    public void WhatTheTextLeavesOpenIsSaid(string published, string text, string? value, TimeAmbiguity ambiguity)
    {
        PartialDate? date = PartialDate.TryParse(published, out var known) ? known : null;
        var time = Assert.Single(s_pipeline.Analyze(text, new AnalysisContext(date)).Times);
        Assert.Equal((value, ambiguity), (time.Value, time.Ambiguity));
    }

    [Fact]
    public void AnUndatedReportIsCountedFromItsDateline()
    {
        var document = s_pipeline.Analyze("GENEVA, March 4, 2021 (Lake Wire) - The two sides met on Tuesday.");
        Assert.Equal(["2021-03-04", "2021-03-02"], document.Times.Select(static time => time.Value));
        Assert.Equal(TimeAnchor.Report, document.Times[1].Anchor);
    }

    [Fact]
    public void AHistoryIsCountedFromTheDatesThatItTells()
    {
        var document = s_pipeline.Analyze(
            "On 3 March 1811 the fort fell. In May the town followed; two days later the king fled. The next year he came back. "
            + "By the end of 1813 it was over. The treaty was signed on 10 December 1814. The following day the guns were melted down.", s_published);
        Assert.Equal(
            ["1811-03-03", "1811-05", "1811-XX-XX", "1812", "1813", "1814-12-10", "1814-12-11"],
            document.Times.Select(static time => time.Value));
    }

    [Fact]
    public void EveryWordThatTellsTimeIsPartOfATimeInItsExample()
    {
        string[] silent = ["keyword", "past-cue", "future-cue", "plan-cue", "present-cue", "schedule-cue", "counted", "numbered"];
        var missed = WordList.Load(typeof(LanguagePipeline).Assembly, "time-words.tsv").Where(row => !silent.Contains(row[1])).Where(row =>
        {
            var document = s_pipeline.Analyze(row[3], s_published);
            return !document.Times.Any(time => time.Span.In(document.Text).Contains(row[0], StringComparison.OrdinalIgnoreCase));
        });
        Assert.Empty(missed.Select(static row => $"{row[0]} ({row[1]}): {row[3]}"));
    }
}
