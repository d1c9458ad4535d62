using System.Runtime.Intrinsics;
using Parley.Language.Models;

namespace Parley.Language.Syntax;

/// <summary>The vectors of words, suffixes, prefixes, shapes and n-grams, side by side; numbers of 8 bits with a scale a row.</summary>
internal sealed class WordEmbeddings
{
    private readonly Table _words, _suffixes, _prefixes, _shapes, _ngrams;

    public WordEmbeddings(Model model)
    {
        _words = new Table(model, "embeddings.words");
        _suffixes = new Table(model, "embeddings.suffixes");
        _prefixes = new Table(model, "embeddings.prefixes");
        _shapes = new Table(model, "embeddings.shapes");
        _ngrams = new Table(model, "embeddings.ngrams");
        Width = _words.Width + _suffixes.Width + _prefixes.Width + _shapes.Width + _ngrams.Width;
    }

    /// <summary>Numbers a word.</summary>
    public int Width { get; }

    /// <summary>Writes the vector of one word.</summary>
    public void Write(WordNumbers word, ReadOnlySpan<int> ngrams, Span<float> vector)
    {
        vector.Clear();
        vector = _words.Add(word.Word, 1, vector);
        vector = _suffixes.Add(word.Suffix, 1, vector);
        vector = _prefixes.Add(word.Prefix, 1, vector);
        vector = _shapes.Add(word.Shape, 1, vector);
        var share = 1 / MathF.Sqrt(Math.Max(1, ngrams.Length));
        foreach (var ngram in ngrams)
            _ngrams.Add(ngram, share, vector);
    }

    private sealed class Table
    {
        private readonly sbyte[] _numbers;
        private readonly float[] _scales;

        public Table(Model model, string name)
        {
            _numbers = model.Numbers<sbyte>(name);
            _scales = model.Numbers<float>(name + ".scales");
            Width = _numbers.Length / _scales.Length;
        }

        public int Width { get; }

        /// <summary>Adds a row; gives what of <paramref name="vector"/> lies beyond it.</summary>
        public Span<float> Add(int row, float share, Span<float> vector)
        {
            var scale = Vector512.Create(_scales[row] * share);
            var numbers = _numbers.AsSpan(row * Width, Width);
            for (var i = 0; i < numbers.Length; i += 16)
            {
                var half = Vector256.WidenLower(Vector128.Create<sbyte>(numbers[i..]).ToVector256Unsafe());
                var (low, high) = Vector256.Widen(half);
                var whole = Vector512.ConvertToSingle(Vector512.Create(low, high));
                Vector512.FusedMultiplyAdd(whole, scale, Vector512.Create<float>(vector[i..])).CopyTo(vector[i..]);
            }

            return vector[Width..];
        }
    }
}
