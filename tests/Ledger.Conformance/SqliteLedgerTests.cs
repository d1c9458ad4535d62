using Microsoft.Data.Sqlite;
using Parley.Ledger.Sqlite;
using Parley.Reports;

namespace Parley.Ledger.Conformance.Tests;

public sealed class SqliteLedgerTests : LedgerConformance, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parley-ledger-").FullName;

    private string FilePath => Path.Combine(_folder, "parley.db");

    protected override ILedger Open() =>
        SqliteLedger.Open(FilePath, create: true).IsOk(out var ledger, out var fault) ? ledger : throw new InvalidOperationException(fault.ToString());

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("UPDATE report SET title = 'x'")]
    [InlineData("DELETE FROM report")]
    [InlineData("UPDATE finding SET body = 'x'")]
    [InlineData("DELETE FROM citation")]
    [InlineData("UPDATE learned SET at = 'x'")]
    [InlineData("DELETE FROM reading")]
    public void TheStoreItselfRefusesToChangeWhatIsKept(string sql)
    {
        AReportIsKept();
        using var connection = Raw();
        var failure = Assert.Throws<SqliteException>(() => Run(connection, sql));
        Assert.Contains("append-only", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WritesGoThroughAWriteAheadLog()
    {
        AReportIsKept();
        using var connection = Raw();
        Assert.Equal("wal", Run(connection, "PRAGMA journal_mode"));
    }

    [Fact]
    public void AFileThatIsNoLedgerIsNotTouched()
    {
        File.WriteAllText(FilePath, "Dear diary, this is no database, however long it may grow to be.");
        Assert.Equal(LedgerFaults.NotALedger, FaultOf(SqliteLedger.Open(FilePath, create: true)).Code);
        Assert.StartsWith("Dear diary", File.ReadAllText(FilePath), StringComparison.Ordinal);
    }

    [Fact]
    public void ADatabaseOfAnotherProgramIsNotTouched()
    {
        using (var connection = Raw())
            Run(connection, "CREATE TABLE recipes (name TEXT)");
        Assert.Equal(LedgerFaults.NotALedger, FaultOf(SqliteLedger.Open(FilePath, create: true)).Code);
    }

    [Fact]
    public void ALedgerOfANewerProgramIsNotTouched()
    {
        AReportIsKept();
        using (var connection = Raw())
            Run(connection, "PRAGMA user_version = 9999");
        Assert.Equal(LedgerFaults.NewerSchema, FaultOf(SqliteLedger.Open(FilePath, create: true)).Code);
    }

    [Fact]
    public void ALedgerThatIsNotThereIsNotMadeUnlessAsked() =>
        Assert.Equal(LedgerFaults.Absent, FaultOf(SqliteLedger.Open(FilePath, create: false)).Code);

    [Fact]
    public void AServersAddressIsNotTakenForAFilesName() =>
        Assert.Equal(LedgerFaults.UnknownStore, FaultOf(SqliteLedger.Open("postgres://localhost/parley", create: true)).Code);

    [Fact]
    public void AFolderThatIsNotThereIsAFaultAndNoException() =>
        Assert.Equal(LedgerFaults.CannotOpen, FaultOf(SqliteLedger.Open(Path.Combine(_folder, "none", "parley.db"), create: true)).Code);

    [Fact]
    public void ADamagedCitationIsFoundByTheCheck()
    {
        AReportIsKept();
        using (var connection = Raw())
        {
            Run(connection, "DROP TRIGGER finding_is_kept");
            Run(connection, "UPDATE finding SET body = replace(body, '\"no\"', '\"na\"')");
        }

        using var ledger = Open();
        Assert.Contains("cites what does not stand in its text", Assert.Single(ledger.Check()), StringComparison.Ordinal);
    }

    private void AReportIsKept() => AReportComesBackWithEveryFieldAndFinding();

    private SqliteConnection Raw()
    {
        var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False");
        connection.Open();
        return connection;
    }

    private static object? Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of these tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }

    private static Fault FaultOf(Result<SqliteLedger> result)
    {
        Assert.False(result.IsOk(out var ledger, out var fault));
        Assert.Null(ledger);
        return fault;
    }
}
