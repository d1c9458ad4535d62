namespace Parley.Train.Networks;

/// <summary>SplitMix64 (Steele, Lea and Flood 2014): small, and the same numbers on every machine.</summary>
internal sealed class Generator(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>From 0 up to, not including, 1.</summary>
    public float NextSingle() => (Next() >> 40) * (1f / (1 << 24));

    /// <summary>From 0 up to, not including, <paramref name="limit"/>.</summary>
    public int Next(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>From -<paramref name="scale"/> to <paramref name="scale"/>.</summary>
    public float NextUniform(float scale) => (NextSingle() * 2 - 1) * scale;

    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
