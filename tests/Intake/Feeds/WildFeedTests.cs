using System.Diagnostics;
using System.Globalization;
using System.Text;
using Parley.Intake.Feeds;

namespace Parley.Intake.Tests.Feeds;

public sealed class WildFeedTests : FeedTest
{
    private const string Title = "Переговоры – «завтра»";

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("windows-1251", false)]
    [InlineData("koi8-r", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16", false)]
    public void AFeedIsReadInTheEncodingItDeclares(string name, bool mark)
    {
        var encoding = name == "utf-8" ? new UTF8Encoding(true) : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var title = name == "koi8-r" ? "Переговоры" : Title;
        var bytes = encoding.GetBytes($"""<?xml version="1.0" encoding="{name}"?><rss><channel><title>{title}</title></channel></rss>""");
        Assert.Equal(title, Feed(Read(mark ? [.. encoding.GetPreamble(), .. bytes] : bytes)).Title);
    }

    [Theory]
    [InlineData("windows-1252", "iso-8859-1", null)]
    [InlineData("windows-1252", null, "ISO-8859-1")]
    [InlineData("windows-1252", "us-ascii", "no-such-charset")]
    [InlineData("utf-8", "utf-7", "utf-7")]
    [InlineData("windows-1252", "windows-1252", "utf-7")]
    [InlineData("utf-8", "iso-8859-1", "iso-8859-1")]
    [InlineData("utf-8", "utf-16", "utf-16")]
    [InlineData("utf-8", null, null)]
    public void WhatServersDeclareWronglyIsReadRight(string actual, string? declared, string? charset)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(actual) ?? Encoding.UTF8;
        var declaration = declared is null ? "" : $"<?xml version='1.0' encoding='{declared}'?>";
        Assert.Equal("“Café”", Feed(Read(encoding.GetBytes($"{declaration}<rss><channel><title>“Café”</title></channel></rss>"), charset)).Title);
    }

    [Theory]
    [InlineData("\n\t <?xml version='1.0'?><rss><channel><title>Courier</title></channel></rss>")]
    [InlineData("\uFEFF\uFEFF<?xml version='1.0'?><rss><channel><title>Courier</title></channel></rss>")]
    [InlineData("<!-- <rss> --><?xml version='1.0'?><rss><channel><title>Courier</title></channel></rss>")]
    [InlineData("<RSS><Channel><Title>Courier</Title></Channel></RSS>")]
    [InlineData("<rss><channel><title>Courier</title></channel></rss>\n<!-- cached -->\nxx")]
    [InlineData("<rss><channel><title>Cour\u0008ier</title></channel></rss>")]
    [InlineData("<rss><channel><title>Cour&#8;ier</title></channel></rss>")]
    [InlineData("<rss><channel><title>Courier</title><sy:updatePeriod>hourly</sy:updatePeriod></channel></rss>")]
    public void ASlipOfTheFeedsMakerIsForgiven(string text)
    {
        Assert.True(Read(text.Replace("</channel>", "<item/></channel>", StringComparison.Ordinal).Replace("</Channel>", "<item/></Channel>", StringComparison.Ordinal))
            .IsOk(out var feed, out var fault), fault?.ToString());
        Assert.Equal("Courier", feed.Title);
    }

    [Theory]
    [InlineData("Talks &amp; calls", "Talks & calls")]
    [InlineData("Talks & calls", "Talks & calls")]
    [InlineData("Talks&nbsp;now", "Talks\u00a0now")]
    [InlineData("&ldquo;No&rdquo; &mdash; envoy", "“No” — envoy")]
    [InlineData("R&D; AT&T", "R&D; AT&T")]
    [InlineData("&#x2014;&#8212;&nbsp;&", "——\u00a0&")]
    [InlineData("<![CDATA[A & B &nbsp;C]]> & D", "A & B \u00a0C & D")]
    [InlineData("&undeclared; & x", "&undeclared; & x")]
    public void EntitiesOfHtmlAndBareAmpersandsAreMended(string title, string expected) =>
        Assert.Equal(expected, Item($"<title>{title}</title>").Draft.Title);

    [Fact]
    public void AMendedLessThanStaysText() =>
        Assert.Equal("a < b & c", Entry("<title>a &lt; b & c</title>").Draft.Title);

    [Fact]
    public void AFeedThatBreaksOffKeepsTheEntriesBeforeTheBreak()
    {
        var feed = Feed("<?xml version='1.0'?>\n<rss><channel><title>Courier</title>\n<item><title>One</title></item><item><title>Two</title></item><item><title>Thr");
        Assert.Equal(["One", "Two"], feed.Entries.Select(e => e.Draft.Title));
        Assert.Equal(FeedFaults.CutShort, feed.Cut?.Code);
        Assert.Contains("line 3", feed.Cut?.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "PAR1001")]
    [InlineData(" \n\t", "PAR1001")]
    [InlineData("\uFEFF", "PAR1001")]
    [InlineData("Service unavailable", "PAR1301")]
    [InlineData("<!DOCTYPE html><html><head><title>502</title><meta charset=utf-8></head><body><p>Bad gateway<br></body></html>", "PAR1301")]
    [InlineData("<html><body>x</body></html>", "PAR1301")]
    [InlineData("<opml><body/></opml>", "PAR1301")]
    [InlineData("<rss><channel><title>Cour", "PAR1302")]
    [InlineData("<rss", "PAR1302")]
    [InlineData("<", "PAR1302")]
    [InlineData("<!DOCTYPE rss [", "PAR1302")]
    [InlineData("<rss><channel></rss>", "PAR1302")]
    public void WhatIsNoFeedIsOneFault(string text, string code)
    {
        Assert.False(Read(text).IsOk(out _, out var fault));
        Assert.Equal(code, fault.Code.Id);
    }

    [Fact]
    public void AFeedWithABillionLaughsIsRefusedInOneFault()
    {
        var laughs = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY lol{i} \"{string.Concat(Enumerable.Repeat($"&lol{i - 1};", 10))}\">"));
        var start = Stopwatch.StartNew();
        Refused(FeedFaults.DeclaresEntities, Read($"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY lol0 \"lol\">{laughs}]><rss><channel><title>&lol9;</title></channel></rss>"));
        Assert.InRange(start.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("<!DOCTYPE rss [<!ENTITY x SYSTEM \"file://{0}\">]>")]
    [InlineData("<!DOCTYPE rss [<!ELEMENT a (b)><!-- ]> --><!entity x SYSTEM '{0}'>]>")]
    [InlineData("<!DOCTYPE rss [<!ENTITY % p SYSTEM \"file://{0}\"> %p;]>")]
    [InlineData("<!DOCTYPE rss SYSTEM \"file://{0}\">")]
    public void ALocalFileIsNotReadThroughAnEntity(string documentType)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "a secret <!ENTITY x 'a secret'>");
            var result = Read(documentType.Replace("{0}", file, StringComparison.Ordinal) + "<rss><channel><title>[&x;]</title><item/></channel></rss>");
            if (result.IsOk(out var feed, out var fault))
                Assert.Equal("[&x;]", feed.Title);
            else
                Assert.Equal(FeedFaults.DeclaresEntities, fault.Code);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("<rss><channel><item>", "<a>")]
    [InlineData("", "<rss>")]
    [InlineData("<rss><channel><item><title>& &nbsp;", "<b>")]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='xhtml'>", "<div>")]
    public void AHundredThousandElementsWithinOneAnotherAreRefused(string start, string element) =>
        Refused(FeedFaults.TooDeep, Read(start + string.Concat(Enumerable.Repeat(element, 100_000))));

    [Theory]
    [InlineData("<rss {0}/>", "PAR1310")]
    [InlineData("<rss><channel><item {0}>", "PAR1310")]
    [InlineData("<rss><!-- {0} --><channel><title><![CDATA[{0}]]></title></channel></rss>", null)]
    public void AHundredThousandAttributesAreRefusedButNotWhereTheyAreText(string around, string? code)
    {
        var attributes = string.Concat(Enumerable.Range(0, 100_000).Select(i => string.Create(CultureInfo.InvariantCulture, $" a{i}='>'")));
        Assert.Equal(code, Read(around.Replace("{0}", attributes, StringComparison.Ordinal)).IsOk(out _, out var fault) ? null : fault.Code.Id);
    }

    [Theory]
    [InlineData("<rss>{0}>", "<")]
    [InlineData("<rss>{0}", "<![")]
    [InlineData("<rss>{0}", "&")]
    [InlineData("<!DOCTYPE {0}", "'\"")]
    public void AMillionTimesTheSameSlipIsOneFaultInLinearTime(string around, string slip)
    {
        var start = Stopwatch.StartNew();
        Refused(FeedFaults.BrokenXml, Read(around.Replace("{0}", string.Concat(Enumerable.Repeat(slip, 1_000_000)), StringComparison.Ordinal)));
        Assert.InRange(start.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void AMillionTagsInATitleCostNoMoreThanTheirLength()
    {
        var start = Stopwatch.StartNew();
        Assert.Equal("x", Item($"<title><![CDATA[{string.Concat(Enumerable.Repeat("<b>", 1_000_000))}x]]></title>").Draft.Title);
        Assert.Null(Item($"<title><![CDATA[{new string('<', 1_000_000).Replace("<<", "<a", StringComparison.Ordinal)}]]></title>").Draft.Title);
        Assert.InRange(start.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void NoCutOfAFeedMakesTheReaderThrow()
    {
        const string feed = """<?xml version="1.0"?><!DOCTYPE rss PUBLIC "a" "b" [<!ELEMENT x ANY>]><rss xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel><title>A &amp; &nbsp;</title><item><c:encoded><![CDATA[<p>]]></c:encoded><pubDate>Fri, 14 May 2021 18:40:00 +0300</pubDate></item></channel></rss>""";
        for (var length = 0; length < feed.Length; length++)
            Read(feed[..length]).IsOk(out _, out _);
    }
}
