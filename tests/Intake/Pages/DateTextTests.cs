using Parley.Intake.Pages.Metadata;

namespace Parley.Intake.Tests.Pages;

public class DateTextTests
{
    [Theory]
    [InlineData("14 May 2021", "2021-05-14")]
    [InlineData("Friday, 14th of May 2021", "2021-05-14")]
    [InlineData("Sept. 3, 2021", "2021-09-03")]
    [InlineData("14-May-2021 18:40", "2021-05-14T18:40")]
    [InlineData("May 14, 2021 6:40 pm EDT", "2021-05-14T18:40:00-04:00")]
    [InlineData("May 14, 2021 at 6.40 p.m. GMT", "2021-05-14T18:40:00Z")]
    [InlineData("14 May 2021, 18:40 IST", "2021-05-14T18:40")]
    [InlineData("6:40 PM ET, Fri May 14, 2021", "2021-05-14T18:40")]
    [InlineData("Fri, 14 May 2021 18:40:05 +0300", "2021-05-14T18:40:05+03:00")]
    [InlineData("17 May 2021, 18:40 (GMT+3)", "2021-05-17T18:40:00+03:00")]
    [InlineData("17 May 2021, 18:40 (UTC\u22123:30)", "2021-05-17T18:40:00-03:30")]
    [InlineData("2021/05/14 18:40", "2021-05-14T18:40")]
    [InlineData("12 am, 14 May 2021", "2021-05-14T00:00")]
    [InlineData("2021-05-14T18:40:00.123+0300", "2021-05-14T18:40:00+03:00")]
    [InlineData("04/05/2021", null)]
    [InlineData("31 February 2021", null)]
    [InlineData("13:75 on 14 May 2021", "2021-05-14")]
    [InlineData("last Friday", null)]
    [InlineData("", null)]
    public void DatesAreReadAsPrintedAndNoMoreExactly(string text, string? expected) =>
        Assert.Equal(expected, DateText.Parse(text)?.ToString());
}
