using Parley.Reports;

namespace Parley.Intake.Feeds;

/// <summary>
/// Reads a feed: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0 (RFC 4287), JSON Feed 1.0 and 1.1. Tolerant of what feeds in the
/// wild get wrong, and safe against what is made to do harm. Pure and safe to call from many threads.
/// </summary>
public sealed class FeedReader(IntakeLimits limits)
{
    /// <summary>The feed, or why there is none.</summary>
    /// <param name="bytes">The document after content decoding.</param>
    /// <param name="charset">The character set that HTTP declared; null where it declared none.</param>
    /// <param name="origin">Where it came from; its address resolves relative links.</param>
    /// <param name="cancellation">Stops between entries.</param>
    /// <returns>Faults are <see cref="FeedFaults"/> and <see cref="IntakeFaults.Empty"/>.</returns>
    public Result<Feed> Read(ReadOnlyMemory<byte> bytes, string? charset, Origin origin, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(origin);
        var text = FeedText.Decode(bytes.Span, charset);
        var start = text.AsSpan().TrimStart().TrimStart('\uFEFF').TrimStart();
        if (start.IsEmpty)
            return new Fault(IntakeFaults.Empty, origin.ToString());
        return start[0] switch
        {
            '{' => JsonFeedReader.Read(text, limits, origin, cancellation),
            '<' => ReadXml(text, origin, cancellation),
            _ => new Fault(FeedFaults.NotAFeed, origin.ToString(), "it begins as neither XML nor JSON"),
        };
    }

    private Result<Feed> ReadXml(string text, Origin origin, CancellationToken cancellation) =>
        GuardedXml.Open(text, limits, origin.ToString(), cancellation).IsOk(out var xml, out var fault)
            ? XmlFeedReader.Read(xml, limits, origin, cancellation)
            : fault;
}
