using System.Collections.Frozen;

namespace Parley.Language.Syntax;

/// <summary>
/// What the network sees of a word: its form in lower case, its last three and first three letters, its shape, and its letter
/// n-grams (Bojanowski et al. 2017). Trainer and reader share it. Rare values are 0, "unknown".
/// </summary>
internal sealed class WordFeatures
{
    /// <summary>Letters of a word that count; what is longer is no word of a language.</summary>
    public const int LongestForm = 40;

    private const int ShortestNgram = 3, LongestNgram = 5;

    /// <summary>Upper bound of the n-grams of one word.</summary>
    public const int MostNgrams = (LongestNgram - ShortestNgram + 1) * (LongestForm + 2);

    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _words, _suffixes, _prefixes, _shapes;

    /// <summary>Values in the order of their numbers; 0 is kept for the unknown, so the first gets 1.</summary>
    /// <param name="words">Forms as <see cref="Normalize"/> gives them.</param>
    /// <param name="suffixes">Last three letters.</param>
    /// <param name="prefixes">First three letters.</param>
    /// <param name="shapes">Shapes as <see cref="Shape"/> gives them.</param>
    /// <param name="ngramRows">Into how many rows n-grams are hashed; a power of two.</param>
    public WordFeatures(IEnumerable<string> words, IEnumerable<string> suffixes, IEnumerable<string> prefixes, IEnumerable<string> shapes, int ngramRows)
    {
        _words = Number(words);
        _suffixes = Number(suffixes);
        _prefixes = Number(prefixes);
        _shapes = Number(shapes);
        NgramRows = ngramRows;
    }

    /// <summary>Into how many rows n-grams are hashed.</summary>
    public int NgramRows { get; }

    /// <summary>The numbers of a word's features; its n-grams' rows go to <paramref name="ngrams"/>.</summary>
    public WordNumbers Find(ReadOnlySpan<char> form, Span<int> ngrams, out int ngramCount)
    {
        Span<char> buffer = stackalloc char[LongestForm + 2];
        var lower = buffer.Slice(1, Normalize(form, buffer[1..^1]));
        Span<char> shapeBuffer = stackalloc char[LongestForm];
        var shape = shapeBuffer[..Shape(form, shapeBuffer)];
        buffer[0] = '<';
        buffer[lower.Length + 1] = '>';
        ngramCount = FindNgrams(buffer[..(lower.Length + 2)], ngrams);
        return new WordNumbers(
            _words.TryGetValue(lower, out var word) ? word : 0,
            _suffixes.TryGetValue(Suffix(lower), out var suffix) ? suffix : 0,
            _prefixes.TryGetValue(Prefix(lower), out var prefix) ? prefix : 0,
            _shapes.TryGetValue(shape, out var shapeNumber) ? shapeNumber : 0);
    }

    /// <summary>The last three letters of a normalised form.</summary>
    public static ReadOnlySpan<char> Suffix(ReadOnlySpan<char> lower) => lower[Math.Max(0, lower.Length - 3)..];

    /// <summary>The first three letters of a normalised form.</summary>
    public static ReadOnlySpan<char> Prefix(ReadOnlySpan<char> lower) => lower[..Math.Min(3, lower.Length)];

    /// <summary>Lower case, digits as 0, curly quotes and long dashes as plain ones; at most <see cref="LongestForm"/> letters.</summary>
    public static int Normalize(ReadOnlySpan<char> form, Span<char> lower)
    {
        var length = Math.Min(form.Length, LongestForm);
        for (var i = 0; i < length; i++)
        {
            lower[i] = form[i] switch
            {
                >= 'a' and <= 'z' => form[i],
                >= '0' and <= '9' => '0',
                '’' or '‘' or '`' => '\'',
                '“' or '”' or '«' or '»' or '„' => '"',
                '–' or '—' or '−' => '-',
                var other => char.ToLowerInvariant(other),
            };
        }

        return length;
    }

    /// <summary>Classes of letters, runs cut at three: <c>Xxxd</c>.</summary>
    public static int Shape(ReadOnlySpan<char> form, Span<char> shape)
    {
        var length = 0;
        var run = 0;
        for (var i = 0; i < Math.Min(form.Length, LongestForm); i++)
        {
            var c = form[i];
            var kind = char.IsAsciiLetterLower(c) ? 'x' : char.IsAsciiDigit(c) ? 'd' : char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsDigit(c) ? 'd' : c;
            run = length > 0 && shape[length - 1] == kind ? run + 1 : 1;
            if (run <= 3)
                shape[length++] = kind;
        }

        return length;
    }

    private int FindNgrams(ReadOnlySpan<char> marked, Span<int> ngrams)
    {
        var count = 0;
        for (var start = 0; start < marked.Length; start++)
        {
            var hash = 2166136261u;
            for (var length = 1; length <= LongestNgram && start + length <= marked.Length; length++)
            {
                hash = (hash ^ marked[start + length - 1]) * 16777619u;
                if (length >= ShortestNgram)
                    ngrams[count++] = (int)((hash ^ (hash >> 15)) & (uint)(NgramRows - 1));
            }
        }

        return count;
    }

    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Number(IEnumerable<string> values) =>
        values.Select(static (value, i) => KeyValuePair.Create(value, i + 1))
            .ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}

/// <summary>The numbers of a word's features.</summary>
internal readonly record struct WordNumbers(int Word, int Suffix, int Prefix, int Shape);
