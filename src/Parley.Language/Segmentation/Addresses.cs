namespace Parley.Language.Segmentation;

/// <summary>
/// Finds web addresses (<c>https://…</c>, <c>www.…</c>), mail addresses, handles (<c>@name</c>) and tags (<c>#name</c>): written
/// by rules of their own, they are read by rule and stay whole.
/// </summary>
internal static class Addresses
{
    /// <summary>In code units; no scheme is longer.</summary>
    private const int LongestScheme = 12;

    /// <summary>
    /// The first address in <paramref name="text"/> that starts at or after <paramref name="from"/> and ends by
    /// <paramref name="end"/>, a stretch without white space; start and end are <paramref name="end"/> where there is none.
    /// </summary>
    public static (int Start, int End) Find(string text, int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            var found = i;
            var start = i;
            switch (text[i])
            {
                case '@' when i > from && IsLocal(text[i - 1]):
                    (start, found) = Mail(text, from, i, end);
                    break;
                case '@' or '#' when i + 1 < end && (char.IsLetter(text[i + 1]) || text[i + 1] == '_') && (i == from || !char.IsLetterOrDigit(text[i - 1])):
                    found = i + 1;
                    while (found < end && (char.IsLetterOrDigit(text[found]) || text[found] == '_'))
                        found++;
                    break;
                case ':' when i + 3 < end && text[i + 1] == '/' && text[i + 2] == '/':
                    while (start > from && i - start < LongestScheme && char.IsAsciiLetter(text[start - 1]))
                        start--;
                    found = start == i ? i : WebEnd(text, i + 3, end);
                    break;
                case 'w' or 'W' when i + 4 < end && text.AsSpan(i, 4).Equals("www.", StringComparison.OrdinalIgnoreCase)
                        && (i == from || !char.IsLetterOrDigit(text[i - 1])):
                    found = WebEnd(text, i + 4, end);
                    break;
            }

            if (found > i)
                return (start, found);
        }

        return (end, end);
    }

    /// <summary>Where a web address ends: before a quotation mark or angle, and before the marks of the sentence around it.</summary>
    private static int WebEnd(string text, int from, int end)
    {
        var found = from;
        var brackets = 0;
        for (; found < end && text[found] is not ('"' or '“' or '”' or '«' or '»' or '<' or '>' or '‘' or '’'); found++)
            brackets += text[found] == '(' ? 1 : text[found] == ')' ? -1 : 0;
        while (found > from && (Characters.Class(text[found - 1]) is CharacterClass.Stop or CharacterClass.Terminal or CharacterClass.Comma
            or CharacterClass.Quote || text[found - 1] is ']' or '}' or '*' || (text[found - 1] == ')' && brackets < 0)))
        {
            brackets += text[--found] == ')' ? 1 : 0;
        }

        return found;
    }

    private static (int Start, int End) Mail(string text, int from, int at, int end)
    {
        var (start, found, hasDot) = (at, at + 1, false);
        while (start > from && IsLocal(text[start - 1]))
            start--;
        for (; found < end && (char.IsLetterOrDigit(text[found]) || text[found] is '-' or '.'); found++)
            hasDot |= text[found] == '.' && found > at + 1 && found + 1 < end && char.IsLetter(text[found + 1]);
        while (found > at && text[found - 1] is '.' or '-')
            found--;
        return hasDot ? (start, found) : (at, at);
    }

    private static bool IsLocal(char c) => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '%';
}
