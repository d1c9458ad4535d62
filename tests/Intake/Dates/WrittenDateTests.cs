using CsCheck;
using Parley.Intake.Dates;

namespace Parley.Intake.Tests.Dates;

public class WrittenDateTests
{
    [Theory]
    [InlineData("14 May 2021", "2021-05-14")]
    [InlineData("14th of May, 2021", "2021-05-14")]
    [InlineData("14-May-2021", "2021-05-14")]
    [InlineData("May 14, 2021", "2021-05-14")]
    [InlineData("May 14 2021", "2021-05-14")]
    [InlineData("Sept. 3rd, 2021", "2021-09-03")]
    [InlineData("Friday, May 14, 2021", "2021-05-14")]
    [InlineData("FRIDAY 14 MAY 2021", "2021-05-14")]
    [InlineData("May 2021", "2021-05")]
    [InlineData("2021", "2021")]
    [InlineData("2021-05-14", "2021-05-14")]
    [InlineData("2021/05/14", "2021-05-14")]
    [InlineData("14/05/2021", "2021-05-14")]
    [InlineData("5/14/2021", "2021-05-14")]
    [InlineData("14.05.2021", "2021-05-14")]
    [InlineData("05/05/2021", "2021-05-05")]
    [InlineData("14 May 2021, 18:40", "2021-05-14T18:40")]
    [InlineData("14 May 2021, 18:40 GMT+3", "2021-05-14T18:40+03:00")]
    [InlineData("14 May 2021 18:40 UTC+05:45", "2021-05-14T18:40+05:45")]
    [InlineData("18:40 GMT, 14 May 2021", "2021-05-14T18:40Z")]
    [InlineData("6:40 p.m. EDT, Fri May 14, 2021", "2021-05-14T18:40-04:00")]
    [InlineData("May 14, 2021 at 12:05 AM", "2021-05-14T00:05")]
    [InlineData("May 14, 2021, 6 pm (CET)", "2021-05-14T18:00+01:00")]
    [InlineData("Fri, 14 May 2021 18:40:05 +0300", "2021-05-14T18:40:05+03:00")]
    [InlineData("2021-05-14 18:40", "2021-05-14T18:40")]
    [InlineData("2021-05-14T18:40:00Z", "2021-05-14T18:40:00Z")]
    [InlineData("14 May 2021 | 18:40 IST", "2021-05-14T18:40")]
    [InlineData("14 May 2021 18:40 BST", "2021-05-14T18:40")]
    [InlineData("14 May 2021, 18:40, gmt", "2021-05-14T18:40Z")]
    [InlineData("18:40 GMT - 14 May 2021", "2021-05-14T18:40Z")]
    [InlineData("14. May 2021, 18.40", "2021-05-14T18:40")]
    [InlineData("14 May 2021 23:59:60 UTC", "2021-05-14T23:59:59Z")]
    [InlineData("20210514", "2021-05-14")]
    [InlineData("2021-05-14T18:40+03:00", "2021-05-14T18:40+03:00")]
    public void ADateIsReadAsPreciselyAsItIsWritten(string text, string expected)
    {
        Assert.True(WrittenDate.TryParse(text, out var date));
        Assert.Equal(expected, date.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("05/06/2021")]
    [InlineData("5.6.2021")]
    [InlineData("14 May")]
    [InlineData("May 14")]
    [InlineData("14 May 21")]
    [InlineData("31 April 2021")]
    [InlineData("29 February 2021")]
    [InlineData("14 May 2021, 25:00")]
    [InlineData("14 May 2021 13:00 pm")]
    [InlineData("yesterday")]
    [InlineData("Friday")]
    [InlineData("18:40")]
    [InlineData("May the 4th be with you 2021")]
    [InlineData("14 May 2021 and 15 May 2021")]
    [InlineData("14 Mai 2021")]
    public void WhatIsNoDateOrCouldBeSeveralIsNotRead(string? text) => Assert.False(WrittenDate.TryParse(text, out _));

    [Theory]
    [InlineData("14 May 2021", "2021-05-14")]
    [InlineData("Friday, 14th of May 2021", "2021-05-14")]
    [InlineData("Sept. 3, 2021", "2021-09-03")]
    [InlineData("14-May-2021 18:40", "2021-05-14T18:40")]
    [InlineData("May 14, 2021 6:40 pm EDT", "2021-05-14T18:40-04:00")]
    [InlineData("May 14, 2021 at 6.40 p.m. GMT", "2021-05-14T18:40Z")]
    [InlineData("14 May 2021, 18:40 IST", "2021-05-14T18:40")]
    [InlineData("6:40 PM ET, Fri May 14, 2021", "2021-05-14T18:40")]
    [InlineData("Fri, 14 May 2021 18:40:05 +0300", "2021-05-14T18:40:05+03:00")]
    [InlineData("17 May 2021, 18:40 (GMT+3)", "2021-05-17T18:40+03:00")]
    [InlineData("17 May 2021, 18:40 (UTC\u22123:30)", "2021-05-17T18:40-03:30")]
    [InlineData("2021/05/14 18:40", "2021-05-14T18:40")]
    [InlineData("12 am, 14 May 2021", "2021-05-14T00:00")]
    [InlineData("2021-05-14T18:40:00.123+0300", "2021-05-14T18:40:00+03:00")]
    [InlineData("04/05/2021", null)]
    [InlineData("31 February 2021", null)]
    [InlineData("13:75 on 14 May 2021", "2021-05-14")]
    [InlineData("last Friday", null)]
    [InlineData("", null)]
    [InlineData("14 May 2021 18:40 est encore", "2021-05-14T18:40")]
    [InlineData("14 May 2021, 18:40 - 5 comments", "2021-05-14T18:40")]
    [InlineData("28:10:05 on 14 May 2021", "2021-05-14")]
    [InlineData("Published on 14/05/2021 at 18:40 by our staff", "2021-05-14T18:40")]
    [InlineData("Since the May 2021 ceasefire", null)]
    public void TheFirstDateInATextIsReadAsPrintedAndNoMoreExactly(string text, string? expected) =>
        Assert.Equal(expected, WrittenDate.Parse(text)?.ToString());

    [Theory]
    [InlineData("Published 14 May 2021, 18:40 IST | Updated 15 May 2021", "2021-05-14T18:40", "2021-05-15")]
    [InlineData("14 May 2021 | 15 May 2021 09:05 GMT", "2021-05-14", "2021-05-15T09:05Z")]
    public void ATimeBelongsToOneDate(string text, string first, string second)
    {
        var found = Assert.NotNull(WrittenDate.Find(text));
        Assert.Equal(first, found.Date.ToString());
        Assert.Equal(second, WrittenDate.Find(text, found.End)?.Date.ToString());
    }

    [Fact]
    public void AnyTextIsReadOrNotButNeverThrows() =>
        Gen.String[Gen.Char["0123456789 :/-.,+TZGMapmyJn(\u0000é"], 0, 40].Sample(text => { _ = WrittenDate.Parse(text); });
}
