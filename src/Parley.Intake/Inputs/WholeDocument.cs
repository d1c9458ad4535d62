using System.Globalization;
using Parley.Reports;

namespace Parley.Intake.Inputs;

/// <summary>Takes a stream in whole, up to what one document may be.</summary>
internal static class WholeDocument
{
    /// <summary>
    /// The bytes; or <see cref="IntakeFaults.Empty"/>, <see cref="IntakeFaults.TooLarge"/> (or the fault for one that
    /// swells), or why the stream failed.
    /// </summary>
    /// <param name="stream">Read to its end or to the cap.</param>
    /// <param name="most">The cap in bytes.</param>
    /// <param name="beyond">What to tell when it is passed.</param>
    /// <param name="origin">Where the stream came from.</param>
    /// <param name="cancellation">Stops between reads.</param>
    public static async Task<Result<byte[]>> ReadAsync(
        Stream stream, long most, FaultCode beyond, Origin origin, CancellationToken cancellation)
    {
        var buffer = new byte[1 << 16];
        var length = 0;
        try
        {
            while (true)
            {
                if (length == buffer.Length)
                    Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, most + 1));
                var read = await stream.ReadAsync(buffer.AsMemory(length), cancellation);
                if (read == 0)
                    break;
                length += read;
                if (length > most)
                    return new Fault(beyond, origin.ToString(), string.Create(CultureInfo.InvariantCulture, $"more than {most} bytes"));
            }
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return StreamFaults.Of(failure, origin);
        }

        return length == 0 ? new Fault(IntakeFaults.Empty, origin.ToString()) : buffer[..length];
    }
}
