using System.Globalization;
using System.Xml;
using Parley.Reports;

namespace Parley.Intake.Feeds;

/// <summary>Reads OPML 1.0 and 2.0 subscription lists (opml.org). Pure and safe to call from many threads.</summary>
public sealed class OpmlReader(IntakeLimits limits)
{
    /// <summary>The list, or why there is none. Outlines that cannot be used are faults in it and cost only themselves.</summary>
    /// <param name="bytes">The document after content decoding.</param>
    /// <param name="charset">The character set that HTTP declared; null where it declared none.</param>
    /// <param name="origin">Where it came from.</param>
    /// <param name="cancellation">Stops between outlines.</param>
    public Result<FeedList> Read(ReadOnlyMemory<byte> bytes, string? charset, Origin origin, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(origin);
        var where = origin.ToString();
        var text = FeedText.Decode(bytes.Span, charset);
        if (string.IsNullOrWhiteSpace(text))
            return new Fault(IntakeFaults.Empty, where);
        if (!GuardedXml.Open(text, limits, where, cancellation).IsOk(out var xml, out var fault))
            return fault;
        if (!xml.Root.Equals("opml", StringComparison.OrdinalIgnoreCase))
            return new Fault(FeedFaults.NotOpml, where, xml.Root.Length == 0 ? xml.Breaks : $"its root element is {xml.Root}");
        var walk = new Walk(limits.FeedEntries, where);
        walk.Through(xml, cancellation);
        return walk.List();
    }

    private sealed class Walk(int most, string where)
    {
        private readonly List<FeedReference> _feeds = [];
        private readonly HashSet<Uri> _known = [];
        private readonly List<Fault> _faults = [];
        private string? _title;

        public FeedList List() => new() { Title = _title, Feeds = [.. _feeds], Faults = [.. _faults] };

        public void Through(GuardedXml xml, CancellationToken cancellation)
        {
            using var reader = xml.CreateReader();
            try
            {
                while (reader.Read())
                {
                    cancellation.ThrowIfCancellationRequested();
                    if (reader.NodeType != XmlNodeType.Element)
                        continue;
                    if (Is(reader, "title") && _title is null && !reader.IsEmptyElement)
                    {
                        _title = reader.Read() && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA
                            ? FeedMarkup.OneLine(reader.Value)
                            : null;
                    }
                    else if (Is(reader, "outline") && !Take(reader, xml))
                    {
                        return;
                    }
                }
            }
            catch (XmlException)
            {
                _faults.Add(new Fault(FeedFaults.CutShort, where, xml.Breaks));
            }
        }

        /// <summary>False where the list is full.</summary>
        private bool Take(XmlReader outline, GuardedXml xml)
        {
            var (title, text, address, home, type) = ((string?)null, (string?)null, (string?)null, (string?)null, (string?)null);
            while (outline.MoveToNextAttribute())
            {
                switch (outline.LocalName.ToLowerInvariant())
                {
                    case "title": title = outline.Value; break;
                    case "text": text = outline.Value; break;
                    case "xmlurl": address = outline.Value; break;
                    case "htmlurl": home = outline.Value; break;
                    case "type": type = outline.Value; break;
                }
            }

            outline.MoveToElement();

            // Without an address it is a folder, unless it says that it is a feed.
            if (address is null && type?.ToLowerInvariant() is not ("rss" or "atom"))
                return true;
            if (Address(address) is not { } url)
            {
                var line = string.Create(CultureInfo.InvariantCulture, $"{where}, line {xml.LineOf(outline)}");
                _faults.Add(new Fault(FeedFaults.NoFeedAddress, line, FeedMarkup.OneLine(address)));
            }
            else if (_feeds.Count == most)
            {
                _faults.Add(new Fault(FeedFaults.TooManyFeeds, where, string.Create(CultureInfo.InvariantCulture, $"{most} were read")));
                return false;
            }
            else if (_known.Add(url))
            {
                _feeds.Add(new FeedReference(url, FeedMarkup.OneLine(title) ?? FeedMarkup.OneLine(text), Address(home)));
            }

            return true;
        }

        private static Uri? Address(string? text) =>
            FeedContext.Resolve(null, text) is { Host.Length: > 0 } url
                && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
                ? url : null;

        private static bool Is(XmlReader reader, string name) => reader.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase);
    }
}
