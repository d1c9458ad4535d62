using NodaTime;
using NodaTime.Testing;

namespace Parley.Cli.Tests;

/// <summary>Runs a command line within the test's process, with a ledger of its own.</summary>
internal sealed class CliRun : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parley-cli-").FullName;

    public static string Root { get; } = FindRoot();

    /// <summary>The folder that is there in a full checkout only; null elsewhere.</summary>
    public static string? Shared { get; } = Directory.Exists(Path.Combine(Root, "../shared")) ? Path.GetFullPath(Path.Combine(Root, "../shared")) : null;

    public static string Samples { get; } = Path.Combine(Root, "samples/may-2021");

    /// <summary>For looking at the tree of commands without running any.</summary>
    public static Surroundings NoSurroundings { get; } = new(
        Stream.Null, TextWriter.Null, TextWriter.Null, new FakeClock(Instant.FromUtc(2026, 1, 1, 0, 0)), TimeProvider.System,
        OutIsTerminal: false, ErrorIsTerminal: false, Width: 100, Threads: 1);

    public string Ledger => Path.Combine(_folder, "parley.db");

    public string Out { get; private set; } = "";

    public string Error { get; private set; } = "";

    public string[] Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Runs the verbs that take a ledger on this one's.</summary>
    public Task<int> RunOnLedgerAsync(params string[] arguments) => RunAsync([.. arguments, "--ledger", Ledger]);

    public async Task<int> RunAsync(string[] arguments, int threads = 2, string input = "", bool isTerminal = false, int width = 100)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var stdin = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(input));
        var surroundings = new Surroundings(
            stdin, output, error, new FakeClock(Instant.FromUtc(2026, 1, 1, 0, 0)), TimeProvider.System,
            OutIsTerminal: isTerminal, ErrorIsTerminal: false, width, threads);
        var code = await CommandTree.RunAsync(arguments, surroundings);
        Out = output.ToString();
        Error = error.ToString();
        return code;
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Parley.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder;
    }
}
