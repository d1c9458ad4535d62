using NodaTime;
using Parley.Reports;
using Parley.Reports.Findings;

namespace Parley.Talks;

/// <summary>Where talks stand, as the ledger has it at a moment. Everything in it leads back to a report.</summary>
public sealed record Brief
{
    /// <summary>Nothing reported after this moment is in it; null where nothing is left out.</summary>
    public PartialDate? AsOf { get; init; }

    /// <summary>How many reports it rests on.</summary>
    public int Reports { get; init; }

    /// <summary>Who published them, those with most reports first.</summary>
    public ImmutableArray<OutletCount> Outlets { get; init; } = [];

    /// <summary>The day of the first report that is dated; the first of its month or year where that is all that is known.</summary>
    public LocalDate? FirstDay { get; init; }

    /// <summary>The day of the last report that is dated; the last of its month or year where that is all that is known.</summary>
    public LocalDate? LastDay { get; init; }

    /// <summary>What was last said of a halt, newest first; the same words by the same source stand once.</summary>
    public ImmutableArray<BriefStatement> OnHalt { get; init; } = [];

    /// <summary>How many statements of a halt were read in all, those in <see cref="OnHalt"/> included; what one report says twice counts once.</summary>
    public int StatementsOnHalt { get; init; }

    /// <summary>How many statements of other things were read.</summary>
    public int OtherStatements { get; init; }

    /// <summary>Reports kept but not read, being in a language other than English: how many of each.</summary>
    public ImmutableArray<LanguageCount> NotRead { get; init; } = [];
}

/// <summary>An outlet and how many of the reports are its.</summary>
public sealed record OutletCount(string Outlet, int Reports);

/// <summary>A language, ISO 639-1, how many reports are in it, and the first of them.</summary>
public sealed record LanguageCount(string Language, int Reports, BriefReport First);

/// <summary>A statement and the reports that carry it.</summary>
/// <param name="Statement">The statement as the first of them has it.</param>
/// <param name="CarriedBy">The first reports that carry it, in the order of their publication; never empty.</param>
/// <param name="FurtherCopies">How many reports more carry the same words.</param>
public sealed record BriefStatement(Statement Statement, ImmutableArray<BriefReport> CarriedBy, int FurtherCopies);

/// <summary>What a brief says of a report: enough to find it again.</summary>
/// <param name="Id">The report's id.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="Published">When.</param>
/// <param name="Url">Its address.</param>
/// <param name="File">The file it was first read from.</param>
public sealed record BriefReport(string Id, string? Title, string? Outlet, PartialDate? Published, string? Url, string? File)
{
    internal static BriefReport Of(Report report) => new(
        report.Id, report.Title, report.Outlet?.Name, report.Published, report.Url, report.File);
}
