using System.Net;
using System.Text.Json;

namespace Parley.Intake.Pages.Metadata;

/// <summary>Reads texts out of JSON values of whatever shape pages give them.</summary>
internal static class JsonText
{
    /// <summary>The strings of a string or an array of them, in order.</summary>
    public static IEnumerable<string> All(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!),
        _ => [],
    };

    /// <summary>The first string of a property, entities decoded and trimmed; null where it has none or a blank one.</summary>
    public static string? Of(JsonElement value, string property)
    {
        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(property, out var held))
            return null;
        var text = All(held).FirstOrDefault();
        if (text is null && held.ValueKind == JsonValueKind.Object && held.TryGetProperty("@value", out var inner))
            text = All(inner).FirstOrDefault();
        text = WebUtility.HtmlDecode(text)?.Trim();
        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>The names of a person, an organisation or several: strings, objects with a <c>name</c>, or references.</summary>
    public static IEnumerable<string> Names(JsonLd data, JsonElement value, string property)
    {
        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(property, out var held))
            return [];
        var items = held.ValueKind == JsonValueKind.Array ? held.EnumerateArray().ToArray() : [held];
        return items.SelectMany(item => item.ValueKind switch
        {
            JsonValueKind.String => [WebUtility.HtmlDecode(item.GetString()!)],
            JsonValueKind.Object when data.Resolve(item) is var whole && whole.TryGetProperty("name", out var name) =>
                All(name).Select(WebUtility.HtmlDecode).OfType<string>(),
            _ => Array.Empty<string>(),
        });
    }
}
