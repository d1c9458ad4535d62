using System.Text;
using CsCheck;
using Parley.Intake.Articles;

namespace Parley.Intake.Tests.Articles;

public class CollectionTests
{
    private static readonly Origin s_origin = new("wire.jsonl") { File = "wire.jsonl" };
    private static readonly IntakeLimits s_small = new() { DocumentBytes = 100, DecompressedBytes = 100_000 };

    [Theory]
    [InlineData("", "")]
    [InlineData("\n\n \r\n", "")]
    [InlineData("{1}", "line 1 {1}")]
    [InlineData("{1}\n{2}\n", "line 1 {1};line 2 {2}")]
    [InlineData("\uFEFF{1}\r\n\r\n {2} ", "line 1 {1};line 3 {2}")]
    [InlineData("{1}\nnonsense\n[3]\n{4}", "line 1 {1};line 2 PAR1202;line 3 PAR1202;line 4 {4}")]
    public Task JsonLinesYieldsEachLine(string text, string expected) => ExpectAsync(JsonLines.ReadAsync, text, expected);

    [Theory]
    [InlineData("", "PAR1001")]
    [InlineData("{}", "PAR1206")]
    [InlineData("[]", "")]
    [InlineData(" [ ] trailing", "")]
    [InlineData("[{\"a\":\"]}\\\"\"} , {\"b\":[1,{}]}]", "item 1 {\"a\":\"]}\\\"\"};item 2 {\"b\":[1,{}]}")]
    [InlineData("[7,\"s\",{},null]", "item 1 PAR1202;item 2 PAR1202;item 3 {};item 4 PAR1202")]
    [InlineData("[{1},]", "item 1 {1}")]
    [InlineData("[{1} {2}]", "item 1 {1};item 1 PAR1206")]
    [InlineData("[{1},{2", "item 1 {1};item 2 PAR1205")]
    [InlineData("[{1}", "item 1 {1};item 1 PAR1205")]
    [InlineData("\uFEFF[{1}]", "item 1 {1}")]
    public Task AListYieldsEachItem(string text, string expected) => ExpectAsync(JsonArray.ReadAsync, text, expected);

    [Fact]
    public async Task ALineThatIsTooLongCostsOnlyItself()
    {
        var text = $"{{1}}\n{{{new string('x', 50_000)}}}\n{{3}}";
        var items = await JsonLines.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), s_origin, s_small, TestContext.Current.CancellationToken).ListAsync();
        Assert.Equal("line 1 {1};line 2 PAR1204;line 3 {3}", Told(items));
    }

    [Fact]
    public async Task AnItemThatIsTooLongCostsOnlyItself()
    {
        var text = $"[{{1}},{{\"{new string('x', 50_000)}\"}},{{3}}]";
        var items = await JsonArray.ReadAsync(new Items.Dribble(Encoding.UTF8.GetBytes(text), 37), s_origin, s_small, TestContext.Current.CancellationToken).ListAsync();
        Assert.Equal("item 1 {1};item 2 PAR1204;item 3 {3}", Told(items));
    }

    [Fact]
    public async Task ALineWithoutEndIsGivenUpAtLast()
    {
        var items = await JsonLines.ReadAsync(new Items.Endless((byte)'x', long.MaxValue), s_origin, s_small, TestContext.Current.CancellationToken).ListAsync();
        Assert.Equal("line 1 PAR1204", Told(items));
    }

    [Fact]
    public async Task ACompressedBombIsGivenUpAtLast()
    {
        var bomb = Items.Gzip(new byte[20 << 20]);
        var items = await JsonLines.ReadAsync(new MemoryStream(bomb), s_origin, s_small, TestContext.Current.CancellationToken).ListAsync();
        Assert.Equal("line 1 PAR1204", Told(items));
    }

    [Fact]
    public async Task DamagedCompressionKeepsWhatCameBefore()
    {
        var lines = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{{{i * 7919 % 10007}}}\n")));
        var gzip = Items.Gzip(lines);
        gzip.AsSpan(gzip.Length / 2, 20).Fill(0xFF);
        var items = await JsonLines.ReadAsync(new MemoryStream(gzip), s_origin, IntakeLimits.Default, TestContext.Current.CancellationToken).ListAsync();
        Assert.IsType<ArticleMaterial>(items[0]);
        Assert.Contains(items, item => item is Refused { Fault.Code.Id: "PAR1006" });
    }

    [Fact]
    public async Task HundredThousandLinesAreReadInWellUnderASecondOrTwo()
    {
        var lines = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"articleBody\":\"The talks went on.\"}\n", 100_000)));
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        var count = 0;
        await foreach (var item in JsonLines.ReadAsync(new MemoryStream(lines), s_origin, IntakeLimits.Default, deadline.Token))
            count += item is ArticleMaterial ? 1 : 0;
        Assert.Equal(100_000, count);
    }

    [Fact]
    public Task AnyBytesGiveItems() => Gen.String[Gen.Char["{}[]\",\n\r 1a\\\uFEFF"], 0, 60].SampleAsync(async text =>
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        await JsonLines.ReadAsync(new Items.Dribble(bytes, 3), s_origin, s_small, CancellationToken.None).ListAsync();
        await JsonArray.ReadAsync(new Items.Dribble(bytes, 3), s_origin, s_small, CancellationToken.None).ListAsync();
    });

    private static async Task ExpectAsync(Func<Stream, Origin, IntakeLimits, CancellationToken, IAsyncEnumerable<IntakeItem>> read, string text, string expected)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        foreach (var stream in new Stream[] { new MemoryStream(bytes), new Items.Dribble(bytes, 1), new MemoryStream(Items.Gzip(bytes)) })
            Assert.Equal(expected, Told(await read(stream, s_origin, IntakeLimits.Default, TestContext.Current.CancellationToken).ListAsync()));
    }

    private static string Told(IEnumerable<IntakeItem> items) => string.Join(';', items.Select(item => item switch
    {
        ArticleMaterial article => $"{article.Origin.Part} {Encoding.UTF8.GetString(article.Json.Span)}",
        Refused refused => $"{refused.Origin.Part} {refused.Fault.Code.Id}".TrimStart(),
        _ => item.ToString(),
    }));
}
