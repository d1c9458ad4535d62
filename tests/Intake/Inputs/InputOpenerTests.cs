using System.Net;
using NodaTime;
using NodaTime.Testing;
using Parley.Intake.Fetching;
using Parley.Intake.Inputs;
using Parley.Intake.Languages;
using Parley.Intake.Tests.Fetching;
using Parley.Reports;

namespace Parley.Intake.Tests.Inputs;

/// <summary>Whatever the user names, opened and read through; addresses are served by a real host on this machine.</summary>
public sealed class InputOpenerTests : IDisposable
{
    private const string Words = "The envoy said on Friday that the two sides were close to an agreement, and that an answer was expected by the evening.";

    private readonly string _folder = Directory.CreateTempSubdirectory("parley-inputs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task AFeedFromAnAddressLeadsToItsPages()
    {
        await using var host = new TestHost();
        host.Answer("/feed", "200 OK", "Content-Type: application/rss+xml", Feed(host.Root, "/one", "/two"))
            .Answer("/one", "200 OK", "Content-Type: text/html", Page("First"))
            .Answer("/two", "200 OK", "Content-Type: text/html; charset=utf-8", Page("Second"));
        var (reports, faults) = await ReadAsync([host.Root + "/feed"]);
        Assert.Empty(faults);
        Assert.Equal(["First", "Second"], reports.Select(static report => report.Title));
        Assert.Equal(host.Root + "/two", reports[1].Url);
    }

    [Fact]
    public async Task AnEntryWhosePageCannotBeHadIsKeptAsTheFeedTellsItAndTheFaultIsTold()
    {
        await using var host = new TestHost();
        host.Answer("/feed", "200 OK", "Content-Type: application/rss+xml", Feed(host.Root, "/gone", "/two"))
            .Answer("/gone", "410 Gone", "")
            .Answer("/two", "200 OK", "Content-Type: text/html", Page("Second"));
        var (reports, faults) = await ReadAsync([host.Root + "/feed"]);
        Assert.Single(faults);
        Assert.Equal(["Entry /gone", "Second"], reports.Select(static report => report.Title));
        Assert.StartsWith("In short", reports[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AListOfFeedsLeadsToFeedsAndTheirPagesAndNoFurther()
    {
        await using var host = new TestHost();
        host.Answer("/feed", "200 OK", "Content-Type: application/rss+xml", Feed(host.Root, "/other-feed"))
            .Answer("/other-feed", "200 OK", "Content-Type: application/rss+xml", Feed(host.Root, "/deep"))
            .Answer("/deep", "200 OK", "Content-Type: text/html", Page("Deep"));
        var list = Write("feeds.opml", $"<opml version=\"2.0\"><body><outline text=\"a\" type=\"rss\" xmlUrl=\"{host.Root}/feed\"/></body></opml>");
        var (reports, _) = await ReadAsync([list]);
        Assert.Equal(["/feed", "/other-feed"], host.Paths);
        Assert.Equal("Entry /deep", Assert.Single(reports).Title);
    }

    [Fact]
    public async Task AFeedFromAFileIsReadAsItLiesThereAndAsksNoHost()
    {
        await using var host = new TestHost();
        var feed = Write("feed.xml", Feed(host.Root, "/one"));
        var (reports, faults) = await ReadAsync([feed]);
        Assert.Empty(faults);
        Assert.Empty(host.Requests);
        Assert.Equal("Entry /one", Assert.Single(reports).Title);
    }

    [Fact]
    public async Task AHostThatForbidsItIsNotAskedForItsPages()
    {
        await using var host = new TestHost();
        host.Answer("/robots.txt", "200 OK", "Content-Type: text/plain", "User-agent: *\nDisallow: /")
            .Answer("/one", "200 OK", "Content-Type: text/html", Page("First"));
        var (reports, faults) = await ReadAsync([host.Root + "/one"]);
        Assert.Empty(reports);
        Assert.Empty(host.Paths);
        Assert.StartsWith("PAR15", Assert.Single(faults).Code.Id, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFoldersFilesComeInOrdinalOrderWithHiddenOnesAndLinksLeftOut()
    {
        Write("b.txt", "Second: " + Words);
        Write("B.txt", "First: " + Words);
        Directory.CreateDirectory(Path.Combine(_folder, "c"));
        Write("c/a.txt", "Third: " + Words);
        Write(".hidden.txt", "Hidden: " + Words);
        File.CreateSymbolicLink(Path.Combine(_folder, "d.txt"), "/etc/hostname");
        File.CreateSymbolicLink(Path.Combine(_folder, "loop"), _folder);
        var (reports, _) = await ReadAsync([_folder]);
        Assert.Equal(["First", "Second", "Third"], reports.Select(static report => report.Text.Split(':')[0]));
    }

    [Fact]
    public async Task TheMeterReachesItsTotal()
    {
        Write("a.txt", Words);
        Write("b.jsonl", string.Concat(Enumerable.Repeat($"{{\"@type\":\"NewsArticle\",\"articleBody\":\"{Words}\"}}\n", 500)));
        var meter = new InputMeter();
        await ReadAsync([_folder], meter);
        Assert.True(meter.Total > 50_000);
        Assert.Equal(meter.Total, meter.Read);
    }

    private static string Page(string title) =>
        $"<!doctype html><html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{Words}</p><p>{Words} Nothing else was said.</p></article></body></html>";

    private static string Feed(string root, params string[] paths) =>
        $"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>The Wire</title><link>{root}</link>"
        + string.Concat(paths.Select(path => $"<item><title>Entry {path}</title><link>{root}{path}</link><description>In short: {Words}</description></item>"))
        + "</channel></rss>";

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static async Task<(List<Report> Reports, List<Fault> Faults)> ReadAsync(string[] inputs, InputMeter? meter = null)
    {
        var network = new FetchOptions { AllowPlainHttp = true, AllowedNetworks = [IPNetwork.Parse("127.0.0.1/32")], HostDelay = Duration.Zero };
        var materials = new MaterialReader(IntakeLimits.Default, new LanguageCheck());
        var (reports, faults) = (new List<Report>(), new List<Fault>());
        using var opener = new InputOpener(
            IntakeLimits.Default, network, meter ?? new InputMeter(), Stream.Null, new FakeClock(Instant.FromUtc(2026, 1, 1, 0, 0)), TimeProvider.System);
        await foreach (var item in opener.OpenAsync(inputs, TestContext.Current.CancellationToken))
        {
            if (item is Refused refused)
                faults.Add(refused.Fault);
            else if (item is Material material && materials.Read(material).IsOk(out var report, out var fault))
                reports.Add(report);
            else if (item is Material wrong)
                Assert.Fail(materials.Read(wrong).IsOk(out _, out fault) ? "" : fault.ToString());
        }

        return (reports, faults);
    }
}
