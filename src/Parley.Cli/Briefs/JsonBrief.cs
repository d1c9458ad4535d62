using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Parley.Reports;
using Parley.Reports.Json;
using Parley.Talks;

namespace Parley.Cli.Briefs;

/// <summary>A brief as one JSON object; statements in the output shape, beside the reports that carry them.</summary>
internal static class JsonBrief
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public static string Of(Brief brief) => new JsonObject
    {
        ["asOf"] = brief.AsOf?.ToString(),
        ["reports"] = brief.Reports,
        ["firstDay"] = brief.FirstDay is { } first ? PartialDate.OfDay(first).ToString() : null,
        ["lastDay"] = brief.LastDay is { } last ? PartialDate.OfDay(last).ToString() : null,
        ["outlets"] = Array(brief.Outlets, static count => new JsonObject { ["outlet"] = count.Outlet, ["reports"] = count.Reports }),
        ["onHalt"] = Array(brief.OnHalt, static told => new JsonObject
        {
            ["statement"] = JsonNode.Parse(ReadingJson.ToJson(told.Statement)),
            ["carriedBy"] = Array(told.CarriedBy, Report),
            ["furtherCopies"] = told.FurtherCopies,
        }),
        ["statementsOnHalt"] = brief.StatementsOnHalt,
        ["otherStatements"] = brief.OtherStatements,
        ["notRead"] = Array(brief.NotRead, static count => new JsonObject
        {
            ["language"] = count.Language,
            ["reports"] = count.Reports,
            ["first"] = Report(count.First),
        }),
    }.ToJsonString(s_options);

    private static JsonArray Array<T>(ImmutableArray<T> items, Func<T, JsonObject> one) => [.. items.Select(one)];

    private static JsonObject Report(BriefReport report) => new()
    {
        ["id"] = report.Id,
        ["title"] = report.Title,
        ["outlet"] = report.Outlet,
        ["published"] = report.Published?.ToString(),
        ["url"] = report.Url,
        ["file"] = report.File,
    };
}
