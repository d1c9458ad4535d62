using System.Globalization;
using Parley.Intake.Inputs;
using Parley.Reports;

namespace Parley.Intake.Warc;

/// <summary>Makes an item of one record, or says what it is that is passed over.</summary>
internal static class RecordContent
{
    /// <summary>What is told of images, scripts and other resources.</summary>
    public const string NoArticles = "resources that are no articles";

    /// <summary>What is told of redirects and errors.</summary>
    public const string NotServed = "responses other than 200";

    /// <summary>What is told of requests, metadata and other records about records.</summary>
    public const string Bookkeeping = "records about other records";

    // Prefixes and types that hold no article whatever their bytes look like.
    private static readonly string[] s_otherTypes =
    [
        "image/", "video/", "audio/", "font/", "text/css", "text/javascript", "application/javascript",
        "application/x-javascript", "application/pdf", "application/font", "application/zip",
    ];

    /// <summary>Whether a record's text may be wanted, going by its header and the beginning of its content; else what it is.</summary>
    public static string? Unwanted(FieldBlock record, ReadOnlySpan<byte> start)
    {
        var type = record["WARC-Type"]?.ToLowerInvariant();
        if (type is not ("response" or "resource" or "conversion"))
            return Bookkeeping;
        var media = record["Content-Type"];
        if (IsHttp(start))
        {
            var end = FieldBlock.EndOf(start);
            var head = FieldBlock.Read(end < 0 ? start[..Math.Min(start.Length, FieldBlock.Longest)] : start[..end]);
            if (Status(head) is { } status && status != 200)
                return NotServed;
            media = head["Content-Type"];
        }
        else if (type == "response" && record["WARC-Target-URI"] is { } target
            && !target.TrimStart('<').StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            return Bookkeeping; // dns: and the like
        }

        var (mediaType, _) = HttpPayload.MediaType(media);
        return Array.Exists(s_otherTypes, other => mediaType.StartsWith(other, StringComparison.Ordinal)) ? NoArticles : null;
    }

    /// <summary>The material that a record holds, a refusal, or null with what it is in <paramref name="unwanted"/>.</summary>
    public static IntakeItem? Read(FieldBlock record, ReadOnlySpan<byte> content, Origin origin, IntakeLimits limits, out string? unwanted)
    {
        unwanted = Unwanted(record, content);
        if (unwanted is not null)
            return null;
        var media = record["Content-Type"];
        byte[] payload;
        if (IsHttp(content))
        {
            var end = FieldBlock.EndOf(content);
            if (end is < 0 or > FieldBlock.Longest)
                return new Refused(origin, new Fault(WarcFaults.BadResponse, origin.ToString(), "its head has no end"));
            var head = FieldBlock.Read(content[..end]);
            if (Status(head) is null)
                return new Refused(origin, new Fault(WarcFaults.BadResponse, origin.ToString(), "no status line"));
            var (bytes, fault) = HttpPayload.Decode(head, content[end..], limits);
            if (bytes is null)
                return new Refused(origin, new Fault(fault!, origin.ToString(), head["Content-Encoding"]));
            payload = bytes;
            media = head["Content-Type"];
        }
        else
        {
            payload = content.ToArray();
        }

        var item = Material(payload, media, origin);
        if (item is null)
            unwanted = NoArticles;
        return item;
    }

    private static Material? Material(byte[] payload, string? media, Origin origin)
    {
        var (type, charset) = HttpPayload.MediaType(media);
        var path = origin.Url?.AbsolutePath;
        if (path is "/robots.txt" or "/ads.txt" or "/humans.txt" or "/.well-known/security.txt")
            return null;
        return FormatSniffer.Sniff(payload, path, media) switch
        {
            InputKind.Page => new PageMaterial(origin, payload, charset),
            InputKind.NewsArticle when LooksLikeArticle(payload) => new ArticleMaterial(origin, payload),
            InputKind.Text when type is "text/plain" or "" => new TextMaterial(origin, payload, charset, IsMarkdown: false),
            InputKind.Markdown when type is "text/plain" or "text/markdown" or "text/x-markdown" or "" =>
                new TextMaterial(origin, payload, charset, IsMarkdown: true),
            _ => null,
        };
    }

    // Archives are full of JSON that pages' scripts ask for.
    private static bool LooksLikeArticle(ReadOnlySpan<byte> json) => json.IndexOf("\"articleBody\""u8) >= 0;

    private static bool IsHttp(ReadOnlySpan<byte> content) => content.StartsWith("HTTP/"u8);

    private static int? Status(FieldBlock head)
    {
        var parts = head.FirstLine.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length >= 2 && parts[1].Length == 3
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var status)
            ? status : null;
    }
}
