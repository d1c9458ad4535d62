using NodaTime;
using Parley.Findings.Contacts;
using Parley.Findings.Positions;
using Parley.Findings.Scheduled;
using Parley.Findings.Statements;
using Parley.Findings.Tolls;
using Parley.Language;
using Parley.Reports;
using Parley.Reports.Findings;
using Parley.Resolution;

namespace Parley.Reading;

/// <summary>
/// The one list of stages that lead from a report to its reading. Checked when it is built, not when the
/// first report breaks. Safe for many threads.
/// </summary>
public sealed class Pipeline
{
    /// <summary>
    /// Names what the stages are able to read. A ledger keeps one reading a report and version, so it rises whenever
    /// the same report would be read otherwise.
    /// </summary>
    public const string Version = "0.7";

    /// <summary>The language that the stages read, ISO 639-1; reports in others are kept unread.</summary>
    public const string Language = "en";

    private readonly ImmutableArray<Stage> _stages;

    /// <summary>Builds a pipeline of <paramref name="stages"/> in their order.</summary>
    /// <exception cref="ArgumentException">A stage needs what none before it gives, or gives what one already gave.</exception>
    public Pipeline(ImmutableArray<Stage> stages)
    {
        var given = new HashSet<Product> { Product.Report };
        foreach (var stage in stages)
        {
            foreach (var need in stage.Needs)
            {
                if (!given.Contains(need))
                    throw new ArgumentException($"Stage {stage.Name} needs {need}, which no stage before it gives.", nameof(stages));
            }

            if (!given.Add(stage.Gives))
                throw new ArgumentException($"Stage {stage.Name} gives {stage.Gives}, which is there already.", nameof(stages));
        }

        _stages = stages;
    }

    /// <summary>All that Parley reads.</summary>
    /// <param name="knowledge">What is known of the world; what is built in unless given.</param>
    /// <param name="explains">Whether findings are to tell why they were read so.</param>
    public static Pipeline Full(Knowledge? knowledge = null, bool explains = false)
    {
        var language = LanguagePipeline.Create();
        var resolver = new Resolver(knowledge ?? Knowledge.BuiltIn);
        var statements = new StatementReader();
        return new Pipeline(
        [
            new Stage("language", [Product.Report], Product.Document,
                piece => piece with { Document = language.Analyze(piece.Report.Text, new AnalysisContext(piece.Report.Published)) }),
            new Stage("resolution", [Product.Document], Product.Resolution,
                piece => piece with { Resolved = resolver.Read(piece.Document, DayOf(piece.Report)) }),
            new Stage("conflict", [Product.Resolution], Product.Conflict,
                static piece => piece with { Conflict = piece.Resolved.Conflict }),
            new Stage("statements", [Product.Document, Product.Resolution], Product.Statements,
                piece => piece with { Statements = statements.Read(piece.Document, piece.Resolved, piece.Report.Outlet?.Name, explains) }),
            new Stage("leanings", [Product.Document, Product.Statements], Product.Leanings,
                static piece => piece with { Leanings = LeaningReader.Read(piece.Document, piece.Statements) }),
            new Stage("tolls", [Product.Document, Product.Resolution, Product.Statements], Product.Tolls,
                static piece => piece with { Tolls = TollReader.Read(piece.Document, piece.Resolved, piece.Statements) }),
            new Stage("contacts", [Product.Document, Product.Resolution], Product.Contacts,
                static piece => piece with { Contacts = ContactReader.Read(piece.Document, piece.Resolved) }),
            new Stage("positions", [Product.Document, Product.Resolution, Product.Statements], Product.Positions,
                static piece => piece with { Positions = PositionReader.Read(piece.Document, piece.Resolved, piece.Statements) }),
            new Stage("scheduled", [Product.Document, Product.Resolution], Product.Scheduled,
                static piece => piece with { Scheduled = ScheduledReader.Read(piece.Document, piece.Resolved, DayOf(piece.Report)) }),
        ]);
    }

    /// <summary>The report kept as it is: nothing read out of it.</summary>
    public static Pipeline Empty { get; } = new([]);

    /// <summary>Reads one report. A report in a language that the stages do not know comes back with no findings.</summary>
    /// <exception cref="InvalidOperationException">A stage cited words that are not in the text: a defect.</exception>
    public ReportReading Read(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var piece = new Workpiece(report);
        if (CanRead(report))
        {
            foreach (var stage in _stages)
                piece = stage.Run(piece);
        }

        return new ReportReading
        {
            Report = report,
            Conflict = piece.Conflict,
            Statements = piece.Statements,
            Leanings = piece.Leanings,
            Positions = piece.Positions,
            Tolls = piece.Tolls,
            Contacts = piece.Contacts,
            Scheduled = piece.Scheduled,
        }.Checked();
    }

    /// <summary>The day from which its words count: its publication's, else its dateline's; null where neither is known.</summary>
    private static LocalDate? DayOf(Report report) => report.Published?.LastDay ?? report.Dateline?.Date?.LastDay;

    /// <summary>Whether the report is in a language that the stages know; one too short to tell is tried.</summary>
    public static bool CanRead(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Language is null or Language;
    }
}
