using Parley.Reports;

namespace Parley.Findings;

/// <summary>Faults of findings and of the gold they are scored against (PAR30xx).</summary>
public static class FindingsFaults
{
    /// <summary>A file or folder of gold reports that cannot be read.</summary>
    public static readonly FaultCode CannotReadGold = new("PAR3001",
        "The gold reports could not be read.", "Give a .json file or a folder with some, which you may read.");

    /// <summary>A file that is no gold report.</summary>
    public static readonly FaultCode NoGold = new("PAR3002",
        "The file is no gold report.", "It is one JSON object with a text and its findings, as docs/handbook/commands.md shows it.");

    /// <summary>Words that a gold report cites and its text has not.</summary>
    public static readonly FaultCode NotInText = new("PAR3003",
        "The words do not stand in the report's text.", "Give them exactly as they stand there, and in \"nth\" which of several is meant.");
}
