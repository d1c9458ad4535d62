using Parley.Reports;

namespace Parley.Intake;

/// <summary>What a stream that failed is told as.</summary>
internal static class StreamFaults
{
    /// <summary>Damaged compression or an unreadable file.</summary>
    public static Fault Of(Exception failure, Origin origin) =>
        new(
            failure is InvalidDataException ? IntakeFaults.BadCompression : IntakeFaults.Unreadable,
            origin.ToString(),
            failure.Message.TrimEnd('.'));
}
