using System.Text;
using Parley.Intake.Fetching;

namespace Parley.Intake.Tests.Fetching;

public sealed class RobotsTests : FetcherTest
{
    /// <summary>Lines are parted by <c>|</c>. The examples of RFC 9309, 5 are among them.</summary>
    [Theory]
    [InlineData("", "/a", true)]
    [InlineData("User-agent: *|Disallow: /", "/a", false)]
    [InlineData("User-agent: *|Disallow: /", "/robots.txt", true)]
    [InlineData("User-agent: *|Disallow:", "/a", true)]
    [InlineData("Disallow: /", "/a", true)]
    [InlineData("USER-AGENT:*|DISALLOW:/a", "/a/b", false)]
    [InlineData("User-agent: * # all|Disallow: /a # not this", "/a", false)]
    [InlineData("\uFEFFUser-agent: *|Disallow: /a", "/a", false)]
    [InlineData("User-agent: Parley|Disallow: /a||User-agent: *|Disallow: /", "/b", true)]
    [InlineData("User-agent: *|Disallow: /||User-agent: parley/2.0|Disallow: /a", "/b", true)]
    [InlineData("User-agent: *|Disallow: /||User-agent: Parley|Disallow: /a", "/a", false)]
    [InlineData("User-agent: ParleyBot|Disallow: /", "/a", true)]
    [InlineData("User-agent: Parley||User-agent: *|Disallow: /", "/a", false)]
    [InlineData("User-agent: Parley|Allow: /a||User-agent: *|Disallow: /", "/b", true)]
    [InlineData("User-agent: Other|User-agent: Parley|Disallow: /", "/a", false)]
    [InlineData("User-agent: Parley|Disallow: /a|User-agent: Other|Disallow: /b|User-agent: Parley|Disallow: /c", "/c", false)]
    [InlineData("User-agent: Parley|Disallow: /a|User-agent: Other|Disallow: /b|User-agent: Parley|Disallow: /c", "/b", true)]
    [InlineData("User-agent: Parley|Crawl-delay: 5|Sitemap: https://a.example/s.xml|Disallow: /a", "/a", false)]
    [InlineData("User-agent: *|Disallow: /a|Allow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *|Allow: /a/b|Disallow: /a", "/a/c", false)]
    [InlineData("User-agent: *|Disallow: /page|Allow: /page", "/page", true)]
    [InlineData("User-agent: *|Allow: /example/page/|Disallow: /example/page/disallowed.gif", "/example/page/disallowed.gif", false)]
    [InlineData("User-agent: *|Disallow: *.gif$", "/a/b.gif", false)]
    [InlineData("User-agent: *|Disallow: *.gif$", "/a/b.gif?x", true)]
    [InlineData("User-agent: *|Disallow: /a$", "/a", false)]
    [InlineData("User-agent: *|Disallow: /a$", "/ab", true)]
    [InlineData("User-agent: *|Disallow: /*/b*c$", "/a/b/x/c", false)]
    [InlineData("User-agent: *|Disallow: /*/b*c$", "/a/b/x/cd", true)]
    [InlineData("User-agent: *|Disallow: /ab*ba$", "/aba", true)]
    [InlineData("User-agent: *|Disallow: /*?print=", "/a?print=1", false)]
    [InlineData("User-agent: *|Disallow: /***a", "/b/a", false)]
    [InlineData("User-agent: *|Disallow: /%7ejoe", "/~joe/x", false)]
    [InlineData("User-agent: *|Disallow: /foo/bar/U+E38384", "/foo/bar/%E3%83%84", true)]
    [InlineData("User-agent: *|Disallow: /foo/bar/ツ", "/foo/bar/%E3%83%84", false)]
    [InlineData("User-agent: *|Disallow: /foo/bar/%e3%83%84", "/foo/bar/%E3%83%84", false)]
    [InlineData("User-agent: *|Disallow: /foo/bar/%62%61%7A", "/foo/bar/baz", false)]
    [InlineData("User-agent: *|Disallow: /a%2Fb", "/a/b", true)]
    [InlineData("<html><body>Not found: sorry</body></html>", "/a", true)]
    public void ThePathIsHeldAgainstTheGroupForParleyElseTheOneForAll(string robots, string path, bool allowed) =>
        Assert.Equal(allowed, RobotsRules.Parse(Encoding.UTF8.GetBytes(robots.Replace('|', '\n')), "Parley").Allows(path));

