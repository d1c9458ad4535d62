using System.Text;
using CsCheck;
using Parley.Intake.Articles;

namespace Parley.Intake.Tests.Articles;

public class NewsArticleReaderTests
{
    private static readonly Origin s_origin = new("a.json") { File = "a.json" };

    [Fact]
    public void EveryFieldOfANewsArticleIsRead()
    {
        var draft = Read("""
            { "@context": "https://schema.org", "@type": "NewsArticle", "@id": "wire-1", "url": "https://wire.example/1",
              "headline": "Envoy arrives", "datePublished": "2021-05-14T18:40:00+03:00", "dateModified": "2021-05-15",
              "articleBody": "CAIRO, May 14 (Harbour Wire) - One.\n\nTwo.", "inLanguage": "en-GB",
              "publisher": { "@type": "Organization", "name": "Harbour Wire" },
              "author": [{ "@type": "Person", "name": "Jane Doe" }, "By John Roe"] }
            """);
        Assert.Equal(("wire-1", "https://wire.example/1", "Envoy arrives", "Harbour Wire", "en-GB"), (draft.SourceId, draft.Url, draft.Title, draft.Outlet, draft.DeclaredLanguage));
        Assert.Equal(("2021-05-14T18:40:00+03:00", "2021-05-15"), (draft.Published.ToString(), draft.Modified.ToString()));
        Assert.Equal(["Jane Doe", "John Roe"], draft.Byline);
        Assert.Equal(["CAIRO, May 14 (Harbour Wire) - One.", "Two."], draft.Paragraphs);
        Assert.Equal("CAIRO", draft.Dateline?.Place);
    }

    [Theory]
    [InlineData("One.\n\nTwo “x”\u00a0y 🕊.\n\nThree.", "One.\n\nTwo “x”\u00a0y 🕊.\n\nThree.")]
    [InlineData("One.\nTwo.\nThree.", "One.\n\nTwo.\n\nThree.")]
    [InlineData("One,\nstill one.\n\nTwo.", "One, still one.\n\nTwo.")]
    [InlineData("One.\r\n\r\nTwo.\r\n", "One.\n\nTwo.")]
    [InlineData("\n\n One. \n \n\n\nTwo.", "One.\n\nTwo.")]
    [InlineData("One.  Two spaces\tand a tab.", "One.  Two spaces and a tab.")]
    public void TheBodyComesOutAsSent(string body, string text)
    {
        var draft = Read(System.Text.Json.JsonSerializer.Serialize(new { articleBody = body }));
        Assert.True(ReportAssembler.Assemble(draft, s_origin, IntakeLimits.Default).IsOk(out var report, out _));
        Assert.Equal(text, report.Text);
    }

    [Theory]
    [InlineData("""{"articleBody":"B"}""")]
    [InlineData("""{"@type":"ReportageNewsArticle","articleBody":"B"}""")]
    [InlineData("""{"@type":["Article","schema:NewsArticle"],"text":"B"}""")]
    [InlineData("""{"@type":"LiveBlogPosting","liveBlogUpdate":[{"articleBody":"B"},3,{"headline":"no body"}]}""")]
    [InlineData("""{"@graph":[{"@type":"WebSite","text":"W"},{"@type":"NewsArticle","articleBody":"B"}]}""")]
    [InlineData("""[{"@type":"Organization"},{"@type":"NewsArticle","articleBody":"B"}]""")]
    [InlineData("""{"report":{"id":"x","text":"B"},"statements":[]}""")]
    [InlineData("""{"text":"B"}""")]
    [InlineData("""{"text":"no","articleBody":7,"maintext":null,"text":"B"}""")]
    [InlineData("""{"articleBody":"A","articleBody":"B",}""")]
    [InlineData("""/* note */ {"articleBody":"B"}""")]
    [InlineData("\uFEFF{\"articleBody\":\"B\"}")]
    public void TheArticleIsFoundWhereverItStands(string json) => Assert.Equal(["B"], Read(json).Paragraphs);

    [Theory]
    [InlineData("\"publisher\":\"Wire\"", "Wire")]
    [InlineData("\"publisher\":[{\"name\":\"Wire\"}]", "Wire")]
    [InlineData("\"publisher\":{\"name\":[\"Wire\",\"W\"]}", "Wire")]
    [InlineData("\"publisher\":{\"name\":{\"@value\":\"Wire\",\"@language\":\"en\"}}", "Wire")]
    [InlineData("\"publisher\":7", null)]
    [InlineData("\"publisher\":{\"name\":7}", null)]
    [InlineData("\"outlet\":\"Wire\"", "Wire")]
    public void APublisherMayBeWrittenManyWays(string field, string? outlet) =>
        Assert.Equal(outlet, Read($$"""{"articleBody":"B",{{field}}}""").Outlet);

