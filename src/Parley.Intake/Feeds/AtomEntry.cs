using System.Xml.Linq;
using Parley.Intake.Bylines;

namespace Parley.Intake.Feeds;

/// <summary>An entry of Atom 1.0 (RFC 4287), or of 0.3, which named its dates otherwise.</summary>
internal static class AtomEntry
{
    public static FeedEntry Read(XElement entry, FeedContext feed, int number)
    {
        var content = Child(entry, "content");
        var link = Address(LinkOf(entry), feed)
            ?? (content?.Attribute("src") is { } source ? feed.Resolve(source.Value, content) : null);
        var full = content is null ? "" : HtmlOf(content);
        var summary = Child(entry, "summary");
        var html = full.Length > 0 || summary is null ? full : HtmlOf(summary);
        return new FeedEntry(number, Draft(entry, feed, link), html)
        {
            Link = link,
            IsTeaser = link is not null && Teasers.IsTeaser(html, isSummary: full.Length == 0),
        };
    }

    /// <summary>The link to the page itself (RFC 4287, 4.2.7.2), an HTML one where there are several; null where there is none.</summary>
    public static XElement? LinkOf(XElement parent)
    {
        var alternates = parent.Elements()
            .Where(e => e.Name.LocalName == "link" && e.Attribute("rel")?.Value is null or "alternate" && e.Attribute("href") is not null)
            .ToArray();
        return alternates.FirstOrDefault(l => l.Attribute("type")?.Value is null or "text/html") ?? alternates.FirstOrDefault();
    }

    /// <summary>A text construct (3.1) as plain text on one line; null where there is none.</summary>
    public static string? TextOf(XElement parent, string name)
    {
        var construct = Child(parent, name);
        return construct is null ? null
            : IsPlain(construct) ? FeedMarkup.OneLine(construct.Value)
            : FeedMarkup.ToText(HtmlOf(construct));
    }

    /// <summary>The names of its authors, in order.</summary>
    public static ImmutableArray<string> AuthorsOf(XElement parent) =>
    [
        .. parent.Elements()
            .Where(e => e.Name.LocalName == "author")
            .Select(a => BylineReader.Name(FeedMarkup.ToText(Child(a, "name")?.Value)))
            .OfType<string>(),
    ];

    private static ReportDraft Draft(XElement entry, FeedContext feed, Uri? link)
    {
        // An entry taken over from another feed brings that feed's title and authors along (4.2.11).
        var source = Child(entry, "source");
        var authors = AuthorsOf(entry);
        if (authors.IsEmpty)
            authors = source is null ? feed.Authors : AuthorsOf(source);
        return new ReportDraft
        {
            SourceId = FeedMarkup.OneLine(Child(entry, "id")?.Value),
            Url = link?.AbsoluteUri,
            Outlet = (source is null ? null : TextOf(source, "title")) ?? feed.Title,
            Title = TextOf(entry, "title"),
            Byline = authors,
            Published = FeedDates.Parse((Child(entry, "published") ?? Child(entry, "issued"))?.Value),
            Modified = FeedDates.Parse((Child(entry, "updated") ?? Child(entry, "modified"))?.Value),
            DeclaredLanguage = FeedMarkup.OneLine(entry.Attribute(XNamespace.Xml + "lang")?.Value
                ?? Child(entry, "content")?.Attribute(XNamespace.Xml + "lang")?.Value) ?? feed.Language,
        };
    }

    private static Uri? Address(XElement? link, FeedContext feed) => feed.Resolve(link?.Attribute("href")?.Value, link);

    /// <summary>Atom's own child of this name, in whichever of its namespaces.</summary>
    private static XElement? Child(XElement parent, string name) => parent.Element(parent.Name.Namespace + name);

    private static bool IsPlain(XElement construct) => construct.Attribute("type")?.Value is null or "text" or "text/plain";

    /// <summary>Content as an HTML fragment (4.1.3.3); empty for what is no text, such as pictures.</summary>
    private static string HtmlOf(XElement construct)
    {
        if (construct.Attribute("src") is not null)
            return "";
        var type = construct.Attribute("type")?.Value;
        if (type is "html" or "text/html" || (construct.Attribute("mode")?.Value == "escaped" && !IsPlain(construct)))
            return construct.Value;
        if (type is "xhtml" or "application/xhtml+xml")
            return Inner(construct);
        return IsPlain(construct) ? FeedMarkup.FromText(construct.Value) : "";
    }

    /// <summary>The markup within, as HTML writes it: without prefixes and namespaces.</summary>
    private static string Inner(XElement construct)
    {
        var copy = new XElement(construct);
        foreach (var element in copy.Descendants())
        {
            element.Attributes().Where(a => a.IsNamespaceDeclaration).Remove();
            element.Name = element.Name.LocalName;
        }

        return string.Concat(copy.Nodes().Select(n => n.ToString(SaveOptions.DisableFormatting)));
    }
}
