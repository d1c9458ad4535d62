using System.Numerics;

namespace Parley.Language.Syntax;

/// <summary>
/// Keeps what depends on a form alone, from text to text, so that it is computed once: for each form a row of numbers, and the lemma
/// that it had last. When it is full, the forms met most are kept and the others forgotten: a few thousand are nine in ten words of any
/// text. What it holds changes the time that reading takes, never the result.
/// </summary>
internal sealed class FormCache
{
    /// <summary>Letters that count: the network sees no more, so forms that share them are one.</summary>
    public const int LongestForm = WordFeatures.LongestForm;

    private readonly int _capacity, _width;
    private readonly int[] _slots, _starts, _hits;
    private readonly char[] _letters;
    private readonly LastLemma[] _lemmas;
    private float[] _rows = [];
    private int[] _numbers = [], _firsts = [];

    /// <param name="capacity">How many forms it holds at most; more than twice the words of one block.</param>
    /// <param name="width">Numbers a row.</param>
    public FormCache(int capacity, int width)
    {
        (_capacity, _width) = (capacity, width);
        _slots = new int[BitOperations.RoundUpToPowerOf2((uint)capacity * 2)];
        _starts = new int[capacity + 1];
        _hits = new int[capacity];
        _letters = new char[capacity * LongestForm];
        _lemmas = new LastLemma[capacity];
        _slots.AsSpan().Fill(-1);
    }

    /// <summary>How many forms it holds.</summary>
    public int Count { get; private set; }

    /// <summary>Each word's form's number, until the next <see cref="Fill"/>.</summary>
    public ReadOnlySpan<int> Numbers => _numbers;

    /// <summary>Number of the first form that the last block brought; those after it are new too, and their rows not yet written.</summary>
    public int FirstNew { get; private set; }

    /// <summary>All rows, one after the other.</summary>
    public Span<float> Rows => _rows.AsSpan(0, Count * _width);

    /// <summary>Index in the last block of the first word of this form, one of the new.</summary>
    public int FirstOf(int form) => _firsts[form - FirstNew];

    /// <summary>The lemma that this form had last, to be read and replaced.</summary>
    public ref LastLemma LemmaOf(int form) => ref _lemmas[form];

    /// <summary>Numbers the forms of a block's words.</summary>
    public void Fill(string text, ReadOnlySpan<Word> words)
    {
        if (_numbers.Length < words.Length)
            (_numbers, _firsts) = (new int[words.Length], new int[words.Length]);
        if (Count + words.Length > _capacity)
            Forget(_capacity - words.Length);
        FirstNew = Count;
        var mask = _slots.Length - 1;
        for (var i = 0; i < words.Length; i++)
        {
            var form = text.AsSpan(words[i].Start, Math.Min(LongestForm, words[i].End - words[i].Start));
            var slot = (int)Hash(form) & mask;
            while (_slots[slot] >= 0 && !Form(_slots[slot]).SequenceEqual(form))
                slot = (slot + 1) & mask;
            if (_slots[slot] < 0)
            {
                _firsts[Count - FirstNew] = i;
                form.CopyTo(_letters.AsSpan(_starts[Count]));
                _starts[Count + 1] = _starts[Count] + form.Length;
                (_hits[Count], _lemmas[Count]) = (0, default);
                _slots[slot] = Count++;
            }

            _numbers[i] = _slots[slot];
            _hits[_slots[slot]]++;
        }

        if (_rows.Length < Count * _width)
            Array.Resize(ref _rows, Math.Min(_capacity, Math.Max(Count, 2 * FirstNew)) * _width);
    }

    /// <summary>Forgets the forms met least until at most half of <paramref name="room"/> are left; counts what is met from now on afresh.</summary>
    private void Forget(int room)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(room);
        var least = 1;
        int left;
        do
        {
            least *= 2;
            left = 0;
            foreach (var hits in _hits.AsSpan(0, Count))
                left += hits >= least ? 1 : 0;
        }
        while (left > room / 2);

        _slots.AsSpan().Fill(-1);
        var (all, mask) = (Count, _slots.Length - 1);
        Count = 0;
        for (var form = 0; form < all; form++)
        {
            if (_hits[form] < least)
                continue;
            var letters = Form(form);
            letters.CopyTo(_letters.AsSpan(_starts[Count]));
            _starts[Count + 1] = _starts[Count] + letters.Length;
            _rows.AsSpan(form * _width, _width).CopyTo(_rows.AsSpan(Count * _width));
            (_hits[Count], _lemmas[Count]) = (0, _lemmas[form]);
            var slot = (int)Hash(Form(Count)) & mask;
            while (_slots[slot] >= 0)
                slot = (slot + 1) & mask;
            _slots[slot] = Count++;
        }
    }

    private ReadOnlySpan<char> Form(int number) => _letters.AsSpan(_starts[number].._starts[number + 1]);

    /// <summary>FNV-1a.</summary>
    private static uint Hash(ReadOnlySpan<char> form)
    {
        var hash = 2166136261u ^ (uint)form.Length;
        foreach (var c in form)
            hash = (hash ^ c) * 16777619u;
        return hash ^ (hash >> 15);
    }

    /// <summary>A lemma and the tags that it goes with.</summary>
    internal readonly record struct LastLemma(UniversalTag Upos, string? Xpos, string Lemma);
}
