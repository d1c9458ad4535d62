namespace Parley.Intake.Tests.Feeds;

public sealed class RssTests : FeedTest
{
    [Fact]
    public void AnItemOfRss2IsReadWhole()
    {
        var feed = Feed("""
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
              <channel>
                <title>Courier &amp;amp; Post</title>
                <link>https://courier.example/</link>
                <atom:link href="https://courier.example/feed.xml" rel="self"/>
                <language>en-gb</language>
                <item>
                  <title><![CDATA[Envoy <em>arrives</em> &amp; waits]]></title>
                  <link>https://courier.example/envoy</link>
                  <guid isPermaLink="false">tag:courier,1</guid>
                  <dc:creator>By Ana Horn</dc:creator>
                  <dc:creator>Li Wei</dc:creator>
                  <pubDate>Fri, 14 May 2021 18:40:00 +0300</pubDate>
                  <description>Short.</description>
                  <content:encoded><![CDATA[<p>The envoy arrived.</p>]]></content:encoded>
                </item>
              </channel>
            </rss>
            """);
        Assert.Equal(("Courier & Post", "https://courier.example/", "en-gb"), (feed.Title, feed.Home?.AbsoluteUri, feed.Language));
        Assert.Equal(0, feed.PassedOver);
        Assert.Null(feed.Cut);
        var entry = Assert.Single(feed.Entries);
        Assert.Equal("Envoy arrives & waits", entry.Draft.Title);
        Assert.Equal("https://courier.example/envoy", entry.Draft.Url);
        Assert.Equal("tag:courier,1", entry.Draft.SourceId);
        Assert.Equal(["Ana Horn", "Li Wei"], entry.Draft.Byline);
        Assert.Equal("2021-05-14T18:40:00+03:00", entry.Draft.Published?.ToString());
        Assert.Equal("Courier & Post", entry.Draft.Outlet);
        Assert.Equal("en-gb", entry.Draft.DeclaredLanguage);
        Assert.Equal("<p>The envoy arrived.</p>", entry.Html);
        Assert.False(entry.IsTeaser);
    }

