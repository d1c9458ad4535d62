using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Parley.Intake.Json;

/// <summary>Strings out of JSON that may hold what JSON allows but Unicode does not.</summary>
internal static class JsonText
{
    /// <summary>
    /// How JSON from elsewhere is parsed: with trailing commas and comments, objects and lists within one another up to
    /// <paramref name="depth"/>.
    /// </summary>
    public static JsonDocumentOptions Options(int depth) => new()
    {
        MaxDepth = depth,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>
    /// The string that <paramref name="element"/> is; null for anything but a string. A lone surrogate escape stays in
    /// it as one.
    /// </summary>
    public static string? Of(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
            return null;
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            // \ud800 without its partner: legal JSON (RFC 8259, section 8.2) that System.Text.Json refuses.
            return Unescape(Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(element)));
        }
    }

    /// <summary>The string under <paramref name="key"/> of an object; null where it is absent or no string.</summary>
    public static string? Of(JsonElement parent, string key) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(key, out var element) ? Of(element) : null;

    /// <summary>The strings that a string, a list of them, or JSON-LD's <c>{ "@value": "…" }</c> holds, blank ones left out.</summary>
    public static IEnumerable<string> All(JsonElement value)
    {
        var all = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().AsEnumerable() : [value];
        return all.Select(static one => one.ValueKind == JsonValueKind.Object ? Of(one, "@value") ?? Of(one, "value") : Of(one))
            .OfType<string>().Where(static text => !string.IsNullOrWhiteSpace(text));
    }

    /// <summary>The first string that is not blank under the first of <paramref name="keys"/> that has one; null where none has.</summary>
    public static string? First(JsonElement parent, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(key, out var value)
                && All(value).FirstOrDefault() is { } text)
            {
                return text;
            }
        }

        return null;
    }

    private static string Unescape(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 1; i < raw.Length - 1; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }

            i++;
            switch (raw[i])
            {
                case 'u':
                    text.Append((char)int.Parse(raw.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                    i += 4;
                    break;
                case 'n': text.Append('\n'); break;
                case 'r': text.Append('\r'); break;
                case 't': text.Append('\t'); break;
                case 'b': text.Append('\b'); break;
                case 'f': text.Append('\f'); break;
                default: text.Append(raw[i]); break;
            }
        }

        return text.ToString();
    }
}
