namespace Parley.Intake.Fetching;

/// <summary>How much of a body is taken, and of which kind.</summary>
/// <param name="ReceivedBytes">Most bytes as received.</param>
/// <param name="DecodedBytes">Most bytes once unpacked.</param>
/// <param name="AnyType">Whether every media type is taken.</param>
/// <param name="Truncates">Whether what is beyond the caps is left off rather than refused.</param>
internal sealed record BodyRules(long ReceivedBytes, long DecodedBytes, bool AnyType, bool Truncates)
{
    /// <summary>RFC 9309, 2.5: at least 500 KiB are read; what follows is ignored.</summary>
    public static BodyRules Robots { get; } = new(500 << 10, 500 << 10, AnyType: true, Truncates: true);

    public static BodyRules Document(IntakeLimits limits) =>
        new(limits.DocumentBytes, limits.DecompressedBytes, AnyType: false, Truncates: false);
}
