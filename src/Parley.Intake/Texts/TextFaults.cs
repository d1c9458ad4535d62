using Parley.Reports;

namespace Parley.Intake.Texts;

/// <summary>Faults of plain text and Markdown (PAR122x).</summary>
public static class TextFaults
{
    /// <summary>NUL characters: the bytes are of another kind, or in an encoding that nothing declares.</summary>
    public static readonly FaultCode Binary = new("PAR1221",
        "The file holds NUL characters, which no text does.", "Save it as plain text in UTF-8.");

    /// <summary>Marks nested too deep or too many links, or longer than 300,000 code units.</summary>
    public static readonly FaultCode BadMarkdown = new("PAR1222",
        "The Markdown is too long or nests too deep.", "Save it as plain text.");
}
