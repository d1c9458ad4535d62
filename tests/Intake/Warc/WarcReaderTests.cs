using System.IO.Compression;
using System.Text;
using CsCheck;
using NodaTime;
using Parley.Intake.Warc;

namespace Parley.Intake.Tests.Warc;

public class WarcReaderTests
{
    private static readonly Origin s_origin = new("talks.warc.gz");

    [Theory]
    [InlineData("plain")]
    [InlineData("record by record")]
    [InlineData("as a whole")]
    public async Task PagesAreReadHoweverTheArchiveIsCompressed(string how)
    {
        byte[][] records =
        [
            Archive.Record("warcinfo", "software: x\r\n"u8.ToArray(), media: "application/warc-fields", url: null),
            Archive.Record("request", "GET / HTTP/1.1\r\n\r\n"u8.ToArray(), media: "application/http; msgtype=request"),
            Archive.Page("one"), Archive.Page("two"),
            Archive.Record("response", Archive.Http([0xFF, 0xD8, 0xFF], "Content-Type: image/jpeg\r\n")),
            Archive.Record("response", Archive.Http("gone"u8.ToArray(), status: "HTTP/1.1 404 Not Found")),
        ];
        var bytes = how switch { "plain" => Archive.Join(records), "as a whole" => Items.Gzip(Archive.Join(records)), _ => Archive.Members(records) };
        foreach (var most in new[] { 1, 700, int.MaxValue })
        {
            var items = await ReadAsync(bytes, most: most);
            Assert.Equal("record 3 page one;record 4 page two;2 records about other records;1 resources that are no articles;1 responses other than 200", Told(items));
            var page = Assert.IsType<PageMaterial>(items[0]);
            Assert.Equal(("https://wire.example/a", Instant.FromUtc(2021, 5, 14, 18, 40), "utf-8"), (page.Origin.Url?.AbsoluteUri, page.Origin.Retrieved, page.Charset));
        }
    }

