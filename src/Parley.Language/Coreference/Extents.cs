using System.Buffers;

namespace Parley.Language.Coreference;

/// <summary>
/// How far the subtree of each token reaches, all at one cost linear in the text; and how much of it is the noun's own phrase: what
/// hangs on a noun by apposition, coordination or as a relative clause is told of it, not part of what names it.
/// </summary>
internal sealed class Extents : IDisposable
{
    private readonly Document _document;
    private readonly int[] _left, _right;

    public Extents(Document document)
    {
        _document = document;
        var count = document.Tokens.Count;
        _left = ArrayPool<int>.Shared.Rent(count);
        _right = ArrayPool<int>.Shared.Rent(count);
        var order = ArrayPool<int>.Shared.Rent(count);
        foreach (var sentence in document.Sentences)
            Measure(sentence, order);
        ArrayPool<int>.Shared.Return(order);
    }

    /// <summary>The last token of a token's subtree.</summary>
    public int Right(int token) => _right[token];

    /// <summary>Widens the tokens from <paramref name="first"/> to before <paramref name="end"/> by what is part of the same noun phrase.</summary>
    public (int First, int End) Widen(int first, int end)
    {
        var (left, right) = (first, end);
        for (var token = first; token < end; token++)
        {
            var isCut = false;
            for (var child = _document.Word(token).FirstChild; child != Word.None; child = _document.Word(child).NextSibling)
            {
                ref readonly var word = ref _document.Word(child);
                if (child < first && IsPart(word.Relation, isBefore: true))
                    left = Math.Min(left, _left[child]);
                if (child < end || isCut)
                    continue;
                if (IsPart(word.Relation, isBefore: false))
                    right = Math.Max(right, _right[child] + 1);
                else
                    isCut = word.Relation is not ("punct" or "case") || IsBreak(word);
            }
        }

        return (left, right);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_left);
        ArrayPool<int>.Shared.Return(_right);
    }

    private bool IsBreak(in Word word) => _document.Text[word.Start] is ',' or ';' or ':' or '(' or '—' or '–';

    private static bool IsPart(string? relation, bool isBefore) => relation switch
    {
        "det" or "det:predet" or "amod" or "nummod" or "compound" or "nmod" or "nmod:desc" or "nmod:poss" or "acl" => true,

        // A name is whole by itself; what hangs flat after it is mostly a day.
        "flat" => isBefore,
        _ => false,
    };

    /// <summary>Parents come before their children in the order, so the way back meets the children first.</summary>
    private void Measure(Sentence sentence, int[] order)
    {
        var (first, end) = (sentence.FirstToken, sentence.FirstToken + sentence.TokenCount);
        var count = 0;
        for (var i = first; i < end; i++)
        {
            _left[i] = _right[i] = i;
            if (_document.Word(i).Head < 0)
                order[count++] = i;
        }

        for (var at = 0; at < count; at++)
        {
            for (var child = _document.Word(order[at]).FirstChild; child != Word.None; child = _document.Word(child).NextSibling)
                order[count++] = child;
        }

        for (var at = count - 1; at >= 0; at--)
        {
            var head = _document.Word(order[at]).Head;
            if (head < 0)
                continue;
            _left[head] = Math.Min(_left[head], _left[order[at]]);
            _right[head] = Math.Max(_right[head], _right[order[at]]);
        }
    }
}
