using System.Text.Json;
using Parley.Intake.Json;
using Parley.Intake.Texts;

namespace Parley.Intake.Articles;

/// <summary>An article's text and its paragraphs.</summary>
internal static class ArticleBody
{
    private static readonly string[] s_textKeys = ["text", "maintext", "body", "content"];

    /// <summary>Whether it says it is an article: it has an <c>articleBody</c>, or updates of a live page.</summary>
    public static bool IsArticle(JsonElement article) =>
        !string.IsNullOrWhiteSpace(JsonText.Of(article, "articleBody")) || HasUpdates(article);

    /// <summary>Whether it has a text and its <c>@type</c>, where it gives one, is an article's, posting's or report's.</summary>
    public static bool MayBeArticle(JsonElement article) =>
        Text(article) is not null && (!article.TryGetProperty("@type", out _) || SchemaOrg.IsArticle(article));

    /// <summary>
    /// The paragraphs: parted by blank lines; where there are none, each line is one. Within them nothing is changed.
    /// A live page's updates follow its own text in the order given, each under its headline.
    /// </summary>
    public static ImmutableArray<string> Paragraphs(JsonElement article)
    {
        var paragraphs = ImmutableArray.CreateBuilder<string>();
        AddText(JsonText.Of(article, "articleBody") ?? Text(article), paragraphs);
        if (HasUpdates(article))
        {
            foreach (var update in article.GetProperty("liveBlogUpdate").EnumerateArray())
            {
                if (update.ValueKind != JsonValueKind.Object || (JsonText.Of(update, "articleBody") ?? Text(update)) is not { } text)
                    continue;
                if (JsonText.Of(update, "headline") is { } headline)
                    paragraphs.Add(headline);
                AddText(text, paragraphs);
            }
        }

        return paragraphs.DrainToImmutable();
    }

    private static bool HasUpdates(JsonElement article) =>
        article.TryGetProperty("liveBlogUpdate", out var updates) && updates.ValueKind == JsonValueKind.Array
        && updates.EnumerateArray().Any(update =>
            update.ValueKind == JsonValueKind.Object && (JsonText.Of(update, "articleBody") ?? Text(update)) is not null);

    private static string? Text(JsonElement article)
    {
        foreach (var key in s_textKeys)
        {
            if (JsonText.Of(article, key) is { } text && !string.IsNullOrWhiteSpace(text))
                return text;
        }

        return null;
    }

    private static void AddText(string? text, ImmutableArray<string>.Builder paragraphs)
    {
        if (text is null)
            return;
        var lines = ParagraphSplitter.Lines(text);
        var first = lines.FindIndex(static line => !string.IsNullOrWhiteSpace(line));
        var last = lines.FindLastIndex(static line => !string.IsNullOrWhiteSpace(line));
        if (first < 0)
            return;
        if (!lines.GetRange(first, last - first).Exists(string.IsNullOrWhiteSpace))
        {
            paragraphs.AddRange(lines.GetRange(first, last + 1 - first));
            return;
        }

        for (var start = first; start <= last;)
        {
            var end = lines.FindIndex(start, static line => string.IsNullOrWhiteSpace(line));
            if (end < 0)
                end = lines.Count;
            if (end > start)
                paragraphs.Add(string.Join(' ', lines.GetRange(start, end - start)));
            start = end + 1;
        }
    }
}
