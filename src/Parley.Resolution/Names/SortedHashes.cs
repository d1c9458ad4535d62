using System.Numerics;
using Parley.Resolution.Files;

namespace Parley.Resolution.Names;

/// <summary>
/// A set of hashes in ascending order, found by their first bits: a directory says where those of each beginning start. Both are stored as
/// they are, so that nothing is built at load.
/// </summary>
internal sealed class SortedHashes
{
    private readonly ulong[] _hashes;
    private readonly int[] _starts;
    private readonly int _shift;

    private SortedHashes(ulong[] hashes, int[] starts)
    {
        (_hashes, _starts) = (hashes, starts);
        _shift = 64 - BitOperations.Log2((uint)starts.Length - 1);
    }

    /// <summary>How many there are.</summary>
    public int Count => _hashes.Length;

    /// <summary>The set of <paramref name="hashes"/>, none of them twice.</summary>
    public static SortedHashes Of(IEnumerable<ulong> hashes)
    {
        ulong[] sorted = [.. hashes.Order()];
        var bits = Math.Max(1, BitOperations.Log2((uint)sorted.Length) - 1); // Two to four share a beginning.
        var starts = new int[(1 << bits) + 1];
        foreach (var hash in sorted)
            starts[(int)(hash >> (64 - bits)) + 1]++;
        for (var i = 1; i < starts.Length; i++)
            starts[i] += starts[i - 1];
        return new SortedHashes(sorted, starts);
    }

    public static SortedHashes Read(ColumnReader reader) => new(reader.Read<ulong>(), reader.Read<int>());

    public void Write(ColumnWriter writer)
    {
        writer.Write<ulong>(_hashes);
        writer.Write<int>(_starts);
    }

    /// <summary>The place of a hash in their order; -1 where it is none of them.</summary>
    public int IndexOf(ulong hash)
    {
        var beginning = (int)(hash >> _shift);
        var end = _starts[beginning + 1];
        for (var i = _starts[beginning]; i < end; i++)
        {
            if (_hashes[i] == hash)
                return i;
        }

        return -1;
    }
}
