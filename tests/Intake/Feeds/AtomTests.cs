namespace Parley.Intake.Tests.Feeds;

public sealed class AtomTests : FeedTest
{
    [Fact]
    public void AnEntryOfAtomIsReadWhole()
    {
        var feed = Feed("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">
              <title type="html">Bote &amp;amp; Post</title>
              <link rel="self" href="https://bote.example/atom.xml"/><link href="https://bote.example/"/>
              <author><name>Redaktion</name></author>
              <entry>
                <title type="text">Feuerpause &amp; Gespräche &lt;heute&gt;</title>
                <link rel="enclosure" href="https://bote.example/ton.mp3"/>
                <link rel="alternate" type="application/pdf" href="https://bote.example/1.pdf"/>
                <link rel="alternate" type="text/html" href="https://bote.example/1"/>
                <id>urn:uuid:1</id>
                <published>2021-05-14T18:40:00+03:00</published><updated>2021-05-15T08:00:00Z</updated>
                <author><name>Ana Horn</name><email>ana@bote.example</email></author><author><name>Li Wei</name></author>
                <summary>Kurz.</summary>
                <content type="html">&lt;p&gt;Der Gesandte kam an.&lt;/p&gt;</content>
              </entry>
            </feed>
            """);
        Assert.Equal(("Bote & Post", "https://bote.example/", "de"), (feed.Title, feed.Home?.AbsoluteUri, feed.Language));
        var entry = Assert.Single(feed.Entries);
        Assert.Equal("Feuerpause & Gespräche <heute>", entry.Draft.Title);
        Assert.Equal(("https://bote.example/1", "urn:uuid:1"), (entry.Draft.Url, entry.Draft.SourceId));
        Assert.Equal(("2021-05-14T18:40:00+03:00", "2021-05-15T08:00:00Z"), (entry.Draft.Published?.ToString(), entry.Draft.Modified?.ToString()));
        Assert.Equal(["Ana Horn", "Li Wei"], entry.Draft.Byline);
        Assert.Equal(("Bote & Post", "de"), (entry.Draft.Outlet, entry.Draft.DeclaredLanguage));
        Assert.Equal("<p>Der Gesandte kam an.</p>", entry.Html);
        Assert.False(entry.IsTeaser);
    }

    [Theory]
    [InlineData("<content>One &amp;lt; two\n\nThree</content>", "<p>One &amp;lt; two</p><p>Three</p>")]
    [InlineData("<content type='text'>&lt;b&gt;</content>", "<p>&lt;b&gt;</p>")]
    [InlineData("<content type='html'>&lt;b&gt;x&lt;/b&gt;</content>", "<b>x</b>")]
    [InlineData("<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>A<br/>b &amp; c</p></div></content>", "<div><p>A<br />b &amp; c</p></div>")]
    [InlineData("<content type='xhtml'><h:div xmlns:h='http://www.w3.org/1999/xhtml'><h:p>A</h:p></h:div></content>", "<div><p>A</p></div>")]
    [InlineData("<content type='image/png'>iVBORw0KGgo=</content>", "")]
    [InlineData("<content type='text/html' src='https://courier.example/c'/>", "")]
    [InlineData("<summary>Only this</summary>", "<p>Only this</p>")]
    [InlineData("<content type='image/png'>iVBO</content><summary type='html'>&lt;i&gt;This&lt;/i&gt;</summary>", "<i>This</i>")]
    public void ContentOfEveryTypeComesAsHtml(string entry, string expected) => Assert.Equal(expected, Entry(entry).Html);

    [Theory]
    [InlineData("<link href='a'/>", "", "https://courier.example/a")]
    [InlineData("<link href='a'/>", "xml:base='/news/'", "https://courier.example/news/a")]
    [InlineData("<link href='a' xml:base='today/'/>", "xml:base='/news/'", "https://courier.example/news/today/a")]
    [InlineData("<content type='text/html' src='c'/>", "", "https://courier.example/c")]
    [InlineData("<link rel='replies' href='a'/>", "", null)]
    [InlineData("<link href='data:text/html,x'/>", "", null)]
    public void LinksAreResolvedAgainstEveryBaseAboveThem(string entry, string root, string? expected) =>
        Assert.Equal(expected, Entry(entry, root: root).Link?.AbsoluteUri);

    [Fact]
    public void ASummaryWithALinkIsATeaserHoweverLong() =>
        Assert.True(Entry($"<link href='a'/><summary>{new string('a', 3000)}</summary>").IsTeaser);

    [Fact]
    public void AnEntryWithoutAuthorsHasTheFeedsUnlessItCameFromAnother()
    {
        const string author = "<author><name>Redaktion</name></author>";
        Assert.Equal(["Redaktion"], Entry("<id>1</id>", author).Draft.Byline);
        var taken = Entry("<source><title>Harbour Wire</title><author><name>Jo Reed</name></author></source>", author).Draft;
        Assert.Equal("Harbour Wire", taken.Outlet);
        Assert.Equal(["Jo Reed"], taken.Byline);
    }

    [Fact]
    public void AnUpdateIsNotTakenForThePublication()
    {
        var draft = Entry("<updated>2021-05-15T08:00:00Z</updated>").Draft;
        Assert.Null(draft.Published);
        Assert.Equal("2021-05-15T08:00:00Z", draft.Modified?.ToString());
    }

    [Fact]
    public void AnEntryOfAtom03IsReadByItsOwnNames()
    {
        var entry = Assert.Single(Feed("""
            <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Courier</title>
              <entry><title>Talks</title><issued>2004-05-14T18:40:00+03:00</issued><modified>2004-05-15</modified>
                <content type="text/html" mode="escaped">&lt;p&gt;Text&lt;/p&gt;</content></entry></feed>
            """).Entries);
        Assert.Equal(("2004-05-14T18:40:00+03:00", "2004-05-15", "<p>Text</p>"), (entry.Draft.Published?.ToString(), entry.Draft.Modified?.ToString(), entry.Html));
    }
}
