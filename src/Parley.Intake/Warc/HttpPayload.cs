using System.Globalization;
using System.IO.Compression;
using System.Text;
using Parley.Reports;

namespace Parley.Intake.Warc;

/// <summary>The payload of an HTTP response: its body after transfer and content decoding (RFC 9112, 7; RFC 9110, 8.4).</summary>
internal static class HttpPayload
{
    /// <summary>
    /// Decodes <paramref name="body"/> as <paramref name="head"/> says. Archives often keep the head of a body they have decoded already:
    /// a body that does not begin as its encoding does is taken as it is.
    /// </summary>
    /// <returns>The bytes, or the kind of fault that keeps them from being read.</returns>
    public static (byte[]? Bytes, FaultCode? Fault) Decode(FieldBlock head, ReadOnlySpan<byte> body, IntakeLimits limits)
    {
        byte[]? bytes = null;
        if (head["Transfer-Encoding"]?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true)
            bytes = Unchunk(body);
        bytes ??= body.ToArray();
        var encodings = (head["Content-Encoding"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (encodings.Length > 3)
            return (null, WarcFaults.BadResponse);
        foreach (var encoding in encodings.Reverse())
        {
            var decoder = Decoder(encoding.ToLowerInvariant(), bytes, out var isKnown);
            if (!isKnown)
                return (null, WarcFaults.BadResponse);
            if (decoder is null)
                continue;
            using (decoder)
            {
                try
                {
                    if (ReadAll(decoder, limits.DecompressedBytes) is not { } decoded)
                        return (null, IntakeFaults.DecompressionBomb);
                    bytes = decoded;
                }
                catch (Exception problem) when (problem is InvalidDataException or IOException or InvalidOperationException)
                {
                    // Brotli has no mark to know it by: text that was decoded already is told by failing as Brotli.
                    if (decoder is BrotliStream && System.Text.Unicode.Utf8.IsValid(bytes))
                        continue;
                    return (null, IntakeFaults.BadCompression);
                }
            }
        }

        return (bytes, null);
    }

    /// <summary>The media type without parameters, lower case, and the charset parameter, of a Content-Type field.</summary>
    public static (string Type, string? Charset) MediaType(string? contentType)
    {
        var parts = (contentType ?? "").Split(';', StringSplitOptions.TrimEntries);
        var charset = parts.Skip(1).FirstOrDefault(part => part.StartsWith("charset=", StringComparison.OrdinalIgnoreCase))
            ?[8..].Trim('"', '\'', ' ');
        return (parts[0].ToLowerInvariant(), string.IsNullOrEmpty(charset) ? null : charset);
    }

    private static Stream? Decoder(string encoding, byte[] bytes, out bool isKnown)
    {
        isKnown = true;
        switch (encoding)
        {
            case "identity" or "none" or "utf-8":
                return null;
            case "gzip" or "x-gzip":
                return bytes is [0x1F, 0x8B, ..] ? new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress) : null;
            case "deflate" when bytes is [var method, var check, ..] && (method & 15) == 8 && ((method << 8) + check) % 31 == 0:
                return new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress);
            case "deflate":
                return bytes is [(byte)'<' or (byte)'{' or 0xEF, ..]
                    ? null
                    : new DeflateStream(new MemoryStream(bytes), CompressionMode.Decompress);
            case "br":
                return new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
            default:
                isKnown = false;
                return null;
        }
    }

    private static byte[]? ReadAll(Stream stream, long most)
    {
        using var all = new MemoryStream();
        var buffer = new byte[1 << 16];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            if (all.Length + read > most)
                return null;
            all.Write(buffer, 0, read);
        }

        return all.ToArray();
    }

    // Null where it is not chunked after all; what came before a break is kept.
    private static byte[]? Unchunk(ReadOnlySpan<byte> body)
    {
        using var all = new MemoryStream(body.Length);
        var isFirst = true;
        while (true)
        {
            var line = body.IndexOf((byte)'\n');
            if (line < 0)
                return isFirst ? null : all.ToArray();
            var size = Encoding.ASCII.GetString(body[..Math.Min(line, 64)]).Split(';')[0].Trim();
            if (size.Length is 0 or > 8
                || !long.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length))
            {
                return isFirst ? null : all.ToArray();
            }

            body = body[(line + 1)..];
            if (length == 0)
                return all.ToArray();
            var taken = (int)Math.Min(length, body.Length);
            all.Write(body[..taken]);
            body = body[taken..];
            isFirst = false;
            body = body.StartsWith("\r\n"u8) ? body[2..] : body is [(byte)'\n', ..] ? body[1..] : body;
        }
    }
}
