namespace Parley.Intake.Pages.Body;

/// <summary>
/// The runs of four words in a text, as hashes: how much of one text stands in another, whatever the punctuation
/// (Broder 1997).
/// </summary>
internal sealed class Shingles
{
    private const int Length = 4;

    private readonly HashSet<ulong> _hashes;

    private Shingles(HashSet<ulong> hashes) => _hashes = hashes;

    /// <summary>How many there are.</summary>
    public int Count => _hashes.Count;

    /// <summary>Those of <paramref name="texts"/>, each for itself; a text of fewer words is one.</summary>
    public static Shingles Of(IEnumerable<string> texts)
    {
        var hashes = new HashSet<ulong>();
        Span<ulong> words = stackalloc ulong[Length];
        foreach (var text in texts)
        {
            var count = 0;
            for (var at = 0; at < text.Length;)
            {
                if (!char.IsLetterOrDigit(text[at]))
                {
                    at++;
                    continue;
                }

                // FNV-1a: the same on every machine.
                var hash = 14695981039346656037;
                for (; at < text.Length && char.IsLetterOrDigit(text[at]); at++)
                    hash = (hash ^ char.ToLowerInvariant(text[at])) * 1099511628211;
                words[count++ % Length] = hash;
                if (count >= Length)
                    hashes.Add(Join(words, count));
            }

            if (count is > 0 and < Length)
                hashes.Add(Join(words[..count], 0));
        }

        return new Shingles(hashes);
    }

    /// <summary>The part of these that <paramref name="other"/> has too, 0 to 1; 0 where there are none.</summary>
    public double ShareIn(Shingles other) =>
        _hashes.Count == 0 ? 0 : (double)_hashes.Count(other._hashes.Contains) / _hashes.Count;

    private static ulong Join(ReadOnlySpan<ulong> words, int first)
    {
        var hash = 0UL;
        for (var i = 0; i < words.Length; i++)
            hash = (hash * 31) + words[(first + i) % words.Length];
        return hash;
    }
}
