using System.IO.Compression;
using Parley.Reports;

namespace Parley.Intake.Fetching;

/// <summary>
/// Undoes one content encoding (RFC 9110, 8.4) within a cap. Encodings within one another are refused: only bombs use
/// them.
/// </summary>
internal static class ContentDecoder
{
    /// <summary>What the fetcher asks for.</summary>
    public const string AcceptEncoding = "gzip, deflate, br";

    /// <summary>Whether <paramref name="encoding"/>, a Content-Encoding header's value, can be undone.</summary>
    public static bool Knows(string? encoding) => IsIdentity(encoding) || Opener(encoding!) is not null;

    /// <summary>The bytes as they were before they were packed.</summary>
    /// <param name="packed">The bytes received.</param>
    /// <param name="encoding">A Content-Encoding header's value that <see cref="Knows"/>.</param>
    /// <param name="rules">Caps.</param>
    /// <param name="where">The input, for faults.</param>
    /// <param name="cancellation">Stops between blocks.</param>
    public static Result<byte[]> Decode(byte[] packed, string? encoding, BodyRules rules, string where, CancellationToken cancellation)
    {
        if (IsIdentity(encoding) || packed.Length == 0)
            return packed;
        using var plain = new MemoryStream();
        var block = new byte[64 << 10];
        try
        {
            using var unpacking = Opener(encoding!)!(new MemoryStream(packed, writable: false));
            for (int read; (read = unpacking.Read(block)) > 0;)
            {
                cancellation.ThrowIfCancellationRequested();
                var room = rules.DecodedBytes - plain.Length;
                if (read > room && !rules.Truncates)
                    return new Fault(IntakeFaults.DecompressionBomb, where, $"more than {rules.DecodedBytes} bytes of {packed.Length}");
                plain.Write(block, 0, (int)Math.Min(read, room));
                if (read >= room && rules.Truncates)
                    break;
            }
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or IOException)
        {
            if (!rules.Truncates)
                return new Fault(IntakeFaults.BadCompression, where, encoding);
        }

        return plain.ToArray();
    }

    private static bool IsIdentity(string? encoding) =>
        string.IsNullOrWhiteSpace(encoding) || encoding.Equals("identity", StringComparison.OrdinalIgnoreCase);

    private static Func<MemoryStream, Stream>? Opener(string encoding) => encoding.Trim().ToLowerInvariant() switch
    {
        "gzip" or "x-gzip" => packed => new GZipStream(packed, CompressionMode.Decompress),
        "br" => packed => new BrotliStream(packed, CompressionMode.Decompress),
        "deflate" => Inflate,
        _ => null,
    };

    /// <summary>HTTP's "deflate" is zlib's format, but some servers send the bare stream.</summary>
    private static Stream Inflate(MemoryStream packed)
    {
        var (first, second) = (packed.ReadByte(), packed.ReadByte());
        packed.Position = 0;
        var isZlib = (first & 0x0F) == 8 && ((first << 8) | second) % 31 == 0;
        return isZlib
            ? new ZLibStream(packed, CompressionMode.Decompress)
            : new DeflateStream(packed, CompressionMode.Decompress);
    }
}
