using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Parley.Reports.Findings;

namespace Parley.Reports.Json;

/// <summary>Reads and writes readings and findings in the output shape: camelCase, ISO 8601 dates, absent values as null.</summary>
public static class ReadingJson
{
    /// <summary>The reading as one line without a line end.</summary>
    public static string ToLine(ReportReading reading) => JsonSerializer.Serialize(reading, ReadingJsonContext.Shaped.ReportReading);

    /// <summary>One finding of any kind, as it stands in its list in a reading.</summary>
    public static string ToJson(Finding finding) =>
        JsonSerializer.Serialize(finding, finding.GetType(), ReadingJsonContext.Shaped);

    /// <summary>Reads back what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">One finding.</param>
    /// <param name="type">The finding's own type, such as <see cref="Statement"/>.</param>
    /// <exception cref="JsonException">The text is not a finding of that type.</exception>
    public static Finding FromJson(string json, Type type) =>
        (Finding)(JsonSerializer.Deserialize(json, type, ReadingJsonContext.Shaped)
            ?? throw new JsonException("A finding is an object."));
}

[JsonSerializable(typeof(ReportReading))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    Converters = [typeof(PartialDateConverter), typeof(PartialRangeConverter), typeof(OutletConverter)])]
internal sealed partial class ReadingJsonContext : JsonSerializerContext
{
    /// <summary>With curly quotes and other letters written as they are: the lines are for files and pipes, not for HTML.</summary>
    /// <remarks>Made on first use: the generated half's own statics may be set after this one.</remarks>
    public static ReadingJsonContext Shaped => field ??=
        new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

internal sealed class PartialDateConverter : JsonConverter<PartialDate>
{
    public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PartialDate.TryParse(reader.GetString(), out var date) ? date : throw new JsonException("No ISO 8601 date.");

    public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

internal sealed class PartialRangeConverter : JsonConverter<PartialRange>
{
    public override PartialRange Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PartialRange.TryParse(reader.GetString(), out var range) ? range : throw new JsonException("No ISO 8601 date or interval.");

    public override void Write(Utf8JsonWriter writer, PartialRange value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

internal sealed class OutletConverter : JsonConverter<Outlet>
{
    public override Outlet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? throw new JsonException("An outlet has a name."));

    public override void Write(Utf8JsonWriter writer, Outlet value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Name);
}
