namespace Parley.Intake.Tests.Pages;

public class PageMetadataTests
{
    [Theory]
    [InlineData("""{"@context":"https://schema.org","@type":"NewsArticle","headline":"H","datePublished":"2021-05-14T18:40:00+03:00","author":{"@type":"Person","name":"Ann Ray"},"publisher":{"name":"The Harbour Courier"}}""")]
    [InlineData("""[{"@type":"BreadcrumbList"},{"@type":["ReportageNewsArticle"],"headline":"H","datePublished":"2021-05-14T18:40:00+03:00","author":["Ann Ray"],"publisher":"The Harbour Courier"}]""")]
    [InlineData("""{"@graph":[{"@type":"Person","@id":"#ann","name":"Ann Ray"},{"@type":"Organization","@id":"#org","name":"The Harbour Courier"},{"@type":"Article","headline":"H","datePublished":"2021-05-14T18:40:00+03:00","author":{"@id":"#ann"},"publisher":{"@id":"#org"}}]}""")]
    [InlineData("""{"@type":"WebPage","mainEntity":{"@type":"LiveBlogPosting","headline":"H","datePublished":"2021-05-14T18:40:00+03:00","author":[{"name":"Ann Ray"}],"publisher":{"name":["The Harbour Courier"]}}}""")]
    [InlineData("""//<![CDATA[{"@type":"NewsArticle","headline":"H","datePublished":"2021-05-14T18:40:00+03:00",/* desk */"author":{"name":"Ann Ray",},"publisher":{"name":"The Harbour Courier"},}//]]>""")]
    [InlineData("{\"@type\":\"NewsArticle\",\"description\":\"Two\nlines, and it\\'s fine\",\"headline\":\"H\",\"datePublished\":\"2021-05-14T18:40:00+03:00\",\"author\":{\"name\":\"Ann Ray\"},\"publisher\":{\"name\":\"The Harbour Courier\"}}")]
    public void StructuredDataAreReadInEveryShape(string json)
    {
        var draft = TestPage.Read(TestPage.WithArticle($"<script type='application/ld+json'>{json}</script>"));
        Assert.Equal(
            ("H", "The Harbour Courier", "Ann Ray", "2021-05-14T18:40:00+03:00"),
            (draft.Title, draft.Outlet, string.Join('|', draft.Byline), draft.Published?.ToString()));
    }

    [Fact]
    public void HalfACharacterInStructuredDataLeavesTheRestReadable()
    {
        const string Json = """{"@id":"\ud800","@type":["NewsArticle","\udc00"],"headline":"H \ud800","author":{"@id":"\ud800"},"datePublished":"2021-05-14"}""";
        Assert.Equal("2021-05-14", TestPage.Read(TestPage.WithArticle($"<script type='application/ld+json'>{Json}</script>")).Published?.ToString());
    }

    [Fact]
    public void AnotherArticlesDataInAListAreNotThePages()
    {
        const string Json = """{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Another story","datePublished":"2020-01-01"}]}""";
        var draft = TestPage.Read(TestPage.WithArticle($"<script type='application/ld+json'>{Json}</script>"));
        Assert.Equal("Envoys return to the talks", draft.Title);
        Assert.Null(draft.Published);
    }

    [Theory]
    [InlineData("<meta property='article:published_time' content='2021-05-14T18:40:00+03:00'>", "2021-05-14T18:40:00+03:00")]
    [InlineData("<meta name='parsely-pub-date' content='2021-05-14T15:40:00Z'>", "2021-05-14T15:40:00Z")]
    [InlineData("<meta name='sailthru.date' content='2021-05-14 18:40:00'>", "2021-05-14T18:40")]
    [InlineData("<meta name='DC.date.issued' content='2021-05-14'>", "2021-05-14")]
    [InlineData("<meta name='pubdate' content='20210514'>", "2021-05-14")]
    [InlineData("<meta name='date' content='2021-05'>", "2021-05")]
    [InlineData("<meta name='date' content='0001-01-01T00:00:00Z'>", null)]
    [InlineData("<meta itemprop='datePublished' content='2021-05-14'><meta name='parsely-pub-date' content='2021-05-14T15:40:00Z'>", "2021-05-14T15:40:00Z")]
    public void DatesInMetaElementsKeepTheirPrecision(string head, string? published) =>
        Assert.Equal(published, TestPage.Read(TestPage.WithArticle(head)).Published?.ToString());

    [Theory]
    [InlineData("<p>By Our Staff in Jerusalem | Published: 17 May 2021, 18:40 (GMT+3)</p>", "Our Staff", "2021-05-17T18:40+03:00", null)]
    [InlineData("<p>By ANN RAY and Omar Hadi</p><p>May 14, 2021 6:40 pm EDT</p>", "ANN RAY|Omar Hadi", "2021-05-14T18:40-04:00", null)]
    [InlineData("<p>Published 14 May 2021, 18:40 IST | Updated 15 May 2021, 09:05 IST</p>", "", "2021-05-14T18:40", "2021-05-15T09:05")]
    [InlineData("<p>Updated: May 15, 2021</p><time datetime='2021-05-14T18:40:00Z'>yesterday</time>", "", "2021-05-14T18:40:00Z", "2021-05-15")]
    [InlineData("<p>By Ann Ray, Cairo bureau chief</p><p>04/05/2021</p>", "Ann Ray", null, null)]
    public void LinesByTheHeadlineTellWhoAndWhen(string lines, string byline, string? published, string? modified)
    {
        var draft = TestPage.Read(TestPage.Of($"<article><h1>Envoys return to the talks</h1>{lines}{TestPage.Paragraphs}</article>"));
        Assert.Equal(
            (byline, published, modified),
            (string.Join('|', draft.Byline), draft.Published?.ToString(), draft.Modified?.ToString()));
    }

