using System.Xml;
using System.Xml.Linq;

namespace Parley.Intake.Feeds;

/// <summary>The names in feeds that are read, by the namespace that defines them.</summary>
internal static class XmlNames
{
    /// <summary>RSS 1.0's content module.</summary>
    public static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    /// <summary>Dublin Core's elements.</summary>
    public static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    /// <summary>Dublin Core's terms.</summary>
    public static readonly XNamespace Terms = "http://purl.org/dc/terms/";

    /// <summary>RFC 4287.</summary>
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <summary>RSS 1.0's frame.</summary>
    public static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    /// <summary>Prefixes that feeds use and often forget to declare.</summary>
    private static readonly (string Prefix, string Name)[] s_usual =
    [
        ("content", Content.NamespaceName),
        ("dc", DublinCore.NamespaceName),
        ("dcterms", Terms.NamespaceName),
        ("atom", Atom.NamespaceName),
        ("rdf", Rdf.NamespaceName),
        ("media", "http://search.yahoo.com/mrss/"),
        ("slash", "http://purl.org/rss/1.0/modules/slash/"),
        ("sy", "http://purl.org/rss/1.0/modules/syndication/"),
        ("wfw", "http://wellformedweb.org/CommentAPI/"),
        ("georss", "http://www.georss.org/georss"),
        ("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
        ("feedburner", "http://rssnamespace.org/feedburner/ext/1.0"),
    ];

    /// <summary>A context in which those prefixes are declared; a document's own declarations go before.</summary>
    public static XmlParserContext Usual()
    {
        var table = new NameTable();
        var names = new XmlNamespaceManager(table);
        foreach (var (prefix, name) in s_usual)
            names.AddNamespace(prefix, name);
        return new XmlParserContext(table, names, null, XmlSpace.None);
    }
}
