using NodaTime;
using Parley.Reports;
using Parley.Reports.Findings;

namespace Parley.Ledger;

/// <summary>
/// Everything Parley has learned, for good: entries are added, never changed. Every store passes the same tests.
/// Reads may come from many threads; there is one batch of writes at a time.
/// </summary>
public interface ILedger : IDisposable
{
    /// <summary>Whether the report is held; and read by <paramref name="reader"/>, where one is given.</summary>
    bool Holds(string reportId, string? reader);

    /// <summary>Begins a batch of entries that are kept together or not at all.</summary>
    ILedgerBatch Begin();

    /// <summary>Reports with the findings of their newest reading, in the order they were learned of, streamed.</summary>
    IEnumerable<LedgerEntry> Readings();

    /// <summary>The inputs that gave no report, in the order they were met.</summary>
    IEnumerable<LedgerRefusal> Refusals();

    /// <summary>How much it holds.</summary>
    LedgerStatistics Statistics();

    /// <summary>
    /// SHA-256 over every entry in order, the second clock left out: two ledgers that learned the same in the
    /// same order have the same digest. 64 lower-case hexadecimal digits.
    /// </summary>
    string Digest();

    /// <summary>What is wrong with the store, one line each; empty where all is well.</summary>
    IEnumerable<string> Check();
}

/// <summary>Entries under way. Disposed without <see cref="Commit"/>, none of them is kept.</summary>
public interface ILedgerBatch : IDisposable
{
    /// <summary>Adds a report, and its findings as the reading of <paramref name="reader"/>, where either is not held yet.</summary>
    /// <param name="reading">The report and what was found.</param>
    /// <param name="reader">The version that read it; null where nothing was to be read, which adds the report alone.</param>
    /// <param name="learned">When Parley learned of it.</param>
    /// <returns>Whether the report is new to the ledger.</returns>
    /// <exception cref="InvalidOperationException">A citation does not match the text: a defect of the reader.</exception>
    bool Add(ReportReading reading, string? reader, Instant learned);

    /// <summary>Adds an input that gave no report, unless the same was met before.</summary>
    void Add(Fault fault, Instant learned);

    /// <summary>Keeps the batch's entries; when it returns, they outlast a crash.</summary>
    void Commit();
}

/// <summary>A report as the ledger holds it, with both clocks: the report's own dates, and when Parley learned of it.</summary>
/// <param name="Reading">The report and the findings of its newest reading.</param>
/// <param name="Learned">When the report came in, to the second.</param>
public sealed record LedgerEntry(ReportReading Reading, Instant Learned);

/// <summary>An input that gave no report.</summary>
/// <param name="Place">The input as the user named it.</param>
/// <param name="Code">The fault's code.</param>
/// <param name="Detail">What exactly was found; may be empty.</param>
public sealed record LedgerRefusal(string Place, string Code, string Detail);

/// <summary>How much a ledger holds.</summary>
/// <param name="Reports">Reports.</param>
/// <param name="Readings">Readings of them.</param>
/// <param name="Findings">Findings in all readings.</param>
/// <param name="Refusals">Inputs that gave no report.</param>
public sealed record LedgerStatistics(long Reports, long Readings, long Findings, long Refusals);
