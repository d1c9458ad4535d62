using System.Globalization;
using System.Text;
using NodaTime;
using Parley.Reports;
using Parley.Reports.Findings;
using Parley.Talks;

namespace Parley.Cli.Briefs;

/// <summary>The sentences of a brief, the same in every format. The sources' own words are quoted, never rephrased.</summary>
internal static class BriefWords
{
    public const string Heading = "Where the talks stand";

    public const string OnHalt = "Said of a halt, newest first";

    public const string Nothing = "Nothing was reported of a halt.";

    /// <summary>What a reader must not look for here.</summary>
    public const string NotYet =
        "This brief tells who said what. Where each side stands, contacts, tolls and dates to come are read too, so far only for --format jsonl; offers and answers are not read yet.";

    public static string Title(Brief brief) => brief.AsOf is { } asOf ? $"{Heading}, as of {asOf}" : Heading;

    public static string Basis(Brief brief)
    {
        var outlets = brief.Outlets.Length;
        var text = new StringBuilder($"From {Count(brief.Reports, "report")} by {Count(outlets, "outlet")}");
        if (brief is { FirstDay: { } first, LastDay: { } last })
            text.Append(first == last ? $", {Day(first)}" : $", {Day(first)} to {Day(last)}");
        return text.Append('.').ToString();
    }

    public static IEnumerable<string> Remainder(Brief brief)
    {
        var older = brief.StatementsOnHalt - brief.OnHalt.Sum(static told => told.CarriedBy.Length + told.FurtherCopies);
        if (older > 0)
            yield return $"Older and not shown: {Count(older, "statement")} of a halt.";
        yield return $"Also read: {Count(brief.OtherStatements, "statement")} of other things.";
        foreach (var unread in brief.NotRead)
        {
            yield return $"Not read: {Count(unread.Reports, "report")} in {Languages.Name(unread.Language)}"
                + (unread.Reports == 1 && unread.First.Title is { } title ? $" (“{title}”, {Origin(unread.First)})." : ".");
        }

        yield return NotYet;
    }

    /// <summary>The pieces of a statement as one text: quoted as the report has it, with … where the cue stood.</summary>
    public static string Content(Statement statement)
    {
        var words = string.Join(" … ", statement.Content.Select(static piece => piece.Text));
        return statement.Kind == StatementKind.Direct ? $"“{words}”" : words;
    }

    /// <summary>Who, and how they put it, in the report's own words: a denial must not read as a claim.</summary>
    public static string Speaker(Statement statement)
    {
        var source = statement.Source?.Text ?? "No source named";
        var words = statement.Cue is not { } cue ? source
            : statement.Source is { } named && cue.Start < named.Start ? $"{cue.Text} {source}"
            : $"{source} {cue.Text}";
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    public static string CarriedBy(BriefStatement told)
    {
        var text = string.Join("; ", told.CarriedBy.Select(static report => $"{Origin(report)}{Clock(report.Published)}"));
        return told.FurtherCopies > 0 ? $"{text}; and {Count(told.FurtherCopies, "more report")}" : text;
    }

    public static string Origin(BriefReport report) => report.Outlet ?? Path.GetFileName(report.File) ?? report.Url ?? report.Id;

    /// <summary>The day that a statement was first reported, or as much of it as is known.</summary>
    public static string When(BriefStatement told) => told.CarriedBy[0].Published is not { } published ? "Undated"
        : published.Precision switch
        {
            DatePrecision.Year => published.FirstDay.ToString("uuuu", CultureInfo.InvariantCulture),
            DatePrecision.Month => published.FirstDay.ToString("MMMM uuuu", CultureInfo.InvariantCulture),
            _ => Day(published.FirstDay),
        };

    private static string Day(LocalDate day) => day.ToString("ddd d MMMM uuuu", CultureInfo.InvariantCulture);

    private static string Clock(PartialDate? published) => published?.TimeOfDay is { } time
        ? ", " + time.ToString("HH:mm", CultureInfo.InvariantCulture) + (published.Value.Offset is { } offset ? $" UTC{offset}" : "")
        : "";

    private static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {noun}{(number == 1 ? "" : "s")}");
}
