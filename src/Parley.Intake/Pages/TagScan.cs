namespace Parley.Intake.Pages;

/// <summary>A tag as it stands in markup.</summary>
/// <param name="Name">Its name in lower case.</param>
/// <param name="IsEnd">Whether it closes.</param>
/// <param name="ClosesItself">Whether it ends with <c>/&gt;</c>.</param>
/// <param name="Attributes">How many attributes it has.</param>
internal readonly record struct Tag(string Name, bool IsEnd, bool ClosesItself, int Attributes);

/// <summary>Steps from tag to tag through markup, past comments and quoted values; each character is looked at once.</summary>
internal static class TagScan
{
    private const int LongestName = 32;

    /// <summary>The next tag from <paramref name="at"/> on, which is moved past it; false at the end.</summary>
    public static bool Next(string markup, ref int at, out Tag tag)
    {
        tag = default;
        while (at < markup.Length)
        {
            var open = markup.IndexOf('<', at);
            if (open < 0 || open + 1 >= markup.Length)
                break;
            at = open + 1;
            if (markup[at] == '!' || markup[at] == '?')
            {
                SkipDeclaration(markup, ref at);
                continue;
            }

            var isEnd = markup[at] == '/';
            if (isEnd)
                at++;
            if (at >= markup.Length || !char.IsAsciiLetter(markup[at]))
                continue;
            var start = at;
            while (at < markup.Length && !IsBreak(markup[at]))
                at++;
            var name = at - start <= LongestName ? markup[start..at].ToLowerInvariant() : "x-long";
            var attributes = SkipAttributes(markup, ref at, out var closesItself);
            tag = new Tag(name, isEnd, closesItself, attributes);
            return true;
        }

        at = markup.Length;
        return false;
    }

    /// <summary>Where the end tag of an element stands whose content is no markup; the end of the page where it is never closed.</summary>
    public static int EndOfRaw(string markup, int at, string name)
    {
        while (at < markup.Length)
        {
            var end = markup.IndexOf("</", at, StringComparison.Ordinal);
            if (end < 0)
                break;
            at = end + 2;
            if (markup.AsSpan(at).StartsWith(name, StringComparison.OrdinalIgnoreCase)
                && (at + name.Length >= markup.Length || IsBreak(markup[at + name.Length])))
            {
                return end;
            }
        }

        return markup.Length;
    }

    private static void SkipDeclaration(string markup, ref int at)
    {
        var isComment = markup.AsSpan(at).StartsWith("!--", StringComparison.Ordinal);
        var end = isComment
            ? markup.IndexOf("-->", at + 1, StringComparison.Ordinal)
            : markup.IndexOf('>', at);
        at = end < 0 ? markup.Length : end + (isComment ? 3 : 1);
    }

    private static int SkipAttributes(string markup, ref int at, out bool closesItself)
    {
        var count = 0;
        closesItself = false;
        while (at < markup.Length)
        {
            var c = markup[at];
            if (c == '>')
            {
                at++;
                return count;
            }

            closesItself = c == '/';
            if (c is '/' or ' ' or '\t' or '\n' or '\r' or '\f')
            {
                at++;
                continue;
            }

            count++;
            while (at < markup.Length && !IsBreak(markup[at]) && markup[at] != '=')
                at++;
            SkipValue(markup, ref at);
        }

        return count;
    }

    private static void SkipValue(string markup, ref int at)
    {
        while (at < markup.Length && char.IsWhiteSpace(markup[at]))
            at++;
        if (at >= markup.Length || markup[at] != '=')
            return;
        at++;
        while (at < markup.Length && char.IsWhiteSpace(markup[at]))
            at++;
        if (at >= markup.Length)
            return;
        if (markup[at] is '"' or '\'')
        {
            var end = markup.IndexOf(markup[at], at + 1);
            at = end < 0 ? markup.Length : end + 1;
            return;
        }

        while (at < markup.Length && markup[at] != '>' && !char.IsWhiteSpace(markup[at]))
            at++;
    }

    private static bool IsBreak(char c) => c is '>' or '/' or ' ' or '\t' or '\n' or '\r' or '\f';
}
