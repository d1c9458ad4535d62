using Parley.Intake.Feeds;

namespace Parley.Intake.Tests.Feeds;

public sealed class JsonFeedTests : FeedTest
{
    [Fact]
    public void AnItemOfAJsonFeedIsReadWhole()
    {
        var feed = Feed("""
            { "version": "https://jsonfeed.org/version/1.1", "title": "Courier", "home_page_url": "https://courier.example/", "language": "en",
              "authors": [ { "name": "Desk" } ],
              "items": [
                { "id": 7, "url": "/talks", "title": "AT&T <i>", "content_html": "<p>Talks.</p>", "summary": "Short",
                  "date_published": "2021-05-14T18:40:00+03:00", "date_modified": "2021-05-15T08:00:00Z", "authors": [ { "name": "Ana Horn" }, { "url": "x" } ] },
                { "id": "8", "external_url": "https://other.example/", "content_text": "One <\n\ntwo" },
                { "id": "9", "url": "https://courier.example/9", "summary": "Short", "author": { "name": "Li Wei" }, "language": "fr" } ] }
            """);
        Assert.Equal(("Courier", "https://courier.example/", "en"), (feed.Title, feed.Home?.AbsoluteUri, feed.Language));
        var (first, second, third) = (feed.Entries[0], feed.Entries[1], feed.Entries[2]);
        Assert.Equal(("7", "https://courier.example/talks", "AT&T <i>", "<p>Talks.</p>"), (first.Draft.SourceId, first.Draft.Url, first.Draft.Title, first.Html));
        Assert.Equal(("2021-05-14T18:40:00+03:00", "2021-05-15T08:00:00Z"), (first.Draft.Published?.ToString(), first.Draft.Modified?.ToString()));
        Assert.Equal(["Ana Horn"], first.Draft.Byline);
        Assert.Equal("<p>One &lt;</p><p>two</p>", second.Html);
        Assert.Equal(["Desk"], second.Draft.Byline);
        Assert.Equal(("https://other.example/", "en"), (second.Draft.Url, second.Draft.DeclaredLanguage));
        Assert.Equal(["Li Wei"], third.Draft.Byline);
        Assert.Equal("fr", third.Draft.DeclaredLanguage);
        Assert.Equal([false, false, true], feed.Entries.Select(e => e.IsTeaser));
    }

    [Theory]
    [InlineData("""{ "version": "https://jsonfeed.org/version/1", "title": "C", "items": [ 1, null, "x", {} ] }""", 1, 3)]
    [InlineData("""{ "version": "https://jsonfeed.org/version/1", "items": {} }""", 0, 0)]
    [InlineData("\uFEFF{ \"title\": \"C\", \"items\": [ { \"id\": \"\\ud800\", \"title\": [], \"url\": {}, \"author\": 1 }, ] }", 1, 0)]
    public void ItemsThatMakeNoSenseCostOnlyThemselves(string json, int entries, int passedOver)
    {
        var feed = Feed(json);
        Assert.Equal((entries, passedOver), (feed.Entries.Length, (int)feed.PassedOver));
    }

    [Theory]
    [InlineData("{ \"title\": \"C\", \"items\": [", "PAR1306")]
    [InlineData("{", "PAR1306")]
    [InlineData("""{ "@type": "NewsArticle" }""", "PAR1301")]
    [InlineData("[]", "PAR1301")]
    public void WhatIsNoJsonFeedIsOneFault(string json, string code)
    {
        Assert.False(Read(json).IsOk(out _, out var fault));
        Assert.Equal(code, fault.Code.Id);
    }

    [Fact]
    public void JsonTooDeepIsRefused() =>
        Refused(FeedFaults.BrokenJson, Read("{\"title\":\"C\",\"items\":" + new string('[', 100_000)));
}
