using System.Text.Json;
using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Text;
using Parley.Reports;
using Parley.Reports.Findings;

namespace Parley.Ledger.Sqlite;

/// <summary>Gathers the rows of one report into its reading; the columns are those of the query in <see cref="SqliteLedger.Readings"/>.</summary>
internal sealed class SqliteReadingBuilder(long number, SqliteDataReader first)
{
    /// <summary>What <see cref="ToReport"/> reads, in its order, at the beginning of a row.</summary>
    public const string ReportColumns = """
        report.file, source_id, url, outlet, title, byline, published, modified,
        dateline_place, dateline_date, dateline_wire, language, text
        """;

    /// <summary>How many columns those are.</summary>
    public const int ReportColumnCount = 13;

    private readonly Report _report = ToReport(first);
    private readonly Instant _learned = ToLearned(first, 16);
    private readonly List<Finding> _findings = [];

    public long Number { get; } = number;

    public void AddFinding(SqliteDataReader row)
    {
        if (row.Text(13) is { } kind)
            _findings.Add(FindingKinds.Parse(kind, row.GetString(14)));
    }

    /// <summary>The reading, its citations checked against the text anew.</summary>
    public LedgerEntry Build() => new(ToReading(), _learned);

    private ReportReading ToReading() => new ReportReading
    {
        Report = _report,
        Statements = Of<Statement>(),
        Leanings = Of<Leaning>(),
        Proposals = Of<Proposal>(),
        Positions = Of<Position>(),
        Contacts = Of<Contact>(),
        Tolls = Of<Toll>(),
        Events = Of<Event>(),
        Scheduled = Of<Scheduled>(),
    }.Checked();

    private ImmutableArray<T> Of<T>()
        where T : Finding =>
        [.. _findings.OfType<T>()];

    public static Instant ToLearned(SqliteDataReader row, int column) => InstantPattern.General.Parse(row.GetString(column)).Value;

    public static Report ToReport(SqliteDataReader row) => new(row.GetString(12))
    {
        File = row.Text(0),
        SourceId = row.Text(1),
        Url = row.Text(2),
        Outlet = row.Text(3) is { } outlet ? new Outlet(outlet) : null,
        Title = row.Text(4),
        Byline = JsonSerializer.Deserialize<ImmutableArray<string>>(row.GetString(5)),
        Published = Date(row.Text(6)),
        Modified = Date(row.Text(7)),
        Dateline = row.Text(8) is { } place ? new Dateline(place, Date(row.Text(9)), row.Text(10)) : null,
        Language = row.Text(11),
    };

    private static PartialDate? Date(string? text) => text is null ? null
        : PartialDate.TryParse(text, out var date) ? date
        : throw new FormatException($"{text} is no date.");
}
