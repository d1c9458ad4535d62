namespace Parley.Language.Syntax;

/// <summary>
/// Numbers the different forms that a reader meets, from text to text, so that what depends on a form alone is computed once.
/// Begins anew when it is full: most words of a language are a few thousand forms.
/// </summary>
internal sealed class FormTable
{
    private const int LongestForm = WordFeatures.LongestForm;

    private readonly int _capacity;
    private readonly int[] _slots;
    private readonly int[] _starts;
    private readonly char[] _letters;
    private int[] _numbers = [];
    private int[] _firsts = [];

    /// <param name="capacity">How many forms it holds at most; more than the words of one block.</param>
    public FormTable(int capacity)
    {
        _capacity = capacity;
        _slots = new int[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)capacity * 2)];
        _starts = new int[capacity + 1];
        _letters = new char[capacity * LongestForm];
        _slots.AsSpan().Fill(-1);
    }

    /// <summary>How many forms it holds.</summary>
    public int Count { get; private set; }

    /// <summary>Each word's form's number.</summary>
    public ReadOnlySpan<int> Numbers => _numbers;

    /// <summary>Number of the first form that the last block brought; those after it are new too.</summary>
    public int FirstNew { get; private set; }

    /// <summary>Index in the last block of the first word of this form, one of the new.</summary>
    public int FirstOf(int form) => _firsts[form - FirstNew];

    /// <summary>Numbers the forms of a block's words.</summary>
    public void Fill(string text, ReadOnlySpan<Word> words)
    {
        if (_numbers.Length < words.Length)
            (_numbers, _firsts) = (new int[words.Length], new int[words.Length]);
        if (Count + words.Length > _capacity)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(words.Length, _capacity, nameof(words));
            Count = 0;
            _slots.AsSpan().Fill(-1);
        }

        FirstNew = Count;
        var mask = _slots.Length - 1;
        for (var i = 0; i < words.Length; i++)
        {
            // Only the first letters count for the network, so two forms that share them are one.
            var form = text.AsSpan(words[i].Start, Math.Min(LongestForm, words[i].End - words[i].Start));
            var slot = (int)Hash(form) & mask;
            while (_slots[slot] >= 0 && !Form(_slots[slot]).SequenceEqual(form))
                slot = (slot + 1) & mask;
            if (_slots[slot] < 0)
            {
                _firsts[Count - FirstNew] = i;
                form.CopyTo(_letters.AsSpan(_starts[Count]));
                _starts[Count + 1] = _starts[Count] + form.Length;
                _slots[slot] = Count++;
            }

            _numbers[i] = _slots[slot];
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
}
