using Parley.Reports;
using Parley.Reports.Findings;

namespace Parley.Findings.Gold;

/// <summary>A report and what a careful reader finds in it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Report">The report.</param>
/// <param name="Conflict">Who fights whom, and who mediates.</param>
/// <param name="Statements">Who said what.</param>
public sealed record GoldReport(string Id, Report Report, ConflictParties Conflict, ImmutableArray<GoldStatement> Statements);

/// <summary>A statement as a careful reader marks it.</summary>
public sealed record GoldStatement
{
    /// <summary>The words that name who said it.</summary>
    public string Source { get; init; } = "";

    /// <summary>Where the words said stand, in pieces where the cue splits them; never empty.</summary>
    public required ImmutableArray<Span> Content { get; init; }

    /// <summary>Whether the source is identified by name.</summary>
    public bool Named { get; init; }

    /// <summary>Canonical name of whom it speaks for; null where the report does not say.</summary>
    public string? Actor { get; init; }

    /// <summary>Direct, indirect or mixed speech.</summary>
    public StatementKind Kind { get; init; }

    /// <summary>How the source puts it.</summary>
    public Certainty Certainty { get; init; }

    /// <summary>The words for the outlet or person it came through; null for none.</summary>
    public string? Relay { get; init; }

    /// <summary>The words that tell why the source is not named; null for none.</summary>
    public string? Why { get; init; }

    /// <summary>Which statement of the list it is told in, from 0; null for none.</summary>
    public int? Inside { get; init; }
}
