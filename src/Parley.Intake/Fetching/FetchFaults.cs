using Parley.Reports;

namespace Parley.Intake.Fetching;

/// <summary>Faults of fetching (PAR15xx). Documents too large or badly compressed are <see cref="IntakeFaults"/>.</summary>
public static class FetchFaults
{
    /// <summary>Not an absolute address, without a host, or longer than 4,096 characters.</summary>
    public static readonly FaultCode NotAnAddress = new("PAR1501",
        "This is no web address.", "Write it whole, such as https://courier.example/feed.xml.");

    /// <summary>Another scheme than https, or http while plain http is not allowed.</summary>
    public static readonly FaultCode SchemeRefused = new("PAR1502",
        "Only https addresses are fetched, and http where it is allowed.",
        "Use the https address, or allow plain http if the site has none.");

    /// <summary>A user name or password in the address.</summary>
    public static readonly FaultCode CredentialsRefused = new("PAR1503",
        "The address carries a user name or password.", "Take them out; Parley sends no credentials.");

    /// <summary>A port that belongs to another protocol.</summary>
    public static readonly FaultCode PortRefused = new("PAR1504",
        "The address names a port that is not the web's.", "Use port 443, 80, or one above 1023.");

    /// <summary>The host resolves to an address that is not on the public internet.</summary>
    public static readonly FaultCode AddressDenied = new("PAR1505",
        "The host is on a private or reserved network.", "If the site is your own, add its network to the allowed networks.");

    /// <summary>The name of the host does not resolve.</summary>
    public static readonly FaultCode HostUnknown = new("PAR1506",
        "The host has no address.", "Check the spelling of the host and that name resolution works on this machine.");

    /// <summary>No connection, or one that broke.</summary>
    public static readonly FaultCode Unreachable = new("PAR1507",
        "The host could not be reached.", "Try again later, and check that this machine reaches the internet without a proxy.");

    /// <summary>The TLS handshake failed.</summary>
    public static readonly FaultCode Insecure = new("PAR1508",
        "The host could not prove who it is.",
        "Do not trust the page; its certificate is expired, for another name or of an unknown authority.");

    /// <summary>Longer than <see cref="IntakeLimits.FetchTime"/>.</summary>
    public static readonly FaultCode TimedOut = new("PAR1509",
        "The host took too long.", "Try again later.");

    /// <summary>More redirects than <see cref="IntakeLimits.Redirects"/>.</summary>
    public static readonly FaultCode TooManyRedirects = new("PAR1510",
        "The address leads on and on.", "Open it in a browser and use the address where it ends.");

    /// <summary>A redirect to an address that would be refused, or to none.</summary>
    public static readonly FaultCode RedirectRefused = new("PAR1511",
        "The site sends on to an address that Parley does not follow.",
        "Open it in a browser and use the address where it ends, if you trust it.");

    /// <summary>robots.txt disallows it (RFC 9309).</summary>
    public static readonly FaultCode RobotsDisallow = new("PAR1512",
        "The site's robots.txt asks programs not to read this page.",
        "Save the page from a browser and read the file, or ask the site for leave.");

    /// <summary>robots.txt answers with a server error, which RFC 9309 has mean that nothing may be read.</summary>
    public static readonly FaultCode RobotsUnreachable = new("PAR1513",
        "The site's robots.txt cannot be had, so nothing there may be read for now.", "Try again later.");

    /// <summary>The host asks to wait longer than <see cref="FetchOptions.LongestWait"/>.</summary>
    public static readonly FaultCode ComeBackLater = new("PAR1514",
        "The host asks to be left alone for a while.", "Come back at the time it names.");

    /// <summary>404 or 410.</summary>
    public static readonly FaultCode NoSuchPage = new("PAR1515",
        "There is no such page, or no longer.", "Check the address, or look for the page on the site.");

    /// <summary>Another status than success.</summary>
    public static readonly FaultCode StatusRefused = new("PAR1516",
        "The host refused or failed to answer.", "Open the address in a browser: it may want a sign-in, block programs or be broken.");

    /// <summary>A media type that holds no news report.</summary>
    public static readonly FaultCode TypeRefused = new("PAR1517",
        "The address holds no page, feed, JSON or text.",
        "Give the address of the article or feed itself, not of a picture, video or download.");

    /// <summary>Another content encoding than gzip, deflate or br, or more than one.</summary>
    public static readonly FaultCode EncodingRefused = new("PAR1518",
        "The host packs its answer in a way that Parley does not unpack.", "Save the page from a browser and read the file.");

    /// <summary>An answer that breaks HTTP's rules, or headers beyond 64 KiB.</summary>
    public static readonly FaultCode BrokenAnswer = new("PAR1519",
        "The host's answer breaks the rules of HTTP.", "Save the page from a browser and read the file.");

    /// <summary>The body ended before its declared end.</summary>
    public static readonly FaultCode CutShort = new("PAR1520",
        "The answer ended before it was whole.", "Try again later.");
}
