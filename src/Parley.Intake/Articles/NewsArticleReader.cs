using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Parley.Intake.Bylines;
using Parley.Intake.Dates;
using Parley.Intake.Encodings;
using Parley.Intake.Json;
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
    /// <summary>
    /// The draft, or why there is none: <see cref="IntakeFaults.Empty"/>, <see cref="IntakeFaults.TooLarge"/>,
    /// <see cref="ArticleFaults"/>.
    /// </summary>
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
            using var document = JsonDocument.Parse(json, JsonText.Options(limits.JsonDepth));
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
            SourceId = JsonText.First(article, "@id", "sourceId", "identifier", "id"),
            Url = JsonText.First(article, "url") ?? SchemaOrg.PageAddress(article),
            Outlet = SchemaOrg.Names(article, "publisher").FirstOrDefault()
                ?? SchemaOrg.Names(article, "sourceOrganization").FirstOrDefault()
                ?? JsonText.First(article, "outlet", "sitename"),
            Title = JsonText.First(article, "headline", "title", "name"),
            Byline =
            [
                .. Writers(article, "author").Concat(Writers(article, "byline")).Concat(Writers(article, "authors"))
                    .Distinct(StringComparer.Ordinal),
            ],
            Published = published,
            Modified = Date(article, "dateModified", "date_modify"),
            DeclaredLanguage = JsonText.First(article, "inLanguage", "language"),
            Paragraphs = paragraphs,
            Dateline = DatelineParser.Find(paragraphs, published),
        };
    }

    private static PartialDate? Date(JsonElement article, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (WrittenDate.TryParse(JsonText.First(article, key), out var date))
                return date;
        }

        return null;
    }

    private static IEnumerable<string> Writers(JsonElement article, string key) =>
        SchemaOrg.Names(article, key).Select(BylineReader.Name).OfType<string>();

    private static ReadOnlyMemory<byte> AsUtf8(ReadOnlyMemory<byte> json) => json.Span switch
    {
        [0xEF, 0xBB, 0xBF, ..] when Utf8.IsValid(json.Span) => json[3..],
        _ when Utf8.IsValid(json.Span) => json,
        _ => Encoding.UTF8.GetBytes(TextDecoder.DecodeText(json.Span, charset: null)),
    };
}
