namespace Parley.Intake;

/// <summary>
/// A stretch of a stream that is held in memory: grows up to what one document may take, and slides along. A stream
/// that fails ends; <see cref="Failure"/> says why.
/// </summary>
/// <param name="stream">The stream; left open.</param>
/// <param name="most">How many unread bytes are held at most.</param>
internal sealed class StreamWindow(Stream stream, long most)
{
    private const int FirstSize = 1 << 16;

    // Twice what is held at most, so that sliding moves each byte only once in a while.
    private readonly int _capacity = (int)Math.Min(Math.Max(most, FirstSize) * 2, Array.MaxLength);
    private byte[] _buffer = new byte[FirstSize];
    private int _start;
    private int _end;

    /// <summary>Why the stream ended before its time; null where it did not.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Whether the stream has no more bytes than are unread here.</summary>
    public bool Ended { get; private set; }

    /// <summary>How many bytes of the stream lie before <see cref="Unread"/>.</summary>
    public long Position { get; private set; }

    /// <summary>The bytes that are held; valid until the next step.</summary>
    public ReadOnlySpan<byte> Unread => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Whether no more can be held until some is passed over.</summary>
    public bool IsFull => _end - _start >= most;

    /// <summary>A copy of the first <paramref name="count"/> unread bytes.</summary>
    public byte[] Copy(int count) => Unread[..count].ToArray();

    /// <summary>Passes over bytes.</summary>
    public void Advance(int count)
    {
        _start += count;
        Position += count;
    }

    /// <summary>Reads more; false where there is no more or no room.</summary>
    public async ValueTask<bool> FillAsync(CancellationToken cancellation)
    {
        if (Ended || IsFull)
            return false;
        MakeRoom();
        try
        {
            var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellation).ConfigureAwait(false);
            _end += read;
            Ended = read == 0;
        }
        catch (Exception problem)
            when (problem is IOException or InvalidDataException or UnauthorizedAccessException or NotSupportedException)
        {
            Failure = problem;
            Ended = true;
        }

        return !Ended;
    }

    /// <summary>Reads until at least <paramref name="count"/> bytes are held; false where there are not so many.</summary>
    public async ValueTask<bool> EnsureAsync(long count, CancellationToken cancellation)
    {
        while (_end - _start < count)
        {
            if (!await FillAsync(cancellation).ConfigureAwait(false))
                return false;
        }

        return true;
    }

    private void MakeRoom()
    {
        if (_start == _end)
            _start = _end = 0;
        if (_end < _buffer.Length)
            return;
        if (_start >= _buffer.Length / 2 || _buffer.Length == _capacity)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            _end -= _start;
            _start = 0;
            return;
        }

        Array.Resize(ref _buffer, (int)Math.Min(_buffer.Length * 2L, _capacity));
    }
}
