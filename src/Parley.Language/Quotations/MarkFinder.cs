using System.Buffers;

namespace Parley.Language.Quotations;

/// <summary>
/// Finds the marks of a paragraph and how each may stand: a mark opens at a word's beginning and closes at a word's end. What stands
/// beside a run of marks counts for all of them: the three of <c>said.’”"</c> all close.
/// </summary>
internal static class MarkFinder
{
    private static readonly SearchValues<char> s_marks = SearchValues.Create("\"“”„‟＂«»‹›‘’‚‛'`");

    /// <summary>In digits: <c>5'10"</c>.</summary>
    private const int LongestInches = 4;

    /// <summary>Replaces <paramref name="marks"/> by those of <c>text[start..end]</c>.</summary>
    public static void Find(string text, int start, int end, List<QuotationMark> marks)
    {
        marks.Clear();
        for (var at = start; at < end;)
        {
            var next = text.AsSpan(at, end - at).IndexOfAny(s_marks);
            if (next < 0)
                break;
            at += next;
            var runEnd = at;
            while (runEnd < end && s_marks.Contains(text[runEnd]))
                runEnd++;
            AddRun(text, start, end, at, runEnd, marks);
            at = runEnd;
        }

        FindContents(text, end, marks);
    }

    /// <summary>The character before <paramref name="at"/>, a space where the paragraph begins there.</summary>
    public static char Before(string text, int start, int at) => at > start ? text[at - 1] : ' ';

    private static void AddRun(string text, int start, int end, int at, int runEnd, List<QuotationMark> marks)
    {
        var left = Before(text, start, at);
        var right = runEnd < end ? text[runEnd] : ' ';
        var mayOpen = LetsOpen(left) && !char.IsWhiteSpace(right);
        var mayClose = !char.IsWhiteSpace(left);
        for (; at < runEnd; at++)
        {
            var glyph = text[at];
            var isPair = glyph is '\'' or '`' or '‘' or '’' && at + 1 < runEnd && text[at + 1] == glyph;
            if (glyph == '`' && !isPair)
                continue;
            var mark = new QuotationMark
            {
                Start = at,
                End = at + (isPair ? 2 : 1),
                Glyph = isPair || glyph == '＂' ? '"' : glyph,
                Family = isPair ? MarkFamily.Double : FamilyOf(glyph),
                MayOpen = mayOpen,
                MayClose = mayClose,
                Partner = QuotationMark.None,
            };
            at = mark.End - 1;
            if (!IsMeasure(text, start, mark))
                marks.Add(mark);
        }
    }

    private static bool LetsOpen(char left) =>
        !char.IsLetterOrDigit(left) && left is not ('.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '}' or '%' or '…');

    private static MarkFamily FamilyOf(char glyph) => glyph switch
    {
        '«' or '»' => MarkFamily.Guillemet,
        '‹' or '›' => MarkFamily.Angle,
        '‘' or '’' or '‚' or '‛' or '\'' => MarkFamily.Single,
        _ => MarkFamily.Double,
    };

    /// <summary>Feet or inches in <c>5'10"</c>: a mark between digits, or behind digits that follow one.</summary>
    private static bool IsMeasure(string text, int start, QuotationMark mark)
    {
        if (!char.IsAsciiDigit(Before(text, start, mark.Start)))
            return false;
        if (mark.Family == MarkFamily.Single)
            return mark.End < text.Length && char.IsAsciiDigit(text[mark.End]);
        if (mark.Glyph is not ('"' or '”' or '“'))
            return false;
        var at = mark.Start - 1;
        while (at > start && mark.Start - at <= LongestInches && (char.IsAsciiDigit(text[at]) || text[at] == ' '))
            at--;
        return text[at] is '\'' or '’' or '‘' && char.IsAsciiDigit(Before(text, start, at));
    }

    private static void FindContents(string text, int end, List<QuotationMark> marks)
    {
        var following = (Start: end, Content: text.Length);
        for (var i = marks.Count - 1; i >= 0; i--)
        {
            var mark = marks[i];
            var at = mark.End;
            while (at < following.Start && char.IsWhiteSpace(text[at]))
                at++;
            mark.Content = at < following.Start ? at : following.Content;
            marks[i] = mark;
            following = (mark.Start, mark.Content);
        }
    }
}
