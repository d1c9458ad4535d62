namespace Parley.Intake.Inputs;

/// <summary>What bytes are, as far as their beginning shows.</summary>
public enum InputKind
{
    /// <summary>Binary, or a format that Parley does not read.</summary>
    Unknown,

    /// <summary>Nothing, or white space only.</summary>
    Empty,

    /// <summary>A web page: HTML or XHTML.</summary>
    Page,

    /// <summary>One JSON object: a NewsArticle, or a graph that holds one.</summary>
    NewsArticle,

    /// <summary>JSON objects, one a line.</summary>
    JsonLines,

    /// <summary>A JSON list of objects.</summary>
    JsonArray,

    /// <summary>A JSON Feed (https://jsonfeed.org).</summary>
    JsonFeed,

    /// <summary>RSS (0.9x, 1.0, 2.0) or Atom.</summary>
    Feed,

    /// <summary>A list of feeds: OPML.</summary>
    Opml,

    /// <summary>A WARC archive, not compressed.</summary>
    Warc,

    /// <summary>Plain text in any character set.</summary>
    Text,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>Gzip (RFC 1952): decompress and look again.</summary>
    Gzip,
}
