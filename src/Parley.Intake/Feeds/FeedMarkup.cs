using System.Net;
using System.Text;

namespace Parley.Intake.Feeds;

/// <summary>
/// Between plain text and HTML for the short things in feeds: titles, names, the length of a summary. Linear, whatever
/// the input.
/// </summary>
internal static class FeedMarkup
{
    /// <summary>The text of an HTML fragment on one line, without tags and entities; null where nothing is left.</summary>
    public static string? ToText(string? html)
    {
        if (html is null)
            return null;
        if (!html.Contains('<', StringComparison.Ordinal))
            return OneLine(WebUtility.HtmlDecode(html));
        var text = new StringBuilder(html.Length);
        for (var i = 0; i < html.Length; i++)
        {
            if (html[i] == '<' && i + 1 < html.Length && (char.IsAsciiLetter(html[i + 1]) || html[i + 1] is '/' or '!' or '?'))
            {
                var end = html.IndexOf('>', i);
                if (end < 0)
                    break;
                i = end;
                text.Append(' ');
            }
            else
            {
                text.Append(html[i]);
            }
        }

        return OneLine(WebUtility.HtmlDecode(text.ToString()));
    }

    /// <summary>Text with runs of white space made one space, no-break spaces kept; null where nothing is left.</summary>
    public static string? OneLine(string? text)
    {
        if (text is null)
            return null;
        var line = WhiteSpace.Collapse(text);
        return string.IsNullOrWhiteSpace(line) ? null : line;
    }

    /// <summary>Plain text as HTML: blank lines part paragraphs.</summary>
    public static string FromText(string text)
    {
        var html = new StringBuilder(text.Length + 16);
        var paragraphs = text.ReplaceLineEndings("\n")
            .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var paragraph in paragraphs)
            html.Append("<p>").Append(WebUtility.HtmlEncode(paragraph)).Append("</p>");
        return html.ToString();
    }
}
