using System.Collections;

namespace Parley.Language;

/// <summary>The tokens that depend on one token, in the order of the text. Enumerating it allocates nothing.</summary>
public readonly struct ChildList : IEnumerable<Token>
{
    private readonly Document _document;
    private readonly int _first;

    internal ChildList(Document document, int first)
    {
        _document = document;
        _first = first;
    }

    /// <summary>From the first to the last.</summary>
    public Enumerator GetEnumerator() => new(_document, _first);

    IEnumerator<Token> IEnumerable<Token>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Walks along a <see cref="ChildList"/>.</summary>
    public struct Enumerator : IEnumerator<Token>
    {
        private readonly Document _document;
        private readonly int _first;
        private int _next;
        private int _at;

        internal Enumerator(Document document, int first)
        {
            _document = document;
            _first = _next = first;
            _at = Word.None;
        }

        /// <inheritdoc/>
        public readonly Token Current => new(_document, _at);

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext()
        {
            if (_next == Word.None)
                return false;
            _at = _next;
            _next = _document.Word(_at).NextSibling;
            return true;
        }

        /// <inheritdoc/>
        public void Reset() => _next = _first;

        /// <inheritdoc/>
        public readonly void Dispose() { }
    }
}
