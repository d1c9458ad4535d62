using Parley.Reports;

namespace Parley.Intake;

/// <summary>
/// Faults that any format can meet (PAR10xx). Formats have their own beside them: pages 11, articles and text 12, feeds
/// 13, archives 14, fetching 15.
/// </summary>
public static class IntakeFaults
{
    /// <summary>No bytes, or white space only.</summary>
    public static readonly FaultCode Empty = new("PAR1001",
        "The input is empty.", "Check that it was saved or sent whole.");

    /// <summary>The path leads nowhere.</summary>
    public static readonly FaultCode NotFound = new("PAR1002",
        "There is no such file or folder.", "Check the path; addresses begin with https:// or http://.");

    /// <summary>The file cannot be opened or read.</summary>
    public static readonly FaultCode Unreadable = new("PAR1003",
        "The file could not be read.", "Check its permissions and the disk it is on.");

    /// <summary>Larger than <see cref="IntakeLimits.DocumentBytes"/>.</summary>
    public static readonly FaultCode TooLarge = new("PAR1004",
        "The document is larger than a news report can be.", "Split a collection into JSON Lines or WARC, which are read as streams.");

    /// <summary>Decompresses beyond <see cref="IntakeLimits.DecompressedBytes"/>.</summary>
    public static readonly FaultCode DecompressionBomb = new("PAR1005",
        "The document decompresses to more than a news report can be.", "It is most likely made to exhaust memory; leave it out.");

    /// <summary>Compressed bytes that cannot be decompressed.</summary>
    public static readonly FaultCode BadCompression = new("PAR1006",
        "The compressed bytes are damaged.", "Fetch or copy the file again.");

    /// <summary>Bytes that are of no known format.</summary>
    public static readonly FaultCode UnknownFormat = new("PAR1007",
        "The bytes are no page, feed, archive, NewsArticle or text.",
        "Parley reads HTML, RSS, Atom, JSON Feed, OPML, WARC, NewsArticle JSON and JSON Lines, plain text and Markdown.");

    /// <summary>A format was read but held no text.</summary>
    public static readonly FaultCode NoText = new("PAR1008",
        "No article text was found.",
        "Open the page in a browser: a consent wall, a paywall or a page built by scripts may have been saved in its place.");

    /// <summary>Longer than <see cref="IntakeLimits.TextLength"/>.</summary>
    public static readonly FaultCode TextTooLong = new("PAR1009",
        "The text is longer than a news report can be.", "Split it into the reports it holds.");

    /// <summary>A folder without files.</summary>
    public static readonly FaultCode EmptyFolder = new("PAR1011",
        "The folder has no files to read.", "Check the path; hidden files and links are left out.");

    /// <summary>A defect in Parley met by this input.</summary>
    public static readonly FaultCode Defect = new("PAR1010",
        "Parley failed on this input, which is a defect of Parley's.", "Please report it with the input, if you may share it.");
}
