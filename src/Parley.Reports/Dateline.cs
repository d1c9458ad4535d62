namespace Parley.Reports;

/// <summary>
/// The line that opens an agency story: <c>CAIRO, May 14 (Harbour Wire) -</c>. It says where
/// the report was written, and often when and for which wire; relative dates count from it.
/// </summary>
/// <param name="Place">As written, several places as one string.</param>
/// <param name="Date">Its day, the year supplied by the publication date; null where it gives none.</param>
/// <param name="Wire">The agency credited; null where it names none.</param>
public sealed record Dateline(string Place, PartialDate? Date, string? Wire);
