using NodaTime;

namespace Parley.Reports.Tests;

public class PartialDateTests
{
    [Theory]
    [InlineData("2021", "2021", DatePrecision.Year)]
    [InlineData("2021-05", "2021-05", DatePrecision.Month)]
    [InlineData("2021-05-14", "2021-05-14", DatePrecision.Day)]
    [InlineData("2021-05-14T02:00", "2021-05-14T02:00", DatePrecision.Minute)]
    [InlineData("2021-05-14 02:00:30", "2021-05-14T02:00:30", DatePrecision.Second)]
    [InlineData("2021-05-14T18:40:00Z", "2021-05-14T18:40:00Z", DatePrecision.Second)]
    [InlineData("2021-05-14T18:40:00.123+03:00", "2021-05-14T18:40:00+03:00", DatePrecision.Second)]
    [InlineData("2021-05-14T18:40:00+0300", "2021-05-14T18:40:00+03:00", DatePrecision.Second)]
    [InlineData("2021-05-14T18:40+03:00", "2021-05-14T18:40+03:00", DatePrecision.Minute)]
    [InlineData("2021-05-14T18:40+0300", "2021-05-14T18:40+03:00", DatePrecision.Minute)]
    [InlineData("2021-05-14T18:40Z", "2021-05-14T18:40Z", DatePrecision.Minute)]
    [InlineData("2021-05-14T18:40:00-03:30", "2021-05-14T18:40:00-03:30", DatePrecision.Second)]
    public void ADateKeepsThePrecisionItWasToldWith(string told, string written, DatePrecision precision)
    {
        Assert.True(PartialDate.TryParse(told, out var date));
        Assert.Equal(precision, date.Precision);
        Assert.Equal(written, date.ToString());
        Assert.True(PartialDate.TryParse(date.ToString(), out var again));
        Assert.Equal(date, again);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Friday")]
    [InlineData("2021-13")]
    [InlineData("2021-02-30")]
    [InlineData("2021-05-14T25:00:00Z")]
    [InlineData("05/14/2021")]
    [InlineData("0000")]
    public void WhatIsNoDateGivesNone(string? told) => Assert.False(PartialDate.TryParse(told, out _));

    [Fact]
    public void AMomentToldToTheMinuteHasNoSeconds()
    {
        var moment = new LocalDateTime(2021, 5, 14, 18, 40, 30).WithOffset(Offset.FromHours(3));
        Assert.Equal("2021-05-14T18:40+03:00", PartialDate.OfMoment(moment, DatePrecision.Minute).ToString());
        Assert.Equal("2021-05-14T18:40:30+03:00", PartialDate.OfMoment(moment).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => PartialDate.OfMoment(moment, DatePrecision.Day));
    }

    [Fact]
    public void ADateWithoutATimeHasNoMomentAndNoMidnight()
    {
        Assert.True(PartialDate.TryParse("2021-05-14", out var date));
        Assert.Null(date.TimeOfDay);
        Assert.Null(date.Instant);
    }

    [Fact]
    public void AMonthEndsOnItsLastDay()
    {
        Assert.True(PartialDate.TryParse("2024-02", out var date));
        Assert.Equal(new LocalDate(2024, 2, 29), date.LastDay);
    }

    [Fact]
    public void ARangeThatEndsBeforeItBeginsIsNone()
    {
        Assert.True(PartialRange.TryParse("2021-05-13/2021-05-14", out var range));
        Assert.Equal("2021-05-13/2021-05-14", range.ToString());
        Assert.False(PartialRange.TryParse("2021-05-14/2021-05-13", out _));
        Assert.True(PartialRange.TryParse("2021-05/2021-05-14", out _));
    }
}
