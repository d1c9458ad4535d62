using System.Text.Json;

namespace Parley.Intake.Articles;

/// <summary>
/// Finds the article within what was sent: the object itself, one of a list or <c>@graph</c>, or Parley's own
/// <c>report</c>.
/// </summary>
internal static class ArticleFinder
{
    private static readonly string[] s_wrappers = ["@graph", "report", "mainEntity", "itemListElement"];

    /// <summary>
    /// The first object with an <c>articleBody</c>, else the first with a text that may be an article's; null where
    /// there is none.
    /// </summary>
    public static JsonElement? Find(JsonElement root)
    {
        var candidates = Candidates(root).ToList();
        var body = candidates.FindIndex(ArticleBody.IsArticle);
        if (body < 0)
            body = candidates.FindIndex(ArticleBody.MayBeArticle);
        return body < 0 ? null : candidates[body];
    }

    private static IEnumerable<JsonElement> Candidates(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
            return root.EnumerateArray().Where(static one => one.ValueKind == JsonValueKind.Object).SelectMany(Candidates);
        return s_wrappers.Where(key => root.TryGetProperty(key, out _))
            .Select(key => root.GetProperty(key))
            .SelectMany(static inner => inner.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? Candidates(inner) : [])
            .Prepend(root);
    }
}
