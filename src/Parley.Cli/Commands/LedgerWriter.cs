using Parley.Ledger;
using Parley.Reports;
using Parley.Reports.Findings;

namespace Parley.Cli.Commands;

/// <summary>
/// Keeps entries in batches: many in a transaction while they come fast, and never unkept for long when they
/// come slowly. What a batch holds does not change the ledger's content, only how often the disk is waited for.
/// </summary>
internal sealed class LedgerWriter(ILedger ledger, Surroundings surroundings) : IDisposable
{
    /// <summary>Entries in one transaction at most.</summary>
    private const int BatchSize = 512;

    /// <summary>How long an entry may stay unkept.</summary>
    public static TimeSpan LongestWait { get; } = TimeSpan.FromMilliseconds(250);

    private ILedgerBatch? _batch;
    private int _pending;
    private long _begun;

    /// <summary>Whether a batch has been open for <see cref="LongestWait"/>.</summary>
    public bool IsDue => _batch is not null && surroundings.Time.GetElapsedTime(_begun) >= LongestWait;

    /// <summary>Whether anything waits to be kept.</summary>
    public bool HasPending => _batch is not null;

    public bool Add(ReportReading reading, string? reader)
    {
        var isNew = Batch().Add(reading, reader, surroundings.Clock.GetCurrentInstant());
        Count();
        return isNew;
    }

    public void Add(Fault fault)
    {
        Batch().Add(fault, surroundings.Clock.GetCurrentInstant());
        Count();
    }

    /// <summary>Keeps what is pending.</summary>
    public void Flush()
    {
        _batch?.Commit();
        _batch?.Dispose();
        _batch = null;
        _pending = 0;
    }

    public void Dispose()
    {
        _batch?.Dispose();
        _batch = null;
    }

    private void Count()
    {
        if (++_pending >= BatchSize)
            Flush();
    }

    private ILedgerBatch Batch()
    {
        if (_batch is null)
        {
            _batch = ledger.Begin();
            _begun = surroundings.Time.GetTimestamp();
        }

        return _batch;
    }
}
