using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Text;
using Parley.Reports;
using Parley.Reports.Findings;
using Parley.Reports.Json;

namespace Parley.Ledger.Sqlite;

/// <summary>One transaction of entries, with its statements prepared once.</summary>
internal sealed class SqliteBatch : ILedgerBatch
{
    private static readonly ImmutableArray<string> s_reportColumns =
    [
        "$id", "$file", "$source_id", "$url", "$outlet", "$title", "$byline", "$published", "$modified",
        "$dateline_place", "$dateline_date", "$dateline_wire", "$language", "$text",
    ];

    private readonly string _path;
    private readonly SqliteTransaction _transaction;
    private readonly SqliteCommand _findReport;
    private readonly SqliteCommand _addReport;
    private readonly SqliteCommand _addReading;
    private readonly SqliteCommand _addFinding;
    private readonly SqliteCommand _addCitations;
    private readonly SqliteCommand _addRefusal;
    private readonly SqliteCommand _addLearned;

    public SqliteBatch(SqliteConnection connection, string path)
    {
        _path = path;
        _transaction = connection.BeginTransaction(deferred: false);
        _findReport = Prepare("SELECT number FROM report WHERE id = $id", "$id");
        _addReport = Prepare("""
            INSERT INTO report (id, file, source_id, url, outlet, title, byline, published, modified,
              dateline_place, dateline_date, dateline_wire, language, text)
            VALUES ($id, $file, $source_id, $url, $outlet, $title, $byline, $published, $modified,
              $dateline_place, $dateline_date, $dateline_wire, $language, $text)
            RETURNING number
            """, s_reportColumns.AsSpan());
        _addReading = Prepare(
            "INSERT INTO reading (report, reader) VALUES ($report, $reader) ON CONFLICT DO NOTHING RETURNING number",
            "$report", "$reader");
        _addFinding = Prepare(
            "INSERT INTO finding (reading, id, kind, confidence, body) VALUES ($reading, $id, $kind, $confidence, $body) RETURNING number",
            "$reading", "$id", "$kind", "$confidence", "$body");
        // All spans of a finding as one list: each call has a price, and citations are most of the rows.
        _addCitations = Prepare("""
            INSERT INTO citation (finding, ordinal, start, end)
            SELECT $finding, key, value ->> 0, value ->> 1 FROM json_each($spans)
            """, "$finding", "$spans");
        _addRefusal = Prepare(
            "INSERT INTO refusal (place, code, detail) VALUES ($place, $code, $detail) ON CONFLICT DO NOTHING RETURNING number",
            "$place", "$code", "$detail");
        _addLearned = Prepare(
            "INSERT INTO learned (entity, number, at) VALUES ($entity, $number, $at)", "$entity", "$number", "$at");

        SqliteCommand Prepare(string sql, params ReadOnlySpan<string> parameters)
        {
            var command = connection.CreateCommand();
#pragma warning disable CA2100 // One of the constants above.
            command.CommandText = sql;
#pragma warning restore CA2100
            command.Transaction = _transaction;
            foreach (var name in parameters)
                command.Parameters.Add(new SqliteParameter { ParameterName = name });
            return command;
        }
    }

    /// <summary>UTC to the second: of equal length, so that text order is time order.</summary>
    public static string Stamp(Instant moment) => InstantPattern.General.Format(moment);

    public bool Add(ReportReading reading, string? reader, Instant learned)
    {
        reading.Checked();
        return Guarded(() =>
        {
            var held = Number(_findReport, reading.Report.Id);
            var number = held ?? Number(_addReport, Row(reading.Report))!.Value;
            if (held is null)
                Learn("report", number, learned);

            if (reader is not null && Number(_addReading, number, reader) is { } readingNumber)
            {
                Learn("reading", readingNumber, learned);
                foreach (var finding in reading.All)
                    AddFinding(readingNumber, finding);
            }

            return held is null;
        });
    }

    public void Add(Fault fault, Instant learned) => Guarded(() =>
    {
        if (Number(_addRefusal, fault.Where, fault.Code.Id, fault.Detail ?? "") is { } number)
            Learn("refusal", number, learned);
        return true;
    });

    public void Commit() => Guarded(() =>
    {
        _transaction.Commit();
        return true;
    });

    public void Dispose()
    {
        foreach (var command in (ReadOnlySpan<SqliteCommand>)[_findReport, _addReport, _addReading, _addFinding, _addCitations, _addRefusal, _addLearned])
            command.Dispose();
        _transaction.Dispose();
    }

    private static object?[] Row(Report report) =>
    [
        report.Id, report.File, report.SourceId, report.Url, report.Outlet?.Name, report.Title,
        JsonSerializer.Serialize(report.Byline), report.Published?.ToString(), report.Modified?.ToString(),
        report.Dateline?.Place, report.Dateline?.Date?.ToString(), report.Dateline?.Wire, report.Language, report.Text,
    ];

    private void AddFinding(long reading, Finding finding)
    {
        var number = Number(_addFinding, reading, finding.Id, FindingKinds.Of(finding), finding.Confidence, ReadingJson.ToJson(finding))!.Value;
        Bind(_addCitations, number, Spans(finding));
        _addCitations.ExecuteNonQuery();
    }

    /// <summary><c>[[0,6],[13,15]]</c></summary>
    private static string Spans(Finding finding) => string.Create(
        CultureInfo.InvariantCulture, $"[{string.Join(',', finding.Citations().Select(static citation => string.Create(CultureInfo.InvariantCulture, $"[{citation.Start},{citation.End}]")))}]");

    private void Learn(string entity, long number, Instant at)
    {
        Bind(_addLearned, entity, number, Stamp(at));
        _addLearned.ExecuteNonQuery();
    }

    private static long? Number(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        Bind(command, values);
        return (long?)command.ExecuteScalar();
    }

    private static void Bind(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }

    private T Guarded<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (SqliteException failure)
        {
            throw new LedgerException(SqliteLedger.ToFault(failure, _path), failure);
        }
    }
}
