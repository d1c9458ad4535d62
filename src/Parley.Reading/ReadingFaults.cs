using Parley.Reports;

namespace Parley.Reading;

/// <summary>Faults of reading (PAR40xx).</summary>
public static class ReadingFaults
{
    /// <summary>A stage threw.</summary>
    public static readonly FaultCode Defect = new("PAR4001",
        "A reading stage failed on this report, which is a defect of Parley's.", "Please report it with the report, if you may share it.");
}
