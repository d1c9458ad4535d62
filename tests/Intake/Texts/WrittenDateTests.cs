using CsCheck;
using Parley.Intake.Texts;

namespace Parley.Intake.Tests.Texts;

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
    [InlineData("14 May 2021, 18:40 GMT+3", "2021-05-14T18:40:00+03:00")]
    [InlineData("14 May 2021 18:40 UTC+05:45", "2021-05-14T18:40:00+05:45")]
    [InlineData("18:40 GMT, 14 May 2021", "2021-05-14T18:40:00Z")]
    [InlineData("6:40 p.m. EDT, Fri May 14, 2021", "2021-05-14T18:40:00-04:00")]
    [InlineData("May 14, 2021 at 12:05 AM", "2021-05-14T00:05")]
    [InlineData("May 14, 2021, 6 pm (CET)", "2021-05-14T18:00:00+01:00")]
    [InlineData("Fri, 14 May 2021 18:40:05 +0300", "2021-05-14T18:40:05+03:00")]
    [InlineData("2021-05-14 18:40", "2021-05-14T18:40")]
    [InlineData("2021-05-14T18:40:00Z", "2021-05-14T18:40:00Z")]
    [InlineData("14 May 2021 | 18:40 IST", "2021-05-14T18:40")]
    [InlineData("14 May 2021 18:40 BST", "2021-05-14T18:40")]
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

    [Fact]
    public void AnyTextIsReadOrNotButNeverThrows() =>
        Gen.String[Gen.Char["0123456789 :/-.,+TZGMapm\u0000éyMJ("], 0, 40].Sample(text => { _ = WrittenDate.TryParse(text, out _); });
}
