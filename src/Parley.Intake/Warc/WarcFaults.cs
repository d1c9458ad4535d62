using Parley.Reports;

namespace Parley.Intake.Warc;

/// <summary>Faults of web archives (PAR14xx).</summary>
public static class WarcFaults
{
    /// <summary>Bytes between records that are no record.</summary>
    public static readonly FaultCode NotARecord = new("PAR1401",
        "The archive holds bytes that are no WARC record.",
        "They were passed over up to the next record; check how the archive was written.");

    /// <summary>A header that does not end within its limit.</summary>
    public static readonly FaultCode HeaderTooLong = new("PAR1402",
        "The record's header has no end.", "It was passed over up to the next record; check how the archive was written.");

    /// <summary>No Content-Length, or none that is a length.</summary>
    public static readonly FaultCode BadLength = new("PAR1403",
        "The record does not say how long it is.", "It was passed over up to the next record; check how the archive was written.");

    /// <summary>A Content-Length that is not where the record ends.</summary>
    public static readonly FaultCode FalseLength = new("PAR1404",
        "The record is not as long as its header says.", "It was passed over up to the next record; check how the archive was written.");

    /// <summary>An archive that ends within a record.</summary>
    public static readonly FaultCode Truncated = new("PAR1405",
        "The archive breaks off within a record.", "The records before it were read; fetch or copy the archive again.");

    /// <summary>An HTTP response without a readable head, or in an encoding that is not read.</summary>
    public static readonly FaultCode BadResponse = new("PAR1406",
        "The record's HTTP response could not be read.", "The other records were read; check how the archive was written.");
}
