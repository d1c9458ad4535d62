using System.Runtime.InteropServices;

namespace Parley.Language.Quotations;

/// <summary>What stands between two marks of one paragraph, or behind one that nothing closes.</summary>
internal struct QuotedPiece
{
    /// <summary>Offsets of the opening mark, and of its end.</summary>
    public int Start, ContentStart;

    /// <summary>Offsets of the closing mark, and of its end; of a piece that is not closed, both where it ends.</summary>
    public int ContentEnd, End;

    /// <summary>As <see cref="QuotationMark.Content"/> of the opening mark.</summary>
    public int Content;

    public MarkFamily Family;

    public bool IsClosed;

    /// <summary>Whether a mark of the same family opens after it, so that it cannot run to the paragraph's end.</summary>
    public bool IsCut;
}

/// <summary>
/// Pairs the marks of a paragraph by a stack: each mark that closes takes the nearest that it can close, and what was opened in between
/// stays open. Every mark enters and leaves the stack once at most.
/// </summary>
internal sealed class MarkMatcher
{
    private readonly List<QuotationMark> _marks = [];
    private readonly List<(int Mark, int Piece)> _stack = [];

    /// <summary>How many marks of each kind are on the stack: those a <c>”</c> closes first, and those a <c>"</c> does.</summary>
    private int _curly, _straight;

    /// <summary>How many of each other family are on the stack, by the mark that opened them.</summary>
    private readonly int[] _angled = new int[4];

    /// <summary>The pieces of the paragraph last read, in the order of their starts.</summary>
    public List<QuotedPiece> Pieces { get; } = [];

    /// <summary>Whether the paragraph last read begins with a mark that opens: it may go on with the quotation before it.</summary>
    public bool BeginsWithMark(int start) => _marks.Count > 0 && _marks[0].Start == start && Pieces.Count > 0 && Pieces[0].Start == start;

    /// <summary>Reads <c>text[start..end]</c>, a paragraph without space at its ends.</summary>
    public void Read(string text, int start, int end)
    {
        Pieces.Clear();
        _stack.Clear();
        Array.Clear(_angled);
        _curly = _straight = 0;
        MarkFinder.Find(text, start, end, _marks);
        if (_marks.Count == 0)
            return;
        SingleMarks.Pair(text, start, end, _marks);
        for (var i = 0; i < _marks.Count; i++)
            Take(text, start, end, i);
        DiscardSingles();
        EndOpenPieces(text, end);
        Untangle(text);
    }

    private void Take(string text, int start, int end, int index)
    {
        var mark = _marks[index];
        switch (mark.Family)
        {
            case MarkFamily.Single:
                TakeSingle(text, start, end, index, mark);
                break;
            case MarkFamily.Double:
                TakeDouble(text, start, end, index, mark);
                break;
            default:
                TakeAngled(index, mark);
                break;
        }
    }

    private void TakeSingle(string text, int start, int end, int index, QuotationMark mark)
    {
        if (mark.Partner > index)
            Open(index, mark);
        else if (mark.Partner != QuotationMark.None)
            CloseSingle(mark);
        else if (IsSpeech(text, start, end, mark))
            Open(index, mark);
    }

    /// <summary>A single mark closes only the one opened last: where a double one was opened since, it is an apostrophe.</summary>
    private void CloseSingle(QuotationMark mark)
    {
        if (_stack.Count > 0 && _stack[^1].Mark == mark.Partner)
            CloseTop(mark);
    }

    /// <summary>A single mark that nothing closes opens a speech only where it can be nothing else: at a paragraph's beginning or behind a pause.</summary>
    private bool IsSpeech(string text, int start, int end, QuotationMark mark)
    {
        if (mark.Glyph != '‘' || _stack.Count > 0 || mark.End >= end || !char.IsUpper(text[mark.End]) || !SingleMarks.Opens(text, end, mark))
            return false;
        return mark.Start == start || (mark.Start - 2 >= start && text[mark.Start - 2] is ',' or ':');
    }

    private void TakeDouble(string text, int start, int end, int index, QuotationMark mark)
    {
        var isAnyOpen = _curly + _straight > 0;
        var next = mark.End < end ? text[mark.End] : ' ';
        var opens = mark.Glyph switch
        {
            '„' or '‟' => true,
            '“' => !isAnyOpen || mark.MayOpen || !mark.MayClose || (TopDouble() != '„' && char.IsLetterOrDigit(next)),
            '”' => !isAnyOpen && mark is { MayOpen: true, MayClose: false },

            // Straight: by its place where that tells, in turn where it does not.
            _ when mark.MayOpen != mark.MayClose =>
                mark.MayOpen || (!isAnyOpen && char.IsLetter(next) && !char.IsDigit(MarkFinder.Before(text, start, mark.Start))),
            _ => !isAnyOpen,
        };
        if (opens)
            Open(index, mark);
        else if (isAnyOpen)
            Close(mark, (mark.Glyph == '"' ? _straight > 0 : _curly == 0) ? '"' : '“');
    }

    /// <summary>The double mark opened last, seen past one of another family at most.</summary>
    private char TopDouble()
    {
        for (var i = _stack.Count - 1; i >= 0 && i >= _stack.Count - 2; i--)
        {
            if (_marks[_stack[i].Mark] is { Family: MarkFamily.Double } mark)
                return mark.Glyph;
        }

        return ' ';
    }

