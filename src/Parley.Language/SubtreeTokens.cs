using System.Collections;

namespace Parley.Language;

/// <summary>
/// A token and all that depend on it, directly or not, in the order of the text. Enumerating it allocates nothing: each token
/// of the sentence is asked for its ancestors, which costs the tree's depth.
/// </summary>
public readonly struct SubtreeTokens : IEnumerable<Token>
{
    private readonly Document _document;
    private readonly int _top, _first, _end;

    internal SubtreeTokens(Document document, int top, int first, int end)
    {
        _document = document;
        _top = top;
        _first = first;
        _end = end;
    }

    /// <summary>From the first to the last.</summary>
    public Enumerator GetEnumerator() => new(_document, _top, _first, _end);

    IEnumerator<Token> IEnumerable<Token>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Walks along <see cref="SubtreeTokens"/>.</summary>
    public struct Enumerator : IEnumerator<Token>
    {
        private readonly Document _document;
        private readonly int _top, _first, _end;
        private int _at;

        internal Enumerator(Document document, int top, int first, int end)
        {
            _document = document;
            _top = top;
            _first = first;
            _end = end;
            _at = first - 1;
        }

        /// <inheritdoc/>
        public readonly Token Current => new(_document, _at);

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext()
        {
            while (++_at < _end)
            {
                var ancestor = _at;
                while (ancestor != _top && ancestor != Word.None)
                    ancestor = _document.Word(ancestor).Head;
                if (ancestor == _top)
                    return true;
            }

            return false;
        }

        /// <inheritdoc/>
        public void Reset() => _at = _first - 1;

        /// <inheritdoc/>
        public readonly void Dispose() { }
    }
}
