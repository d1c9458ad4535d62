using Parley.Reports;

namespace Parley.Cli;

/// <summary>Standard output could not be written to the end.</summary>
internal sealed class OutputException(Fault fault, Exception cause) : Exception(fault.ToString(), cause)
{
    /// <summary>What happened and what to do.</summary>
    public Fault Fault { get; } = fault;
}

/// <summary>
/// A stream of output whose failure is met once: the first write that fails throws an <see cref="OutputException"/>, or nothing
/// where there is nobody left to tell, and what is written after it goes nowhere.
/// </summary>
/// <param name="inner">Where the bytes go.</param>
/// <param name="tells">Whether the failure is thrown; standard error has no one to tell of its own.</param>
internal sealed class OutputStream(Stream inner, bool tells) : Stream
{
    // EPIPE; and the same under Windows, as ERROR_BROKEN_PIPE and ERROR_NO_DATA.
    private static readonly int[] s_closed = [32, unchecked((int)0x8007006D), unchecked((int)0x800700E8)];

    private bool _failed;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_failed)
            return;
        try
        {
            inner.Write(buffer);
        }
        catch (Exception failure) when (IsFailure(failure))
        {
            Fail(failure);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        if (_failed)
            return;
        try
        {
            inner.Flush();
        }
        catch (Exception failure) when (IsFailure(failure))
        {
            Fail(failure);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private static bool IsFailure(Exception failure) => failure is IOException or UnauthorizedAccessException or ObjectDisposedException;

    private void Fail(Exception failure)
    {
        _failed = true;
        if (!tells)
            return;
        var fault = s_closed.Contains(failure.HResult)
            ? new Fault(CliFaults.OutputClosed, "standard output")
            : new Fault(CliFaults.CannotOutput, "standard output", failure.Message.TrimEnd('.'));
        throw new OutputException(fault, failure);
    }
}
