namespace Parley.Intake.Inputs;

/// <summary>Tells pages, feeds and lists of feeds apart by their first elements.</summary>
internal static class MarkupShape
{
    // Elements that may open an HTML document or fragment (HTML Living Standard, 4); others are other XML.
    private static readonly string[] s_pageElements =
    [
        "html", "head", "body", "title", "meta", "link", "base", "script", "style",
        "div", "p", "span", "article", "main", "section", "header",
        "h1", "h2", "h3", "h4", "h5", "h6", "a", "b", "i", "em", "strong",
        "table", "ul", "ol", "dl", "br", "hr", "center", "font", "noscript",
        "iframe", "img", "form", "nav", "aside", "footer", "figure", "blockquote", "pre", "template",
    ];

    /// <summary>The kind; unknown for other XML; null where the text only happens to begin with <c>&lt;</c>.</summary>
    public static InputKind? Of(ReadOnlySpan<char> text, bool isDeclaredPage)
    {
        var isXml = text.StartsWith("<?xml");
        while (text is ['<', ..])
        {
            if (text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase))
                return InputKind.Page;
            var end = text.StartsWith("<!--") ? After(text, "-->") : text is ['<', '?' or '!', ..] ? AfterDeclaration(text) : 0;
            if (end == 0)
                break;
            if (end < 0)
                return isDeclaredPage ? InputKind.Page : isXml ? InputKind.Unknown : InputKind.Page;
            text = text[end..].TrimStart();
        }

        if (text is not ['<', ..])
            return text.IsEmpty || isDeclaredPage ? InputKind.Page : null;
        var name = ElementName(text[1..]);
        return name switch
        {
            "rss" or "feed" or "rdf:rdf" or "atom:feed" => InputKind.Feed,
            "opml" => InputKind.Opml,
            "" => isDeclaredPage ? InputKind.Page : null,
            _ when s_pageElements.Contains(name, StringComparer.Ordinal) => InputKind.Page,
            _ => isDeclaredPage || HasPageWithin(text) ? InputKind.Page : InputKind.Unknown,
        };
    }

    /// <summary>Whether a page begins somewhere within the text.</summary>
    public static bool HasPageWithin(ReadOnlySpan<char> text) =>
        text.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.Contains("<html", StringComparison.OrdinalIgnoreCase)
        || text.Contains("<body", StringComparison.OrdinalIgnoreCase) || text.Contains("</p>", StringComparison.OrdinalIgnoreCase);

    private static int After(ReadOnlySpan<char> text, ReadOnlySpan<char> mark)
    {
        var at = text.IndexOf(mark);
        return at < 0 ? -1 : at + mark.Length;
    }

    // <?…?> or <!…>, an internal subset's brackets within it.
    private static int AfterDeclaration(ReadOnlySpan<char> text)
    {
        if (text[1] == '?')
            return After(text, ">");
        var close = text.IndexOf('>');
        var open = text.IndexOf('[');
        return open >= 0 && open < close ? After(text, "]>") : close + 1 is var end && end > 0 ? end : -1;
    }

    private static string ElementName(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && end < 40 && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is ':' or '-' or '_' or '.'))
            end++;
        return end > 0 && char.IsAsciiLetter(text[0]) ? text[..end].ToString().ToLowerInvariant() : "";
    }
}
