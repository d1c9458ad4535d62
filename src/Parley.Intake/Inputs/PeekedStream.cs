using System.IO.Compression;

namespace Parley.Intake.Inputs;

/// <summary>
/// A stream whose first bytes have been looked at and are given again: for formats told by content from streams that
/// cannot seek.
/// </summary>
internal sealed class PeekedStream : ForwardStream
{
    private readonly Stream _rest;
    private ReadOnlyMemory<byte> _head;

    private PeekedStream(ReadOnlyMemory<byte> head, Stream rest)
    {
        _head = head;
        Head = head;
        _rest = rest;
    }

    /// <summary>The first bytes, as many as were asked for or as there are.</summary>
    public ReadOnlyMemory<byte> Head { get; }

    /// <summary>Looks at the first <paramref name="count"/> bytes of <paramref name="stream"/>, which the result then owns.</summary>
    public static async ValueTask<PeekedStream> PeekAsync(Stream stream, int count, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var head = new byte[count];
        var read = await stream.ReadAtLeastAsync(head, count, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
        return new PeekedStream(head.AsMemory(0, read), stream);
    }

    /// <summary>The stream decompressed where its bytes are gzip's (RFC 1952), and as it is where they are not.</summary>
    internal static async ValueTask<Stream> DecompressedAsync(Stream stream, CancellationToken cancellation)
    {
        var peeked = await PeekAsync(stream, 3, cancellation).ConfigureAwait(false);
        return peeked.Head.Span is [0x1F, 0x8B, 8] ? new GZipStream(peeked, CompressionMode.Decompress) : peeked;
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_head.IsEmpty)
            return _rest.Read(buffer);
        var count = Math.Min(buffer.Length, _head.Length);
        _head.Span[..count].CopyTo(buffer);
        _head = _head[count..];
        return count;
    }

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _head.IsEmpty ? _rest.ReadAsync(buffer, cancellationToken) : new ValueTask<int>(Read(buffer.Span));

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _rest.Dispose();
        base.Dispose(disposing);
    }
}
