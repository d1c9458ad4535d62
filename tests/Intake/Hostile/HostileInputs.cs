using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Parley.Intake.Tests.Hostile;

/// <summary>The list. Each is made here, from nothing but code.</summary>
internal static class HostileInputs
{
    private const string Words = "The envoy said on Friday that the two sides were close to an agreement, and that an answer was expected by the evening of the next day.";

    private const string Body = $"<p>{Words}</p><p>{Words} It was not known who would sign.</p><p>{Words} Nothing else was said.</p>";

    public static IReadOnlyList<HostileInput> All { get; } =
    [
        // Nothing, or no text at all.
        new("an empty file", "a.html", static () => []),
        new("white space only", "a.txt", static () => Utf8(" \n\t \r\n ")),
        new("a thousand NULs called a text", "a.txt", static () => new byte[1000]),
        new("noise called a page", "a.html", static () => Noise(50_000)),
        new("a PNG called a page", "a.html", static () => [0x89, .. "PNG\r\n\u001a\n"u8, .. Noise(2000)]),
        new("a PDF called a text", "a.txt", static () => Utf8("%PDF-1.7\n" + Words)),
        new("a ZIP called Markdown", "a.md", static () => [.. "PK\u0003\u0004"u8, .. Noise(2000)]),
        new("a program", "a.html", static () => [0x7F, .. "ELF"u8, .. Noise(2000)]),
        new("UTF-16 without a mark", "a.html", static () => Encoding.Unicode.GetBytes(Page(Body))),
        new("bytes that are no UTF-8 in a page that says it is", "a.html", static () => [.. Utf8("<meta charset=utf-8>" + Body), 0xC3, 0x28, 0xFF, 0xFE]),
        new("a page that declares UTF-7", "a.html", static () => Utf8(Page("+ADw-script+AD4-alert(1)+ADw-/script+AD4-" + Body, "<meta charset=utf-7>"))),

        // Too much.
        new("a text of 16 MiB", "a.txt", static () => Utf8(Repeat(Words + "\n\n", 16 << 20))),
        new("a text of 14 MiB without a line end", "a.txt", static () => Utf8(Repeat("peace ", 14 << 20))),
        new("a page of 16 MiB", "a.html", static () => Utf8(Page(Repeat(Body, 16 << 20)))),
        new("a gzip bomb of a text", "a.txt.gz", static () => Gzip(Repeat(Words + "\n\n", 80 << 20))),
        new("a gzip bomb of a page", "a.html.gz", static () => Gzip(Page(Repeat(Body, 80 << 20)))),
        new("a gzip bomb of zeros", "a.gz", static () => Gzip(new byte[80 << 20])),
        new("gzip in gzip", "a.html.gz.gz", static () => Gzip(Gzip(Page(Body)))),
        new("gzip cut short", "a.html.gz", static () => Gzip(Page(Repeat(Body, 1 << 20)))[..200]),
        new("gzip with a bruise", "a.html.gz", static () => Bruise(Gzip(Page(Repeat(Body, 1 << 20))))),

        // Pages that exhaust a parser, or steer what reads them.
        new("100,000 nested elements", "a.html", static () => Utf8(Page(Repeat("<div>", 500_000) + Body))),
        new("50,000 paragraphs under unclosed formatting", "a.html", static () => Utf8(Page(string.Concat(Enumerable.Range(0, 300).Select(static n => $"<b id=b{n}>")) + Repeat("<p>a", 200_000)))),
        new("nested tables, lists and forms", "a.html", static () => Utf8(Page(Repeat("<table><tr><td><ul><li><form>", 400_000) + Body))),
        new("a tag with 100,000 attributes", "a.html", static () => Utf8(Page("<p " + string.Concat(Enumerable.Range(0, 100_000).Select(static n => $"a{n} ")) + ">" + Body))),
        new("an attribute of 5 MB", "a.html", static () => Utf8(Page($"<p title=\"{Repeat("x", 5_000_000)}\">" + Body))),
        new("a million opening brackets", "a.html", static () => Utf8(Page(new string('<', 1_000_000) + Body))),
        new("a comment that never ends", "a.html", static () => Utf8("<html><body><!-- " + Repeat("--!", 100_000) + Body)),
        new("a page that only a script would fill", "a.html", static () => Utf8(Page("<div id=app></div><script>document.write('" + Words + "')</script>"))),
        new("scripts, frames and objects around an article", "a.html", static () => Utf8(Page("<script>fetch('https://evil.example')</script><iframe src=file:///etc/passwd></iframe><object data=x></object>" + Body))),
        new("a canonical address that is a script", "a.html", static () => Utf8(Page(Body, "<link rel=canonical href='javascript:alert(1)'><meta property=og:url content='file:///etc/passwd'>"))),
        new("terminal commands and turned writing in a title", "a.html", static () => Utf8(Page(Body, "<title>\u001b[31m\u202etitle\u0007</title>"))),
        new("structured data 10,000 deep", "a.html", static () => Utf8(Page(Body, $"<script type='application/ld+json'>{Repeat("[{\"a\":", 60_000)}</script>"))),
        new("structured data with dates of no calendar", "a.html", static () => Utf8(Page(Body, "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"99999-99-99T99:99:99+99:99\",\"author\":{\"name\":{\"name\":7}}}</script>"))),
        new("structured data that refer to themselves", "a.html", static () => Utf8(Page(Body, "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\",\"@id\":\"a\",\"author\":{\"@id\":\"a\"},\"publisher\":{\"@id\":\"a\"}}]}</script>"))),

        // JSON.
        new("JSON 100,000 deep", "a.json", static () => Utf8(Repeat("{\"a\":", 500_000))),
        new("a JSON list 100,000 deep", "a.json", static () => Utf8(Repeat("[", 100_000))),
        new("an article cut short", "a.json", static () => Utf8("{\"@type\":\"NewsArticle\",\"articleBody\":\"" + Words)),
        new("an article whose text is a number", "a.json", static () => Utf8("{\"@type\":\"NewsArticle\",\"articleBody\":42}")),
        new("an article with lone surrogates and NULs", "a.json", static () => Utf8($"{{\"@type\":\"NewsArticle\",\"articleBody\":\"\\ud800 \\u0000 {Words}\"}}")),
        new("an article that says everything twice", "a.json", static () => Utf8($"{{\"@type\":\"NewsArticle\",\"articleBody\":\"Other words stood here first of all.\",\"articleBody\":\"{Words}\"}}")),
        new("JSON Lines with two bad lines among four", "a.jsonl", static () => Utf8($"{Article()}\n{{\"a\n{Article()}\n[1,2]\n")),
        new("JSON Lines with a line of 16 MB", "a.jsonl", static () => Utf8($"{Article()}\n{{\"articleBody\":\"{Repeat("x", 16 << 20)}\"}}\n{Article()}\n")),
        new("a JSON list that breaks off", "a.json", static () => Utf8($"[{Article()},{Article()},{{\"articleBody\"")),

        // Feeds and lists.
        new("a billion laughs", "a.xml", static () => Utf8(Laughs())),
        new("an entity that names a local file", "a.xml", static () => Utf8($"<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss version=\"2.0\"><channel><item><title>&x;</title><description>&x; {Words}</description></item></channel></rss>")),
        new("one long entity used 10,000 times", "a.xml", static () => Utf8($"<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x \"{Repeat("x", 50_000)}\">]><rss version=\"2.0\"><channel><item><description>{Repeat("&x;", 30_000)}</description></item></channel></rss>")),
        new("a feed cut short", "a.xml", static () => Utf8($"<rss version=\"2.0\"><channel>{Item()}{Item("b")}<item><title>Th")),
        new("a feed 100,000 elements deep", "a.xml", static () => Utf8("<rss version=\"2.0\"><channel><item>" + Repeat("<a>", 300_000))),
        new("an error page in place of a feed", "feed.xml", static () => Utf8(Page("<h1>503</h1><p>The service is not there.</p>"))),
        new("a list of feeds 100,000 deep", "a.opml", static () => Utf8("<opml version=\"2.0\"><body>" + Repeat("<outline text='a'>", 1_800_000))),
        new("a list of feeds that names local files", "a.opml", static () => Utf8("<opml version=\"2.0\"><body><outline xmlUrl='file:///etc/passwd'/><outline xmlUrl='gopher://x/'/></body></opml>")),

        // Archives.
        new("an archive whose first record says it is longer", "a.warc", static () => Utf8(Record(Response(), +500) + Record(Response()))),
        new("an archive whose first record says it is shorter", "a.warc", static () => Utf8(Record(Response(), -200) + Record(Response()))),
        new("an archive with a negative length", "a.warc", static () => Utf8(Record(Response()) + Record(Response(), -100_000) + Record(Response()))),
        new("an archive with a length beyond any disk", "a.warc", static () => Utf8(Record(Response()) + Record(Response(), length: "99999999999999999999"))),
        new("an archive cut short", "a.warc", static () => Utf8(Record(Response()) + Record(Response())[..300])),
        new("an archive with headers of 10 MB", "a.warc", static () => Utf8(Record(Response()) + "WARC/1.0\r\nX: " + Repeat("x", 10 << 20) + "\r\n\r\n" + Record(Response()))),
        new("an archive that holds a gzip bomb", "a.warc", static () => Archive(HttpGzip(Page(Repeat(Body, 80 << 20))), Utf8(Response()))),
        new("an archive with a chunk of false size", "a.warc", static () => Utf8(Record("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFF\r\n" + Page(Body)) + Record(Response()))),
        new("a compressed archive with a bruised record", "a.warc.gz", static () => [.. Gzip(Record(Response())), .. Bruise(Gzip(Record(Response()))), .. Gzip(Record(Response()))]),
        new("an archive of pictures only", "a.warc", static () => Utf8(Record("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nxxxx") + Record("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" + Page(Body)))),

        // Text and Markdown.
        new("Markdown with 50,000 nested quotations", "a.md", static () => Utf8(new string('>', 50_000) + " " + Words)),
        new("Markdown with 100,000 open brackets", "a.md", static () => Utf8(new string('[', 100_000) + " " + Words)),
        new("a text that steers a terminal", "a.txt", static () => Utf8($"\u001b]0;owned\u0007\u001b[2J{Words}\u202e")),

        // Addresses.
        new("a local file by address", "address:file:///etc/passwd", static () => []),
        new("the machine itself", "address:https://127.0.0.1/", static () => []),
        new("the machine itself in other digits", "address:https://2130706433/", static () => []),
        new("the machine itself as IPv6", "address:https://[::1]/", static () => []),
        new("the machine itself, mapped into IPv6", "address:https://[::ffff:127.0.0.1]/", static () => []),
        new("the machine itself, as an IPv4-compatible address", "address:https://[::7f00:1]/", static () => []),
        new("a cloud's metadata service", "address:https://169.254.169.254/latest/meta-data/", static () => []),
        new("an address with a password", "address:https://user:secret@127.0.0.1/", static () => []),
        new("plain http, not asked for", "address:http://192.0.2.1/", static () => []),
        new("data in an address", "address:data:text/html,<p>no</p>", static () => []),
    ];

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Page(string body, string head = "<title>Envoy sees agreement near</title>") =>
        $"<!doctype html><html><head>{head}</head><body><article>{body}</article></body></html>";

    private static string Article() => $"{{\"@type\":\"NewsArticle\",\"articleBody\":\"{Words}\"}}";

    private static string Item(string title = "a") => $"<item><title>{title}</title><description>{Words} {Words}</description></item>";

    private static string Response() => "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + Page(Body);

    private static string Record(string block, int error = 0, string? length = null) =>
        $"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://courier.example/a\r\nWARC-Date: 2021-05-14T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {length ?? (Encoding.UTF8.GetByteCount(block) + error).ToString(CultureInfo.InvariantCulture)}\r\n\r\n{block}\r\n\r\n";

    private static byte[] Archive(params byte[][] blocks)
    {
        var archive = new MemoryStream();
        foreach (var block in blocks)
        {
            archive.Write(Utf8($"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://courier.example/a\r\nWARC-Date: 2021-05-14T10:00:00Z\r\nContent-Type: application/http\r\nContent-Length: {block.Length}\r\n\r\n"));
            archive.Write(block);
            archive.Write("\r\n\r\n"u8);
        }

        return archive.ToArray();
    }

    private static byte[] HttpGzip(string page) =>
        [.. "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"u8, .. Gzip(page)];

    private static byte[] Gzip(string text) => Gzip(Utf8(text));

    private static byte[] Gzip(byte[] bytes)
    {
        var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return target.ToArray();
    }

    private static byte[] Bruise(byte[] bytes)
    {
        for (var i = bytes.Length / 2; i < (bytes.Length / 2) + 20; i++)
            bytes[i] ^= 0x5A;
        return bytes;
    }

    private static string Laughs()
    {
        var text = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY l0 \"ha\">");
        for (var i = 1; i < 10; i++)
            text.Append(CultureInfo.InvariantCulture, $"<!ENTITY l{i} \"{Repeat($"&l{i - 1};", 40)}\">");
        return text.Append("]><rss version=\"2.0\"><channel><item><description>&l9;</description></item></channel></rss>").ToString();
    }

    /// <summary>As many whole copies as make about <paramref name="length"/> characters.</summary>
    private static string Repeat(string text, int length) =>
        new StringBuilder(length + text.Length).Insert(0, text, Math.Max(1, length / text.Length)).ToString();

    /// <summary>The same noise every time: a linear congruence (Numerical Recipes' constants).</summary>
    private static byte[] Noise(int length)
    {
        var noise = new byte[length];
        var state = 20210514u;
        for (var i = 0; i < length; i++)
        {
            state = (state * 1664525u) + 1013904223u;
            noise[i] = (byte)(state >> 24);
        }

        return noise;
    }
}
