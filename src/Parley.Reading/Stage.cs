using Parley.Language;
using Parley.Reports;
using Parley.Reports.Findings;
using Parley.Resolution;

namespace Parley.Reading;

/// <summary>What a stage may need or give.</summary>
public enum Product
{
    /// <summary>The report itself, given at the start.</summary>
    Report,

    /// <summary>Its text, analysed.</summary>
    Document,

    /// <summary>Whom and what its mentions mean.</summary>
    Resolution,

    /// <summary>Who fights whom, and who mediates.</summary>
    Conflict,

    /// <summary>Who said what.</summary>
    Statements,

    /// <summary>What goes on with that in the report's own voice.</summary>
    Leanings,

    /// <summary>Counts of people harmed.</summary>
    Tolls,

    /// <summary>Who was in touch with whom.</summary>
    Contacts,

    /// <summary>What is still to come.</summary>
    Scheduled,

    /// <summary>Where each party stands.</summary>
    Positions,
}

/// <summary>One report on its way through the stages. Immutable: each stage hands on a new one.</summary>
public sealed record Workpiece(Report Report)
{
    /// <summary>Given by the language stage.</summary>
    public Document Document
    {
        get => field ?? throw new InvalidOperationException("No stage has given the document.");
        init;
    }

    /// <summary>Given by the resolution stage.</summary>
    public ResolvedDocument Resolved
    {
        get => field ?? throw new InvalidOperationException("No stage has given the resolution.");
        init;
    }

    /// <summary>Given by the conflict stage.</summary>
    public ConflictParties Conflict { get; init; } = ConflictParties.None;

    /// <summary>Given by the statements stage.</summary>
    public ImmutableArray<Statement> Statements { get; init; } = [];

    /// <summary>Given by the leanings stage.</summary>
    public ImmutableArray<Leaning> Leanings { get; init; } = [];

    /// <summary>Given by the tolls stage.</summary>
    public ImmutableArray<Toll> Tolls { get; init; } = [];

    /// <summary>Given by the contacts stage.</summary>
    public ImmutableArray<Contact> Contacts { get; init; } = [];

    /// <summary>Given by the positions stage.</summary>
    public ImmutableArray<Position> Positions { get; init; } = [];

    /// <summary>Given by the scheduled stage.</summary>
    public ImmutableArray<Scheduled> Scheduled { get; init; } = [];
}

/// <summary>A step from report to reading: what it needs, what it gives, and the step itself.</summary>
/// <param name="Name">For faults and progress.</param>
/// <param name="Needs">Products that earlier stages must give.</param>
/// <param name="Gives">The one product it adds.</param>
/// <param name="Run">Adds it; pure, and safe for many threads.</param>
public sealed record Stage(string Name, ImmutableArray<Product> Needs, Product Gives, Func<Workpiece, Workpiece> Run);
