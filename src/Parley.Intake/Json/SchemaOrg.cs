using System.Text.Json;

namespace Parley.Intake.Json;

/// <summary>Reads what schema.org's objects say of an article, wherever they stand (https://schema.org/Article, JSON-LD 1.1).</summary>
internal static class SchemaOrg
{
    private const int MostNames = 100;

    /// <summary>Whether its <c>@type</c> is an article's: its kin are named NewsArticle, LiveBlogPosting, Report and the like.</summary>
    public static bool IsArticle(JsonElement value) => Types(value).Any(static type =>
        type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("Posting", StringComparison.Ordinal)
        || type.EndsWith("Report", StringComparison.Ordinal));

    /// <summary>Whether its <c>@type</c> is a web page's.</summary>
    public static bool IsWebPage(JsonElement value) => Types(value).Any(static type => type.EndsWith("WebPage", StringComparison.Ordinal));

    /// <summary>
    /// The names of the people or organisations under <paramref name="key"/>: strings, objects with a <c>name</c>, or a
    /// list of either.
    /// </summary>
    /// <param name="parent">An article.</param>
    /// <param name="key">Such as <c>author</c>.</param>
    /// <param name="resolve">Gives the whole object for one that only refers to it; null where there are no references.</param>
    public static IEnumerable<string> Names(JsonElement parent, string key, Func<JsonElement, JsonElement>? resolve = null)
    {
        if (parent.ValueKind != JsonValueKind.Object || !parent.TryGetProperty(key, out var value))
            return [];
        var all = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().AsEnumerable() : [value];
        return all.Take(MostNames)
            .Select(one => one.ValueKind == JsonValueKind.Object
                ? JsonText.First(resolve?.Invoke(one) ?? one, "name", "alternateName")
                : JsonText.All(one).FirstOrDefault())
            .OfType<string>();
    }

    /// <summary>The address of the page whose main entity the article is; null where it tells none.</summary>
    public static string? PageAddress(JsonElement article) =>
        article.ValueKind != JsonValueKind.Object || !article.TryGetProperty("mainEntityOfPage", out var page) ? null
        : page.ValueKind == JsonValueKind.Object ? JsonText.First(page, "@id", "url")
        : JsonText.All(page).FirstOrDefault();

    private static IEnumerable<string> Types(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty("@type", out var type) ? JsonText.All(type) : [];
}
