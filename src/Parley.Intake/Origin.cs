using NodaTime;

namespace Parley.Intake;

/// <summary>Where bytes came from, so that faults and reports can say so.</summary>
/// <param name="Input">What the user named: a path, an address, or <c>-</c> for standard input.</param>
public sealed record Origin(string Input)
{
    /// <summary>The path of the file that holds it; null for addresses and standard input.</summary>
    public string? File { get; init; }

    /// <summary>The address it was served from, after redirects, or the one its archive records.</summary>
    public Uri? Url { get; init; }

    /// <summary>Which part of a file of many: <c>line 12</c>, <c>record 5</c>, <c>entry 3</c>.</summary>
    public string? Part { get; init; }

    /// <summary>When it was fetched, as its archive or the fetcher says; null for local files.</summary>
    public Instant? Retrieved { get; init; }

    /// <summary>The input as the user named it, and the part: <c>wire.jsonl, line 12</c>.</summary>
    public override string ToString() => Part is null ? File ?? Input : $"{File ?? Input}, {Part}";
}
