using System.Net;
using System.Text;
using System.Text.Json;
using Parley.Intake.Json;

namespace Parley.Intake.Pages.Metadata;

/// <summary>
/// Reads JSON as pages hold it: within CDATA or comments, with line breaks in strings, trailing commas and stray
/// escapes.
/// </summary>
internal static class LooseJson
{
    /// <summary>The document; null where it cannot be made out.</summary>
    /// <param name="text">What the script element holds.</param>
    /// <param name="depth">Objects and arrays within one another, at most.</param>
    public static JsonDocument? Parse(string text, int depth)
    {
        try
        {
            return JsonDocument.Parse(Mend(Unwrap(text)), JsonText.Options(depth));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What is between the outermost brackets, entities decoded where the quotes are entities too.</summary>
    private static string Unwrap(string text)
    {
        if (text.Contains("{&quot;", StringComparison.Ordinal) || text.Contains("{ &quot;", StringComparison.Ordinal))
            text = WebUtility.HtmlDecode(text);
        text = text.Replace("<![CDATA[", "", StringComparison.Ordinal);
        var start = text.AsSpan().IndexOfAny('{', '[');
        var end = text.AsSpan().LastIndexOfAny('}', ']');
        return start < 0 || end < start ? "" : text[start..(end + 1)];
    }

    /// <summary>Escapes control characters within strings and drops backslashes that escape nothing.</summary>
    private static string Mend(string text)
    {
        var mended = new StringBuilder(text.Length);
        var inString = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"')
            {
                inString = !inString;
            }
            else if (inString && c == '\\')
            {
                if (i + 1 < text.Length && "\"\\/bfnrtu".Contains(text[i + 1], StringComparison.Ordinal))
                    mended.Append('\\').Append(text[++i]);
                continue;
            }
            else if (inString && c < ' ')
            {
                mended.Append(c == '\n' ? "\\n" : c == '\r' ? "" : " ");
                continue;
            }

            mended.Append(c);
        }

        return mended.ToString();
    }
}
