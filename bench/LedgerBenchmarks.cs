using System.Globalization;
using BenchmarkDotNet.Attributes;
using NodaTime;
using Parley.Ledger.Sqlite;
using Parley.Reading;
using Parley.Reports.Findings;

namespace Parley.Benchmarks;

/// <summary>Keeping readings: one batch of 512, new to the ledger each time.</summary>
[MemoryDiagnoser]
public class LedgerBenchmarks
{
    private const int BatchSize = 512;

    private readonly ReportReading _reading = Pipeline.Full().Read(Samples.Report);
    private readonly string _folder = Directory.CreateTempSubdirectory("parley-bench-").FullName;
    private SqliteLedger _ledger = null!;
    private int _number;

    [GlobalSetup]
    public void Open()
    {
        if (!SqliteLedger.Open(Path.Combine(_folder, "parley.db"), create: true).IsOk(out var ledger, out var fault))
            throw new InvalidOperationException(fault.ToString());
        _ledger = ledger;
    }

    [GlobalCleanup]
    public void Close()
    {
        _ledger.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark(OperationsPerInvoke = BatchSize)]
    public void AReading()
    {
        using var batch = _ledger.Begin();
        for (var i = 0; i < BatchSize; i++)
        {
            var url = string.Create(CultureInfo.InvariantCulture, $"https://courier.example/{_number++}");
            batch.Add(_reading with { Report = _reading.Report with { Url = url } }, Pipeline.Version, Instant.FromUtc(2026, 1, 1, 0, 0));
        }

        batch.Commit();
    }

    [Benchmark]
    public bool AskingForOneThatIsHeld() => _ledger.Holds(_reading.Report.Id, Pipeline.Version);
}