    [Fact]
    public async Task TextsAndArticlesOfOtherRecordsAreRead() => Assert.Equal(
        "record 1 text Talks;record 2 article {\"articleBody\":\"B\"};record 3 page one;1 resources that are no articles",
        Told(await ReadAsync(Archive.Join(
            Archive.Record("conversion", "Talks"u8.ToArray(), media: "text/plain"),
            Archive.Record("resource", "{\"articleBody\":\"B\"}"u8.ToArray(), media: "application/json"),
            Archive.Record("resource", Archive.PageBytes("one"), media: "text/html", version: "1.0"),
            Archive.Record("resource", "{\"menu\":1}"u8.ToArray(), media: "application/json")))));

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("raw deflate")]
    [InlineData("decoded already")]
    [InlineData("chunked")]
    [InlineData("chunked gzip")]
    [InlineData("chunked no longer")]
    [InlineData("no header fields")]
    [InlineData("line feeds only")]
    public async Task ResponsesAreDecodedAsServed(string how)
    {
        var page = Archive.PageBytes("one");
        var response = how switch
        {
            "br" => Archive.Http(Compress(stream => new BrotliStream(stream, CompressionLevel.Fastest, true), page), "Content-Encoding: br\r\n"),
            "gzip" => Archive.Http(Items.Gzip(page), "content-encoding: GZIP\r\n"),
            "deflate" => Archive.Http(Compress(stream => new ZLibStream(stream, CompressionLevel.Fastest, true), page), "Content-Encoding: deflate\r\n"),
            "raw deflate" => Archive.Http(Compress(stream => new DeflateStream(stream, CompressionLevel.Fastest, true), page), "Content-Encoding: deflate\r\n"),
            "decoded already" => Archive.Http(page, "Content-Encoding: gzip\r\n"),
            "chunked" => Archive.Http(Chunked(page), "Transfer-Encoding: chunked\r\n"),
            "chunked gzip" => Archive.Http(Chunked(Items.Gzip(page)), "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"),
            "chunked no longer" => Archive.Http(page, "Transfer-Encoding: chunked\r\n"),
            "line feeds only" => [.. "HTTP/1.0 200 OK\nBad line\nContent-Type: text/html\n\n"u8, .. page],
            _ => Archive.Http(page, ""),
        };
        Assert.Equal("record 1 page one", Told(await ReadAsync(Archive.Record("response", response))));
    }

    [Theory]
    [InlineData("5", "PAR1404")]
    [InlineData("400", "PAR1404")]
    [InlineData("99999", "PAR1404")]
    [InlineData("99999999999999", "PAR1004")]
    [InlineData("-1", "PAR1403")]
    [InlineData("many", "PAR1403")]
    [InlineData("", "PAR1403")]
    [InlineData("99999999999999999999999", "PAR1403")]
    public async Task AFalseLengthCostsOnlyItsRecord(string length, string code)
    {
        var bytes = Archive.Join(Archive.Page("one"), Archive.Record("response", Archive.Http(Archive.PageBytes("two")), length), Archive.Page("three"), Archive.Page("four"));
        foreach (var archive in new[] { bytes, Items.Gzip(bytes) })
        {
            var told = Told(await ReadAsync(archive));
            Assert.Equal($"record 1 page one;record 2 {code};record 3 page three;record 4 page four", told);
        }
    }

    [Fact]
    public async Task BytesBeforeARecordArePassedOver() => Assert.Equal(
        "record 1 PAR1401;record 2 page one",
        Told(await ReadAsync(Archive.Join("HELLO\r\nnonsense WARC/1.0\r\n\r\n"u8.ToArray(), Archive.Page("one")))));

    [Fact]
    public async Task AHeaderWithoutEndIsPassedOver()
    {
        var endless = Encoding.UTF8.GetBytes("WARC/1.0\r\n" + string.Concat(Enumerable.Repeat("X-Field: value\r\n", 10_000)));
        Assert.Equal("record 1 PAR1402;record 2 page one", Told(await ReadAsync(Archive.Join(endless, Archive.Page("one")))));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(250)]
    public async Task ATruncatedArchiveKeepsWhatCameBefore(int cut)
    {
        var bytes = Archive.Join(Archive.Page("one"), Archive.Page("two"));
        Assert.Equal("record 1 page one;record 2 PAR1405", Told(await ReadAsync(bytes[..^cut])));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(60)]
    [InlineData(150)]
    public async Task ATruncatedCompressedArchiveKeepsWhatCameBeforeAndSaysSo(int cut)
    {
        var told = Told(await ReadAsync(Archive.Members(Archive.Page("one"), Archive.Page("two"))[..^cut]));
        Assert.StartsWith("record 1 page one;", told, StringComparison.Ordinal);
        Assert.Contains("PAR1", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADamagedMemberCostsOnlyItself()
    {
        var words = string.Concat(Enumerable.Range(0, 3_000).Select(i => $"{i * 7919 % 10007} "));
        var before = Archive.Members(Archive.Page("one"));
        var damaged = Archive.Members(Archive.Page(words));
        var after = Archive.Members(Archive.Page("three"), Archive.Page("four"));
        for (var at = 10; at < damaged.Length; at += 97)
        {
            var harmed = damaged.ToArray();
            harmed.AsSpan(at, Math.Min(16, harmed.Length - at)).Fill(0x55);
            var told = Told(await ReadAsync([.. before, .. harmed, .. after]));
            Assert.Matches("^record 1 page one;(PAR1006|record 2 PAR1[0-9]+);record [23] page three;record [34] page four$", told);
        }
    }

    [Fact]
    public async Task AChangedByteUnderAFalseChecksumIsNotPassedOn()
    {
        var member = Items.Gzip(Archive.Page("two"));
        member[^8] ^= 1;
        Assert.Equal("record 1 page one;record 2 PAR1006;record 3 page three", Told(await ReadAsync([.. Archive.Members(Archive.Page("one")), .. member, .. Archive.Members(Archive.Page("three"))])));
    }

    [Fact]
    public async Task ARecordThatIsTooLargeIsPassedOverWithoutHoldingIt()
    {
        var limits = new IntakeLimits { DocumentBytes = 20_000 };
        var bytes = Archive.Join(Archive.Page("one"), Archive.Page(new string('x', 2_000_000)), Archive.Record("response", Archive.Http(new byte[500_000], "Content-Type: video/mp4\r\n")), Archive.Page("two"));
        Assert.Equal("record 1 page one;record 2 PAR1004;record 4 page two;1 resources that are no articles", Told(await ReadAsync(bytes, limits)));
        Assert.Equal("record 1 page one;record 2 PAR1004;record 4 page two;1 resources that are no articles", Told(await ReadAsync(Items.Gzip(bytes), limits)));
    }

    [Fact]
    public async Task ABombInAResponseIsRefused()
    {
        var limits = new IntakeLimits { DecompressedBytes = 1 << 20 };
        var bomb = Archive.Record("response", Archive.Http(Items.Gzip(new byte[20 << 20]), "Content-Encoding: gzip\r\n"));
        Assert.Equal("record 1 PAR1005;record 2 page two", Told(await ReadAsync(Archive.Join(bomb, Archive.Page("two")), limits)));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nno end", "PAR1406")]
    [InlineData("HTTP/1.1 what\r\n\r\nbody", "PAR1406")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\n\r\nbody", "PAR1406")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n\u0001\u0002", "")]
    public async Task AResponseThatCannotBeReadIsToldAndTheRestGoesOn(string response, string code)
    {
        var told = Told(await ReadAsync(Archive.Join(Archive.Record("response", Encoding.UTF8.GetBytes(response)), Archive.Page("two"))));
        Assert.Contains(code, told, StringComparison.Ordinal);
        Assert.Contains("record 2 page two", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\r\n\r\n")]
    public async Task AnEmptyArchiveYieldsNothing(string text) => Assert.Empty(await ReadAsync(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public Task AnyChangeToAnArchiveGivesItemsAndNoException()
    {
        byte[][] archives = [Archive.Join(Archive.Page("one"), Archive.Page("two")), Archive.Members(Archive.Page("one"), Archive.Page("two"))];
        return Gen.Select(Gen.Int[0, 1], Gen.Int[0, 10_000], Gen.Byte, Gen.Int[0, 10_000]).SampleAsync(async (which, at, value, cut) =>
        {
            var bytes = archives[which].ToArray();
            bytes[at % bytes.Length] = value;
            await ReadAsync(bytes[..(cut % 7 == 0 ? cut % bytes.Length : bytes.Length)]);
        }, iter: 5_000);
    }

    [Fact]
    public Task AnyBytesGiveItemsAndNoException() => Gen.Select(Gen.Byte.Array[0, 100], Gen.Bool).SampleAsync(async (bytes, isGzip) =>
    {
        await ReadAsync(isGzip ? [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, .. bytes] : [.. "WARC/1.0\r\n"u8, .. bytes]);
    }, iter: 2_000);

    private static byte[] Compress(Func<Stream, Stream> open, byte[] bytes)
    {
        using var memory = new MemoryStream();
        using (var stream = open(memory))
            stream.Write(bytes);
        return memory.ToArray();
    }

    private static byte[] Chunked(byte[] body) =>
        [.. Encoding.ASCII.GetBytes($"{10:x}\r\n"), .. body[..10], .. Encoding.ASCII.GetBytes($"\r\n{body.Length - 10:X};name=value\r\n"), .. body[10..], .. "\r\n0\r\n\r\n"u8];

    private static Task<List<IntakeItem>> ReadAsync(byte[] bytes, IntakeLimits? limits = null, int most = int.MaxValue) =>
        WarcReader.ReadAsync(new Items.Dribble(bytes, most), s_origin, limits ?? IntakeLimits.Default, CancellationToken.None).ListAsync();

    private static string Told(IEnumerable<IntakeItem> items) => string.Join(';', items.Select(item => item switch
    {
        PageMaterial page => $"{page.Origin.Part} page {Encoding.UTF8.GetString(page.Bytes.Span)[30..^18]}",
        ArticleMaterial article => $"{article.Origin.Part} article {Encoding.UTF8.GetString(article.Json.Span)}",
        TextMaterial text => $"{text.Origin.Part} text {Encoding.UTF8.GetString(text.Bytes.Span)}",
        Refused refused => $"{refused.Origin.Part} {refused.Fault.Code.Id}".Trim(),
        PassedOver passed => $"{passed.Count} {passed.What}",
        _ => item.ToString(),
    }));
}
