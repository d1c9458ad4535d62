using System.Text;
using Parley.Intake.Pages;
using Parley.Reports;

namespace Parley.Intake.Tests.Pages;

public class HostilePageTests
{
    public static TheoryData<string, Func<string>, string> Refused => new()
    {
        { "a hundred thousand divs", () => Repeat("<div>", 100_000) + TestPage.Paragraphs, "PAR1101" },
        { "drawings that are broken out of", () => "<svg><p><x/>" + Repeat("<x/>", 100_000), "PAR1101" },
        { "stray end tags between", () => Repeat("<div></x>", 100_000), "PAR1101" },
        { "formatting that every paragraph repeats", () => string.Concat(Enumerable.Range(0, 400).Select(i => $"<b id={i}>")) + Repeat("<p>", 200_000), "PAR1102" },
        { "very many attributes", () => "<p " + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"a{i} ")) + ">", "PAR1102" },
        { "nothing", () => " \n\t", "PAR1001" },
        { "a comment that never ends", () => "<!--" + TestPage.Paragraphs, "PAR1008" },
        { "a script that never ends", () => "<script>" + TestPage.Paragraphs, "PAR1008" },
    };

    public static TheoryData<string, Func<string>> Read => new()
    {
        { "an attribute of five million letters", () => $"<p title='{Repeat("x", 5_000_000)}'></p>" },
        { "a class of many words", () => $"<p class='{Repeat("share ", 200_000)}'></p>" },
        { "a hundred thousand siblings", () => Repeat("<i></i>", 100_000) },
        { "structured data nested too deep", () => "<script type='application/ld+json'>" + Repeat("[", 100_000) + "</script>" },
        { "a text stated in bold without end", () => "<script type='application/ld+json'>{\"@type\":\"Article\",\"articleBody\":\"" + Repeat("<b>", 50_000) + "</b>\"}</script>" },
        { "angle brackets that open nothing", () => Repeat("< ", 100_000) },
        { "five thousand items, none closed", () => "<ul>" + Repeat("<li>Home", 5_000) + "</ul>" },
        { "half a tag at its end", () => "" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void WhatIsMadeToExhaustAReaderIsRefusedWithAReason(string kind, Func<string> page, string code)
    {
        Assert.False(TestPage.Result(page()).IsOk(out _, out var fault), kind);
        Assert.Equal(code, fault.Code.Id);
        Assert.Contains("page.html", fault.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Read))]
    public void WhatIsOnlyOddIsReadAllTheSame(string kind, Func<string> page)
    {
        Assert.True(TestPage.Result($"<div>{TestPage.Paragraphs}</div>{page()}<p").IsOk(out var draft, out var fault), $"{kind}: {fault}");
        Assert.Equal(TestPage.Article, draft.Paragraphs.Where(TestPage.Article.Contains));
    }

    [Fact]
    public void UnclosedParagraphsAndItemsDoNotCountAsDeep()
    {
        var html = "<table>" + Repeat("<tr><td>a<td>b", 2_000) + "</table>" + Repeat("<p><span>" + TestPage.Article[0], 600);
        Assert.True(TestPage.Result(html).IsOk(out _, out var fault), fault?.ToString());
    }

    [Fact]
    public void BinaryBytesAreNoPage()
    {
        var bytes = Enumerable.Range(0, 4096).Select(i => (byte)(i * 7 % 256)).ToArray();
        Assert.False(PageReader.Read(new PageMaterial(new Origin("a.html"), bytes, null), IntakeLimits.Default).IsOk(out _, out var fault));
        Assert.Equal(PageFaults.Binary, fault.Code);
    }

    [Fact]
    public void NulsWithinTextAreDropped()
    {
        var html = TestPage.Of(TestPage.Paragraphs).Replace("Envoys", "En\0voys", StringComparison.Ordinal);
        Assert.DoesNotContain(TestPage.Read(html).Paragraphs, text => text.Contains('\0', StringComparison.Ordinal));
    }

    [Fact]
    public void APageBeyondTheLimitIsRefused()
    {
        var limits = IntakeLimits.Default with { DecompressedBytes = 100 };
        Result<ReportDraft> result = PageReader.Read(new PageMaterial(new Origin("a.html"), Encoding.UTF8.GetBytes(TestPage.Of(TestPage.Paragraphs)), null), limits);
        Assert.False(result.IsOk(out _, out var fault));
        Assert.Equal(IntakeFaults.TooLarge, fault.Code);
    }

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();
}
