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
        Alter("finding_is_kept", "UPDATE finding SET body = replace(body, '\"no\"', '\"na\"')");
        using var ledger = Open();
        Assert.Contains("cites what does not stand in its text", Assert.Single(ledger.Check()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report_is_kept", "UPDATE report SET title = 'Another title'")]
    [InlineData("report_is_kept", "UPDATE report SET byline = 'no list'")]
    [InlineData("report_is_kept", "UPDATE report SET published = 'soon'")]
    [InlineData("report_is_kept", "UPDATE report SET outlet = ''")]
    [InlineData("learned_is_kept", "UPDATE learned SET at = 'soon' WHERE entity = 'report'")]
    public void AnAlteredReportIsFoundByTheCheck(string trigger, string sql)
    {
        AReportIsKept();
        Alter(trigger, sql);
        using var ledger = Open();
        Assert.Contains("is not as it was kept", Assert.Single(ledger.Check()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report_is_kept", "UPDATE report SET byline = 'no list'")]
    [InlineData("report_is_kept", "UPDATE report SET text = ''")]
    [InlineData("finding_is_kept", "UPDATE finding SET body = '{'")]
    [InlineData("finding_is_kept", "UPDATE finding SET body = 'null'")]
    [InlineData("finding_is_kept", "UPDATE finding SET kind = 'rumour'")]
    [InlineData("learned_is_kept", "UPDATE learned SET at = 'soon' WHERE entity = 'report'")]
    public void ARowThatCannotBeReadBackIsDamageAndNoDefect(string trigger, string sql)
    {
        AReportIsKept();
        Alter(trigger, sql);
        using var ledger = Open();
        Assert.Equal(LedgerFaults.Damaged, Assert.Throws<LedgerException>(() => ledger.Readings().Count()).Fault.Code);
        Assert.NotEmpty(ledger.Check());
    }

    [Theory]
    [InlineData("CREATE TRIGGER planted AFTER INSERT ON report BEGIN SELECT RAISE(IGNORE); END")]
    [InlineData("CREATE UNIQUE INDEX planted ON report (language)")]
    [InlineData("DROP TRIGGER report_stays")]
    [InlineData("DROP TABLE citation")]
    [InlineData("ALTER TABLE report ADD COLUMN more TEXT")]
    [InlineData("ALTER TABLE refusal RENAME TO kept; CREATE VIEW refusal AS SELECT * FROM kept")]
    public void ALedgerWhoseTablesAStrangerChangedIsNotUsed(string sql)
    {
        AReportIsKept();
        using (var connection = Raw())
            Run(connection, sql);
        Assert.Equal(LedgerFaults.Altered, FaultOf(SqliteLedger.Open(FilePath, create: true)).Code);
    }

    [Fact]
    public void TablesAndViewsBesideTheLedgersOwnAreLetBe()
    {
        AReportIsKept();
        using (var connection = Raw())
            Run(connection, "CREATE TABLE notes (text TEXT); CREATE VIEW titles AS SELECT title FROM report; ANALYZE");
        using var ledger = Open();
        Assert.Empty(ledger.Check());
    }

    [Fact]
    public void AFileThatOnlyClaimsToBeALedgerIsNone()
    {
        using (var connection = Raw())
            Run(connection, "PRAGMA application_id = 0x50524C59; PRAGMA user_version = -1");
        Assert.Equal(LedgerFaults.NotALedger, FaultOf(SqliteLedger.Open(FilePath, create: true)).Code);
    }

    [Fact]
    public void APathIsAFileWhateverSqliteWouldTakeItFor()
    {
        foreach (var name in (string[])[":memory:", "file:a.db?mode=memory", "|DataDirectory|", "a;b=\"c.db"])
        {
            var path = Path.Combine(_folder, name);
            var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
            Assert.True(SqliteLedger.Open(relative, create: true).IsOk(out var ledger, out _), name);
            ledger.Dispose();
            Assert.True(File.Exists(path), name);
        }
    }

    [Theory]
    [InlineData("", "PAR5003")]
    [InlineData("/", "PAR5003")]
    [InlineData("postgres://host/ledger", "PAR5007")]
    public void WhatIsNoFileIsAFaultAndNoException(string path, string code) =>
        Assert.Equal(code, FaultOf(SqliteLedger.Open(path, create: true)).Code.Id);

    [Fact]
    public void ALedgerWithPagesOverwrittenIsDamagedAndTheCheckSaysSo()
    {
        AReportIsKept();
        var bytes = File.ReadAllBytes(FilePath);
        for (var at = bytes.Length / 2; at < bytes.Length; at += 64)
            bytes[at] = 0xA5;
        File.WriteAllBytes(FilePath, bytes);
        using var ledger = Open();
        Assert.NotEmpty(ledger.Check());
    }

    private void AReportIsKept() => AReportComesBackWithEveryFieldAndFinding();

    /// <summary>Alters rows behind the ledger's back, with the trigger that forbids it put back afterwards.</summary>
    private void Alter(string trigger, string sql)
    {
        using var connection = Raw();
        var forbids = (string)Run(connection, $"SELECT sql FROM sqlite_schema WHERE name = '{trigger}'")!;
        Run(connection, $"DROP TRIGGER {trigger}; {sql}; {forbids}");
    }

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
