using System.Numerics;

namespace Parley.Language.Names;

/// <summary>Which index a hash has: open addressing, at most half full, built once and only read after.</summary>
internal sealed class HashTable
{
    private readonly uint[] _keys;
    private readonly int[] _indices;
    private readonly int _shift;

    /// <summary>Gives each of the different <paramref name="keys"/> its place among them.</summary>
    public HashTable(ReadOnlySpan<uint> keys)
    {
        var bits = Math.Max(4, BitOperations.Log2((uint)keys.Length + 1) + 2);
        _shift = 32 - bits;
        _keys = new uint[1 << bits];
        _indices = new int[1 << bits];
        for (var i = 0; i < keys.Length; i++)
        {
            var slot = Slot(keys[i]);
            while (_indices[slot] != 0)
                slot = slot + 1 & _keys.Length - 1;
            _keys[slot] = keys[i];
            _indices[slot] = i + 1;
        }
    }

    /// <summary>The index of <paramref name="key"/>; -1 where it has none.</summary>
    public int Find(uint key)
    {
        var keys = _keys;
        for (var slot = Slot(key); ; slot = slot + 1 & keys.Length - 1)
        {
            if (keys[slot] == key && _indices[slot] != 0)
                return _indices[slot] - 1;
            if (_indices[slot] == 0)
                return -1;
        }
    }

    private int Slot(uint key) => (int)(key * 0x9E37_79B1u >> _shift);
}
