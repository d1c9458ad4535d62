using System.Collections.Frozen;

namespace Parley.Intake.Pages;

/// <summary>The lists of words that page reading goes by: tab-separated files embedded in the assembly, <c>#</c> opens a comment.</summary>
internal static class PageData
{
    /// <summary>The rows of a list, each with its columns.</summary>
    public static ImmutableArray<string[]> Rows(string name)
    {
        using var stream = typeof(PageData).Assembly.GetManifestResourceStream("Pages." + name)
            ?? throw new InvalidOperationException($"The list {name} is not embedded.");
        using var reader = new StreamReader(stream);
        var rows = ImmutableArray.CreateBuilder<string[]>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                rows.Add(line.Split('\t'));
        }

        return rows.ToImmutable();
    }

    /// <summary>The first column of a list; only of rows with <paramref name="kind"/> in the second, where it is given.</summary>
    public static FrozenSet<string> FirstColumn(string name, string? kind = null) => Rows(name)
        .Where(row => kind is null || row[1] == kind).Select(row => row[0]).ToFrozenSet(StringComparer.Ordinal);
}
