using System.IO.Compression;
using System.Runtime.CompilerServices;
using Parley.Intake.Articles;
using Parley.Intake.Feeds;
using Parley.Intake.Warc;
using Parley.Reports;

namespace Parley.Intake.Inputs;

/// <summary>What is known of a stream beside its bytes.</summary>
/// <param name="Name">The file's name or the address's path; null where there is none.</param>
/// <param name="MediaType">As declared; null where none was.</param>
/// <param name="Charset">As declared; null where none was.</param>
internal sealed record Declaration(string? Name, string? MediaType, string? Charset)
{
    public static Declaration None { get; } = new(null, null, null);
}

/// <summary>
/// Unpacks one stream, whatever it is, into items. What it is, is told by its content. Collections are streamed; a single
/// document is held whole, up to its cap.
/// </summary>
/// <param name="limits">What one document may cost.</param>
/// <param name="links">Fetches what feeds and lists of feeds lead to.</param>
internal sealed class Unpacker(IntakeLimits limits, LinkFollower links)
{
    /// <summary>Enough to tell any format, and to decompress the beginning of one.</summary>
    private const int HeadBytes = 1 << 16;

    /// <summary>The items in the stream's order.</summary>
    public async IAsyncEnumerable<IntakeItem> UnpackAsync(
        Stream stream, Origin origin, Declaration declared, LeadsOn leads, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!(await PeekAsync(stream, origin, cancellation)).IsOk(out var peeked, out var failure))
        {
            yield return new Refused(origin, failure);
            yield break;
        }

        await using (peeked)
        {
            var kind = FormatSniffer.Sniff(peeked.Head.Span, declared.Name, declared.MediaType);
            var content = (Stream)peeked;
            var most = limits.DocumentBytes;
            var beyond = IntakeFaults.TooLarge;
            if (kind == InputKind.Gzip)
            {
                kind = SniffInside(peeked.Head, declared);
                (most, beyond) = (limits.DecompressedBytes, IntakeFaults.DecompressionBomb);

                // Archives and lists decompress by themselves: an archive record by record, to survive damage.
                if (kind is not (InputKind.Warc or InputKind.JsonLines or InputKind.JsonArray))
                    content = new GZipStream(peeked, CompressionMode.Decompress);
            }

            await using (content)
            {
                await foreach (var item in UnpackAsync(kind, content, most, beyond, origin, declared, leads, cancellation))
                    yield return item;
            }
        }
    }

    private static async Task<Result<PeekedStream>> PeekAsync(Stream stream, Origin origin, CancellationToken cancellation)
    {
        try
        {
            return await PeekedStream.PeekAsync(stream, HeadBytes, cancellation);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return StreamFaults.Of(failure, origin);
        }
    }

    private IAsyncEnumerable<IntakeItem> UnpackAsync(
        InputKind kind, Stream content, long most, FaultCode beyond, Origin origin, Declaration declared, LeadsOn leads,
        CancellationToken cancellation) => kind switch
        {
            InputKind.Warc => WarcReader.ReadAsync(content, origin, limits, cancellation),
            InputKind.JsonLines => JsonLines.ReadAsync(content, origin, limits, cancellation),
            InputKind.JsonArray => JsonArray.ReadAsync(content, origin, limits, cancellation),
            InputKind.Empty => One(new Refused(origin, new Fault(IntakeFaults.Empty, origin.ToString()))),
            InputKind.Unknown or InputKind.Gzip => One(new Refused(origin, new Fault(IntakeFaults.UnknownFormat, origin.ToString()))),
            _ => UnpackWholeAsync(kind, content, most, beyond, origin, declared, leads, cancellation),
        };

    private async IAsyncEnumerable<IntakeItem> UnpackWholeAsync(
        InputKind kind, Stream content, long most, FaultCode beyond, Origin origin, Declaration declared, LeadsOn leads,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!(await WholeDocument.ReadAsync(content, most, beyond, origin, cancellation)).IsOk(out var bytes, out var fault))
        {
            yield return new Refused(origin, fault);
            yield break;
        }

        switch (kind)
        {
            case InputKind.Page:
                yield return new PageMaterial(origin, bytes, declared.Charset);
                break;
            case InputKind.NewsArticle:
                yield return new ArticleMaterial(origin, bytes);
                break;
            case InputKind.Text or InputKind.Markdown:
                yield return new TextMaterial(origin, bytes, declared.Charset, IsMarkdown: kind == InputKind.Markdown);
                break;
            case InputKind.Feed or InputKind.JsonFeed:
                await foreach (var item in ReadFeedAsync(bytes, origin, declared, leads, cancellation))
                    yield return item;
                break;
            case InputKind.Opml:
                await foreach (var item in ReadListAsync(bytes, origin, declared, leads, cancellation))
                    yield return item;
                break;
            default:
                throw new InvalidOperationException($"No way is known to unpack {kind}.");
        }
    }

    private async IAsyncEnumerable<IntakeItem> ReadFeedAsync(
        byte[] bytes, Origin origin, Declaration declared, LeadsOn leads, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!new FeedReader(limits).Read(bytes, declared.Charset, origin, cancellation).IsOk(out var feed, out var fault))
        {
            yield return new Refused(origin, fault);
            yield break;
        }

        // A feed from a file is read as it lies there; one from an address leads on to its pages.
        var follows = origin.Url is not null && leads >= LeadsOn.ToPages;
        await foreach (var item in links.FollowAsync(
            feed.Entries, entry => follows && entry.IsTeaser ? entry.Link : null,
            entry => entry.ToMaterial(origin), this, LeadsOn.Nowhere, cancellation))
        {
            yield return item;
        }

        if (feed.PassedOver > 0)
            yield return new PassedOver(origin, feed.PassedOver, "entries beyond the most that a feed may have");
        if (feed.Cut is { } cut)
            yield return new Refused(origin, cut);
    }

    private async IAsyncEnumerable<IntakeItem> ReadListAsync(
        byte[] bytes, Origin origin, Declaration declared, LeadsOn leads, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!new OpmlReader(limits).Read(bytes, declared.Charset, origin, cancellation).IsOk(out var list, out var fault))
        {
            yield return new Refused(origin, fault);
            yield break;
        }

        foreach (var wrong in list.Faults)
            yield return new Refused(origin, wrong);
        if (leads < LeadsOn.ToFeeds)
            yield break;
        await foreach (var item in links.FollowAsync(
            list.Feeds, static feed => feed.Url, static _ => null, this, LeadsOn.ToPages, cancellation))
        {
            yield return item;
        }
    }

    /// <summary>What a compressed stream holds, by as much of it as its first bytes give.</summary>
    private static InputKind SniffInside(ReadOnlyMemory<byte> head, Declaration declared)
    {
        var inside = new byte[HeadBytes];
        var length = 0;
        try
        {
            using var stream = new GZipStream(new MemoryStream(head.ToArray()), CompressionMode.Decompress);
            int read;
            while ((read = stream.Read(inside, length, inside.Length - length)) > 0)
                length += read;
        }
        catch (InvalidDataException)
        {
            // Cut by the head's end, or damaged: the reader of whatever kind it seems to be will tell of it.
        }

        var name = declared.Name is { } known && known.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? known[..^3] : declared.Name;
        var kind = FormatSniffer.Sniff(inside.AsSpan(0, length), name, mediaType: null);
        return kind == InputKind.Empty && length == 0 ? InputKind.Text : kind;
    }

    private static async IAsyncEnumerable<IntakeItem> One(IntakeItem item)
    {
        await ValueTask.CompletedTask;
        yield return item;
    }
}
