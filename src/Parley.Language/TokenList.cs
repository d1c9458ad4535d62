using System.Collections;

namespace Parley.Language;

/// <summary>A run of a document's tokens. Enumerating it allocates nothing.</summary>
public readonly struct TokenList : IReadOnlyList<Token>
{
    private readonly Document _document;
    private readonly int _first;

    internal TokenList(Document document, int first, int count)
    {
        _document = document;
        _first = first;
        Count = count;
    }

    /// <summary>How many tokens.</summary>
    public int Count { get; }

    /// <summary>The token at <paramref name="index"/>, counted from the run's first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public Token this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            return new Token(_document, _first + index);
        }
    }

    /// <summary>The first token that hangs on none of the others; null where there are none.</summary>
    public Token? Head
    {
        get
        {
            foreach (var token in this)
            {
                if (token.Head is not { } head || head.Index < _first || head.Index >= _first + Count)
                    return token;
            }

            return null;
        }
    }

    /// <summary>From the first to the last.</summary>
    public Enumerator GetEnumerator() => new(_document, _first, Count);

    IEnumerator<Token> IEnumerable<Token>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Walks along a <see cref="TokenList"/>.</summary>
    public struct Enumerator : IEnumerator<Token>
    {
        private readonly Document _document;
        private readonly int _first, _end;
        private int _at;

        internal Enumerator(Document document, int first, int count)
        {
            _document = document;
            _first = first;
            _end = first + count;
            _at = first - 1;
        }

        /// <inheritdoc/>
        public readonly Token Current => new(_document, _at);

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext() => ++_at < _end;

        /// <inheritdoc/>
        public void Reset() => _at = _first - 1;

        /// <inheritdoc/>
        public readonly void Dispose() { }
    }
}
