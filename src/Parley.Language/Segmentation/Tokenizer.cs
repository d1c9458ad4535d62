using System.Collections.Frozen;

namespace Parley.Language.Segmentation;

/// <summary>
/// Splits a stretch without white space into tokens as UD English does: marks off both ends, clitics off their
/// words (<c>do|n't</c>, <c>Hamas|'s</c>), hyphens and slashes between letters; numbers, addresses and
/// abbreviations stay whole.
/// </summary>
internal static class Tokenizer
{
    /// <summary>In code units; initials run to <c>U.S.S.R.</c> and a little more, and each stop at a word's end asks for them anew.</summary>
    private const int LongestInitials = 16;

    public static bool IsOpener(char c) => c is '"' or '“' or '‘' or '\'' or '(' or '[' or '«' or '{' or '„';

    public static void Split(
        string text, int start, int end,
        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> abbreviations,
        List<Word> tokens)
    {
        while (start < end && IsMark(text[start]) && !StartsNumber(text, start, end))
            start = AddMark(text, start, end, tokens);

        // Marks at the end are found from the right, and added from the left.
        var core = end;
        while (core > start && IsMark(text[core - 1]) && !IsWholeAbbreviation(text, start, core, abbreviations))
            core--;
        if (core > start)
            SplitWord(text, start, core, tokens);
        for (var at = core; at < end;)
            at = AddMark(text, at, end, tokens);
    }

    private static bool IsMark(char c) => char.IsPunctuation(c) && c is not ('@' or '#' or '%' or '&' or '_' or '*' or '\\') || c is '…';

    private static bool StartsNumber(string text, int at, int end) =>
        at + 1 < end && text[at] is '.' or '-' or '−' && char.IsDigit(text[at + 1]);

    /// <summary>A known abbreviation, or initials such as <c>U.N.</c> and <c>p.m.</c></summary>
    private static bool IsWholeAbbreviation(
        string text, int start, int end, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> abbreviations)
    {
        if (text[end - 1] != '.')
            return false;
        var word = text.AsSpan(start, end - start);
        if (abbreviations.Contains(word))
            return true;
        if (word.Length == 2)
            return char.IsUpper(word[0]);
        if (word.Length is < 4 or > LongestInitials)
            return false;
        for (var i = 0; i < word.Length; i++)
        {
            if (i % 2 == 0 ? !char.IsLetter(word[i]) : word[i] != '.')
                return false;
        }

        return word.Length % 2 == 0;
    }

    /// <summary>One mark, or a run of stops or dashes that belongs together.</summary>
    private static int AddMark(string text, int at, int end, List<Word> tokens)
    {
        var stop = at + 1;
        if (text[at] is '.' or '-' or '!' or '?')
        {
            while (stop < end && (text[stop] == text[at] || (text[at] is '!' or '?' && text[stop] is '!' or '?')))
                stop++;
        }

        tokens.Add(new Word(at, stop, false));
        return stop;
    }

    private static void SplitWord(string text, int start, int end, List<Word> tokens)
    {
        var word = text.AsSpan(start, end - start);
        if (word.Contains("://", StringComparison.Ordinal) || word.Contains('@')
            || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            tokens.Add(new Word(start, end, false));
            return;
        }

        var clitic = Clitic(word);
        var stem = end - clitic;
        var from = start;
        for (var at = start + 1; at < stem - 1; at++)
        {
            var c = text[at];
            var splits = c is '—' or '–' or '/' or '(' or ')' or '“' or '”' or '"' or '…' or '[' or ']'
                || (c == '-' && char.IsLetter(text[at + 1]) && char.IsLetterOrDigit(text[at - 1]))
                || (c is ',' or ':' or ';' or '?' or '!' && !(char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1])));
            if (!splits)
                continue;
            if (at > from)
                tokens.Add(new Word(from, at, false));
            tokens.Add(new Word(at, at + 1, false));
            from = at + 1;
        }

        if (stem > from)
            tokens.Add(new Word(from, stem, false));
        if (clitic > 0)
            tokens.Add(new Word(stem, end, stem > start));
    }

    /// <summary>
    /// How many characters at the end of <paramref name="word"/> are a clitic: 's, 're, 've, 'll, 'd, 'm, n't; 0 for none.
    /// </summary>
    private static int Clitic(ReadOnlySpan<char> word)
    {
        var apostrophe = word.LastIndexOfAny('\'', '’');
        if (apostrophe <= 0)
            return 0;
        var tail = word[(apostrophe + 1)..];
        if (tail.Equals("t", StringComparison.OrdinalIgnoreCase) && apostrophe >= 2 && word[apostrophe - 1] is 'n' or 'N')
            return word.Length - apostrophe + 1;
        return tail.Length is 1 or 2 && (tail.Equals("s", StringComparison.OrdinalIgnoreCase)
                || tail.Equals("re", StringComparison.OrdinalIgnoreCase) || tail.Equals("ve", StringComparison.OrdinalIgnoreCase)
                || tail.Equals("ll", StringComparison.OrdinalIgnoreCase) || tail.Equals("d", StringComparison.OrdinalIgnoreCase)
                || tail.Equals("m", StringComparison.OrdinalIgnoreCase))
            ? word.Length - apostrophe
            : 0;
    }
}
