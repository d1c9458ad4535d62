using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Parley.Intake.Warc;

/// <summary>
/// Decompresses a stream of gzip members (RFC 1952), as compressed WARC is written (ISO 28500:2017, annex D), and
/// goes on with the next member where one is damaged. What was damaged is told in <see cref="TryFindDamage"/> and <see cref="Lost"/>.
/// </summary>
/// <remarks>
/// .NET's inflater does not say where in its last input a member ended. Its trailer tells: the checksum and length of what came out
/// are looked for in that input, which checks them too.
/// </remarks>
internal sealed class GzipMembers(Stream compressed) : ForwardStream
{
    private const int Chunk = 1 << 13;
    private const int LongestHeader = 1 << 17;

    private readonly StreamWindow _input = new(compressed, LongestHeader);
    private readonly Queue<(long Start, long End)> _damages = new();
    private readonly Crc32 _checksum = new();
    private DeflateStream? _member;
    private Feed? _feed;
    private long _memberStart;
    private long _written;
    private long _foundUpTo;
    private bool _isSearching;

    /// <summary>How many members, or stretches between members, gave nothing at all.</summary>
    public int Lost { get; private set; }

    /// <summary>Why the compressed stream ended before its time; null where it did not.</summary>
    public Exception? Failure => _input.Failure;

    /// <summary>Finds the first damage within the output from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    /// <param name="start">
    /// A place in the output; damage that ends before it is forgotten, and counts as lost where nobody found it.
    /// </param>
    /// <param name="end">The place behind the last.</param>
    /// <param name="damageEnd">Where the output of the next member begins.</param>
    public bool TryFindDamage(long start, long end, out long damageEnd)
    {
        damageEnd = 0;
        while (_damages.TryPeek(out var past) && past.End <= start)
        {
            if (past.End > _foundUpTo)
                Lost++;
            _damages.Dequeue();
        }

        if (!_damages.TryPeek(out var damage) || damage.Start >= end)
            return false;
        _foundUpTo = damageEnd = damage.End;
        return true;
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty)
            return 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_member is null && !await OpenMemberAsync(cancellationToken).ConfigureAwait(false))
                return 0;
            int read;
            try
            {
                read = await _member!.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            }
            catch (InvalidDataException)
            {
                CloseMember();
                Damage(isCut: true);
                continue;
            }

            if (read > 0)
            {
                _checksum.Append(buffer.Span[..read]);
                _written += read;
                return read;
            }

            var given = _feed!.Given;
            CloseMember();
            if (!await TakeTrailerAsync(given, cancellationToken).ConfigureAwait(false))
                Damage(isCut: given == 0);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            CloseMember();
        base.Dispose(disposing);
    }

    // What came before a cut is as it was; what a checksum denies is not to be trusted from the member's start.
    private void Damage(bool isCut)
    {
        if (_written > _memberStart)
            _damages.Enqueue((isCut ? _written - 1 : _memberStart, _written));
        else
            Lost++;
        _isSearching = true;
    }

    private void CloseMember()
    {
        _member?.Dispose();
        _member = null;
    }

    private async ValueTask<bool> OpenMemberAsync(CancellationToken cancellation)
    {
        while (true)
        {
            await _input.EnsureAsync(10, cancellation).ConfigureAwait(false);
            if (_input.Unread.IsEmpty)
                return false;
            _memberStart = _written;
            if (await HeaderLengthAsync(cancellation).ConfigureAwait(false) is { } length)
            {
                _isSearching = false;
                _input.Advance(length);
                _checksum.Reset();
                _feed = new Feed(_input);
                _member = new DeflateStream(_feed, CompressionMode.Decompress, leaveOpen: true);
                return true;
            }

            // Zeros after a member are tape padding; anything else is damage.
            if (_input.Unread[0] != 0 && !_isSearching)
                Damage(isCut: true);
            var at = _input.Unread[1..].IndexOf((ReadOnlySpan<byte>)[0x1F, 0x8B, 8]);
            _input.Advance(at >= 0 ? at + 1 : Math.Max(1, _input.Unread.Length - 2));
        }
    }

    // RFC 1952, 2.3. Null where no header stands here, or none that a writer of archives would write.
    private async ValueTask<int?> HeaderLengthAsync(CancellationToken cancellation)
    {
        if (_input.Unread is not [0x1F, 0x8B, 8, < 0x20, _, _, _, _, 0 or 2 or 4, <= 13 or 255, ..])
            return null;
        var flags = _input.Unread[3];
        var length = 10L;
        if ((flags & 4) != 0)
        {
            if (!await _input.EnsureAsync(12, cancellation).ConfigureAwait(false))
                return null;
            length += 2 + BinaryPrimitives.ReadUInt16LittleEndian(_input.Unread[10..]);
        }

        for (var zeroEnded = (flags >> 3 & 1) + (flags >> 4 & 1); zeroEnded > 0; zeroEnded--)
        {
            while (true)
            {
                if (!await _input.EnsureAsync(length + 1, cancellation).ConfigureAwait(false))
                    return null;
                if (_input.Unread[(int)length++] == 0)
                    break;
            }
        }

        length += flags & 2;
        return await _input.EnsureAsync(length, cancellation).ConfigureAwait(false) ? (int)length : null;
    }

    private async ValueTask<bool> TakeTrailerAsync(int given, CancellationToken cancellation)
    {
        await _input.EnsureAsync(given + 8, cancellation).ConfigureAwait(false);
        Span<byte> trailer = stackalloc byte[8];
        _checksum.GetCurrentHash(trailer);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], (uint)(_written - _memberStart));
        var at = _input.Unread[..Math.Min(given + 8, _input.Unread.Length)].IndexOf(trailer);
        if (at < 0)
            return false;
        _input.Advance(at + 8);
        return true;
    }

    /// <summary>Hands the window's bytes to an inflater and keeps the last ones, which it may not have used up.</summary>
    private sealed class Feed(StreamWindow input) : ForwardStream
    {
        /// <summary>How many of the window's unread bytes the inflater was given last.</summary>
        public int Given { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            input.Advance(Given);
            Given = 0;
            if (input.Unread.IsEmpty)
                await input.FillAsync(cancellationToken).ConfigureAwait(false);
            Given = Math.Min(Math.Min(buffer.Length, input.Unread.Length), Chunk);
            input.Unread[..Given].CopyTo(buffer.Span);
            return Given;
        }
    }
}
