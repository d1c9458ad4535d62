using System.Collections.Frozen;
using System.Runtime.InteropServices;
using Parley.Reports.Data;

namespace Parley.Language.Quotations;

/// <summary>
/// Tells single quotation marks from apostrophes. One opens only where a word begins that is not clipped (<c>’90s</c>, <c>’til</c>), and
/// only where another closes it; one closes where a word ends. Behind an s it may belong to a plural (<c>the envoys’ talks</c>), so
/// such a one closes only where no better follows.
/// </summary>
internal static class SingleMarks
{
    /// <summary>In characters.</summary>
    private const int LongestClipped = 8;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_clipped =
        WordList.Words(typeof(SingleMarks).Assembly, "clipped-words.tsv", comparer: StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Gives each single mark of a paragraph that is no apostrophe its <see cref="QuotationMark.Partner"/>.</summary>
    public static void Pair(string text, int start, int end, List<QuotationMark> marks)
    {
        // From the end, so that each opening mark finds the best of those up to the next opening mark: the first sure one, or else the
        // first that may be a possessive.
        var (sure, unsure) = (QuotationMark.None, QuotationMark.None);
        var span = CollectionsMarshal.AsSpan(marks);
        for (var i = span.Length - 1; i >= 0; i--)
        {
            ref var mark = ref span[i];
            if (mark.Family != MarkFamily.Single)
                continue;
            if (Opens(text, end, mark))
            {
                mark.Partner = sure != QuotationMark.None ? sure : unsure;
                if (mark.Partner != QuotationMark.None)
                    span[mark.Partner].Partner = i;
                (sure, unsure) = (QuotationMark.None, QuotationMark.None);
            }
            else if (Closes(text, start, end, mark, out var isSure))
            {
                if (isSure)
                    sure = i;
                else
                    unsure = i;
            }
        }
    }

    /// <summary>Whether <paramref name="mark"/> may open a quotation by what stands around it.</summary>
    public static bool Opens(string text, int end, QuotationMark mark) => mark.MayOpen && !IsClipped(text, mark.End, end);

    private static bool Closes(string text, int start, int end, QuotationMark mark, out bool isSure)
    {
        isSure = true;
        var next = mark.End < end ? text[mark.End] : ' ';
        if (!mark.MayClose || char.IsLetterOrDigit(next) || mark.Glyph is '‚' or '‛')
            return false;
        if (IsClippedAnd(text, start, mark.Start))
            return false;
        var isBetweenWords = char.IsWhiteSpace(next) && mark.End + 1 < end && char.IsLetter(text[mark.End + 1]);
        var last = MarkFinder.Before(text, start, mark.Start);
        isSure = !isBetweenWords || !(last is 's' or 'S' or 'x' or 'z' || EndsClipped(text, start, mark.Start));
        return true;
    }

    /// <summary>A word without its beginning, or a decade without its century.</summary>
    private static bool IsClipped(string text, int at, int end)
    {
        var stop = at;
        while (stop < end && stop - at <= LongestClipped && char.IsLetterOrDigit(text[stop]))
            stop++;
        var word = text.AsSpan(at, stop - at);
        var isDecade = word.Length is 2 or 3 && char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(word[1]) && (word.Length == 2 || word[2] == 's');
        return isDecade || s_clipped.Contains(word);
    }

    /// <summary>The second mark of <c>’n’</c>.</summary>
    private static bool IsClippedAnd(string text, int start, int at) =>
        at - 2 >= start && text[at - 1] is 'n' or 'N' && text[at - 2] is '\'' or '’' or '‘';

    /// <summary>The <c>goin’</c> of spoken English.</summary>
    private static bool EndsClipped(string text, int start, int at) =>
        at - 3 >= start && text[at - 1] == 'n' && text[at - 2] == 'i' && char.IsLetter(text[at - 3]);
}
