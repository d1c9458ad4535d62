using NodaTime;

namespace Parley.Intake;

/// <summary>How much one input may cost. The defaults hold any honest news page many times over.</summary>
public sealed record IntakeLimits
{
    /// <summary>Bytes of one document as it comes in. Default 15 MiB.</summary>
    public long DocumentBytes { get; init; } = 15L << 20;

    /// <summary>Bytes of one document once decompressed. Default 60 MiB.</summary>
    public long DecompressedBytes { get; init; } = 60L << 20;

    /// <summary>Open elements within one another in a page. Default 512.</summary>
    public int MarkupDepth { get; init; } = 512;

    /// <summary>Objects and arrays within one another in JSON. Default 64.</summary>
    public int JsonDepth { get; init; } = 64;

    /// <summary>Code units of one report's text; what is longer is no news report. Default 2,000,000.</summary>
    public int TextLength { get; init; } = 2_000_000;

    /// <summary>Entries of one feed. Default 10,000.</summary>
    public int FeedEntries { get; init; } = 10_000;

    /// <summary>How long one fetch may take, redirects included. Default 20 seconds.</summary>
    public Duration FetchTime { get; init; } = Duration.FromSeconds(20);

    /// <summary>Redirects followed in one fetch. Default 5.</summary>
    public int Redirects { get; init; } = 5;

    /// <summary>The defaults.</summary>
    public static IntakeLimits Default { get; } = new();
}
