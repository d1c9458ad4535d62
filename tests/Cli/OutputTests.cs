using System.Diagnostics;
using NodaTime;
using Parley.Cli.Commands;
using Parley.Intake.Fetching;
using Parley.Ledger;
using Parley.Reports;
using Parley.Reports.Findings;

namespace Parley.Cli.Tests;

/// <summary>Output, or a ledger, that takes no more: told in one line, and never taken for success.</summary>
public sealed class OutputTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parley-output-").FullName;

    private string Ledger => Path.Combine(_folder, "parley.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("read '{0}' --format jsonl")]
    [InlineData("read '{0}'")]
    [InlineData("annotate '{0}'")]
    [InlineData("read --help")]
    [InlineData("brief --ledger '{1}'")]
    public async Task AFullDiskUnderTheOutputIsNoSuccess(string command)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full to write to.");
        await RunAsync("read '{0}' --format none --ledger '{1}'");
        var (code, error) = await RunAsync(command + " > /dev/full");
        Assert.Equal(ExitCode.Nothing, code);
        Assert.Contains("PAR9006", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReaderThatLeavesEndsTheRunAndWhatItSawIsKept()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The shell is needed.");
        var lines = Path.Combine(_folder, "wire.jsonl");
        var body = string.Join(' ', Enumerable.Repeat("The envoy said on Friday that the truce was near.", 20));
        await File.WriteAllLinesAsync(
            lines, Enumerable.Range(0, 20_000).Select(number => $$"""{"@type":"NewsArticle","headline":"Report {{number}}","articleBody":"{{body}}"}"""), TestContext.Current.CancellationToken);
        var (code, error) = await RunAsync($$"""read '{{lines}}' --format jsonl --ledger '{1}' | head -n 1 >/dev/null; exit ${PIPESTATUS[0]}""");
        Assert.Equal(ExitCode.Partly, code);
        Assert.Contains("PAR9004", error, StringComparison.Ordinal);
        Assert.True(Parley.Ledger.Sqlite.SqliteLedger.Open(Ledger, create: false).IsOk(out var ledger, out _));
        using (ledger)
            Assert.InRange(ledger.Statistics().Reports, 1, 19_999);
    }

    [Fact]
    public async Task AStandardErrorThatNobodyCanReadIsNoReasonToFail()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full to write to.");
        Assert.Equal(ExitCode.Done, (await RunAsync("read '{0}' --format none --ledger '{1}' 2> /dev/full")).Code);
    }

    [Fact]
    public async Task ALedgerThatFailsWhileTheInputIsIdleIsWhatIsTold()
    {
        const string Line = """{"@type":"NewsArticle","headline":"A","articleBody":"The envoy said that the truce was near."}""" + "\n";
        using var input = new IdleStream(Line + Line);
        var surroundings = CliRun.NoSurroundings with { In = input };
        var run = new ReadRun(surroundings, new FullLedger(), new ReadOptions(["-"], "none", Findings: true, Explains: false, AsOf: null, OwnActors.Load(null, CliRun.NoSurroundings)!, new FetchOptions()));
        var failure = await Assert.ThrowsAsync<LedgerException>(
            () => run.RunAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.Equal(LedgerFaults.CannotWrite, failure.Fault.Code);
    }

    private async Task<(int Code, string Error)> RunAsync(string command)
    {
        var sample = Path.Combine(CliRun.Samples, "2021-05-14-diplomat-halt-within-days.html");
        var line = command.Replace("{0}", sample, StringComparison.Ordinal).Replace("{1}", Ledger, StringComparison.Ordinal);
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", $"dotnet '{typeof(CommandTree).Assembly.Location}' {line}"])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, error);
    }

    /// <summary>Gives its text, enough blank lines that no one waits for more to tell what it is, and then nothing for good.</summary>
    private sealed class IdleStream(string text) : Stream
    {
        private readonly MemoryStream _text = new(System.Text.Encoding.UTF8.GetBytes(text + new string('\n', 1 << 17)));

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = _text.Read(buffer.Span);
            // Deaf to the cancelling, as a read of a pipe is.
            return read > 0 ? read : await new TaskCompletionSource<int>().Task;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    /// <summary>A ledger on a full disk.</summary>
    private sealed class FullLedger : ILedger, ILedgerBatch
    {
        public bool Holds(string reportId, string? reader) => false;

        public ILedgerBatch Begin() => this;

        public bool Add(ReportReading reading, string? reader, Instant learned) => true;

        public void Add(Fault fault, Instant learned)
        {
        }

        public void Commit() => throw new LedgerException(new Fault(LedgerFaults.CannotWrite, "parley.db"));

        public IEnumerable<LedgerEntry> Readings() => [];

        public IEnumerable<LedgerRefusal> Refusals() => [];

        public LedgerStatistics Statistics() => new(0, 0, 0, 0);

        public string Digest() => "";

        public IEnumerable<string> Check() => [];

        public void Dispose()
        {
        }
    }
}
