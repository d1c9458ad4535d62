using Parley.Reports;

namespace Parley.Ledger;

/// <summary>Faults of the ledger (PAR50xx).</summary>
public static class LedgerFaults
{
    /// <summary>The file is there but no ledger of Parley's.</summary>
    public static readonly FaultCode NotALedger = new("PAR5001",
        "The file is no Parley ledger.", "Name another with --ledger, or move this file away.");

    /// <summary>Its schema is newer than this program knows.</summary>
    public static readonly FaultCode NewerSchema = new("PAR5002",
        "The ledger was written by a newer Parley.", "Use that version, or name another ledger with --ledger.");

    /// <summary>It cannot be opened or created.</summary>
    public static readonly FaultCode CannotOpen = new("PAR5003",
        "The ledger could not be opened.", "Check that the folder is there and may be written to.");

    /// <summary>Another process holds it.</summary>
    public static readonly FaultCode Busy = new("PAR5004",
        "Another process is writing to the ledger.", "Wait for it to end, then run the same command again.");

    /// <summary>The disk is full, or failed while writing.</summary>
    public static readonly FaultCode CannotWrite = new("PAR5005",
        "The ledger could not be written.", "Free disk space or mend the disk, then run the same command again; what was kept before stands.");

    /// <summary>The integrity check found damage.</summary>
    public static readonly FaultCode Damaged = new("PAR5006",
        "The ledger file is damaged.", "Restore it from a backup, or read the reports again into a new ledger.");

    /// <summary>A store that this build does not have.</summary>
    public static readonly FaultCode UnknownStore = new("PAR5007",
        "There is no store for such a ledger address.", "Give the path of a file.");

    /// <summary>Asked of a ledger that is not there.</summary>
    public static readonly FaultCode Absent = new("PAR5008",
        "There is no ledger yet.", "Read something first: parley read samples/may-2021.");

    /// <summary>Its tables, indices or triggers are not those that the migrations make.</summary>
    public static readonly FaultCode Altered = new("PAR5009",
        "The ledger's tables or triggers are not as Parley made them.", "Do not trust it; restore it from a backup, or read the reports again into a new ledger.");
}

/// <summary>A ledger met a fault that it could not go on from, such as a full disk.</summary>
public sealed class LedgerException(Fault fault, Exception? cause = null) : Exception(fault.ToString(), cause)
{
    /// <summary>What happened and what to do.</summary>
    public Fault Fault { get; } = fault;
}
