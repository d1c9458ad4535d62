using System.Text;

namespace Parley.Intake.Tests.Warc;

/// <summary>Writes archives, honest and other.</summary>
internal static class Archive
{
    public static byte[] Record(string type, byte[] content, string? length = null, string? url = "https://wire.example/a", string media = "application/http; msgtype=response", string version = "1.1") =>
    [
        .. Encoding.UTF8.GetBytes(
            $"WARC/{version}\r\nWARC-Type: {type}\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2021-05-14T18:40:00Z\r\n"
            + (url is null ? "" : $"WARC-Target-URI: {url}\r\n") + $"Content-Type: {media}\r\nContent-Length: {length ?? content.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)}\r\n\r\n"),
        .. content, .. "\r\n\r\n"u8,
    ];

    public static byte[] Http(byte[] body, string headers = "Content-Type: text/html; charset=utf-8\r\n", string status = "HTTP/1.1 200 OK") =>
        [.. Encoding.UTF8.GetBytes($"{status}\r\n{headers}\r\n"), .. body];

    public static byte[] Page(string words) => Record("response", Http(PageBytes(words)));

    public static byte[] PageBytes(string words) => Encoding.UTF8.GetBytes($"<!doctype html><html><body><p>{words}</p></body></html>");

    public static byte[] Join(params byte[][] records) => [.. records.SelectMany(record => record)];

    public static byte[] Members(params byte[][] records) => [.. records.SelectMany(record => Items.Gzip(record))];
}
