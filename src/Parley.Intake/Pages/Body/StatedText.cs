using AngleSharp.Html.Parser;

namespace Parley.Intake.Pages.Body;

/// <summary>Reads a text that structured data hold as one string: plain, with line breaks, or with markup in it.</summary>
internal static class StatedText
{
    /// <summary>Code units of the longest text read.</summary>
    private const int Longest = 2_000_000;

    /// <summary>Its paragraphs in order.</summary>
    public static ImmutableArray<string> Paragraphs(string text)
    {
        if (text.Length > Longest)
            return [];

        // Markup within it is parsed as a page's is, if it is as harmless.
        if (text.Contains("</", StringComparison.Ordinal) || text.Contains("<br", StringComparison.OrdinalIgnoreCase))
        {
            if (MarkupGuard.Check(text, new Origin("text"), IntakeLimits.Default) is not null)
                return [];
            using var document = new HtmlParser().ParseDocument(text);
            return document.Body is { } body ? [.. PageTree.Of(body).Blocks.Select(block => block.Text)] : [];
        }

        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }
}