    [Fact]
    public void APatternMadeToBacktrackDoesNot()
    {
        var pattern = string.Concat(Enumerable.Repeat("a*", 100_000)) + "b$";
        var rules = RobotsRules.Parse(Encoding.UTF8.GetBytes($"User-agent: *\nDisallow: /{pattern}"), "Parley");
        Assert.True(rules.Allows("/" + new string('a', 4000)));
    }

    [Fact]
    public async Task ADisallowedPageIsNotAskedFor()
    {
        Host.Answer("/robots.txt", "200 OK", "Content-Type: text/plain", "User-agent: Parley\nDisallow: /a").Answer("/a", "200 OK", "", "x");
        Refused(FetchFaults.RobotsDisallow, await FetchAsync("/a"));
        Assert.Empty(Host.Paths);
    }

    [Theory]
    [InlineData("401 Unauthorized", true)]
    [InlineData("403 Forbidden", true)]
    [InlineData("404 Not Found", true)]
    [InlineData("429 Too Many Requests", false)]
    [InlineData("500 Internal Server Error", false)]
    [InlineData("503 Service Unavailable", false)]
    public async Task ARobotsTxtThatIsMissingAllowsAllAndOneThatIsBrokenNothing(string status, bool allowed)
    {
        Host.Answer("/robots.txt", status, "").Answer("/a", "200 OK", "", "x");
        var result = await FetchAsync("/a");
        if (allowed)
            Document(result);
        else
            Refused(FetchFaults.RobotsUnreachable, result);
    }

    [Fact]
    public async Task ARobotsTxtIsFollowedThroughRedirectsAndCountsForTheHostItWasAskedFor()
    {
        Host.Answer("/robots.txt", "301 Moved", "Location: /rules").Answer("/rules", "200 OK", "", "User-agent: *\nDisallow: /a");
        Refused(FetchFaults.RobotsDisallow, await FetchAsync("/a"));
    }

    [Fact]
    public async Task ARobotsTxtThatLeadsOnAndOnCountsAsMissing()
    {
        Host.Answer("/robots.txt", "301 Moved", "Location: /robots.txt").Answer("/a", "200 OK", "", "x");
        Document(await FetchAsync("/a"));
    }

    [Fact]
    public async Task OfALongRobotsTxtTheFirst500KibibytesAreRead()
    {
        var padding = string.Concat(Enumerable.Repeat("# padding\n", 60_000));
        Host.Answer("/robots.txt", "200 OK", "", $"User-agent: *\nDisallow: /a\n{padding}Disallow: /b\n");
        Host.Answer("/b", "200 OK", "", "x");
        Refused(FetchFaults.RobotsDisallow, await FetchAsync("/a"));
        Document(await FetchAsync("/b"));
    }

    [Fact]
    public async Task RobotsTxtIsAskedForOnceADay()
    {
        Host.Answer("/a", "200 OK", "", "x");
        var fetcher = Fetcher();
        foreach (var (hours, asked) in new[] { (0, 1), (23, 1), (2, 2) })
        {
            Time.Pass(TimeSpan.FromHours(hours));
            Document(await fetcher.FetchAsync($"{Host.Root}/a", null, Cancellation));
            Assert.Equal(asked, Host.Requests.Count(r => r.StartsWith("GET /robots.txt", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task ABrokenRobotsTxtIsAskedForAgainAfterMinutes()
    {
        Host.AnswerInTurn("/robots.txt", ("500 Oops", "", ""), ("404 Not Found", "", "")).Answer("/a", "200 OK", "", "x");
        var fetcher = Fetcher();
        Refused(FetchFaults.RobotsUnreachable, await fetcher.FetchAsync($"{Host.Root}/a", null, Cancellation));
        Refused(FetchFaults.RobotsUnreachable, await fetcher.FetchAsync($"{Host.Root}/a", null, Cancellation));
        Time.Pass(TimeSpan.FromMinutes(6));
        Document(await fetcher.FetchAsync($"{Host.Root}/a", null, Cancellation));
    }
}
