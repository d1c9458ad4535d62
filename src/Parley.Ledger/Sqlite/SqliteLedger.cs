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
    private readonly SqliteReaders _readers;
    private readonly SqliteConnection _writer;

    private SqliteLedger(string path, SqliteReaders readers, SqliteConnection writer)
    {
        _path = path;
        _readers = readers;
        _writer = writer;
    }

    /// <summary>Opens the ledger at <paramref name="path"/>, migrated to the newest schema.</summary>
    /// <param name="path">A file path, whatever it looks like: SQLite's own names for other stores mean nothing here.</param>
    /// <param name="create">Whether a file that is not there is made.</param>
    public static Result<SqliteLedger> Open(string path, bool create)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Contains("://", StringComparison.Ordinal))
            return new Fault(LedgerFaults.UnknownStore, path);
        if (path.Length == 0 || Directory.Exists(path))
        {
            return path.Length == 0
                ? new Fault(LedgerFaults.CannotOpen, "--ledger", "the path is empty")
                : new Fault(LedgerFaults.CannotOpen, path, "it is a folder");
        }

        if (!create && !File.Exists(path))
            return new Fault(LedgerFaults.Absent, path);
        var connectionString = new SqliteConnectionStringBuilder
        {
            // Whole, since ":memory:" and "file:…" would not name files.
            DataSource = Path.GetFullPath(path),
            Mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
            ForeignKeys = true,
            DefaultTimeout = BusySeconds,
            Pooling = false,
        }.ToString();
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            SqliteReaders.Harden(connection);
            if ((SqliteSchema.Migrate(connection, path) ?? SqliteSchema.Verify(connection, path)) is { } fault)
            {
                connection.Dispose();
                return fault;
            }

            connection.Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
            return new SqliteLedger(path, new SqliteReaders(connectionString), connection);
        }
        catch (SqliteException failure)
        {
            connection.Dispose();
            return ToFault(failure, path);
        }
    }

    /// <inheritdoc/>
    public bool Holds(string reportId, string? reader) => Guarded(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = reader is null
            ? "SELECT 1 FROM report WHERE id = $id"
            : "SELECT 1 FROM report JOIN reading ON reading.report = report.number WHERE id = $id AND reader = $reader";
        command.Parameters.AddWithValue("$id", reportId);
        if (reader is not null)
            command.Parameters.AddWithValue("$reader", reader);
        return command.ExecuteScalar() is not null;
    });

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
    public IEnumerable<LedgerEntry> Readings() => Guarded(AllReadings);

    /// <inheritdoc/>
    public IEnumerable<LedgerRefusal> Refusals() => Guarded(AllRefusals);

    /// <inheritdoc/>
    public LedgerStatistics Statistics() => Guarded(static connection => new LedgerStatistics(
        connection.Scalar("SELECT count(*) FROM report"),
        connection.Scalar("SELECT count(*) FROM reading"),
        connection.Scalar("SELECT count(*) FROM finding"),
        connection.Scalar("SELECT count(*) FROM refusal")));

    /// <inheritdoc/>
    public string Digest() => Guarded(static connection =>
    {
        // One transaction: all tables as they were at one moment, though another process writes.
        using var moment = connection.BeginTransaction(deferred: true);
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
            command.Transaction = moment;
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
    });

    /// <inheritdoc/>
    public IEnumerable<string> Check()
    {
        using var loan = _readers.Lend();
        using var each = SqliteCheck.Run(loan.Connection).GetEnumerator();
        while (true)
        {
            string? end = null;
            try
            {
                if (!each.MoveNext())
                    yield break;
            }
            catch (Exception damage) when (damage is SqliteException || IsDamage(damage))
            {
                end = $"the check could not go on: {damage.Message}";
            }

            yield return end ?? each.Current;
            if (end is not null)
                yield break;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _readers.Dispose();
        _writer.Dispose();
    }

    private static IEnumerable<LedgerEntry> AllReadings(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT {SqliteReadingBuilder.ReportColumns}, finding.kind, finding.body, report.number, learned.at
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

    private static IEnumerable<LedgerRefusal> AllRefusals(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT place, code, detail FROM refusal ORDER BY number";
        using var row = command.ExecuteReader();
        while (row.Read())
            yield return new LedgerRefusal(row.GetString(0), row.GetString(1), row.GetString(2));
    }

    private T Guarded<T>(Func<SqliteConnection, T> read)
    {
        try
        {
            using var loan = _readers.Lend();
            return read(loan.Connection);
        }
        catch (Exception failure) when (failure is SqliteException || IsDamage(failure))
        {
            throw ToException(failure);
        }
    }

    private IEnumerable<T> Guarded<T>(Func<SqliteConnection, IEnumerable<T>> read)
    {
        using var loan = Guarded(_readers.Lend);
        using var each = read(loan.Connection).GetEnumerator();
        while (Guarded(each.MoveNext))
            yield return each.Current;
    }

    private T Guarded<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception failure) when (failure is SqliteException || IsDamage(failure))
        {
            throw ToException(failure);
        }
    }

    /// <summary>Whether a row that Parley did not write, or that was altered since, explains the failure.</summary>
    internal static bool IsDamage(Exception failure) =>
        failure is JsonException or ArgumentException or FormatException or InvalidOperationException or InvalidCastException;

    private LedgerException ToException(Exception failure) => new(
        failure is SqliteException known ? ToFault(known, _path) : new Fault(LedgerFaults.Damaged, _path, failure.Message.TrimEnd('.')), failure);

    internal static Fault ToFault(SqliteException failure, string path) => new(
        failure.SqliteErrorCode switch
        {
            SQLitePCL.raw.SQLITE_NOTADB => LedgerFaults.NotALedger,
            SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => LedgerFaults.Busy,
            SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_CONSTRAINT or SQLitePCL.raw.SQLITE_ERROR => LedgerFaults.Damaged,
            SQLitePCL.raw.SQLITE_FULL or SQLitePCL.raw.SQLITE_IOERR => LedgerFaults.CannotWrite,
            _ => LedgerFaults.CannotOpen,
        },
        path, failure.Message.TrimEnd('.'));
}
