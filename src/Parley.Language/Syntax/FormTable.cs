namespace Parley.Language.Syntax;

/// <summary>Numbers the different forms of a block's words without making strings of them. Reused from block to block.</summary>
internal sealed class FormTable
{
    private int[] _slots = [];
    private int[] _numbers = [];
    private int[] _firsts = [];

    /// <summary>How many different forms.</summary>
    public int Count { get; private set; }

    /// <summary>Each word's form's number.</summary>
    public ReadOnlySpan<int> Numbers => _numbers;

    /// <summary>Index of the first word of this form.</summary>
    public int FirstOf(int form) => _firsts[form];

    /// <summary>Numbers the forms of <paramref name="words"/> anew.</summary>
    public void Fill(string text, ReadOnlySpan<Word> words)
    {
        Count = 0;
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)words.Length * 2 + 1);
        if (_slots.Length < size)
            (_slots, _numbers, _firsts) = (new int[size], new int[size / 2 + 1], new int[size / 2 + 1]);
        _slots.AsSpan().Fill(-1);
        var mask = _slots.Length - 1;
        for (var i = 0; i < words.Length; i++)
        {
            var form = text.AsSpan(words[i].Start, words[i].End - words[i].Start);
            var slot = (int)Hash(form) & mask;
            while (_slots[slot] >= 0 && !FormOf(_slots[slot], words).SequenceEqual(form))
                slot = (slot + 1) & mask;
            if (_slots[slot] < 0)
            {
                _firsts[Count] = i;
                _slots[slot] = Count++;
            }

            _numbers[i] = _slots[slot];
        }

        ReadOnlySpan<char> FormOf(int number, ReadOnlySpan<Word> words)
        {
            var first = words[_firsts[number]];
            return text.AsSpan(first.Start, first.End - first.Start);
        }
    }

    /// <summary>FNV-1a over the first letters, enough to tell most words apart.</summary>
    private static uint Hash(ReadOnlySpan<char> form)
    {
        var hash = 2166136261u ^ (uint)form.Length;
        foreach (var c in form[..Math.Min(form.Length, WordFeatures.LongestForm)])
            hash = (hash ^ c) * 16777619u;
        return hash ^ (hash >> 15);
    }
}
