using System.Globalization;
using Parley.Reports;

namespace Parley.Train.Statements;

/// <summary>Reads a corpus in the layout of PolNeAR: <c>text/*.txt</c> and stand-off <c>attributions/*.ann</c> (brat), by code points.</summary>
internal static class Brat
{
    /// <summary>The texts of <paramref name="folder"/>; of several annotators of one, the first by file name counts.</summary>
    public static IEnumerable<AnnotatedText> Read(string folder)
    {
        foreach (var path in Directory.GetFiles(Path.Combine(folder, "text"), "*.txt").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            var annotations = Directory.GetFiles(Path.Combine(folder, "attributions"), "*.ann").Where(file => Path.GetFileName(file).StartsWith(name, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal).FirstOrDefault();
            if (annotations is not null)
                yield return new AnnotatedText(name, File.ReadAllText(path), Parse(File.ReadAllText(path), File.ReadAllLines(annotations)));
        }
    }

    private static ImmutableArray<AnnotatedAttribution> Parse(string text, string[] lines)
    {
        var units = Units(text);
        var spans = new Dictionary<string, ImmutableArray<Span>>(StringComparer.Ordinal);
        var attributions = ImmutableArray.CreateBuilder<AnnotatedAttribution>();
        foreach (var line in lines)
        {
            var fields = line.Split('\t');
            if (fields.Length > 2 && line.StartsWith('T'))
                spans[fields[0]] = [.. fields[1][(fields[1].IndexOf(' ') + 1)..].Split(';').Select(Piece)];
        }

        foreach (var line in lines.Where(static line => line.StartsWith('E') && line.Contains('\t')))
        {
            var roles = line.Split('\t')[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(static role => role.Split(':')).Where(static role => role.Length == 2)
                .ToLookup(static role => role[0].TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').ToUpperInvariant(), static role => role[1], StringComparer.Ordinal);
            attributions.Add(new AnnotatedAttribution(Of(roles["SOURCE"]), Of(roles["CUE"]), Of(roles["CONTENT"]), null));
        }

        return attributions.ToImmutable();

        Span Piece(string piece) => piece.Split(' ') is [var from, var to]
            ? new Span(units[int.Parse(from, CultureInfo.InvariantCulture)], units[int.Parse(to, CultureInfo.InvariantCulture)])
            : throw new FormatException($"\"{piece}\" is no piece of a text.");

        ImmutableArray<Span> Of(IEnumerable<string> ids) => ids.LastOrDefault() is { } id ? spans.GetValueOrDefault(id, []) : [];
    }

    /// <summary>Where each code point starts, in UTF-16 code units.</summary>
    private static List<int> Units(string text)
    {
        var units = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLowSurrogate(text[i]))
                units.Add(i);
        }

        units.Add(text.Length);
        return units;
    }
}
