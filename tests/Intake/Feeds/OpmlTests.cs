using System.Text;
using Parley.Intake.Feeds;
using Parley.Reports;

namespace Parley.Intake.Tests.Feeds;

public sealed class OpmlTests : FeedTest
{
    [Fact]
    public void FeedsInFoldersAreListedInOrderEachOnce()
    {
        var list = List("""
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="2.0">
              <head><title>Talks &amp; calls</title></head>
              <body>
                <outline text="Wires" title="Wires">
                  <outline type="rss" text="Courier" title="The Courier" xmlUrl="https://courier.example/feed.xml" htmlUrl="https://courier.example/"/>
                  <outline text="Deep"><outline TEXT="Bote" XMLURL="http://bote.example/atom.xml" htmlUrl="javascript:x"/></outline>
                </outline>
                <outline text="Again" xmlUrl="https://courier.example/feed.xml"/>
              </body>
            </opml>
            """);
        Assert.Equal("Talks & calls", list.Title);
        Assert.Empty(list.Faults);
        Assert.Equal(
            [
                new FeedReference(new Uri("https://courier.example/feed.xml"), "The Courier", new Uri("https://courier.example/")),
                new FeedReference(new Uri("http://bote.example/atom.xml"), "Bote", null),
            ],
            list.Feeds);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://courier.example/feed")]
    [InlineData("feed:https://courier.example/feed")]
    [InlineData("/feed.xml")]
    [InlineData("")]
    public void AnOutlineWithoutAnAddressOfTheWebCostsOnlyItself(string address)
    {
        var list = List($"<opml><body>\n<outline type='rss' xmlUrl='{address}'/>\n<outline xmlUrl='https://courier.example/'/></body></opml>");
        Assert.Single(list.Feeds);
        var fault = Assert.Single(list.Faults);
        Assert.Equal((FeedFaults.NoFeedAddress, "feeds.opml, line 2"), (fault.Code, fault.Where));
    }

    [Fact]
    public void AListThatBreaksOffKeepsTheFeedsBeforeTheBreak()
    {
        var list = List("<opml><body><outline xmlUrl='https://a.example/?x=1&y=2'/><outline xmlUrl='https://b.ex");
        Assert.Equal("https://a.example/?x=1&y=2", Assert.Single(list.Feeds).Url.AbsoluteUri);
        Assert.Equal(FeedFaults.CutShort, Assert.Single(list.Faults).Code);
    }

    [Fact]
    public void FeedsBeyondTheLimitAreToldInOneFault()
    {
        var outlines = string.Concat(Enumerable.Range(0, 30).Select(i => $"<outline xmlUrl='https://{i}.example/'/>"));
        var list = List($"<opml><body>{outlines}</body></opml>", IntakeLimits.Default with { FeedEntries = 10 });
        Assert.Equal(10, list.Feeds.Length);
        Assert.Equal(FeedFaults.TooManyFeeds, Assert.Single(list.Faults).Code);
    }

    [Theory]
    [InlineData("", "PAR1001")]
    [InlineData("Not found", "PAR1307")]
    [InlineData("<html><body/></html>", "PAR1307")]
    [InlineData("<rss/>", "PAR1307")]
    [InlineData("<!DOCTYPE opml [<!ENTITY a 'x'>]><opml/>", "PAR1303")]
    public void WhatIsNoListIsOneFault(string text, string code)
    {
        Assert.False(ReadList(text).IsOk(out _, out var fault));
        Assert.Equal(code, fault.Code.Id);
    }

    [Fact]
    public void AHundredThousandOutlinesWithinOneAnotherAreRefused() =>
        Assert.Equal(FeedFaults.TooDeep, ReadList("<opml><body>" + string.Concat(Enumerable.Repeat("<outline text='x'>", 100_000))).IsOk(out _, out var fault) ? null : fault.Code);

    private static Result<FeedList> ReadList(string text, IntakeLimits? limits = null) =>
        new OpmlReader(limits ?? IntakeLimits.Default).Read(Encoding.UTF8.GetBytes(text), null, new Origin("feeds.opml"), TestContext.Current.CancellationToken);

    private static FeedList List(string text, IntakeLimits? limits = null)
    {
        Assert.True(ReadList(text, limits).IsOk(out var list, out var fault), fault?.ToString());
        return list;
    }
}
