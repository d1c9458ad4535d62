using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Parley.Resolution.Files;

/// <summary>Writes columns of numbers and texts one after another, each after its length in bytes; <see cref="ColumnReader"/> reads them in the same order.</summary>
/// <remarks>Layout: magic with the version, checksum (CRC-32C, RFC 9260 appendix A, without the inversions) of all that follows, columns. Numbers are little-endian.</remarks>
internal sealed class ColumnWriter
{
    private readonly ArrayBufferWriter<byte> _columns = new();

    /// <summary>A column of numbers of one width.</summary>
    public void Write<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(numbers);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        _columns.Write(length);
        _columns.Write(bytes);
    }

    /// <summary>Texts as two columns: where each begins, with the end of the last, and their letters in UTF-8.</summary>
    public void Write(IEnumerable<string> texts)
    {
        var starts = new List<int> { 0 };
        using var letters = new MemoryStream();
        foreach (var text in texts)
        {
            letters.Write(Encoding.UTF8.GetBytes(text));
            starts.Add((int)letters.Length);
        }

        Write<int>(CollectionsMarshal.AsSpan(starts));
        Write<byte>(letters.ToArray());
    }

    /// <summary>The whole file's bytes; the same columns give the same.</summary>
    public byte[] ToFile(ReadOnlySpan<byte> magic)
    {
        byte[] file = [.. magic, .. new byte[sizeof(uint)], .. _columns.WrittenSpan];
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(magic.Length), ColumnReader.Checksum(_columns.WrittenSpan));
        return file;
    }
}
