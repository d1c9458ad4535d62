using Parley.Language;
using Parley.Reports;
using Parley.Reports.Findings;

namespace Parley.Findings.Statements;

/// <summary>One sentence's tokens with the questions that the reader asks of them; indices count from the sentence's first.</summary>
internal readonly struct SentenceWords(Document document, Sentence sentence, QuotationMask quotations)
{
    public int Count => sentence.TokenCount;

    public ReadOnlySpan<char> this[int i] =>
        i < 0 || i >= Count ? default : document.Tokens[sentence.FirstToken + i].Text;

    public bool Is(int i, string word) => this[i].Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsAny(int i, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (Is(i, word))
                return true;
        }

        return false;
    }

    public bool IsMark(int i, string mark) => this[i].SequenceEqual(mark);

    public bool IsStop(int i) => this[i] is "." or "!" or "?" or ";" or "…";

    public bool IsQuoteMark(int i) =>
        this[i] is "“" or "”" or "\"" or "«" or "»" or "„" || (i >= 0 && i < Count && quotations.IsMark(sentence.FirstToken + i));

    public bool IsQuoted(int i) => quotations[sentence.FirstToken + i];

    public bool IsCapitalised(int i) => this[i] is { Length: > 0 } word && char.IsUpper(word[0]);

    /// <summary>A day by name that tells when, and not whose: "Sunday", not "Sunday's".</summary>
    public bool IsDay(int i) =>
        this[i].EndsWith("day", StringComparison.Ordinal) && IsCapitalised(i) && this[i + 1] is not ("’s" or "'s");

    /// <summary>The first index from <paramref name="i"/> on that <paramref name="test"/> holds for; the count where none does.</summary>
    public int Next(int i, Func<SentenceWords, int, bool> test)
    {
        while (i < Count && !test(this, i))
            i++;
        return i;
    }

    /// <summary>The last index up to <paramref name="i"/> that <paramref name="test"/> holds for; -1 where none does.</summary>
    public int Previous(int i, Func<SentenceWords, int, bool> test)
    {
        while (i >= 0 && !test(this, i))
            i--;
        return i;
    }

    /// <summary>
    /// How many tokens a dateline takes at the sentence's beginning: <c>CAIRO, May 18 (Harbour Wire) -</c>; 0 where there
    /// is none.
    /// </summary>
    public int DatelineLength()
    {
        const int Longest = 16;
        if (this[0].Length < 3 || this[0].ContainsAnyExceptInRange('A', 'Z'))
            return 0;
        for (var i = 1; i < Math.Min(Count, Longest); i++)
        {
            if (this[i] is "-" or "–" or "—" or "--")
                return i + 1;
        }

        return 0;
    }

    /// <summary>The stretch without outer quotation marks, commas and stops; null where nothing is left.</summary>
    public Range? Trimmed(int from, int to)
    {
        while (from < to && (IsQuoteMark(from) || IsMark(from, ",")))
            from++;
        while (to > from && (IsQuoteMark(to - 1) || IsMark(to - 1, ",") || IsStop(to - 1)))
            to--;
        if (from >= to)
            return null;

        // An inner quotation keeps both its marks, and the stop within them.
        if (IsQuoted(to - 1) && !IsQuoted(from))
        {
            var mark = to;
            while (mark < Count && !IsQuoteMark(mark))
                mark++;
            to = mark < Count && mark - to <= 1 ? mark + 1 : to;
        }

        if (from > 0 && IsQuoteMark(from - 1) && IsQuoted(from) && !IsQuoted(to - 1))
            from--;
        return from..to;
    }

    public Span SpanOf(Range range) => new(
        document.Tokens[sentence.FirstToken + range.Start.Value].Span.Start,
        document.Tokens[sentence.FirstToken + range.End.Value - 1].Span.End);

    public Citation Cite(Span span) => Citation.Of(document.Text, span);

    public StatementKind KindOf(Range content)
    {
        var quoted = 0;
        var words = 0;
        for (var i = content.Start.Value; i < content.End.Value; i++)
        {
            if (IsQuoteMark(i))
                continue;
            words++;
            quoted += IsQuoted(i) ? 1 : 0;
        }

        return quoted == 0 ? StatementKind.Indirect : quoted == words ? StatementKind.Direct : StatementKind.Mixed;
    }

    /// <summary>Whether a source is one personal pronoun.</summary>
    public bool IsPronoun(Range source) => source.End.Value - source.Start.Value == 1 && IsAny(source.Start.Value, "he", "she", "they", "it");

    /// <summary>A source with an article or a determiner before a common noun is unnamed unless a name ends it.</summary>
    public bool LooksNamed(Range source)
    {
        var from = source.Start.Value;
        if (IsAny(from, "a", "an", "another", "one", "some", "several", "he", "she", "they", "it"))
            return false;
        var isLoneOpener = source.End.Value - from == 1 && from == 0;
        return IsCapitalised(source.End.Value - 1) && !(isLoneOpener && IsAny(from, "officials", "diplomats", "sources"));
    }
}
