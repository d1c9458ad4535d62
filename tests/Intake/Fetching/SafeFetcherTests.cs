using System.Globalization;
using System.IO.Compression;
using System.Text;
using Parley.Intake.Fetching;

namespace Parley.Intake.Tests.Fetching;

public sealed class SafeFetcherTests : FetcherTest
{
    private const string Html = "Content-Type: text/html; charset=windows-1251";

    [Fact]
    public async Task APageComesWithWhatItsHostDeclared()
    {
        Host.Answer("/talks", "200 OK", $"{Html}\r\nETag: W/\"7\"\r\nLast-Modified: Fri, 14 May 2021 18:40:00 GMT", "<p>Talks.</p>");
        var page = Document(await FetchAsync("/talks#end"));
        Assert.Equal("<p>Talks.</p>", Encoding.UTF8.GetString(page.Bytes.Span));
        Assert.Equal(("text/html", "windows-1251"), (page.MediaType, page.Charset));
        Assert.Equal(new FetchValidators("W/\"7\"", "Fri, 14 May 2021 18:40:00 GMT"), page.Validators);
        Assert.Equal(Time.GetCurrentInstant(), page.Retrieved);
        Assert.Equal($"{Host.Root}/talks", page.Url.AbsoluteUri);
    }

    [Fact]
    public async Task TheFetcherSaysWhoItIsAndSendsNoCookieBack()
    {
        Host.Answer("/a", "302 Found", "Location: /b\r\nSet-Cookie: id=1").Answer("/b", "200 OK", Html, "x");
        Document(await FetchAsync("/a", Options with { Contact = "desk@mission.example" }));
        Assert.All(Host.Requests, request =>
        {
            Assert.Contains("User-Agent: Parley/0.1 (news reader for mediation support; contact: desk@mission.example)", request, StringComparison.Ordinal);
            Assert.DoesNotContain("Cookie", request, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("X-Forwarded-For", request, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Referer", request, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("bare deflate")]
    [InlineData("identity")]
    public async Task APackedPageIsUnpacked(string encoding)
    {
        Host.Answer("/packed", "200 OK", $"{Html}\r\nContent-Encoding: {encoding.Split(' ')[^1]}", Pack(encoding, "<p>Packed.</p>"u8.ToArray()));
        Assert.Equal("<p>Packed.</p>", Encoding.UTF8.GetString(Document(await FetchAsync("/packed")).Bytes.Span));
    }

    [Theory]
    [InlineData("gzip, gzip")]
    [InlineData("zstd")]
    [InlineData("compress")]
    public async Task AnEncodingThatIsUnknownOrWithinAnotherIsRefused(string encoding)
    {
        Host.Answer("/packed", "200 OK", $"{Html}\r\nContent-Encoding: {encoding}", "x");
        Refused(FetchFaults.EncodingRefused, await FetchAsync("/packed"));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task ABombIsRefusedWithoutBeingUnpackedWhole(string encoding)
    {
        Host.Answer("/bomb", "200 OK", $"{Html}\r\nContent-Encoding: {encoding}", Pack(encoding, new byte[8 << 20]));
        Refused(IntakeFaults.DecompressionBomb, await FetchAsync("/bomb", Options with { Limits = Options.Limits with { DecompressedBytes = 1 << 20 } }));
    }

    [Fact]
    public async Task DamagedCompressionIsAFault()
    {
        Host.Answer("/damaged", "200 OK", $"{Html}\r\nContent-Encoding: gzip", "this is no gzip");
        Refused(IntakeFaults.BadCompression, await FetchAsync("/damaged"));
    }

    [Fact]
    public async Task ADeclaredLengthBeyondTheLimitIsRefusedBeforeTheBodyIsRead()
    {
        Host.Answer("/large", (stream, token) => stream.WriteAsync(
            Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\n{Html}\r\nContent-Length: 99999999999\r\n\r\n"), token).AsTask());
        Refused(IntakeFaults.TooLarge, await FetchAsync("/large"));
    }

    [Fact]
    public async Task ABodyWithoutEndIsCutOffAtTheLimit()
    {
        var sent = 0L;
        Host.Answer("/endless", async (stream, token) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\n{Html}\r\nConnection: close\r\n\r\n"), token);
            for (var block = new byte[64 << 10]; ; sent += block.Length)
                await stream.WriteAsync(block, token);
        });
        Refused(IntakeFaults.TooLarge, await FetchAsync("/endless", Options with { Limits = Options.Limits with { DocumentBytes = 1 << 20 } }));
        Assert.InRange(sent, 1 << 20, 64 << 20);
    }

    [Fact]
    public async Task ABodyShorterThanDeclaredIsTriedAgainAndThenAFault()
    {
        Host.Answer("/short", (stream, token) => stream.WriteAsync(
            Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\n{Html}\r\nContent-Length: 100\r\nConnection: close\r\n\r\nToo short"), token).AsTask());
        Refused(FetchFaults.CutShort, await FetchAsync("/short"));
        Assert.Equal(3, Host.Paths.Count);
    }

    [Fact]
    public async Task ABodyLongerThanDeclaredIsReadToItsDeclaredEnd()
    {
        Host.Answer("/long", (stream, token) => stream.WriteAsync(
            Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\n{Html}\r\nContent-Length: 4\r\nConnection: close\r\n\r\nTalksHTTP/1.1 200 OK"), token).AsTask());
        Assert.Equal("Talk", Encoding.UTF8.GetString(Document(await FetchAsync("/long")).Bytes.Span));
    }

    [Theory]
    [InlineData("body")]
    [InlineData("headers")]
    [InlineData("silence")]
    public async Task AHostThatDripsIsLeftWhenTimeIsUp(string what)
    {
        Host.Answer("/slow", async (stream, token) =>
        {
            var head = Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\n{Html}\r\n{(what == "body" ? "\r\n" : "")}");
            if (what != "silence")
                await stream.WriteAsync(head, token);
            for (var i = 0; ; i++)
            {
                if (what != "silence")
                    await stream.WriteAsync(Encoding.ASCII.GetBytes(what == "body" ? "a" : $"X-{i}: a\r\n"), token);
                await Task.Delay(10, token);
            }
        });
        var options = Options with { Limits = Options.Limits with { FetchTime = NodaTime.Duration.FromMilliseconds(400) } };
        Refused(FetchFaults.TimedOut, await FetchAsync("/slow", options, TimeProvider.System));
    }

    [Fact]
    public async Task AFloodOfHeadersIsABrokenAnswer()
    {
        Host.Answer("/flood", "200 OK", Html + string.Concat(Enumerable.Range(0, 20_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"\r\nX-{i}: flood"))), "x");
        Refused(FetchFaults.BrokenAnswer, await FetchAsync("/flood"));
    }

    [Fact]
    public async Task AnAnswerThatIsNoHttpIsABrokenAnswer()
    {
        Host.Answer("/ssh", (stream, token) => stream.WriteAsync("SSH-2.0-OpenSSH_9.7\r\n\r\n"u8.ToArray(), token).AsTask());
        Refused(FetchFaults.BrokenAnswer, await FetchAsync("/ssh"));
    }

    [Theory]
    [InlineData("text/html", true)]
    [InlineData("TEXT/HTML;charset=\"utf-8\"", true)]
    [InlineData("application/xhtml+xml", true)]
    [InlineData("application/rss+xml", true)]
    [InlineData("application/atom+xml; charset=utf-8", true)]
    [InlineData("text/xml", true)]
    [InlineData("application/json", true)]
    [InlineData("application/feed+json", true)]
    [InlineData("application/ld+json", true)]
    [InlineData("text/plain", true)]
    [InlineData("text/markdown", true)]
    [InlineData("", true)]
    [InlineData("image/png", false)]
    [InlineData("application/pdf", false)]
    [InlineData("application/octet-stream", false)]
    [InlineData("image/svg+xml", false)]
    [InlineData("text/javascript", false)]
    [InlineData("multipart/mixed; boundary=x", false)]
    public async Task OnlyTypesThatHoldReportsAreTaken(string type, bool taken)
    {
        Host.Answer("/typed", "200 OK", type.Length == 0 ? "" : $"Content-Type: {type}", "x");
        var result = await FetchAsync("/typed");
        if (taken)
            Document(result);
        else
            Refused(FetchFaults.TypeRefused, result);
    }

    [Theory]
    [InlineData("404 Not Found", "PAR1515")]
    [InlineData("410 Gone", "PAR1515")]
    [InlineData("401 Unauthorized", "PAR1516")]
    [InlineData("403 Forbidden", "PAR1516")]
    [InlineData("451 Unavailable For Legal Reasons", "PAR1516")]
    [InlineData("204 No Content", "PAR1516")]
    [InlineData("206 Partial Content", "PAR1516")]
    [InlineData("304 Not Modified", "PAR1516")]
    public async Task AStatusThatBringsNoDocumentIsAFault(string status, string code)
    {
        Host.Answer("/status", status, Html);
        Assert.False((await FetchAsync("/status")).IsOk(out _, out var fault));
        Assert.Equal(code, fault.Code.Id);
        Assert.Single(Host.Paths);
    }

    [Fact]
    public async Task AnUnchangedDocumentIsNotSentAgain()
    {
        var cache = new TestCache();
        Host.AnswerInTurn("/feed", ("200 OK", "Content-Type: text/xml\r\nETag: \"1\"\r\nLast-Modified: Fri, 14 May 2021 18:40:00 GMT", "<rss/>"), ("304 Not Modified", "", ""));
        var fetcher = Fetcher();
        var first = Document(await fetcher.FetchAsync($"{Host.Root}/feed", cache, Cancellation));
        await cache.KeepAsync(first.Url, first.Validators!, Cancellation);
        Assert.True((await fetcher.FetchAsync($"{Host.Root}/feed", cache, Cancellation)).IsOk(out var second, out _));
        Assert.IsType<NotModified>(second);
        Assert.Contains("If-None-Match: \"1\"", Host.Requests[^1], StringComparison.Ordinal);
        Assert.Contains("If-Modified-Since: Fri, 14 May 2021 18:40:00 GMT", Host.Requests[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task CancellingEndsAFetchThatWaits()
    {
        using var stop = new CancellationTokenSource();
        Host.Answer("/slow", (_, token) =>
        {
            stop.Cancel();
            return Task.Delay(Timeout.Infinite, token);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Fetcher().FetchAsync($"{Host.Root}/slow", null, stop.Token));
    }

    private static byte[] Pack(string encoding, byte[] plain)
    {
        using var packed = new MemoryStream();
        using (Stream packing = encoding switch
        {
            "gzip" or "x-gzip" => new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            "deflate" => new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            "bare deflate" => new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            _ => new MemoryStream(),
        })
        {
            packing.Write(plain);
        }

        return encoding == "identity" ? plain : packed.ToArray();
    }

    private sealed class TestCache : IFetchCache
    {
        private readonly Dictionary<Uri, FetchValidators> _known = [];

        public ValueTask<FetchValidators?> FindAsync(Uri url, CancellationToken cancellation) => new(_known.GetValueOrDefault(url));

        public ValueTask KeepAsync(Uri url, FetchValidators validators, CancellationToken cancellation)
        {
            _known[url] = validators;
            return ValueTask.CompletedTask;
        }
    }
}
