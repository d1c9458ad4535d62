using System.Text;
using CsCheck;
using Parley.Intake.Inputs;

namespace Parley.Intake.Tests.Inputs;

public class FormatSnifferTests
{
    [Theory]
    // Pages
    [InlineData("<!DOCTYPE html><html>", "a.html", null, InputKind.Page)]
    [InlineData("\n\n  <HTML lang=en>", "a.txt", null, InputKind.Page)]
    [InlineData("<!-- saved from url --><!doctype HTML>", null, null, InputKind.Page)]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0\"><html>", "a.xml", null, InputKind.Page)]
    [InlineData("<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'>", null, null, InputKind.Page)]
    [InlineData("<!DOCTYPE html><title>503</title>", "feed.xml", "application/rss+xml", InputKind.Page)]
    [InlineData("<p>The talks went on.</p>", null, null, InputKind.Page)]
    [InlineData("<div class=x>The talks</div>", "a.json", "application/json", InputKind.Page)]
    [InlineData("<x-app><p>Talks</p></x-app>", "a.html", null, InputKind.Page)]
    [InlineData("<!-- a comment without end", "a.html", null, InputKind.Page)]
    [InlineData("Warning: mysql on line 3\n<html><body>", "a.html", null, InputKind.Page)]
    // JSON
    [InlineData("{\"@type\":\"NewsArticle\",\"articleBody\":\"B\"}", "a.json", null, InputKind.NewsArticle)]
    [InlineData("\uFEFF{ \"articleBody\": \"B\" }\n", "a.txt", null, InputKind.NewsArticle)]
    [InlineData("{\n  \"articleBody\": \"cut off", "a.json", null, InputKind.NewsArticle)]
    [InlineData("{}", "a.json", null, InputKind.NewsArticle)]
    [InlineData("{\"a\":1}\n{\"a\":2}\n", "a.json", null, InputKind.JsonLines)]
    [InlineData("{\"a\":\"}\\\"\"}\r\n\r\n{\"a\":2}", null, null, InputKind.JsonLines)]
    [InlineData("{\"a\":1}", "a.jsonl", null, InputKind.JsonLines)]
    [InlineData("{\"a\":\"cut off", "a.ndjson", null, InputKind.JsonLines)]
    [InlineData("{\"a\":1}", null, "application/x-ndjson; charset=utf-8", InputKind.JsonLines)]
    [InlineData("{\n \"a\":1\n}", "a.jsonl", null, InputKind.NewsArticle)]
    [InlineData("[{\"a\":1},", "a.json", null, InputKind.JsonArray)]
    [InlineData(" [ ]", "a.json", null, InputKind.JsonArray)]
    [InlineData("[{\"a\":1}]", "a.txt", null, InputKind.JsonArray)]
    [InlineData("[Editor’s note] The talks went on.", "a.txt", null, InputKind.Text)]
    [InlineData("{{template}} The talks", "a.txt", null, InputKind.Text)]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[", "a.json", null, InputKind.JsonFeed)]
    [InlineData("{\"title\":\"x\",\"version\" : \"https:\\/\\/jsonfeed.org\\/version\\/1\"}", null, "application/feed+json", InputKind.JsonFeed)]
    [InlineData("{\"articleBody\":\"see https://jsonfeed.org/version/1\"}", null, null, InputKind.NewsArticle)]
    // Feeds
    [InlineData("<?xml version=\"1.0\"?>\n<!-- x -->\n<rss version=\"2.0\">", "a.xml", null, InputKind.Feed)]
    [InlineData("<feed xmlns=\"http://www.w3.org/2005/Atom\">", "a.html", "text/html", InputKind.Feed)]
    [InlineData("<rdf:RDF xmlns:rdf=\"…\">", null, null, InputKind.Feed)]
    [InlineData("<?xml version=\"1.0\"?><?xml-stylesheet href=\"x\"?><!DOCTYPE rss [<!ENTITY a \"b\">]><rss>", null, null, InputKind.Feed)]
    [InlineData("<?xml version=\"1.0\"?><opml version=\"2.0\">", "feeds.txt", null, InputKind.Opml)]
    [InlineData("<?xml version=\"1.0\"?><urlset>", "sitemap.xml", null, InputKind.Unknown)]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\">", "a.svg", null, InputKind.Unknown)]
    // Archives
    [InlineData("WARC/1.0\r\nWARC-Type: warcinfo\r\n", "a.txt", null, InputKind.Warc)]
    [InlineData("WARC/ is an archive format.", "a.txt", null, InputKind.Text)]
    // Text
    [InlineData("The talks went on.", "a.txt", null, InputKind.Text)]
    [InlineData("The talks went on.", "a.html", null, InputKind.Text)]
    [InlineData("The talks went on.", null, "text/html", InputKind.Text)]
    [InlineData("< 5 people were hurt.", "a.txt", null, InputKind.Text)]
    [InlineData("# Talks\n\nThey went on.", "a.md", null, InputKind.Markdown)]
    [InlineData("# Talks\n\nThey went on.", null, "text/markdown; charset=utf-8", InputKind.Markdown)]
    [InlineData("---\ntitle: Talks\n---\nThey went on.", "a.txt", null, InputKind.Markdown)]
    [InlineData("--- They went on.", "a.txt", null, InputKind.Text)]
    [InlineData("قال وسطاء يوم الجمعة", "a.txt", null, InputKind.Text)]
    // Nothing
    [InlineData("", "a.json", null, InputKind.Empty)]
    [InlineData(" \r\n\t", "a.html", "text/html", InputKind.Empty)]
    // Binary
    [InlineData("%PDF-1.7\n", "a.txt", "text/plain", InputKind.Unknown)]
    [InlineData("PK\u0003\u0004word/document.xml", "a.docx", null, InputKind.Unknown)]
    [InlineData("GIF89a", "a.html", null, InputKind.Unknown)]
    [InlineData("{\\rtf1\\ansi The talks}", "a.rtf", null, InputKind.Unknown)]
    [InlineData("SQLite format 3\0", "parley.db", null, InputKind.Unknown)]
    [InlineData("The talks\0went on.", "a.txt", null, InputKind.Unknown)]
    [InlineData("\u0001\u0002\u0003\u0004\u0005ab", "a.txt", null, InputKind.Unknown)]
    public void ContentWinsOverNameAndMediaType(string head, string? name, string? mediaType, InputKind expected) =>
        Assert.Equal(expected, FormatSniffer.Sniff(Encoding.UTF8.GetBytes(head), name, mediaType));

    [Theory]
    [InlineData("1F8B0800", InputKind.Gzip)]
    [InlineData("89504E470D0A1A0A", InputKind.Unknown)]
    [InlineData("FFD8FFE000104A46", InputKind.Unknown)]
    [InlineData("7F454C46020101", InputKind.Unknown)]
    [InlineData("D0CF11E0A1B11AE1", InputKind.Unknown)]
    [InlineData("28B52FFD04", InputKind.Unknown)]
    [InlineData("FD377A585A00", InputKind.Unknown)]
    public void KnownFirstBytesDecide(string hex, InputKind expected) =>
        Assert.Equal(expected, FormatSniffer.Sniff(Convert.FromHexString(hex), "a.txt", "text/plain"));

    [Theory]
    [InlineData("The talks went on.", InputKind.Text)]
    [InlineData("<html><body>", InputKind.Page)]
    [InlineData("{\"articleBody\":\"B\"}", InputKind.NewsArticle)]
    public void Utf16WithAMarkIsLookedIntoAsText(string text, InputKind expected)
    {
        Assert.Equal(expected, FormatSniffer.Sniff([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)], null, null));
        Assert.Equal(expected, FormatSniffer.Sniff([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)], null, null));
    }

    [Fact]
    public void ATextCutWithinACharacterIsStillText()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("قال وسطاء ", 500)));
        for (var length = 4_000; length < 4_010; length++)
            Assert.Equal(InputKind.Text, FormatSniffer.Sniff(bytes.AsSpan(0, length), null, null));
    }

    [Fact]
    public void Windows1252IsText() =>
        Assert.Equal(InputKind.Text, FormatSniffer.Sniff([0x93, .. "M"u8, 0xE1, .. "laga"u8, 0x94, .. " fell."u8], null, null));

    [Fact]
    public void AnyBytesAreOfSomeKind() => Gen.Byte.Array[0, 100].Sample(bytes => Enum.IsDefined(FormatSniffer.Sniff(bytes, "a.html", null)));

    [Fact]
    public void AnyMarkupIsOfSomeKind() =>
        Gen.String[Gen.Char["<>!?-[]{}\"\\:html xrs\n"], 0, 60].Sample(text => Enum.IsDefined(FormatSniffer.Sniff(Encoding.UTF8.GetBytes(text), null, null)));
}
