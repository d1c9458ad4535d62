using System.Text.Json.Serialization;

namespace Parley.Reports.Findings;

/// <summary>What kind of text or offer a proposal is.</summary>
public enum ProposalKind
{
    /// <summary>A ceasefire.</summary>
    [JsonStringEnumMemberName("ceasefire")] Ceasefire,

    /// <summary>A truce.</summary>
    [JsonStringEnumMemberName("truce")] Truce,

    /// <summary>A halt for aid, of hours or days.</summary>
    [JsonStringEnumMemberName("humanitarian pause")] HumanitarianPause,

    /// <summary>An exchange of people held.</summary>
    [JsonStringEnumMemberName("prisoner exchange")] PrisonerExchange,

    /// <summary>A settlement beyond a halt.</summary>
    [JsonStringEnumMemberName("peace agreement")] PeaceAgreement,

    /// <summary>Anything else.</summary>
    [JsonStringEnumMemberName("other")] Other,
}

/// <summary>How a party answered a proposal.</summary>
public enum Answer
{
    /// <summary>Said yes.</summary>
    [JsonStringEnumMemberName("accepted")] Accepted,

    /// <summary>Said no.</summary>
    [JsonStringEnumMemberName("rejected")] Rejected,

    /// <summary>Is weighing it.</summary>
    [JsonStringEnumMemberName("considering")] Considering,

    /// <summary>Said yes, if.</summary>
    [JsonStringEnumMemberName("conditional")] Conditional,

    /// <summary>Has not answered.</summary>
    [JsonStringEnumMemberName("no response")] NoResponse,

    /// <summary>Accounts of its answer conflict.</summary>
    [JsonStringEnumMemberName("disputed")] Disputed,
}

/// <summary>One party's answer to a proposal.</summary>
/// <param name="Party">Canonical name.</param>
/// <param name="Answer">What it said.</param>
/// <param name="Evidence">The words that tell it.</param>
public sealed record Response(string Party, Answer Answer, Citation Evidence);

/// <summary>A text or offer to halt fighting that the report says exists.</summary>
public sealed record Proposal : Finding
{
    /// <summary>Canonical names of who put it forward; empty if not told.</summary>
    public ImmutableArray<string> By { get; init; } = [];

    /// <summary>What kind it is.</summary>
    public ProposalKind Kind { get; init; }

    /// <summary>How long it would hold, an ISO 8601 duration.</summary>
    public string? Duration { get; init; }

    /// <summary>When it would begin, local to the conflict's place.</summary>
    public PartialDate? Start { get; init; }

    /// <summary>The words that name its other contents: hostages, withdrawal, aid, monitoring.</summary>
    public ImmutableArray<Citation> Terms { get; init; } = [];

    /// <summary>Whether it belongs to an earlier round.</summary>
    public bool Past { get; init; }

    /// <summary>The parties' answers.</summary>
    public ImmutableArray<Response> Responses { get; init; } = [];

    /// <summary>The words that tell of it.</summary>
    public required Citation Evidence { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Citation> Citations() =>
        [Evidence, .. Terms, .. Responses.Select(static response => response.Evidence)];
}
