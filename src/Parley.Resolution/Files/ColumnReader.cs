using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Parley.Resolution.Files;

/// <summary>Reads what <see cref="ColumnWriter"/> wrote: a column is copied as it lies, without a step for each of its numbers.</summary>
internal sealed class ColumnReader
{
    private readonly byte[] _file;
    private int _at;

    /// <summary>Opens a file.</summary>
    /// <exception cref="InvalidDataException">The bytes are of another kind or version, or damaged.</exception>
    public ColumnReader(byte[] file, ReadOnlySpan<byte> magic)
    {
        (_file, _at) = (file, magic.Length + sizeof(uint));
        if (file.Length < _at || !file.AsSpan().StartsWith(magic))
            throw new InvalidDataException("The bytes are no file of facts of this version.");
        if (BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(magic.Length)) != Checksum(file.AsSpan(_at)))
            throw new InvalidDataException("The file of facts is damaged: its checksum does not fit.");
    }

    /// <summary>The next column, of numbers of the width that <typeparamref name="T"/> has; it must be a primitive.</summary>
    public T[] Read<T>()
        where T : unmanaged
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(_file.AsSpan(_at));
        var column = new T[length / Unsafe.SizeOf<T>()];
        Buffer.BlockCopy(_file, _at + sizeof(int), column, 0, length);
        _at += sizeof(int) + length;
        return column;
    }

    /// <summary>The next two columns, which are texts.</summary>
    public string[] ReadTexts()
    {
        var starts = Read<int>();
        var letters = Read<byte>();
        var texts = new string[starts.Length - 1];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = Encoding.UTF8.GetString(letters, starts[i], starts[i + 1] - starts[i]);
        return texts;
    }

    /// <summary>CRC-32C, begun at 0 and not inverted. The processor has it, so it is one small method where XXH3 would compile seventeen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // Two calls over megabytes: 1 to 2 of 65 ms of a cold load.
    internal static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = 0U;
        var whole = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var eight in whole)
            crc = BitOperations.Crc32C(crc, eight);
        foreach (var one in bytes[(whole.Length * sizeof(ulong))..])
            crc = BitOperations.Crc32C(crc, one);
        return crc;
    }
}
