using System.Xml;
using System.Xml.Linq;
using Parley.Reports;

namespace Parley.Intake.Feeds;

/// <summary>Walks an RSS or Atom document entry by entry and hands each to its format.</summary>
internal static class XmlFeedReader
{
    public static Result<Feed> Read(GuardedXml xml, IntakeLimits limits, Origin origin, CancellationToken cancellation)
    {
        var isAtom = Is(xml.Root, "feed");
        if (!isAtom && !Is(xml.Root, "rss") && !Is(xml.Root, "RDF"))
        {
            return xml.Root.Length == 0
                ? new Fault(FeedFaults.BrokenXml, origin.ToString(), xml.Breaks)
                : new Fault(FeedFaults.NotAFeed, origin.ToString(), $"its root element is {xml.Root}");
        }

        var parts = Parts.Of(xml, limits, cancellation);
        if (xml.Breaks is not null && parts.Entries.Count == 0)
            return new Fault(FeedFaults.BrokenXml, origin.ToString(), xml.Breaks);
        var home = isAtom ? AtomEntry.LinkOf(parts.About) : RssEntry.LinkOf(parts.About);
        var context = Context(parts.About, isAtom, home?.Value ?? home?.Attribute("href")?.Value, origin);
        var entries = ImmutableArray.CreateBuilder<FeedEntry>(parts.Entries.Count);
        foreach (var element in parts.Entries)
        {
            cancellation.ThrowIfCancellationRequested();
            entries.Add(isAtom
                ? AtomEntry.Read(element, context, entries.Count + 1)
                : RssEntry.Read(element, context, entries.Count + 1));
        }

        return new Feed
        {
            Title = context.Title,
            Home = context.Resolve(home?.Attribute("href")?.Value ?? home?.Value, home),
            Language = context.Language,
            Entries = entries.MoveToImmutable(),
            PassedOver = parts.PassedOver,
            Cut = xml.Breaks is null ? null : new Fault(FeedFaults.CutShort, origin.ToString(), xml.Breaks),
        };
    }

    private static FeedContext Context(XElement about, bool isAtom, string? home, Origin origin)
    {
        var from = about.Attribute(XNamespace.Xml + "base")?.Value ?? (isAtom ? null : home);
        return new FeedContext(
            isAtom ? AtomEntry.TextOf(about, "title") : FeedMarkup.ToText(RssEntry.Child(about, "title")?.Value),
            FeedContext.Resolve(origin.Url, from) ?? origin.Url,
            FeedMarkup.OneLine(about.Attribute(XNamespace.Xml + "lang")?.Value
                ?? RssEntry.Child(about, "language")?.Value
                ?? about.Element(XmlNames.DublinCore + "language")?.Value),
            isAtom ? AtomEntry.AuthorsOf(about) : []);
    }

    private static bool Is(string name, string expected) => name.Equals(expected, StringComparison.OrdinalIgnoreCase);

    /// <summary>A feed taken apart: what it says of itself, under one element, and its entries.</summary>
    private sealed class Parts
    {
        /// <summary>Stands in for the root or channel, in the root's namespace.</summary>
        public XElement About { get; private set; } = new("about");

        public List<XElement> Entries { get; } = [];

        public long PassedOver { get; private set; }

        public static Parts Of(GuardedXml xml, IntakeLimits limits, CancellationToken cancellation)
        {
            var parts = new Parts();
            using var reader = xml.CreateReader();
            try
            {
                reader.MoveToContent();
                parts.About = new XElement(XName.Get("about", reader.NamespaceURI));
                parts.Enter(reader);
                while (!reader.EOF)
                {
                    cancellation.ThrowIfCancellationRequested();
                    parts.Take(reader, limits.FeedEntries);
                }
            }
            catch (XmlException)
            {
                // GuardedXml.Breaks tells where; what came before is whole.
            }

            return parts;
        }

        private void Take(XmlReader reader, int most)
        {
            if (reader.NodeType != XmlNodeType.Element)
                reader.Read();
            else if (Is(reader.LocalName, "channel"))
                Enter(reader);
            else if (!Is(reader.LocalName, "item") && !Is(reader.LocalName, "entry"))
                About.Add(XNode.ReadFrom(reader));
            else if (Entries.Count < most)
                Entries.Add((XElement)XNode.ReadFrom(reader));
            else
                Skip(reader);
        }

        private void Skip(XmlReader reader)
        {
            reader.Skip();
            PassedOver++;
        }

        /// <summary>Goes into the element; what it says of base and language holds for all within.</summary>
        private void Enter(XmlReader reader)
        {
            foreach (var name in new[] { "xml:base", "xml:lang" })
            {
                if (reader.GetAttribute(name) is { } value)
                    About.SetAttributeValue(XNamespace.Xml + name["xml:".Length..], value);
            }

            reader.Read();
        }
    }
}
