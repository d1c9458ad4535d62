namespace Parley.Intake.Inputs;

/// <summary>How much of the input has been taken in, in bytes as they lie on disk. Safe to read from any thread.</summary>
public sealed class InputMeter
{
    private long _read;
    private long _total;

    /// <summary>Bytes taken in so far.</summary>
    public long Read => Interlocked.Read(ref _read);

    /// <summary>Bytes known to be in the input so far; grows as folders are walked. Streams without a length add nothing.</summary>
    public long Total => Interlocked.Read(ref _total);

    internal void Expect(long bytes) => Interlocked.Add(ref _total, bytes);

    internal void Took(long bytes) => Interlocked.Add(ref _read, bytes);
}