    [Theory]
    [InlineData("Envoys return - The Harbour Courier", "Envoys return")]
    [InlineData("Envoys return | World | Harbour Courier", "Envoys return | World")]
    [InlineData("The Harbour Courier: news » Envoys return", "The Harbour Courier: news » Envoys return")]
    [InlineData("Harbour Courier – Envoys return – live", "Envoys return – live")]
    [InlineData("Ceasefire - what we know", "Ceasefire - what we know")]
    public void TheSitesNameIsTakenOffTheHeadline(string title, string expected)
    {
        var head = $"<meta property='og:title' content='{title}'><meta property='og:site_name' content='The Harbour Courier'>";
        Assert.Equal(expected, TestPage.Read(TestPage.Of(TestPage.Paragraphs, head)).Title);
    }

    [Theory]
    [InlineData("<link rel=canonical href='/world/envoys'>", "https://www.courier.example/world/envoys")]
    [InlineData("<base href='https://cdn.example/x/'><link rel=canonical href='envoys'>", "https://cdn.example/x/envoys")]
    [InlineData("<link rel=canonical href='javascript:alert(1)'><meta property='og:url' content='https://courier.example/a#top'>", "https://courier.example/a")]
    [InlineData("<link rel=canonical href='https://courier.example/'><meta property='og:url' content='https://courier.example/a'>", "https://courier.example/a")]
    [InlineData("<link rel=canonical href='file:///etc/passwd'>", null)]
    public void TheCanonicalAddressIsAWebAddress(string head, string? url) =>
        Assert.Equal(url, TestPage.Read(TestPage.WithArticle(head), "https://www.courier.example/world/envoys?ref=feed").Url);

    [Theory]
    [InlineData("<meta name='author' content='By Ann Ray'>", "Ann Ray")]
    [InlineData("<meta property='article:author' content='https://social.example/annray'>", "")]
    [InlineData("<meta name='author' content='Ann Ray, PhD, Omar Hadi'>", "Ann Ray|Omar Hadi")]
    public void BylinesAreNames(string head, string expected) =>
        Assert.Equal(expected, string.Join('|', TestPage.Read(TestPage.WithArticle(head)).Byline));

    [Theory]
    [InlineData("<meta name=copyright content='© 2019–2021 The Harbour Courier'>", "The Harbour Courier")]
    [InlineData("<meta name='application-name' content='9 Harbours'>", "9 Harbours")]
    [InlineData("", null)]
    public void TheOutletIsNamedOrUnknown(string head, string? outlet) =>
        Assert.Equal(outlet, TestPage.Read(TestPage.WithArticle(head)).Outlet);

    [Fact]
    public void TheLanguageIsTheOneDeclared() =>
        Assert.Equal("en-GB", TestPage.Read(TestPage.WithArticle("").Replace("lang=en", "lang=en_GB", StringComparison.Ordinal)).DeclaredLanguage);

    [Theory]
    [InlineData("Envoys return to the talks | The Harbour Courier", "<p>The Harbour Courier © 2021. All rights reserved.</p>", "The Harbour Courier")]
    [InlineData("Harbour Courier: Envoys return to the talks - Harbour Courier", "<p>Copyright 2019-2021 Harbour Courier</p>", "Harbour Courier")]
    [InlineData("Envoys return to the talks - World", "<ul><li>World</li></ul><p>© 2021 The Harbour Courier</p>", null)]
    [InlineData("Envoys return to the talks", "<p>© 2021 The Harbour Courier</p>", null)]
    public void ASiteIsNamedByItsTitleWhereItsCopyrightLineAgrees(string title, string footer, string? outlet) =>
        Assert.Equal(outlet, TestPage.Read(TestPage.Of(
            $"<h1>Envoys return to the talks</h1>{TestPage.Paragraphs}<footer>{footer}</footer>")
            .Replace("<title>Envoys return to the talks</title>", $"<title>{title}</title>", StringComparison.Ordinal)).Outlet);

    [Fact]
    public void ASitesNameInTheFirstRankIsNotTheHeadline() =>
        Assert.Equal("Envoys return to the talks", TestPage.Read(TestPage.Of(
            $"<h1>Harbour Notes</h1><h3>Envoys return to the talks</h3>{TestPage.Paragraphs}")
            .Replace("<title>", "<title>Harbour Notes: ", StringComparison.Ordinal)).Title);

    [Fact]
    public void AHeadlineIsNotMadeWholeByTheSitesName()
    {
        const string Json = """<script type="application/ld+json">{"@type":"NewsArticle","headline":"Envoys return to the talks"}</script>""";
        Assert.Equal("Envoys return to the talks", TestPage.Read(
            TestPage.Of(TestPage.Paragraphs, Json).Replace("</title>", " - The Harbour Courier</title>", StringComparison.Ordinal)).Title);
    }

    [Fact]
    public void ADayInASentenceIsNoDateOfTheArticle() =>
        Assert.Null(TestPage.Read(TestPage.Of(
            $"<h1>Envoys return to the talks</h1><ul><li>The harbour pact was signed into law on August 14, 1935</li></ul>{TestPage.Paragraphs}")).Published);

    [Fact]
    public void AHostIsNoWriter() =>
        Assert.Empty(TestPage.Read(TestPage.WithArticle("<meta name=author content='courier.example'>"), "https://www.courier.example/a").Byline);
}
