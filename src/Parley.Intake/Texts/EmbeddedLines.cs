using System.Text;

namespace Parley.Intake.Texts;

/// <summary>Word lists that are compiled in: UTF-8, one entry a line, columns parted by tabs, <c>#</c> opens a comment line.</summary>
internal static class EmbeddedLines
{
    /// <summary>The columns of each line of the file named <paramref name="name"/> under this project, such as <c>Texts/months.tsv</c>.</summary>
    public static IEnumerable<string[]> Read(string name)
    {
        var resource = "Parley.Intake." + name.Replace('/', '.');
        using var stream = typeof(EmbeddedLines).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not compiled in.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line.Split('\t');
        }
    }
}
