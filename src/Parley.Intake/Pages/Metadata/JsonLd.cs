using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Parley.Intake.Json;

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

    /// <summary>The names of people or organisations under <paramref name="key"/>, those they refer to included.</summary>
    public IEnumerable<string> Names(JsonElement value, string key) =>
        SchemaOrg.Names(value, key, Resolve).Select(static name => WebUtility.HtmlDecode(name));

    /// <summary>
    /// The first string under <paramref name="key"/>, trimmed; null where there is none. Pages write entities in it,
    /// though JSON has none.
    /// </summary>
    public static string? Text(JsonElement value, string key) =>
        WebUtility.HtmlDecode(JsonText.First(value, key))?.Trim() is { Length: > 0 } text ? text : null;

    /// <inheritdoc/>
    public void Dispose() => _documents.ForEach(document => document.Dispose());

    /// <summary>The object itself where <paramref name="value"/> only refers to one by <c>@id</c>.</summary>
    private JsonElement Resolve(JsonElement value) =>
        JsonText.Of(value, "@id") is { } id && _byId.TryGetValue(id, out var whole) ? whole : value;

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
            if (JsonText.Of(value, "@id") is { } id && value.EnumerateObject().Skip(1).Any())
                _byId.TryAdd(id, value);

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
            if (SchemaOrg.IsArticle(value))
                _articles.Add(value);
            else if (SchemaOrg.IsWebPage(value))
                _pages.Add(value);
            foreach (var name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage"])
            {
                if (value.TryGetProperty(name, out var inner))
                    Find(inner);
            }
        }
    }
}
