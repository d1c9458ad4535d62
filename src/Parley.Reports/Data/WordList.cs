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
}