    [Theory]
    [InlineData("\"2021-05-14\"", "2021-05-14")]
    [InlineData("\"14 May 2021\"", "2021-05-14")]
    [InlineData("\"2021-05\"", "2021-05")]
    [InlineData("\"2021-05-14T18:40:00.123Z\"", "2021-05-14T18:40:00Z")]
    [InlineData("1620000000", null)]
    [InlineData("\"soon\"", null)]
    [InlineData("null", null)]
    public void ADateIsReadOrAbsentAndNeverGuessed(string value, string? expected) =>
        Assert.Equal(expected, Read($$"""{"articleBody":"B","datePublished":{{value}}}""").Published?.ToString());

    [Fact]
    public void ALoneSurrogateEscapeIsKeptForTheAssemblerToReplace()
    {
        var draft = Read("""{"articleBody":"a\ud800\u0041 \"q\" \\ \n\nb \ud83d\udd4a","headline":"h\udc00"}""");
        Assert.Equal(["a\ud800A \"q\" \\ ", "b 🕊"], draft.Paragraphs);
        Assert.Equal("h\udc00", draft.Title);
    }

    [Theory]
    [InlineData("", "PAR1001")]
    [InlineData(" \n", "PAR1001")]
    [InlineData("7", "PAR1202")]
    [InlineData("\"text\"", "PAR1202")]
    [InlineData("{", "PAR1201")]
    [InlineData("{\"articleBody\":\"B\"} x", "PAR1201")]
    [InlineData("{\"articleBody\":\"\\u12\"}", "PAR1201")]
    [InlineData("{\"a\":\0}", "PAR1201")]
    [InlineData("{}", "PAR1203")]
    [InlineData("[]", "PAR1203")]
    [InlineData("{\"articleBody\":\"  \"}", "PAR1203")]
    [InlineData("{\"articleBody\":[\"B\"]}", "PAR1203")]
    [InlineData("{\"@type\":\"VideoObject\",\"text\":\"B\"}", "PAR1203")]
    public void WhatIsNoArticleIsRefusedWithAReason(string json, string code) => Assert.Equal(code, FaultOf(json));

    [Theory]
    [InlineData("{\"a\":", 65, "PAR1201")]
    [InlineData("[", 100_000, "PAR1201")]
    [InlineData("{\"@graph\":[", 100_000, "PAR1201")]
    public void DeepNestingIsRefused(string open, int times, string code) =>
        Assert.Equal(code, FaultOf(string.Concat(Enumerable.Repeat(open, times)) + "1"));

    [Fact]
    public void BytesThatAreNoUtf8AreStillRead()
    {
        byte[] json = [.. "{\"articleBody\":\"M"u8, 0xE1, .. "laga\"}"u8];
        Assert.True(NewsArticleReader.Read(new ArticleMaterial(s_origin, json), IntakeLimits.Default).IsOk(out var draft, out _));
        Assert.Equal(["Málaga"], draft.Paragraphs);
    }

    [Fact]
    public void AnyBytesGiveADraftOrAFault() => Gen.Byte.Array[0, 200].Sample(bytes => IsDraftOrFault(bytes));

    [Fact]
    public void AnyCutOrChangedArticleGivesADraftOrAFault()
    {
        var json = Encoding.UTF8.GetBytes("""{"@graph":[{"@type":["NewsArticle"],"articleBody":"a\ud800\n\nb é","author":[{"name":"J"},7],"publisher":{"name":{"@value":"W"}},"datePublished":"2021-05-14"}]}""");
        Gen.Select(Gen.Int[0, json.Length - 1], Gen.Byte, Gen.Int[0, json.Length]).Sample((at, value, length) =>
        {
            var changed = json.ToArray();
            changed[at] = value;
            return IsDraftOrFault(changed) && IsDraftOrFault(changed[..length]);
        });
    }

    private static bool IsDraftOrFault(byte[] bytes) =>
        NewsArticleReader.Read(new ArticleMaterial(s_origin, bytes), IntakeLimits.Default).IsOk(out _, out var fault)
        || fault.Code.Id.StartsWith("PAR1", StringComparison.Ordinal);

    private static string FaultOf(string json)
    {
        Assert.False(NewsArticleReader.Read(new ArticleMaterial(s_origin, Encoding.UTF8.GetBytes(json)), IntakeLimits.Default).IsOk(out _, out var fault));
        return fault.Code.Id;
    }

    private static ReportDraft Read(string json)
    {
        Assert.True(NewsArticleReader.Read(new ArticleMaterial(s_origin, Encoding.UTF8.GetBytes(json)), IntakeLimits.Default).IsOk(out var draft, out var fault), fault?.ToString());
        return draft;
    }
}
