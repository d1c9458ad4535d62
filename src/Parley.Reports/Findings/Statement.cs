using System.Text.Json.Serialization;

namespace Parley.Reports.Findings;

/// <summary>Whether a statement's words are the speaker's own.</summary>
public enum StatementKind
{
    /// <summary>All within quotation marks.</summary>
    [JsonStringEnumMemberName("direct")] Direct,

    /// <summary>In the reporter's words.</summary>
    [JsonStringEnumMemberName("indirect")] Indirect,

    /// <summary>In the reporter's words with quoted pieces.</summary>
    [JsonStringEnumMemberName("mixed")] Mixed,
}

/// <summary>How the source itself puts its statement.</summary>
public enum Certainty
{
    /// <summary>Said as so.</summary>
    [JsonStringEnumMemberName("asserted")] Asserted,

    /// <summary>Said as possible, likely, expected or hoped.</summary>
    [JsonStringEnumMemberName("hedged")] Hedged,

    /// <summary>The source denies the content.</summary>
    [JsonStringEnumMemberName("denied")] Denied,
}

/// <summary>What the report does to a statement by the word it chooses for it, apart from how the source puts it.</summary>
public enum StatementFrame
{
    /// <summary>Nothing: <c>said</c>.</summary>
    [JsonStringEnumMemberName("neutral")] Neutral,

    /// <summary>It leaves it with the source: <c>claimed</c>, <c>alleged</c>.</summary>
    [JsonStringEnumMemberName("distanced")] Distanced,

    /// <summary>It takes it for true: <c>admitted</c>, <c>revealed</c>, <c>noted</c>.</summary>
    [JsonStringEnumMemberName("accepted")] Accepted,
}

/// <summary>Who is said to have said, thought or reported what. The terms are PolNeAR's.</summary>
public sealed record Statement : Finding
{
    /// <summary>The words that name who said it; null where the report names none ("it was reported").</summary>
    public Citation? Source { get; init; }

    /// <summary>Whether the source is a person or body identified by name.</summary>
    public bool Named { get; init; }

    /// <summary>Canonical name of the party, state or organisation the source speaks for; null where not said.</summary>
    public string? Actor { get; init; }

    /// <summary>The words that mark the attribution; null in sentences that only go on with a quotation.</summary>
    public Citation? Cue { get; init; }

    /// <summary>What was said, in pieces where the cue splits it; never empty.</summary>
    public required ImmutableArray<Citation> Content
    {
        get;
        init => field = value.IsDefaultOrEmpty ? throw new ArgumentException("A statement has content.") : value;
    }

    /// <summary>Direct, indirect or mixed speech.</summary>
    public StatementKind Kind { get; init; }

    /// <summary>The outlet or person it reached this report through, other than its own outlet.</summary>
    public Citation? Relay { get; init; }

    /// <summary>The reason given for withholding the source's name.</summary>
    public Citation? Why { get; init; }

    /// <summary>How the source puts it.</summary>
    public Certainty Certainty { get; init; }

    /// <summary>What the report's own word does to it.</summary>
    public StatementFrame Frame { get; init; }

    /// <summary>Id of the statement within which this one is reported.</summary>
    public string? Inside { get; init; }

    /// <summary>When it was said.</summary>
    public PartialRange? Said { get; init; }

    /// <summary>Why each field was read as it was; null unless asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Decision>? Explanation { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Citation> Citations() => [.. Present(Source, Cue, Relay, Why), .. Content];
}
