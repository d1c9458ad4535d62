using System.Globalization;
using Parley.Reports.Findings;

namespace Parley.Cli.Commands;

/// <summary>Tells for the eye why each statement of a report was read as it was.</summary>
internal static class ExplanationText
{
    /// <summary>In characters; more of a content than this does not help to find it.</summary>
    private const int LongestContent = 100;

    /// <summary>A report's statements, or that there are none.</summary>
    public static string ToText(ReportReading reading)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        output.WriteLine(Terminal.Safe(reading.Report.File ?? reading.Report.Url ?? reading.Report.Title ?? reading.Report.Id));
        if (reading.Statements.IsEmpty)
            output.WriteLine("  no statements");
        foreach (var statement in reading.Statements)
        {
            output.WriteLine(Terminal.Safe($"  {statement.Id}  {Content(statement)}"));
            foreach (var decision in statement.Explanation ?? [])
                output.WriteLine(Terminal.Safe(string.Create(CultureInfo.InvariantCulture, $"      {decision.Field,-10} {Value(statement, decision.Field)}: {decision.Reason}{Likelihood(decision)}")));
        }

        return output.ToString();
    }

    private static string Content(Statement statement)
    {
        var text = string.Join(" … ", statement.Content.Select(static piece => piece.Text)).ReplaceLineEndings(" ");
        return text.Length > LongestContent ? string.Concat(text.AsSpan(0, LongestContent), "…") : text;
    }

    private static string Likelihood(Decision decision) =>
        decision.Likelihood is { } likelihood ? string.Create(CultureInfo.InvariantCulture, $" ({likelihood:0.00})") : "";

    private static string Value(Statement statement, string field) => field switch
    {
        "cue" => Quoted(statement.Cue?.Text),
        "source" => Quoted(statement.Source?.Text),
        "content" => string.Create(CultureInfo.InvariantCulture, $"{statement.Content[0].Start}–{statement.Content[^1].End}"),
        "certainty" => statement.Certainty.ToString().ToLowerInvariant(),
        "said" => statement.Said?.ToString() ?? "not told",
        "named" => statement.Named ? "yes" : "no",
        "actor" => statement.Actor ?? "none",
        "relay" => Quoted(statement.Relay?.Text),
        "why" => Quoted(statement.Why?.Text),
        "inside" => statement.Inside ?? "none",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No field of a statement."),
    };

    private static string Quoted(string? words) => words is null ? "none" : $"\"{words.ReplaceLineEndings(" ")}\"";
}
