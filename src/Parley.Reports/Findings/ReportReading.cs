using System.Text.Json.Serialization;

namespace Parley.Reports.Findings;

/// <summary>Who fights whom in a report, and who is shown mediating; canonical names, empty where it is about no armed conflict.</summary>
/// <param name="Parties">Those who fight.</param>
/// <param name="Mediators">Those who mediate between them.</param>
public sealed record ConflictParties(ImmutableArray<string> Parties, ImmutableArray<string> Mediators)
{
    /// <summary>No armed conflict.</summary>
    public static ConflictParties None { get; } = new([], []);
}

/// <summary>
/// A report and all that was read out of it: one line of output. Findings stand in the order of the text.
/// Made valid: a citation that does not match the report's text, or an id that comes twice, is refused.
/// </summary>
public sealed record ReportReading
{
    /// <summary>The report.</summary>
    public required Report Report { get; init; }

    /// <summary>Who fights whom in it.</summary>
    public ConflictParties Conflict { get; init; } = ConflictParties.None;

    /// <summary>Who said what.</summary>
    public ImmutableArray<Statement> Statements { get; init; } = [];

    /// <summary>Sentences of the report's own that go on with what a source said.</summary>
    public ImmutableArray<Leaning> Leanings { get; init; } = [];

    /// <summary>Offers to halt fighting.</summary>
    public ImmutableArray<Proposal> Proposals { get; init; } = [];

    /// <summary>Where each party stands.</summary>
    public ImmutableArray<Position> Positions { get; init; } = [];

    /// <summary>Who was in touch with whom.</summary>
    public ImmutableArray<Contact> Contacts { get; init; } = [];

    /// <summary>Counts of people harmed.</summary>
    public ImmutableArray<Toll> Tolls { get; init; } = [];

    /// <summary>Who did what to whom.</summary>
    public ImmutableArray<Event> Events { get; init; } = [];

    /// <summary>What is still to come.</summary>
    public ImmutableArray<Scheduled> Scheduled { get; init; } = [];

    /// <summary>Every finding, kind by kind.</summary>
    [JsonIgnore]
    public IEnumerable<Finding> All =>
        [.. Statements, .. Leanings, .. Proposals, .. Positions, .. Contacts, .. Tolls, .. Events, .. Scheduled];

    /// <summary>The reading without its explanations: they tell of the reader, and what is kept must not depend on whether they were asked for.</summary>
    public ReportReading Unexplained() =>
        Statements.Any(static statement => statement.Explanation is not null) ? this with { Statements = [.. Statements.Select(static statement => statement with { Explanation = null })] } : this;

    /// <summary>Refuses a reading whose citations or ids do not hold; called where a reading is finished and where it is kept.</summary>
    /// <exception cref="InvalidOperationException">A defect in a reader: a citation that does not match the text, or an id that comes twice.</exception>
    public ReportReading Checked()
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var finding in All)
        {
            if (!ids.Add(finding.Id))
                throw new InvalidOperationException($"Two findings of report {Report.Id} have the id {finding.Id}.");
            foreach (var citation in finding.Citations())
            {
                if (!citation.Holds(Report.Text))
                    throw new InvalidOperationException($"Finding {finding.Id} of report {Report.Id} cites {citation}, which is not what stands there.");
            }
        }

        return this;
    }
}
