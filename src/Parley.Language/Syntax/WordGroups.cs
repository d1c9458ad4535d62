using System.Numerics;

namespace Parley.Language.Syntax;

/// <summary>Words by the groups that each belongs to, up to 64: sorted by counting, so that what groups share is done once for many words.</summary>
internal sealed class WordGroups
{
    private const int Most = 64;

    private readonly int[] _ends = new int[Most + 1];
    private int[] _words = [];

    /// <summary>Sorts words anew: bit <c>g</c> of a word's mask says that it belongs to group <c>g</c>.</summary>
    public void Fill(ReadOnlySpan<ulong> masks)
    {
        // Counted one place late, the ends are the starts until they have been filled.
        Array.Clear(_ends);
        var all = 0;
        foreach (var mask in masks)
        {
            all += BitOperations.PopCount(mask);
            for (var rest = mask; rest != 0; rest &= rest - 1)
            {
                var group = BitOperations.TrailingZeroCount(rest);
                if (group + 2 <= Most)
                    _ends[group + 2]++;
            }
        }

        for (var group = 2; group <= Most; group++)
            _ends[group] += _ends[group - 1];
        if (_words.Length < all)
            _words = new int[all + all / 4];
        for (var word = 0; word < masks.Length; word++)
        {
            for (var rest = masks[word]; rest != 0; rest &= rest - 1)
                _words[_ends[BitOperations.TrailingZeroCount(rest) + 1]++] = word;
        }
    }

    /// <summary>The words of <paramref name="group"/> in order, at most <paramref name="rows"/> at a time.</summary>
    public Chunks Of(int group, int rows) => new(_words.AsSpan(_ends[group].._ends[group + 1]), rows);

    /// <summary>A group's words, some at a time.</summary>
    public ref struct Chunks(ReadOnlySpan<int> words, int rows)
    {
        private ReadOnlySpan<int> _rest = words;

        public ReadOnlySpan<int> Current { get; private set; }

        public readonly Chunks GetEnumerator() => this;

        public bool MoveNext()
        {
            Current = _rest[..Math.Min(rows, _rest.Length)];
            _rest = _rest[Current.Length..];
            return Current.Length > 0;
        }
    }
}
