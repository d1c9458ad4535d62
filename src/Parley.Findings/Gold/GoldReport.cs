using Parley.Reports;
using Parley.Reports.Findings;

namespace Parley.Findings.Gold;

/// <summary>A report and what a careful reader finds in it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Report">The report.</param>
/// <param name="Conflict">Who fights whom, and who mediates.</param>
/// <param name="Statements">Who said what.</param>
public sealed record GoldReport(string Id, Report Report, ConflictParties Conflict, ImmutableArray<GoldStatement> Statements)
{
    /// <summary>Counts of people harmed.</summary>
    public ImmutableArray<GoldToll> Tolls { get; init; } = [];

    /// <summary>Dated things to come.</summary>
    public ImmutableArray<GoldScheduled> Scheduled { get; init; } = [];

    /// <summary>Who was in touch with whom.</summary>
    public ImmutableArray<GoldContact> Contacts { get; init; } = [];

    /// <summary>Where each party stands.</summary>
    public ImmutableArray<GoldPosition> Positions { get; init; } = [];
}

/// <summary>Where a party stands as a careful reader marks it.</summary>
/// <param name="Party">Canonical name.</param>
/// <param name="Stance">Where it stands.</param>
/// <param name="Evidence">Where the words stand that tell it.</param>
public sealed record GoldPosition(string Party, Stance Stance, Span Evidence);

/// <summary>A count of people harmed as a careful reader marks it.</summary>
/// <param name="Outcome">What befell them.</param>
/// <param name="Victims">Canonical name of whom they belong to; null where not told.</param>
/// <param name="Min">At least so many.</param>
/// <param name="Max">At most so many.</param>
/// <param name="Evidence">Where the words stand that tell it.</param>
public sealed record GoldToll(TollOutcome Outcome, string? Victims, long? Min, long? Max, Span Evidence);

/// <summary>A dated thing to come as a careful reader marks it.</summary>
/// <param name="Date">As written; null where none is told.</param>
/// <param name="Evidence">Where the words stand that tell it.</param>
public sealed record GoldScheduled(string? Date, Span Evidence);

/// <summary>Two sides in touch as a careful reader marks it.</summary>
/// <param name="From">Canonical name of one.</param>
/// <param name="To">Canonical name of the other.</param>
/// <param name="Means">How.</param>
/// <param name="Happened">Whether it did.</param>
/// <param name="Planned">Whether it is still to come.</param>
/// <param name="Evidence">Where the words stand that tell it.</param>
public sealed record GoldContact(string From, string To, ContactMeans Means, bool Happened, bool Planned, Span Evidence);

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
