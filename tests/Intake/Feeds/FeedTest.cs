using System.Text;
using Parley.Intake.Feeds;
using Parley.Reports;

namespace Parley.Intake.Tests.Feeds;

/// <summary>What the feeds' tests share.</summary>
public abstract class FeedTest
{
    internal static readonly Origin Origin = new("https://courier.example/feed.xml") { Url = new Uri("https://courier.example/feed.xml") };

    internal static Result<Feed> Read(string text, string? charset = null, IntakeLimits? limits = null) =>
        Read(Encoding.UTF8.GetBytes(text), charset, limits);

    internal static Result<Feed> Read(byte[] bytes, string? charset = null, IntakeLimits? limits = null) =>
        new FeedReader(limits ?? IntakeLimits.Default).Read(bytes, charset, Origin, TestContext.Current.CancellationToken);

    internal static Feed Feed(string text) => Feed(Read(text));

    internal static Feed Feed(Result<Feed> result)
    {
        Assert.True(result.IsOk(out var feed, out var fault), fault?.ToString());
        return feed;
    }

    /// <summary>The only entry of an RSS 2.0 feed whose only item holds <paramref name="item"/>.</summary>
    internal static FeedEntry Item(string item, string channel = "", string root = "") => Assert.Single(Feed(
        $"""<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" {root}><channel><title>Courier</title>{channel}<item>{item}</item></channel></rss>""").Entries);

    /// <summary>The only entry of an Atom feed whose only entry holds <paramref name="entry"/>.</summary>
    internal static FeedEntry Entry(string entry, string feed = "", string root = "") => Assert.Single(Feed(
        $"""<feed xmlns="http://www.w3.org/2005/Atom" {root}><title>Courier</title>{feed}<entry>{entry}</entry></feed>""").Entries);

    internal static Fault Refused(FaultCode expected, Result<Feed> result)
    {
        Assert.False(result.IsOk(out var feed, out var fault), $"Read {feed}.");
        Assert.True(expected == fault.Code, $"{expected.Id} was expected: {fault}");
        return fault;
    }
}
