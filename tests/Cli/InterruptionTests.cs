using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Parley.Ledger.Sqlite;

namespace Parley.Cli.Tests;

/// <summary>Real processes, stopped in the middle of their work.</summary>
public sealed class InterruptionTests : IDisposable
{
    private const int Reports = 6000;

    private readonly string _folder = Directory.CreateTempSubdirectory("parley-kill-").FullName;
    private readonly string _input;

    public InterruptionTests()
    {
        _input = Path.Combine(_folder, "wire.jsonl");
        using var writer = new StreamWriter(_input);
        for (var number = 0; number < Reports; number++)
        {
            writer.WriteLine(new JsonObject
            {
                ["@type"] = "NewsArticle",
                ["@id"] = $"wire-{number}",
                ["headline"] = $"Report {number} from the talks",
                ["datePublished"] = "2021-05-14",
                ["articleBody"] = $"The envoy said on Friday that draft {number} was close to agreement.\n\n“We will answer within {number} days,” the spokesman said. According to the ministry, {number} people had left the town by the evening.",
            }.ToJsonString());
        }
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task AKilledRunFollowedByTheSameCommandEndsWithTheLedgerOfAnUndisturbedOne()
    {
        var undisturbed = await RunWholeAsync("undisturbed.db");
        var killed = Path.Combine(_folder, "killed.db");
        using (var process = Start(killed))
        {
            await UntilSomeAreKeptAsync(killed, process);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.InRange(Kept(killed), 1, Reports - 1);
        Assert.Equal(undisturbed, await RunWholeAsync("killed.db"));
    }

    [Fact]
    public async Task AnInterruptedRunKeepsWhatIsDoneSaysSoAndGoesOnFromThere()
    {
        var undisturbed = await RunWholeAsync("undisturbed.db");
        var stopped = Path.Combine(_folder, "stopped.db");
        using (var process = Start(stopped))
        {
            await UntilSomeAreKeptAsync(stopped, process);
            // TERM goes the way of Ctrl-C; INT itself is ignored by whatever was started in the background of a script.
            using (var interrupt = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
                await interrupt.WaitForExitAsync(TestContext.Current.CancellationToken);
            var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Contains("Stopped. What was read is kept", error, StringComparison.Ordinal);
            Assert.Equal(ExitCode.Partly, process.ExitCode);
        }

        Assert.InRange(Kept(stopped), 1, Reports - 1);
        Assert.Equal(undisturbed, await RunWholeAsync("stopped.db"));
    }

    private Process Start(string ledger) => Process.Start(new ProcessStartInfo(
        "dotnet", [typeof(CommandTree).Assembly.Location, "read", _input, "--format", "none", "--ledger", ledger])
    {
        RedirectStandardError = true,
        RedirectStandardOutput = true,
        StandardErrorEncoding = Encoding.UTF8,
    })!;

    private async Task<string> RunWholeAsync(string name)
    {
        var path = Path.Combine(_folder, name);
        using var process = Start(path);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.Done, process.ExitCode);
        Assert.Equal(Reports, Kept(path));
        Assert.True(SqliteLedger.Open(path, create: false).IsOk(out var ledger, out _));
        using (ledger)
            return ledger.Digest();
    }

    private static async Task UntilSomeAreKeptAsync(string ledger, Process process)
    {
        while (Kept(ledger) == 0)
        {
            Assert.False(process.HasExited, "The run was over before it could be stopped.");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }

    private static long Kept(string path)
    {
        if (!File.Exists(path))
            return 0;
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM report";
            return (long)command.ExecuteScalar()!;
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            // Not yet a ledger.
            return 0;
        }
    }
}