    [Fact]
    public void AnItemOfRss1StandsBesideItsChannel()
    {
        var feed = Feed("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel rdf:about="https://courier.example/"><title>Courier</title><link>https://courier.example/</link>
                <dc:language>uk</dc:language><items><rdf:Seq><rdf:li resource="https://courier.example/1"/></rdf:Seq></items></channel>
              <item rdf:about="https://courier.example/1"><title>Talks</title><link>https://courier.example/1</link><dc:date>2021-05-14T18:40:00+03:00</dc:date></item>
            </rdf:RDF>
            """);
        var entry = Assert.Single(feed.Entries);
        Assert.Equal(("Courier", "uk"), (feed.Title, feed.Language));
        Assert.Equal(("https://courier.example/1", "Talks", "2021-05-14T18:40:00+03:00"), (entry.Draft.SourceId, entry.Draft.Title, entry.Draft.Published?.ToString()));
    }

    [Fact]
    public void AnOldFeedWithAHarmlessDocumentTypeIsRead()
    {
        var feed = Feed("""
            <?xml version="1.0"?>
            <!-- made by hand -->
            <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd" [
              <!ENTITY % HTMLlat1 PUBLIC "-//W3C//ENTITIES Latin 1 for XHTML//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml-lat1.ent">
              <!ELEMENT rss ANY>
            ]>
            <rss version="0.91"><channel><title>Courier</title><item><title>Talks</title><link>https://courier.example/1</link></item></channel></rss>
            """);
        Assert.Equal("Talks", Assert.Single(feed.Entries).Draft.Title);
    }

    [Fact]
    public void AFeedInANamespaceOfItsOwnIsRead() =>
        Assert.Equal("Talks", Assert.Single(Feed("""<rss xmlns="urn:own" version="2.0"><channel><title>Courier</title><item><title>Talks</title></item></channel></rss>""").Entries).Draft.Title);

    [Fact]
    public void TheTitleOfAPictureIsNotTheTitleOfItsItem() =>
        Assert.Equal("Talks", Item("<media:title>A photograph</media:title><title>Talks</title>").Draft.Title);

    [Theory]
    [InlineData("<link>https://courier.example/a</link>", "https://courier.example/a")]
    [InlineData("<link>  \n https://courier.example/a\n</link>", "https://courier.example/a")]
    [InlineData("<link>/a?b=1&amp;c=2</link>", "https://courier.example/a?b=1&c=2")]
    [InlineData("<link/><guid>https://courier.example/g</guid>", "https://courier.example/g")]
    [InlineData("<guid isPermaLink='false'>https://courier.example/g</guid>", null)]
    [InlineData("<guid>17</guid>", null)]
    [InlineData("<atom:link href='https://courier.example/h'/>", "https://courier.example/h")]
    [InlineData("<link>javascript:alert(1)</link>", null)]
    [InlineData("<link>file:///etc/passwd</link>", null)]
    [InlineData("", null)]
    public void TheLinkIsAnAddressOfTheWebOrNone(string item, string? expected) =>
        Assert.Equal(expected, Item(item).Link?.AbsoluteUri);

    [Theory]
    [InlineData("", "", "https://courier.example/a")]
    [InlineData("<link>https://courier.example/news/</link>", "", "https://courier.example/news/a")]
    [InlineData("<link>https://courier.example/news/</link>", "xml:base='https://base.example/x/'", "https://base.example/x/a")]
    public void ARelativeLinkCountsFromTheBaseElseTheChannelsPageElseTheFeed(string channel, string root, string expected) =>
        Assert.Equal(expected, Item("<link>a</link>", channel, root).Link?.AbsoluteUri);

    [Theory]
    [InlineData("<author>desk@courier.example (Ana Horn)</author>", "Ana Horn")]
    [InlineData("<author>Ana Horn</author>", "Ana Horn")]
    [InlineData("<author>desk@courier.example</author>", null)]
    [InlineData("<dc:creator>by Ana Horn</dc:creator><author>x</author>", "Ana Horn")]
    [InlineData("<dc:creator>Byron Hall</dc:creator>", "Byron Hall")]
    [InlineData("<dc:creator> </dc:creator>", null)]
    public void TheBylineIsNamesAlone(string item, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], Item(item).Draft.Byline);

    [Fact]
    public void AnItemTakenOverNamesTheFeedItCameFrom() =>
        Assert.Equal("Harbour Wire", Item("<source url='https://wire.example/rss'>Harbour Wire</source>").Draft.Outlet);

    [Theory]
    [InlineData("Plain text", "Plain text")]
    [InlineData("Talks &amp; &lt;b&gt;more&lt;/b&gt; talks", "Talks & more talks")]
    [InlineData("Toll &lt; 5, they say", "Toll < 5, they say")]
    [InlineData("“No progress”&amp;nbsp;– envoy", "“No progress”\u00a0– envoy")]
    [InlineData("Line\n  break", "Line break")]
    [InlineData("&lt;img src=x", null)]
    [InlineData("", null)]
    public void TheTitleIsTextWithoutMarkup(string title, string? expected) =>
        Assert.Equal(expected, Item($"<title>{title}</title>").Draft.Title);

    [Theory]
    [InlineData(100, "", true)]
    [InlineData(1200, "", false)]
    [InlineData(1200, " …", true)]
    [InlineData(1200, " [...]", true)]
    public void AShortOrUnfinishedDescriptionIsATeaser(int length, string end, bool isTeaser) =>
        Assert.Equal(isTeaser, Item($"<link>/a</link><description>{new string('a', length)}{end}</description>").IsTeaser);

    [Fact]
    public void WithoutALinkThereIsNothingMoreToRead() =>
        Assert.False(Item("<description>Short.</description>").IsTeaser);

    [Fact]
    public void AnEntryBecomesMaterialThatKnowsItsPlace()
    {
        var material = Item("<title>Talks</title><description>Text</description>").ToMaterial(Origin);
        Assert.Equal("https://courier.example/feed.xml, entry 1", material.Origin.ToString());
        Assert.Equal(("Talks", "Text"), (material.Draft.Title, material.Html));
    }

    [Fact]
    public void EntriesBeyondTheLimitArePassedOverAndCounted()
    {
        var items = string.Concat(Enumerable.Repeat("<item><title>x</title></item>", 25));
        var feed = Feed(Read($"<rss><channel>{items}<title>Courier</title></channel></rss>", limits: IntakeLimits.Default with { FeedEntries = 10 }));
        Assert.Equal((10, 15L, "Courier"), (feed.Entries.Length, feed.PassedOver, feed.Title));
    }
}
