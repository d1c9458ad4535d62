namespace Parley.Train.Conflicts;

/// <summary>A report in brief, and who a reader would say fights and mediates in it.</summary>
/// <param name="Id">Its name in the table.</param>
/// <param name="Date">The report's date, ISO.</param>
/// <param name="Text">The report.</param>
/// <param name="Parties">Canonical names of those who fight; empty where it is about no armed conflict.</param>
/// <param name="Mediators">Canonical names of those shown mediating.</param>
internal sealed record ConflictCase(string Id, string Date, string Text, ImmutableArray<string> Parties, ImmutableArray<string> Mediators)
{
    /// <summary>Reads a table: id, date, text, parties, mediators; lists are parted by semicolons, paragraphs by <c>¶</c>.</summary>
    public static IEnumerable<ConflictCase> Read(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            if (line.Split('\t') is not [var id, var date, var text, var parties, var mediators])
                throw new InvalidDataException($"{path}: a line of five fields was expected: {line}");
            yield return new ConflictCase(id, date, text.Replace(" ¶ ", "\n\n", StringComparison.Ordinal), Names(parties), Names(mediators));
        }
    }

    private static ImmutableArray<string> Names(string list) => [.. list.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
