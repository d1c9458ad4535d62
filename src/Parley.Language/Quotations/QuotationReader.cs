using System.Runtime.InteropServices;
using Parley.Reports;

namespace Parley.Language.Quotations;

/// <summary>
/// Finds what stands between quotation marks, paragraph by paragraph, in time linear in the text whatever the marks. A quotation that
/// its paragraph leaves open goes on where the next paragraph opens with a mark, as news writes long speeches. Safe for many threads.
/// </summary>
internal static class QuotationReader
{
    /// <summary>The quotations of <paramref name="text"/>, whose syntax is known, in the order of their starts.</summary>
    public static ImmutableArray<Quotation> Read(string text, ReadOnlySpan<Word> words, ReadOnlySpan<SentenceBounds> sentences)
    {
        var matcher = new MarkMatcher();
        var drafts = new List<Draft>();
        var parts = new List<QuotedPart>();
        var enclosing = new List<int>();
        var open = QuotationMark.None;
        for (var first = 0; first < sentences.Length;)
        {
            var last = first;
            while (last + 1 < sentences.Length && sentences[last + 1].Paragraph == sentences[first].Paragraph)
                last++;
            var start = words[sentences[first].FirstWord].Start;
            var end = words[sentences[last].FirstWord + sentences[last].WordCount - 1].End;
            matcher.Read(text, start, end);
            open = Add(text, end, matcher, matcher.BeginsWithMark(start) ? open : QuotationMark.None, drafts, parts, enclosing);
            first = last + 1;
        }

        if (drafts.Count == 0)
            return [];
        QuotedWords.Count(text, words, CollectionsMarshal.AsSpan(parts), CollectionsMarshal.AsSpan(drafts));
        var quotations = ImmutableArray.CreateBuilder<Quotation>(drafts.Count);
        foreach (ref readonly var draft in CollectionsMarshal.AsSpan(drafts))
            quotations.Add(draft.ToQuotation());
        return quotations.MoveToImmutable();
    }

    /// <summary>Adds a paragraph's pieces; gives the quotation that it leaves open, or none.</summary>
    private static int Add(
        string text, int end, MarkMatcher matcher, int continued, List<Draft> drafts, List<QuotedPart> parts, List<int> enclosing)
    {
        enclosing.Clear();
        var open = QuotationMark.None;
        var pieces = CollectionsMarshal.AsSpan(matcher.Pieces);
        for (var i = 0; i < pieces.Length; i++)
        {
            ref readonly var piece = ref pieces[i];
            if (Content(text, piece) is not { } content)
                continue;
            while (enclosing.Count > 0 && !parts[enclosing[^1]].Span.Contains(new Span(piece.Start, piece.End)))
                enclosing.RemoveAt(enclosing.Count - 1);
            var around = enclosing.Count > 0 ? enclosing[^1] : QuotationMark.None;
            var parent = around < 0 ? QuotationMark.None : parts[around].Quotation;
            enclosing.Add(parts.Count);
            if (i == 0 && continued != QuotationMark.None && drafts[continued].Family == piece.Family)
            {
                CollectionsMarshal.AsSpan(drafts)[continued].Continue(content, piece.End, piece.IsClosed);
                parts.Add(new QuotedPart(content, continued, around));
            }
            else
            {
                parts.Add(new QuotedPart(content, drafts.Count, around));
                drafts.Add(new Draft(piece, content, parent, parent < 0 ? 0 : drafts[parent].Depth + 1));
            }

            if (piece is { IsClosed: false, IsCut: false } && piece.End == end && parent < 0)
                open = parts[^1].Quotation;
        }

        return open;
    }

    /// <summary>What stands between a piece's marks; null where that is nothing but space and marks.</summary>
    private static Span? Content(string text, in QuotedPiece piece)
    {
        if (piece.Content >= piece.ContentEnd)
            return null;
        var (start, end) = (piece.ContentStart, piece.ContentEnd);
        while (char.IsWhiteSpace(text[start]))
            start++;
        while (char.IsWhiteSpace(text[end - 1]))
            end--;
        return new Span(start, end);
    }

    /// <summary>A quotation while it is read.</summary>
    internal struct Draft(QuotedPiece piece, Span content, int parent, int depth)
    {
        private readonly int _start = piece.Start;
        private int _end = piece.End;
        private bool _isClosed = piece.IsClosed;
        private ImmutableArray<Span>.Builder? _parts;

        public readonly MarkFamily Family => piece.Family;

        public readonly int Parent => parent;

        public readonly int Depth => depth;

        public int WordCount { get; set; }

        public bool HoldsClause { get; set; }

        public void Continue(Span next, int end, bool isClosed)
        {
            if (_parts is null)
            {
                _parts = ImmutableArray.CreateBuilder<Span>();
                _parts.Add(content);
            }

            _parts.Add(next);
            (_end, _isClosed) = (end, isClosed);
        }

        public readonly Quotation ToQuotation() => new(
            new Span(_start, _end), _parts?.ToImmutable() ?? [content], parent < 0 ? null : parent, depth, _isClosed, WordCount, HoldsClause);
    }
}

/// <summary>A quotation's part in one paragraph.</summary>
/// <param name="Span">What is quoted.</param>
/// <param name="Quotation">Index of the quotation.</param>
/// <param name="Around">Index of the part that it stands in, or none.</param>
internal readonly record struct QuotedPart(Span Span, int Quotation, int Around);
