using System.Collections.Frozen;

namespace Parley.Intake.Fetching;

/// <summary>A Content-Type header (RFC 9110, 8.3), read leniently: hosts write it in many ways.</summary>
/// <param name="MediaType">In lower case, without parameters; null where there is none.</param>
/// <param name="Charset">As written, without quotes; null where there is none.</param>
internal readonly record struct ContentType(string? MediaType, string? Charset)
{
    private static readonly FrozenSet<string> s_reports = FrozenSet.Create(
        StringComparer.Ordinal,
        "text/html", "application/xhtml+xml",
        "text/xml", "application/xml", "application/rss+xml", "application/atom+xml", "application/rdf+xml", "text/x-opml",
        "application/json", "application/feed+json", "application/ld+json",
        "text/plain", "text/markdown");

    /// <summary>What the fetcher asks for, likeliest first.</summary>
    public const string Accept =
        "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, "
        + "application/xml;q=0.9, text/xml;q=0.9, application/ld+json;q=0.9, application/json;q=0.8, text/markdown;q=0.8, text/plain;q=0.7";

    /// <summary>Whether news reports come in it. A missing type is left to whoever looks at the bytes.</summary>
    public bool HoldsReports => MediaType is null || s_reports.Contains(MediaType);

    /// <summary>Reads the header's value; nothing where it is empty.</summary>
    public static ContentType Parse(string? header)
    {
        if (string.IsNullOrWhiteSpace(header))
            return default;
        var parts = header.Split(';', StringSplitOptions.TrimEntries);
        string? charset = null;
        foreach (var part in parts.Skip(1))
        {
            if (charset is null && part.StartsWith("charset=", StringComparison.OrdinalIgnoreCase))
                charset = part["charset=".Length..].Trim(' ', '"', '\'');
        }

        return new ContentType(
            parts[0].Length == 0 ? null : parts[0].ToLowerInvariant(),
            string.IsNullOrEmpty(charset) ? null : charset);
    }
}
