namespace Parley.Reports.Findings;

/// <summary>
/// A sentence in the report's own voice that goes on with what a source said before it ("He said the group was ready. It had received no
/// answer."). It is not said to be the source's, so it is no <see cref="Statement"/>; its confidence is never high.
/// </summary>
public sealed record Leaning : Finding
{
    /// <summary>Id of the statement that it goes on with.</summary>
    public required string On { get; init; }

    /// <summary>The sentence.</summary>
    public required Citation Evidence { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Citation> Citations() => [Evidence];
}
