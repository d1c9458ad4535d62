using Parley.Intake.Feeds;

namespace Parley.Intake.Tests.Feeds;

public sealed class FeedDatesTests
{
    [Theory]
    [InlineData("Fri, 14 May 2021 18:40:00 +0300", "2021-05-14T18:40:00+03:00")]
    [InlineData("Fri, 14 May 2021 18:40:00 GMT", "2021-05-14T18:40:00Z")]
    [InlineData("Fri, 14 May 2021 18:40:00 EST", "2021-05-14T18:40:00-05:00")]
    [InlineData("Fri, 14 May 2021 18:40:00 PDT", "2021-05-14T18:40:00-07:00")]
    [InlineData("Fri, 14 May 2021 18:40:00 -0330", "2021-05-14T18:40:00-03:30")]
    [InlineData("Fri, 14 May 2021 18:40:00 +03:00", "2021-05-14T18:40:00+03:00")]
    [InlineData("Fri, 14 May 2021 18:40:00+0300", "2021-05-14T18:40:00+03:00")]
    [InlineData("Fri, 14 May 2021 18:40:00 GMT+0300", "2021-05-14T18:40:00+03:00")]
    [InlineData("Fri, 14 May 2021 18:40 +0300", "2021-05-14T18:40+03:00")]
    [InlineData("14 May 2021 18:40:00 Z", "2021-05-14T18:40:00Z")]
    [InlineData("Mon, 14 May 2021 18:40:00 +0300", "2021-05-14T18:40:00+03:00")]
    [InlineData("Friday, 14-May-21 18:40:00 GMT", "2021-05-14T18:40:00Z")]
    [InlineData("Fri, 4 May 98 18:40:00 GMT", "1998-05-04T18:40:00Z")]
    [InlineData("Fri May 14 18:40:00 2021", "2021-05-14T18:40")]
    [InlineData("Fri May 14 18:40:30 EDT 2021", "2021-05-14T18:40:30-04:00")]
    [InlineData("May 14, 2021 6:40 PM", "2021-05-14T18:40")]
    [InlineData("May 14, 2021 12:05 AM", "2021-05-14T00:05")]
    [InlineData("14 September 2021", "2021-09-14")]
    [InlineData("Fri, 14 May 2021 18:40:00 +0300 (IDT)", "2021-05-14T18:40:00+03:00")]
    [InlineData("Fri,  14  May  2021\n 18:40:00   +0300", "2021-05-14T18:40:00+03:00")]
    [InlineData("2021-05-14T18:40:00+03:00", "2021-05-14T18:40:00+03:00")]
    [InlineData("2021-05-14T18:40:00.123Z", "2021-05-14T18:40:00Z")]
    [InlineData("2021-05-14T18:40+0300", "2021-05-14T18:40+03:00")]
    [InlineData("2021-05-14 18:40:00 UTC", "2021-05-14T18:40:00Z")]
    [InlineData("2021-05-14 18:40:00 +0300", "2021-05-14T18:40:00+03:00")]
    [InlineData("2021-05-14T18:40:00-03", "2021-05-14T18:40:00-03:00")]
    [InlineData("2021-05-14", "2021-05-14")]
    [InlineData("2021-05", "2021-05")]
    [InlineData("May 2021", "2021-05")]
    [InlineData("14.05.2021", "2021-05-14")]
    [InlineData("05/14/2021 18:40", "2021-05-14T18:40")]
    public void ADateInTheWildIsReadWithItsOffset(string text, string expected) =>
        Assert.Equal(expected, FeedDates.Parse(text)?.ToString());

    [Theory]
    [InlineData("Fri, 14 May 2021 18:40:00 IST", "2021-05-14T18:40")]
    [InlineData("Fri, 14 May 2021 18:40:00 BST", "2021-05-14T18:40")]
    [InlineData("Fri, 14 May 2021 18:40:00 A", "2021-05-14T18:40")]
    [InlineData("Fri, 14 May 2021 18:40:00", "2021-05-14T18:40")]
    [InlineData("Fri, 14 May 2021 18:40:00 +9900", "2021-05-14T18:40")]
    [InlineData("Fri, 14 May 2021 28:40:00 GMT", "2021-05-14")]
    public void WhatIsUncertainIsLeftOut(string text, string expected) =>
        Assert.Equal(expected, FeedDates.Parse(text)?.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("Fri, 31 Feb 2021 18:40:00 GMT")]
    [InlineData("05/04/2021")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("99999999999999999999 May 14")]
    public void WhatIsNoDateIsNone(string? text) => Assert.Null(FeedDates.Parse(text));
}
