using System.Numerics;

namespace Parley.Language.Names;

/// <summary>
/// Which index a hash has: open addressing, at most half full, built once and only read after. Most hashes that are asked for have none;
/// a bit for each that has (Bloom's filter, with one function) tells so within a processor's cache.
/// </summary>
internal sealed class HashTable
{
    private readonly ulong[] _entries;
    private readonly ulong[] _filter;
    private readonly int _shift, _filterShift;

    /// <summary>Gives each of the different <paramref name="keys"/> its place among them.</summary>
    public HashTable(ReadOnlySpan<uint> keys)
    {
        var bits = Math.Max(4, BitOperations.Log2((uint)keys.Length + 1) + 2);
        (_shift, _filterShift) = (32 - bits, 32 - (bits + 1));
        _entries = new ulong[1 << bits];
        _filter = new ulong[Math.Max(1, 1 << bits + 1 - 6)];
        for (var i = 0; i < keys.Length; i++)
        {
            var slot = Slot(keys[i]);
            while (_entries[slot] != 0)
                slot = slot + 1 & _entries.Length - 1;
            _entries[slot] = (ulong)keys[i] << 32 | (uint)(i + 1);
            var bit = FilterBit(keys[i]);
            _filter[bit >> 6] |= 1UL << (int)(bit & 63);
        }
    }

    /// <summary>Whether <paramref name="key"/> may have an index: false where it surely has none.</summary>
    public bool MayHold(uint key)
    {
        var bit = FilterBit(key);
        return (_filter[bit >> 6] >> (int)(bit & 63) & 1) != 0;
    }

    /// <summary>The index of <paramref name="key"/>; -1 where it has none.</summary>
    public int Find(uint key) => MayHold(key) ? Search(key) : -1;

    private int Search(uint key)
    {
        var entries = _entries;
        for (var slot = Slot(key); ; slot = slot + 1 & entries.Length - 1)
        {
            var entry = entries[slot];
            if (entry == 0)
                return -1;
            if ((uint)(entry >> 32) == key)
                return (int)(uint)entry - 1;
        }
    }

    private int Slot(uint key) => (int)(key * 0x9E37_79B1u >> _shift);

    private uint FilterBit(uint key) => key * 0x85EB_CA6Bu >> _filterShift;
}
