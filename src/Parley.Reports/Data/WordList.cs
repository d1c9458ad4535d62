using System.Collections.Frozen;
using System.Reflection;

namespace Parley.Reports.Data;

/// <summary>
/// Words kept as data: an embedded tab-separated file, one entry a line, the word first and an example
/// after it; lines that begin with <c>#</c> are notes. A test runs every example.
/// </summary>
public static class WordList
{
    /// <summary>The rows of an embedded file, each split at its tabs.</summary>
    /// <exception cref="InvalidOperationException">The assembly has no such file: a defect of its build.</exception>
    public static ImmutableArray<string[]> Load(Assembly assembly, string name)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        using var stream = assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{assembly.GetName().Name} embeds no {name}.");
        using var reader = new StreamReader(stream);
        var rows = ImmutableArray.CreateBuilder<string[]>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                rows.Add(line.Split('\t'));
        }

        return rows.ToImmutable();
    }

    /// <summary>The words of a file, which are its first column.</summary>
    /// <param name="assembly">Where the file is embedded.</param>
    /// <param name="name">The file.</param>
    /// <param name="kind">What the second column must say; null for all rows.</param>
    /// <param name="comparer">When words are the same; by default where their code units are.</param>
    /// <exception cref="InvalidOperationException">The assembly has no such file: a defect of its build.</exception>
    public static FrozenSet<string> Words(Assembly assembly, string name, string? kind = null, IEqualityComparer<string>? comparer = null) =>
        Load(assembly, name).Where(row => kind is null || row[1] == kind).Select(static row => row[0])
            .ToFrozenSet(comparer ?? StringComparer.Ordinal);
}
