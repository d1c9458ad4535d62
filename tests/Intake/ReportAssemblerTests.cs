using Parley.Reports;

namespace Parley.Intake.Tests;

public class ReportAssemblerTests
{
    private static readonly Origin s_origin = new("page.html");

    [Fact]
    public void ParagraphsArePartedByOneBlankLineAndBlankOnesDropped()
    {
        var report = Assemble(new ReportDraft { Paragraphs = ["  One. ", "\t", "", "Two."] });
        Assert.Equal("One.\n\nTwo.", report.Text);
    }

    [Fact]
    public void ALineBreakWithinAParagraphBecomesASpaceAndKeepsEveryOffset()
    {
        var report = Assemble(new ReportDraft { Paragraphs = ["a\nb\u00a0“c”"] });
        Assert.Equal("a b\u00a0“c”", report.Text);
    }

    [Fact]
    public void ALoneSurrogateIsReplacedAndAPairIsKept()
    {
        var report = Assemble(new ReportDraft { Paragraphs = ["a\uD800b 🕊"] });
        Assert.Equal("a\uFFFDb 🕊", report.Text);
    }

    [Fact]
    public void ADraftWithoutTextIsAFaultThatNamesTheInput()
    {
        Result<Report> result = ReportAssembler.Assemble(new ReportDraft { Title = "Only a title" }, s_origin, IntakeLimits.Default);
        Assert.False(result.IsOk(out _, out var fault));
        Assert.Equal(IntakeFaults.NoText, fault.Code);
        Assert.Contains("page.html", fault.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z", null)]
    [InlineData("2021-05-14", "2021-05-14")]
    public void TheFirstDayThatAProgramKnowsIsNoDate(string told, string? kept)
    {
        Assert.True(PartialDate.TryParse(told, out var date));
        Assert.Equal(kept, Assemble(new ReportDraft { Published = date, Paragraphs = ["Text."] }).Published?.ToString());
    }

    [Fact]
    public void WithoutAnOutletTheHostStandsForIt()
    {
        var report = Assemble(new ReportDraft { Url = "https://www.courier.example/a", Paragraphs = ["Text."] });
        Assert.Equal("courier.example", report.Outlet?.Name);
    }

    private static Report Assemble(ReportDraft draft)
    {
        Assert.True(ReportAssembler.Assemble(draft, s_origin, IntakeLimits.Default).IsOk(out var report, out _));
        return report;
    }
}
