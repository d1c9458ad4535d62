using Parley.Reports;

namespace Parley.Intake.Pages;

/// <summary>Faults of web pages (PAR11xx).</summary>
public static class PageFaults
{
    /// <summary>More open elements within one another than <see cref="IntakeLimits.MarkupDepth"/>.</summary>
    public static readonly FaultCode TooDeep = new("PAR1101",
        "The page nests its elements deeper than any honest page does.", "It is most likely made to exhaust a reader; leave it out.");

    /// <summary>Elements or attributes beyond what can be held.</summary>
    public static readonly FaultCode TooManyElements = new("PAR1102",
        "The page has more elements or attributes than any honest page has.", "It is most likely made to exhaust a reader; leave it out.");

    /// <summary>The bytes are an image, an archive or another binary format.</summary>
    public static readonly FaultCode Binary = new("PAR1103",
        "The bytes are no text, so they are no page.",
        "Check what was saved: a PDF, an image or a compressed file may bear a page's name.");
}
