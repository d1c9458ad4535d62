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

    private static readonly Lazy<ImmutableArray<SchemaObject>> s_expected = new(Expected);

    public static int Newest => s_migrations.Length;

    /// <summary>Migrates, or says why the file cannot be used.</summary>
    public static Fault? Migrate(SqliteConnection connection, string path)
    {
        var application = connection.Scalar("PRAGMA application_id");
        var version = (int)connection.Scalar("PRAGMA user_version");
        var objects = connection.Scalar("SELECT count(*) FROM sqlite_schema");
        if (application != ApplicationId && (application != 0 || version != 0 || objects != 0) || version < 0)
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

    /// <summary>
    /// Says what in the file is not as the migrations made it. A stranger's trigger would run with each entry that is kept, a
    /// view in a table's place with each that is read, and without the ledger's own triggers entries could have been
    /// altered. Tables and views that someone added beside are let be: nothing here touches them.
    /// </summary>
    public static Fault? Verify(SqliteConnection connection, string path)
    {
        var found = Objects(connection);
        var wrong = s_expected.Value.Except(found).Select(static missing => $"{missing.Type} {missing.Name} is missing or altered")
            .Concat(found.Except(s_expected.Value).Where(static added => added.Type is "trigger" or "index").Select(static added => $"{added.Type} {added.Name} was added"));
        return wrong.FirstOrDefault() is { } first ? new Fault(LedgerFaults.Altered, path, first) : null;
    }

    private static ImmutableArray<SchemaObject> Expected()
    {
        using var connection = new SqliteConnection("Data Source=:memory:;Pooling=False");
        connection.Open();
        foreach (var migration in s_migrations)
            connection.Run(migration);
        return Objects(connection);
    }

    private static ImmutableArray<SchemaObject> Objects(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        // What SQLite makes by itself, such as a key's index, has no text.
        command.CommandText = "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name";
        using var row = command.ExecuteReader();
        var objects = ImmutableArray.CreateBuilder<SchemaObject>();
        while (row.Read())
            objects.Add(new SchemaObject(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3)));
        return objects.ToImmutable();
    }

    /// <summary>A table, index, trigger or view, with the statement that made it.</summary>
    private sealed record SchemaObject(string Type, string Name, string Table, string Sql);

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
