namespace Parley.Reports.Findings;

/// <summary>A dated thing still to come: a session, deadline, summit, vote, expiry.</summary>
public sealed record Scheduled : Finding
{
    /// <summary>What is to come, in a few words.</summary>
    public required string What { get; init; }

    /// <summary>Canonical names of those concerned.</summary>
    public ImmutableArray<string> Who { get; init; } = [];

    /// <summary>When.</summary>
    public PartialRange? Date { get; init; }

    /// <summary>The words that tell it.</summary>
    public required Citation Evidence { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Citation> Citations() => [Evidence];
}
