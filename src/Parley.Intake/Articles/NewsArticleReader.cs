using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Parley.Intake.Dates;
using Parley.Intake.Encodings;
using Parley.Intake.Texts;
using Parley.Reports;

namespace Parley.Intake.Articles;

/// <summary>
/// Reads one article as JSON: a schema.org NewsArticle or any of its kin, alone, in an <c>@graph</c> or in a list;
/// the same fields under the names data sets give them (<c>title</c>, <c>text</c>, <c>date</c>); and what Parley itself writes.
/// </summary>
/// <remarks>
/// Sources: https://schema.org/NewsArticle, JSON-LD 1.1 (<c>@id</c>, <c>@type</c>, <c>@graph</c>). A value of another kind than
/// expected is as absent; of a key given twice the last counts. Trailing commas and comments are let pass.
/// </remarks>
public static class NewsArticleReader
{
    private const int MostNames = 100;

    /// <summary>The draft, or why there is none: <see cref="IntakeFaults.Empty"/>, <see cref="IntakeFaults.TooLarge"/>, <see cref="ArticleFaults"/>.</summary>
    public static Result<ReportDraft> Read(ArticleMaterial material, IntakeLimits limits)
    {
        ArgumentNullException.ThrowIfNull(material);
        ArgumentNullException.ThrowIfNull(limits);
        var where = material.Origin.ToString();
        if (material.Json.Length > limits.DocumentBytes)
            return new Fault(IntakeFaults.TooLarge, where, $"{material.Json.Length} bytes, at most {limits.DocumentBytes}");
        var json = AsUtf8(material.Json);
        if (json.Span.Trim(" \t\r\n"u8).IsEmpty)
            return new Fault(IntakeFaults.Empty, where);
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions
            {
                MaxDepth = limits.JsonDepth,
                AllowTrailingCommas = true,
                CommentHandling = JsonCommentHandling.Skip,
            });
            if (document.RootElement.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
                return new Fault(ArticleFaults.NotAnObject, where, document.RootElement.ValueKind.ToString());
            return ArticleFinder.Find(document.RootElement) is { } article
                ? Draft(article)
                : new Fault(ArticleFaults.NoBody, where);
        }
        catch (JsonException problem)
        {
            return new Fault(ArticleFaults.BadJson, where, $"line {problem.LineNumber + 1}, byte {problem.BytePositionInLine + 1}");
        }
    }

    private static ReportDraft Draft(JsonElement article)
    {
        var published = Date(article, "datePublished", "published", "date_publish", "date");
        var paragraphs = ArticleBody.Paragraphs(article);
        return new ReportDraft
        {
            SourceId = First(article, "@id", "sourceId", "identifier", "id"),
            Url = First(article, "url") ?? MainEntity(article),
            Outlet = Names(article, "publisher").FirstOrDefault() ?? Names(article, "sourceOrganization").FirstOrDefault() ?? First(article, "outlet", "sitename"),
            Title = First(article, "headline", "title", "name"),
            Byline = [.. Names(article, "author").Concat(Names(article, "byline")).Concat(Names(article, "authors")).Distinct(StringComparer.Ordinal)],
            Published = published,
            Modified = Date(article, "dateModified", "date_modify"),
            DeclaredLanguage = First(article, "inLanguage", "language"),
            Paragraphs = paragraphs,
            Dateline = DatelineParser.Find(paragraphs, published),
        };
    }

    private static string? First(JsonElement article, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (article.TryGetProperty(key, out var value) && Texts(value).FirstOrDefault() is { } text)
                return text;
        }

        return null;
    }

    private static PartialDate? Date(JsonElement article, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (article.TryGetProperty(key, out var value) && Texts(value).FirstOrDefault() is { } text && WrittenDate.TryParse(text, out var date))
                return date;
        }

        return null;
    }

    // "url" may be left out where the page is said to be the article's main entity.
    private static string? MainEntity(JsonElement article) =>
        article.TryGetProperty("mainEntityOfPage", out var page)
            ? page.ValueKind == JsonValueKind.Object ? First(page, "@id", "url") : Texts(page).FirstOrDefault()
            : null;

    private static IEnumerable<string> Names(JsonElement article, string key)
    {
        if (!article.TryGetProperty(key, out var value))
            return [];
        var one = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().AsEnumerable() : [value];
        return one.Take(MostNames)
            .Select(element => element.ValueKind == JsonValueKind.Object ? First(element, "name", "alternateName") : JsonText.Of(element))
            .Where(name => !string.IsNullOrWhiteSpace(name))
            .Select(name => name!.Trim() is var trimmed && trimmed.StartsWith("By ", StringComparison.OrdinalIgnoreCase) ? trimmed[3..].TrimStart() : trimmed);
    }

    // A string, a list's strings, or JSON-LD's { "@value": "…" }.
    private static IEnumerable<string> Texts(JsonElement value)
    {
        var all = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().AsEnumerable() : [value];
        return all.Select(one => one.ValueKind == JsonValueKind.Object ? JsonText.Of(one, "@value") ?? JsonText.Of(one, "value") : JsonText.Of(one))
            .OfType<string>().Where(text => !string.IsNullOrWhiteSpace(text));
    }

    private static ReadOnlyMemory<byte> AsUtf8(ReadOnlyMemory<byte> json) => json.Span switch
    {
        [0xEF, 0xBB, 0xBF, ..] when Utf8.IsValid(json.Span) => json[3..],
        _ when Utf8.IsValid(json.Span) => json,
        _ => Encoding.UTF8.GetBytes(TextDecoder.DecodeText(json.Span, charset: null)),
    };
}
