using System.Text.Json;
using AngleSharp.Dom;

namespace Parley.Intake.Pages.Metadata;

/// <summary>The structured data of a page (schema.org in JSON-LD 1.1): all its objects by id, and the one that is its article.</summary>
internal sealed class JsonLd : IDisposable
{
    private readonly List<JsonDocument> _documents = [];
    private readonly Dictionary<string, JsonElement> _byId = [];
    private readonly List<JsonElement> _articles = [];
    private readonly List<JsonElement> _pages = [];

    private JsonLd()
    {
    }

    /// <summary>The article's object; null where there is none.</summary>
    public JsonElement? Article => _articles.Count > 0 ? _articles[0] : null;

    /// <summary>The web page's object; null where there is none.</summary>
    public JsonElement? WebPage => _pages.Count > 0 ? _pages[0] : null;

    /// <summary>Reads every JSON-LD script of <paramref name="document"/>; what cannot be read is passed over.</summary>
    public static JsonLd Read(IDocument document, int depth)
    {
        var data = new JsonLd();
        foreach (var script in document.Scripts)
        {
            if (script.Type?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) != true
                || LooseJson.Parse(script.Text, depth) is not { } json)
            {
                continue;
            }

            data._documents.Add(json);
            data.Index(json.RootElement);
            data.Find(json.RootElement);
        }

        return data;
    }

    /// <summary>The object itself where <paramref name="value"/> only refers to one by <c>@id</c>.</summary>
    public JsonElement Resolve(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty("@id", out var id)
        && id.ValueKind == JsonValueKind.String && _byId.TryGetValue(id.GetString()!, out var whole) ? whole : value;

    /// <inheritdoc/>
    public void Dispose() => _documents.ForEach(document => document.Dispose());

    // Depth is bounded by the parser's limit, so recursion is safe.
    private void Index(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
                Index(item);
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            // An object with more than its id is the whole; the others refer to it.
            if (value.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String
                && value.EnumerateObject().Skip(1).Any())
            {
                _byId.TryAdd(id.GetString()!, value);
            }

            foreach (var property in value.EnumerateObject())
                Index(property.Value);
        }
    }

    /// <summary>Looks for articles where the page's own may be, and not in lists of others.</summary>
    private void Find(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
                Find(item);
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            if (Types(value).Any(IsArticle))
                _articles.Add(value);
            else if (Types(value).Any(type => type.EndsWith("WebPage", StringComparison.Ordinal)))
                _pages.Add(value);
            foreach (var name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage"])
            {
                if (value.TryGetProperty(name, out var inner))
                    Find(inner);
            }
        }
    }

    private static IEnumerable<string> Types(JsonElement value) =>
        value.TryGetProperty("@type", out var type) ? JsonText.All(type) : [];

    private static bool IsArticle(string type) =>
        type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("Posting", StringComparison.Ordinal)
        || type.EndsWith("/Report", StringComparison.Ordinal) || type == "Report";
}
