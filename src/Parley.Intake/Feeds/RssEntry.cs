using System.Xml.Linq;
using Parley.Intake.Bylines;
using Parley.Reports;

namespace Parley.Intake.Feeds;

/// <summary>
/// An item of RSS 0.9x, 1.0 or 2.0 with Dublin Core and the content module. RSS's own elements are in any namespace,
/// for each version chose another.
/// </summary>
internal static class RssEntry
{
    public static FeedEntry Read(XElement item, FeedContext feed, int number)
    {
        var link = Link(item, feed);
        var content = item.Element(XmlNames.Content + "encoded")?.Value;
        var description = Child(item, "description")?.Value;
        var html = string.IsNullOrWhiteSpace(content) ? description ?? "" : content;
        return new FeedEntry(number, Draft(item, feed, link), html)
        {
            Link = link,
            IsTeaser = link is not null && Teasers.IsTeaser(html, isSummary: string.IsNullOrWhiteSpace(content) && Teasers.IsShort(html)),
        };
    }

    /// <summary>RSS's own child of this name: never one of a module, such as a picture's <c>media:title</c>.</summary>
    public static XElement? Child(XElement parent, string name) => parent.Elements().FirstOrDefault(e =>
        e.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase)
        && (e.Name.Namespace == parent.Name.Namespace || s_own.Contains(e.Name.NamespaceName)));

    /// <summary>The element that holds the page's address; null where there is none.</summary>
    public static XElement? LinkOf(XElement parent)
    {
        var link = Child(parent, "link");
        if (!string.IsNullOrWhiteSpace(link?.Value))
            return link;
        return parent.Elements(XmlNames.Atom + "link").FirstOrDefault(l => l.Attribute("rel")?.Value is null or "alternate");
    }

    private static readonly string[] s_own =
    [
        "",
        "http://purl.org/rss/1.0/",
        "http://my.netscape.com/rdf/simple/0.9/",
        "http://channel.netscape.com/rdf/simple/0.9/",
        "http://backend.userland.com/rss2",
    ];

    private static Uri? Link(XElement item, FeedContext feed)
    {
        var link = LinkOf(item);
        if (feed.Resolve(link?.Attribute("href")?.Value ?? link?.Value, link) is { } url)
            return url;

        // RSS 2.0: a guid is an address unless it says otherwise.
        var guid = Child(item, "guid");
        return guid?.Attribute("isPermaLink")?.Value.Equals("false", StringComparison.OrdinalIgnoreCase) == true
            ? null
            : guid is not null && Uri.IsWellFormedUriString(guid.Value.Trim(), UriKind.Absolute) ? feed.Resolve(guid.Value) : null;
    }

    private static ReportDraft Draft(XElement item, FeedContext feed, Uri? link) => new()
    {
        SourceId = FeedMarkup.OneLine(Child(item, "guid")?.Value ?? item.Attribute(XmlNames.Rdf + "about")?.Value),
        Url = link?.AbsoluteUri,
        Outlet = FeedMarkup.ToText(Child(item, "source")?.Value) ?? feed.Title,
        Title = FeedMarkup.ToText(Child(item, "title")?.Value),
        Byline = Byline(item),
        Published = Date(Child(item, "pubDate")) ?? Date(item.Element(XmlNames.DublinCore + "date"))
            ?? Date(item.Element(XmlNames.Terms + "issued")) ?? Date(item.Element(XmlNames.Terms + "created")),
        Modified = Date(item.Element(XmlNames.Terms + "modified")) ?? Date(item.Element(XmlNames.Atom + "updated")),
        DeclaredLanguage = FeedMarkup.OneLine(item.Element(XmlNames.DublinCore + "language")?.Value) ?? feed.Language,
    };

    private static PartialDate? Date(XElement? element) => FeedDates.Parse(element?.Value);

    private static string? Name(XElement? element) => BylineReader.Name(FeedMarkup.ToText(element?.Value));

    private static ImmutableArray<string> Byline(XElement item)
    {
        ImmutableArray<string> creators = [.. item.Elements(XmlNames.DublinCore + "creator").Select(Name).OfType<string>()];
        return !creators.IsEmpty ? creators : Name(Child(item, "author")) is { } author ? [author] : [];
    }
}
