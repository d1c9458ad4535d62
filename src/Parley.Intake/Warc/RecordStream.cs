using System.Globalization;
using Parley.Reports;

namespace Parley.Intake.Warc;

/// <summary>
/// Finds one record after another in an archive. <see cref="NextAsync"/> stands on a record, <see cref="PassAsync"/> steps behind it;
/// between the two its header, content and fault can be looked at.
/// </summary>
internal sealed class RecordStream(StreamWindow window, GzipMembers? members, IntakeLimits limits)
{
    // Enough of a record that is too large to see what it is.
    private const int Glance = 1 << 13;

    private int _headerLength;
    private long _contentLength;
    private long _resumeAt;
    private int _lostSeen;

    /// <summary>Compressed members that gave nothing and have not been told yet.</summary>
    public int LostMembers { get; set; }

    /// <summary>The record's header; null where it has none that can be read.</summary>
    public FieldBlock? Header { get; private set; }

    /// <summary>What is wrong with the record; null where it is whole.</summary>
    public FaultCode? Fault { get; private set; }

    /// <summary>What exactly was found, where there is a fault.</summary>
    public string? Detail { get; private set; }

    /// <summary>The record's content, of one that is too large only its beginning; valid until the next step.</summary>
    public ReadOnlySpan<byte> Content =>
        window.Unread.Slice(_headerLength, (int)Math.Min(_contentLength, window.Unread.Length - _headerLength));

    /// <summary>Steps onto the next record or the next bytes that should be one; false at the end.</summary>
    public async ValueTask<bool> NextAsync(CancellationToken cancellation)
    {
        (Header, Fault, Detail, _headerLength, _contentLength, _resumeAt) = (null, null, null, 0, 0, -1);
        if (!await SkipBreaksAsync(cancellation).ConfigureAwait(false))
        {
            IsDamaged(0);
            CountLost();
            return false;
        }

        await window.EnsureAsync(RecordMark.Length, cancellation).ConfigureAwait(false);
        IsDamaged(0);
        CountLost();
        if (!RecordMark.IsAt(window.Unread))
        {
            Fault = IsDamaged(1) ? IntakeFaults.BadCompression : WarcFaults.NotARecord;
            return true;
        }

        if (await HeaderEndAsync(cancellation).ConfigureAwait(false) is not { } end)
        {
            Fault = IsDamaged(window.Unread.Length)
                ? IntakeFaults.BadCompression
                : window.Ended ? WarcFaults.Truncated
                : WarcFaults.HeaderTooLong;
            return true;
        }

        Header = FieldBlock.Read(window.Unread[..end]);
        _headerLength = end;
        if (!long.TryParse(Header["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out _contentLength))
        {
            _contentLength = 0;
            (Fault, Detail) = (
                WarcFaults.BadLength,
                Header["Content-Length"] is { Length: < 40 } written ? $"Content-Length: {written}" : null);
            return true;
        }

        if (_contentLength > limits.DocumentBytes)
        {
            await window.EnsureAsync(end + Glance, cancellation).ConfigureAwait(false);
            (Fault, Detail) = (
                IntakeFaults.TooLarge,
                string.Create(CultureInfo.InvariantCulture, $"{_contentLength} bytes, at most {limits.DocumentBytes}"));
            return true;
        }

        await CheckEndAsync(cancellation).ConfigureAwait(false);
        return true;
    }

    /// <summary>Steps behind the record: to its end where that is known, else to the next line that begins a record.</summary>
    public async ValueTask PassAsync(CancellationToken cancellation)
    {
        if (Fault is null)
        {
            window.Advance((int)(_headerLength + _contentLength));
            return;
        }

        if (_resumeAt > window.Position)
        {
            await SkipToAsync(_resumeAt, cancellation).ConfigureAwait(false);
            return;
        }

        var known = Fault == IntakeFaults.TooLarge ? window.Position + _headerLength + _contentLength : long.MaxValue;
        // The break that ends the header may be the one before the next mark.
        window.Advance(Math.Max(_headerLength - 1, Math.Min(1, window.Unread.Length)));
        await SkipToMarkAsync(known, cancellation).ConfigureAwait(false);
    }

    // Whole, and followed by an end of line and a record or nothing; else its length is false or the archive breaks off.
    private async ValueTask CheckEndAsync(CancellationToken cancellation)
    {
        var length = _headerLength + _contentLength;
        await window.EnsureAsync(length + 4 + RecordMark.Length, cancellation).ConfigureAwait(false);
        if (IsDamaged(Math.Min(length, window.Unread.Length)))
        {
            Fault = IntakeFaults.BadCompression;
            return;
        }

        if (window.Unread.Length >= length)
        {
            var after = window.Unread[(int)length..].TrimStart("\r\n"u8);
            if (after.IsEmpty || RecordMark.IsAt(after))
                return;
            Fault = WarcFaults.FalseLength;
        }
        else
        {
            Fault = RecordMark.Find(window.Unread[(_headerLength - 1)..]) < 0 ? WarcFaults.Truncated : WarcFaults.FalseLength;
        }

        Detail = Header?["Content-Length"];
    }

    private bool IsDamaged(long length) =>
        members is not null && members.TryFindDamage(window.Position, window.Position + length, out _resumeAt);

    private void CountLost()
    {
        if (members is null)
            return;
        LostMembers += members.Lost - _lostSeen;
        _lostSeen = members.Lost;
    }

    private async ValueTask<bool> SkipBreaksAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var at = window.Unread.IndexOfAnyExcept((byte)'\r', (byte)'\n');
            window.Advance(at >= 0 ? at : window.Unread.Length);
            if (at >= 0)
                return true;
            if (!await window.FillAsync(cancellation).ConfigureAwait(false))
                return false;
        }
    }

    private async ValueTask<int?> HeaderEndAsync(CancellationToken cancellation)
    {
        var looked = 0;
        while (true)
        {
            var end = FieldBlock.EndOf(window.Unread, looked);
            if (end > FieldBlock.Longest)
                return null;
            if (end >= 0)
                return end;
            looked = window.Unread.Length;
            if (looked > FieldBlock.Longest || !await window.FillAsync(cancellation).ConfigureAwait(false))
                return null;
        }
    }

    private async ValueTask SkipToAsync(long position, CancellationToken cancellation)
    {
        while (window.Position < position)
        {
            window.Advance((int)Math.Min(window.Unread.Length, position - window.Position));
            if (window.Position < position && !await window.FillAsync(cancellation).ConfigureAwait(false))
                return;
        }
    }

    // Up to the next mark at a line's start, or to a position, whichever comes first: a record that is too large may also lie about it.
    private async ValueTask SkipToMarkAsync(long position, CancellationToken cancellation)
    {
        while (true)
        {
            var reach = (int)Math.Min(window.Unread.Length, Math.Max(0, position - window.Position));
            var mark = RecordMark.Find(window.Unread[..reach]);
            if (IsDamaged(mark >= 0 ? mark : reach))
            {
                // What follows a damaged member is a member's start, though no line may end before it.
                await SkipToAsync(_resumeAt, cancellation).ConfigureAwait(false);
                return;
            }

            if (mark >= 0)
            {
                window.Advance(mark);
                return;
            }

            if (reach == position - window.Position)
            {
                window.Advance(reach);
                return;
            }

            // A mark may lie across the end of what is held.
            window.Advance(Math.Max(0, reach - RecordMark.Length - 1));
            if (!await window.FillAsync(cancellation).ConfigureAwait(false))
            {
                window.Advance(window.Unread.Length);
                return;
            }
        }
    }
}
