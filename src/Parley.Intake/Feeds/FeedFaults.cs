using Parley.Reports;

namespace Parley.Intake.Feeds;

/// <summary>Faults of feeds and lists of feeds (PAR13xx).</summary>
public static class FeedFaults
{
    /// <summary>Neither RSS, Atom nor JSON Feed; often a page that stands where a feed was.</summary>
    public static readonly FaultCode NotAFeed = new("PAR1301",
        "This is no feed.", "Give the feed's own address; the site's page may have moved or be an error page.");

    /// <summary>XML that is broken before the first entry is whole, mending tried.</summary>
    public static readonly FaultCode BrokenXml = new("PAR1302",
        "The feed's XML is broken beyond mending.", "Fetch it again; if it stays broken, tell the site.");

    /// <summary>A document type that declares entities: they serve to exhaust memory or to read local files.</summary>
    public static readonly FaultCode DeclaresEntities = new("PAR1303",
        "The document declares entities of its own, which feeds have no use for.", "It is most likely made to do harm; leave it out.");

    /// <summary>Elements within one another beyond <see cref="IntakeLimits.MarkupDepth"/>.</summary>
    public static readonly FaultCode TooDeep = new("PAR1304",
        "The elements stand too deep within one another.", "It is most likely made to exhaust memory; leave it out.");

    /// <summary>XML that breaks after some entries; those before are kept.</summary>
    public static readonly FaultCode CutShort = new("PAR1305",
        "The document breaks off; what stands before the break was read.", "Fetch it again to get the rest.");

    /// <summary>JSON that is broken or too deep.</summary>
    public static readonly FaultCode BrokenJson = new("PAR1306",
        "The feed's JSON is broken or nested too deep.", "Fetch it again; if it stays broken, tell the site.");

    /// <summary>Not OPML.</summary>
    public static readonly FaultCode NotOpml = new("PAR1307",
        "This is no OPML list of feeds.", "Export the subscriptions from your feed reader as OPML.");

    /// <summary>An outline whose address is not http or https.</summary>
    public static readonly FaultCode NoFeedAddress = new("PAR1308",
        "A listed feed has no http or https address.", "Correct or remove its outline.");

    /// <summary>More feeds in a list than <see cref="IntakeLimits.FeedEntries"/>.</summary>
    public static readonly FaultCode TooManyFeeds = new("PAR1309",
        "The list holds more feeds than are read; the rest was passed over.", "Split the list.");

    /// <summary>A tag with more than 1,024 attributes, which take parsers more than linear time.</summary>
    public static readonly FaultCode Crowded = new("PAR1310",
        "An element carries more attributes than any feed needs.", "It is most likely made to exhaust the reader; leave it out.");
}
