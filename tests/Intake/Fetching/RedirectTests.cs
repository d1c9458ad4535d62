using System.Net;
using System.Text;
using Parley.Intake.Fetching;

namespace Parley.Intake.Tests.Fetching;

public sealed class RedirectTests : FetcherTest
{
    [Theory]
    [InlineData("301 Moved Permanently")]
    [InlineData("302 Found")]
    [InlineData("303 See Other")]
    [InlineData("307 Temporary Redirect")]
    [InlineData("308 Permanent Redirect")]
    public async Task ARedirectIsFollowedAndTheLastAddressKept(string status)
    {
        Host.Answer("/old", status, "Location: ../new?page=1#top").Answer("/new?page=1", "200 OK", "", "x");
        Assert.Equal($"{Host.Root}/new?page=1", Document(await FetchAsync("/old")).Url.AbsoluteUri);
    }

    [Fact]
    public async Task FiveRedirectsAreFollowedAndNotASixth()
    {
        for (var i = 0; i < 6; i++)
            Host.Answer($"/{i}", "302 Found", $"Location: /{i + 1}");
        Host.Answer("/6", "200 OK", "", "x");
        Document(await FetchAsync("/1"));
        Refused(FetchFaults.TooManyRedirects, await FetchAsync("/0"));
    }

    [Fact]
    public async Task ALoopOfRedirectsEnds()
    {
        Host.Answer("/a", "302 Found", "Location: /b").Answer("/b", "302 Found", "Location: /a");
        Refused(FetchFaults.TooManyRedirects, await FetchAsync("/a"));
        Assert.Equal(6, Host.Paths.Count);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://courier.example/x")]
    [InlineData("data:text/html,x")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://desk:secret@127.0.0.1/")]
    [InlineData("http://127.0.0.1:25/")]
    [InlineData("http://")]
    public async Task ARedirectToAnAddressThatWouldBeRefusedIsNotFollowed(string location)
    {
        Host.Answer("/away", "302 Found", $"Location: {location}");
        Refused(FetchFaults.RedirectRefused, await FetchAsync("/away"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Location: /a\r\nLocation: /b")]
    public async Task ARedirectWithoutOneTargetIsNotFollowed(string headers)
    {
        Host.Answer("/away", "302 Found", headers);
        Refused(FetchFaults.RedirectRefused, await FetchAsync("/away"));
    }

    [Fact]
    public async Task ARedirectFromAnAllowedHostIntoAPrivateNetworkIsNotFollowed()
    {
        await using var outside = new TestHost("127.0.0.2");
        outside.Answer("/feed", "302 Found", $"Location: {Host.Root}/admin");
        Refused(FetchFaults.AddressDenied, await FetchAsync($"{outside.Root}/feed", Options with { AllowedNetworks = [IPNetwork.Parse("127.0.0.2/32")] }));
        Assert.Equal(["/feed"], outside.Paths);
        Assert.Empty(Host.Requests);
    }

    [Fact]
    public async Task ARedirectOfRobotsTxtIntoAPrivateNetworkIsNotFollowed()
    {
        await using var outside = new TestHost("127.0.0.2");
        outside.Answer("/robots.txt", "302 Found", $"Location: {Host.Root}/admin").Answer("/feed", "200 OK", "", "x");
        Refused(FetchFaults.AddressDenied, await FetchAsync($"{outside.Root}/feed", Options with { AllowedNetworks = [IPNetwork.Parse("127.0.0.2/32")] }));
        Assert.Empty(Host.Requests);
    }

    [Fact]
    public async Task TheTargetOfARedirectIsHeldToItsOwnRobotsTxt()
    {
        await using var other = new TestHost();
        other.Answer("/robots.txt", "200 OK", "", "User-agent: *\nDisallow: /private").Answer("/private", "200 OK", "", "x");
        Host.Answer("/a", "302 Found", $"Location: {other.Root}/private");
        Refused(FetchFaults.RobotsDisallow, await FetchAsync("/a"));
        Assert.Empty(other.Paths);
    }

    [Fact]
    public async Task ATargetBeyondAsciiIsFollowedAsUtf8()
    {
        Host.Answer("/a", (stream, token) => stream.WriteAsync(
                Encoding.UTF8.GetBytes("HTTP/1.1 302 Found\r\nLocation: /переговоры\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), token).AsTask())
            .Answer("/%D0%BF%D0%B5%D1%80%D0%B5%D0%B3%D0%BE%D0%B2%D0%BE%D1%80%D1%8B", "200 OK", "", "x");
        Document(await FetchAsync("/a"));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void ARedirectFromHttpsDownToHttpIsFollowedOnlyWherePlainHttpIsAllowed(bool allowed, bool followed)
    {
        var options = new FetchOptions { AllowPlainHttp = allowed };
        Assert.Equal(followed, AddressRules.TryFollow(new Uri("https://courier.example/"), "http://courier.example/a", options, "x", out _, out var fault));
        Assert.Equal(followed ? null : FetchFaults.RedirectRefused, fault?.Code);
    }
}
