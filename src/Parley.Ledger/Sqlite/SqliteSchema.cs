using System.Globalization;
using Microsoft.Data.Sqlite;
using Parley.Reports;

namespace Parley.Ledger.Sqlite;

/// <summary>
/// Brings a ledger file to the newest schema: numbered SQL files, each run once in its own transaction;
/// <c>user_version</c> counts those that were, <c>application_id</c> marks the file as Parley's.
/// </summary>
internal static class SqliteSchema
{
    /// <summary>"PRLY" in ASCII.</summary>
    public const int ApplicationId = 0x50524C59;

    private static readonly ImmutableArray<string> s_migrations = Load();

    public static int Newest => s_migrations.Length;

    /// <summary>Migrates, or says why the file cannot be used.</summary>
    public static Fault? Migrate(SqliteConnection connection, string path)
    {
        var application = connection.Scalar("PRAGMA application_id");
        var version = (int)connection.Scalar("PRAGMA user_version");
        var objects = connection.Scalar("SELECT count(*) FROM sqlite_schema");
        if (application != ApplicationId && (application != 0 || version != 0 || objects != 0))
            return new Fault(LedgerFaults.NotALedger, path);
        if (version > Newest)
            return new Fault(LedgerFaults.NewerSchema, path, string.Create(CultureInfo.InvariantCulture, $"schema {version}, this program knows {Newest}"));
        if (version == Newest)
            return null;

        // Immediate: of two processes that open a new file at once, one migrates and the other finds it done.
        using var transaction = connection.BeginTransaction(deferred: false);
        for (var next = (int)connection.Scalar("PRAGMA user_version", transaction); next < Newest; next++)
        {
            connection.Run(s_migrations[next], transaction);
            connection.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {next + 1}"), transaction);
        }

        connection.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}"), transaction);
        transaction.Commit();
        return null;
    }

    private static ImmutableArray<string> Load()
    {
        var assembly = typeof(SqliteSchema).Assembly;
        var names = assembly.GetManifestResourceNames().Where(static name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        return [.. names.Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        })];
    }
}