    /// <summary>Guillemets point outward in French and inward in German; whichever opened, the other closes.</summary>
    private void TakeAngled(int index, QuotationMark mark)
    {
        var other = mark.Glyph switch { '«' => '»', '»' => '«', '‹' => '›', _ => '‹' };
        if (_angled[AngledIndex(other)] > 0)
            Close(mark, other);
        else if (mark.Glyph is '«' or '‹' || mark is { MayOpen: true, MayClose: false })
            Open(index, mark);
    }

    private static int AngledIndex(char glyph) => glyph switch { '«' => 0, '»' => 1, '‹' => 2, _ => 3 };

    private void Open(int index, QuotationMark mark)
    {
        _stack.Add((index, Pieces.Count));
        Pieces.Add(new QuotedPiece
        {
            Start = mark.Start,
            ContentStart = mark.End,
            ContentEnd = QuotationMark.None,
            Content = mark.Content,
            Family = mark.Family,
        });
        Count(mark, 1);
    }

    private void Count(QuotationMark mark, int change)
    {
        if (mark.Family == MarkFamily.Double && mark.Glyph == '"')
            _straight += change;
        else if (mark.Family == MarkFamily.Double)
            _curly += change;
        else if (mark.Family != MarkFamily.Single)
            _angled[AngledIndex(mark.Glyph)] += change;
    }

    /// <summary>Closes the nearest mark on the stack that is drawn as <paramref name="glyph"/>, all curly double ones being alike.</summary>
    private void Close(QuotationMark closer, char glyph)
    {
        while (_stack.Count > 0)
        {
            var (open, piece) = _stack[^1];
            var mark = _marks[open];
            if (glyph == (mark is { Family: MarkFamily.Double, Glyph: not '"' } ? '“' : mark.Glyph))
            {
                CloseTop(closer);
                return;
            }

            _stack.RemoveAt(_stack.Count - 1);
            Count(mark, -1);
            if (mark.Family == MarkFamily.Single)
                Discard(piece);
            else
                CutAt(piece, closer.Start);
        }
    }

    private void CloseTop(QuotationMark closer)
    {
        var (open, piece) = _stack[^1];
        _stack.RemoveAt(_stack.Count - 1);
        Count(_marks[open], -1);
        ref var closed = ref CollectionsMarshal.AsSpan(Pieces)[piece];
        (closed.ContentEnd, closed.End, closed.IsClosed) = (closer.Start, closer.End, true);
    }

    /// <summary>An unclosed piece within a closed one ends with it at the latest.</summary>
    private void CutAt(int piece, int end)
    {
        ref var cut = ref CollectionsMarshal.AsSpan(Pieces)[piece];
        (cut.ContentEnd, cut.End, cut.IsCut) = (end, end, true);
    }

    /// <summary>A mark that proved to be none is kept as an empty piece, which gives no quotation.</summary>
    private void Discard(int piece)
    {
        ref var discarded = ref CollectionsMarshal.AsSpan(Pieces)[piece];
        (discarded.Content, discarded.ContentEnd, discarded.End) = (int.MaxValue, discarded.ContentStart, discarded.ContentStart);
    }

    /// <summary>Single marks that did not meet their partner are apostrophes.</summary>
    private void DiscardSingles()
    {
        foreach (var (open, piece) in _stack)
        {
            if (_marks[open] is { Family: MarkFamily.Single, Partner: not QuotationMark.None })
                Discard(piece);
        }
    }

    /// <summary>A piece that nothing closes ends before the next that opens with marks of its family, or else with the paragraph.</summary>
    private void EndOpenPieces(string text, int end)
    {
        Span<int> next = [QuotationMark.None, QuotationMark.None, QuotationMark.None, QuotationMark.None];
        var pieces = CollectionsMarshal.AsSpan(Pieces);
        for (var i = pieces.Length - 1; i >= 0; i--)
        {
            ref var piece = ref pieces[i];
            if (piece.Content == int.MaxValue)
                continue;
            var following = next[(int)piece.Family];
            next[(int)piece.Family] = piece.Start;
            if (piece.IsClosed)
                continue;
            var last = piece.IsCut ? piece.ContentEnd : end;
            if (following != QuotationMark.None && following < last)
                (last, piece.IsCut) = (following, true);
            EndAt(text, ref piece, last);
        }
    }

    /// <summary>An open piece ends where one begins that outlasts it, so that all nest.</summary>
    private void Untangle(string text)
    {
        _stack.Clear();
        var pieces = CollectionsMarshal.AsSpan(Pieces);
        for (var i = 0; i < pieces.Length; i++)
        {
            if (pieces[i].Content >= pieces[i].ContentEnd)
                continue;
            while (_stack.Count > 0 && pieces[_stack[^1].Piece].ContentEnd < pieces[i].End)
            {
                ref var top = ref pieces[_stack[^1].Piece];
                if (top.ContentEnd > pieces[i].Start && !top.IsClosed)
                    EndAt(text, ref top, pieces[i].Start);
                _stack.RemoveAt(_stack.Count - 1);
            }

            _stack.Add((QuotationMark.None, i));
        }
    }

    private static void EndAt(string text, ref QuotedPiece piece, int end)
    {
        while (end > piece.ContentStart && char.IsWhiteSpace(text[end - 1]))
            end--;
        (piece.ContentEnd, piece.End) = (end, end);
    }
}
