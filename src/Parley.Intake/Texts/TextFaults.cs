using Parley.Reports;

namespace Parley.Intake.Texts;

/// <summary>Faults of plain text and Markdown (PAR122x).</summary>
public static class TextFaults
{
    /// <summary>NUL characters: the bytes are of another kind, or in an encoding that nothing declares.</summary>
    public static readonly FaultCode Binary = new("PAR1221",
        "The file holds NUL characters, which no text does.", "Save it as plain text in UTF-8.");

    /// <summary>Markup that Markdown's parser gives up on.</summary>
    public static readonly FaultCode BadMarkdown = new("PAR1222",
        "The Markdown could not be read.", "Save it as plain text.");
}
