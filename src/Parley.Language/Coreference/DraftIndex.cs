using System.Buffers;

namespace Parley.Language.Coreference;

/// <summary>Which draft hangs on its clause by which token; lists are found by their first member's, apart.</summary>
internal sealed class DraftIndex : IDisposable
{
    private readonly int[] _of;

    public DraftIndex(Document document, ReadOnlySpan<Draft> drafts)
    {
        _of = ArrayPool<int>.Shared.Rent(document.Tokens.Count);
        _of.AsSpan(0, document.Tokens.Count).Fill(Draft.None);
        for (var i = 0; i < drafts.Length; i++)
        {
            if (!drafts[i].IsList)
                _of[drafts[i].Top] = i;
        }

        // A tree may hang the words of one name apart; each finds the name.
        for (var i = 0; i < drafts.Length; i++)
        {
            for (var token = drafts[i].HeadFirst; token < drafts[i].HeadEnd; token++)
            {
                if (_of[token] == Draft.None)
                    _of[token] = i;
            }
        }
    }

    /// <summary>The draft of a token; none where the token has none.</summary>
    public int At(int token) => _of[token];

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<int>.Shared.Return(_of);
}
