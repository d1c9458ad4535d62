using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Parley.Ledger.Sqlite;

/// <summary>What is wrong with a ledger file: its pages, its references, and whether its rows still say what they said when they were kept.</summary>
internal static class SqliteCheck
{
    public static IEnumerable<string> Run(SqliteConnection connection) =>
        Pages(connection, "PRAGMA integrity_check").Concat(Pages(connection, "PRAGMA foreign_key_check"))
            .Concat(AlteredReports(connection)).Concat(UnmatchedCitations(connection));

    private static IEnumerable<string> Pages(SqliteConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // One of the two constants above.
        command.CommandText = pragma;
#pragma warning restore CA2100
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            var line = row.Text(0);
            if (line != "ok")
                yield return line ?? "a row without a name";
        }
    }

    /// <summary>A report's id is a hash of its content, so a report that was altered no longer has its id.</summary>
    private static IEnumerable<string> AlteredReports(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT {SqliteReadingBuilder.ReportColumns}, report.number, learned.at, report.id
            FROM report LEFT JOIN learned ON learned.entity = 'report' AND learned.number = report.number
            ORDER BY report.number
            """;
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            var id = row.GetString(SqliteReadingBuilder.ReportColumnCount + 2);
            var stands = true;
            try
            {
                SqliteReadingBuilder.ToLearned(row, SqliteReadingBuilder.ReportColumnCount + 1);
                stands = SqliteReadingBuilder.ToReport(row).Id == id;
            }
            catch (Exception damage) when (SqliteLedger.IsDamage(damage))
            {
                stands = false;
            }

            if (!stands)
                yield return $"report {id} is not as it was kept";
        }
    }

    private static IEnumerable<string> UnmatchedCitations(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT report.id, finding.id, kind, body, text FROM finding
            JOIN reading ON reading.number = finding.reading
            JOIN report ON report.number = reading.report
            ORDER BY finding.number
            """;
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            if (!CitationsHold(row.GetString(2), row.GetString(3), row.GetString(4)))
                yield return $"finding {row.GetString(1)} of report {row.GetString(0)} cites what does not stand in its text";
        }
    }

    private static bool CitationsHold(string kind, string body, string text)
    {
        try
        {
            return FindingKinds.Parse(kind, body).Citations().All(citation => citation.Holds(text));
        }
        catch (Exception damage) when (damage is JsonException or ArgumentException)
        {
            return false;
        }
    }
}
