using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Parley.Ledger.Sqlite;

/// <summary>
/// Open connections that only read, lent to one thread at a time. A pool of its own, since each must be hardened as the
/// writer's is, and once is enough.
/// </summary>
internal sealed class SqliteReaders(string connectionString) : IDisposable
{
    private readonly ConcurrentBag<SqliteConnection> _idle = [];

    public Loan Lend()
    {
        if (!_idle.TryTake(out var connection))
        {
            connection = new SqliteConnection(connectionString);
            try
            {
                connection.Open();
                Harden(connection);
                connection.Run("PRAGMA query_only = ON");
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        }

        return new Loan(this, connection);
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var connection))
            connection.Dispose();
    }

    /// <summary>What SQLite advises for files that may be hostile (sqlite.org/security.html).</summary>
    public static void Harden(SqliteConnection connection)
    {
        connection.Run("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;");
        var rc = SQLitePCL.raw.sqlite3_db_config(connection.Handle, SQLitePCL.raw.SQLITE_DBCONFIG_DEFENSIVE, 1, out _);
        if (rc != SQLitePCL.raw.SQLITE_OK)
            throw new SqliteException("DEFENSIVE could not be set.", rc);
    }

    /// <summary>A connection that goes back when disposed.</summary>
    internal readonly struct Loan(SqliteReaders lender, SqliteConnection connection) : IDisposable
    {
        public SqliteConnection Connection { get; } = connection;

        public void Dispose() => lender._idle.Add(Connection);
    }
}
