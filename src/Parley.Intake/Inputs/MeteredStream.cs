namespace Parley.Intake.Inputs;

/// <summary>A file's stream, which it owns, that tells the meter how much of it has been taken in.</summary>
internal sealed class MeteredStream(Stream inner, InputMeter meter) : ForwardStream
{
    public override int Read(Span<byte> buffer) => Count(inner.Read(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Count(await inner.ReadAsync(buffer, cancellationToken));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private int Count(int read)
    {
        meter.Took(read);
        return read;
    }
}
