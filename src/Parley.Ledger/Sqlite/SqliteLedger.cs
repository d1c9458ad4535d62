using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Parley.Reports;

namespace Parley.Ledger.Sqlite;

/// <summary>
/// A ledger in one SQLite file. Write-ahead log with <c>synchronous=FULL</c>: a committed batch outlasts a crash of the
/// machine. Opened with DEFENSIVE and without trusted schema, since the file may come from elsewhere.
/// </summary>
public sealed class SqliteLedger : ILedger
{
    private const int BusySeconds = 30;

    private readonly string _path;
    private readonly string _connectionString;
    private readonly SqliteConnection _writer;

    private SqliteLedger(string path, string connectionString, SqliteConnection writer)
    {
        _path = path;
        _connectionString = connectionString;
        _writer = writer;
    }

    /// <summary>Opens the ledger at <paramref name="path"/>, migrated to the newest schema.</summary>
    /// <param name="path">A file path.</param>
    /// <param name="create">Whether a file that is not there is made.</param>
    public static Result<SqliteLedger> Open(string path, bool create)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (path.Contains("://", StringComparison.Ordinal))
            return new Fault(LedgerFaults.UnknownStore, path);
        if (!create && !File.Exists(path))
            return new Fault(LedgerFaults.Absent, path);
        var connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
            ForeignKeys = true,
            DefaultTimeout = BusySeconds,
        }.ToString();
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            Harden(connection);
            if (SqliteSchema.Migrate(connection, path) is { } fault)
            {
                connection.Dispose();
                return fault;
            }

            connection.Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
            return new SqliteLedger(path, connectionString, connection);
        }
        catch (SqliteException failure)
        {
            connection.Dispose();
            return ToFault(failure, path);
        }
    }

    /// <inheritdoc/>
    public bool Holds(string reportId, string? reader)
    {
        using var connection = OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = reader is null
            ? "SELECT 1 FROM report WHERE id = $id"
            : "SELECT 1 FROM report JOIN reading ON reading.report = report.number WHERE id = $id AND reader = $reader";
        command.Parameters.AddWithValue("$id", reportId);
        if (reader is not null)
            command.Parameters.AddWithValue("$reader", reader);
        return command.ExecuteScalar() is not null;
    }

    /// <inheritdoc/>
    public ILedgerBatch Begin()
    {
        try
        {
            return new SqliteBatch(_writer, _path);
        }
        catch (SqliteException failure)
        {
            throw new LedgerException(ToFault(failure, _path), failure);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<LedgerEntry> Readings()
    {
        using var connection = OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT report.file, source_id, url, outlet, title, byline, published, modified,
                   dateline_place, dateline_date, dateline_wire, language, text, finding.kind, finding.body,
                   report.number, learned.at
            FROM report
            JOIN learned ON learned.entity = 'report' AND learned.number = report.number
            LEFT JOIN reading ON reading.number = (SELECT max(newest.number) FROM reading AS newest WHERE newest.report = report.number)
            LEFT JOIN finding ON finding.reading = reading.number
            ORDER BY report.number, finding.number
            """;
        using var row = command.ExecuteReader();
        SqliteReadingBuilder? current = null;
        while (row.Read())
        {
            var number = row.GetInt64(15);
            if (current?.Number != number)
            {
                if (current is not null)
                    yield return current.Build();
                current = new SqliteReadingBuilder(number, row);
            }

            current.AddFinding(row);
        }

        if (current is not null)
            yield return current.Build();
    }

    /// <inheritdoc/>
    public IEnumerable<LedgerRefusal> Refusals()
    {
        using var connection = OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT place, code, detail FROM refusal ORDER BY number";
        using var row = command.ExecuteReader();
        while (row.Read())
            yield return new LedgerRefusal(row.GetString(0), row.GetString(1), row.GetString(2));
    }

    /// <inheritdoc/>
    public LedgerStatistics Statistics()
    {
        using var connection = OpenReader();
        return new LedgerStatistics(
            connection.Scalar("SELECT count(*) FROM report"),
            connection.Scalar("SELECT count(*) FROM reading"),
            connection.Scalar("SELECT count(*) FROM finding"),
            connection.Scalar("SELECT count(*) FROM refusal"));
    }

    /// <inheritdoc/>
    public string Digest()
    {
        using var connection = OpenReader();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var table in (ReadOnlySpan<string>)
        [
            "SELECT * FROM report ORDER BY number",
            "SELECT * FROM reading ORDER BY number",
            "SELECT * FROM finding ORDER BY number",
            "SELECT * FROM citation ORDER BY finding, ordinal",
            "SELECT * FROM refusal ORDER BY number",
        ])
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // One of the constants above.
            command.CommandText = table;
#pragma warning restore CA2100
            using var row = command.ExecuteReader();
            while (row.Read())
            {
                for (var i = 0; i < row.FieldCount; i++)
                {
                    var value = row.IsDBNull(i) ? "" : Convert.ToString(row.GetValue(i), CultureInfo.InvariantCulture)!;
                    hash.AppendData(Encoding.UTF8.GetBytes(string.Create(
                        CultureInfo.InvariantCulture, $"{(row.IsDBNull(i) ? "-" : value.Length)}:{value}")));
                }

                hash.AppendData("\n"u8);
            }

            hash.AppendData("\f"u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <inheritdoc/>
    public IEnumerable<string> Check()
    {
        using var connection = OpenReader();
        foreach (var pragma in (string[])["PRAGMA integrity_check", "PRAGMA foreign_key_check"])
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

        foreach (var line in UnmatchedCitations(connection))
            yield return line;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer.Dispose();
        SqliteConnection.ClearPool(new SqliteConnection(_connectionString));
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

    private SqliteConnection OpenReader()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        return connection;
    }

    /// <summary>What SQLite advises for files that may be hostile (sqlite.org/security.html).</summary>
    private static void Harden(SqliteConnection connection)
    {
        connection.Run("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;");
        var rc = SQLitePCL.raw.sqlite3_db_config(connection.Handle, SQLitePCL.raw.SQLITE_DBCONFIG_DEFENSIVE, 1, out _);
        if (rc != SQLitePCL.raw.SQLITE_OK)
            throw new SqliteException("DEFENSIVE could not be set.", rc);
    }

    internal static Fault ToFault(SqliteException failure, string path) => new(
        failure.SqliteErrorCode switch
        {
            SQLitePCL.raw.SQLITE_NOTADB => LedgerFaults.NotALedger,
            SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => LedgerFaults.Busy,
            SQLitePCL.raw.SQLITE_CORRUPT => LedgerFaults.Damaged,
            SQLitePCL.raw.SQLITE_FULL or SQLitePCL.raw.SQLITE_IOERR or SQLitePCL.raw.SQLITE_READONLY => LedgerFaults.CannotWrite,
            _ => LedgerFaults.CannotOpen,
        },
        path, failure.Message);
}
