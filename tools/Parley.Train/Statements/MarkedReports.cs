using System.Globalization;
using System.Text;
using Parley.Reports;

namespace Parley.Train.Statements;

/// <summary>Reads the project's own reports, attributions marked in braces: <c>data/attribution/README.md</c> tells how.</summary>
internal static class MarkedReports
{
    private sealed record Part(char Letter, int Number, string Flags, int? Shared, int Start, int End)
    {
        public Span Span => new(Start, End);
    }

    /// <summary>The reports of <paramref name="folder"/> in the order of their names.</summary>
    public static IEnumerable<AnnotatedText> Read(string folder) =>
        Directory.GetFiles(folder, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(static path => Parse(Path.GetFileName(path), File.ReadAllText(path)));

    /// <summary>Reads <c>{s1 The envoy} {q1 said} {c1 that …}</c>.</summary>
    /// <exception cref="FormatException">A brace is not closed.</exception>
    public static AnnotatedText Parse(string name, string marked)
    {
        var text = new StringBuilder(marked.Length);
        var parts = new List<Part>();
        var open = new Stack<Part>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked[i] == '{')
            {
                var blank = marked.IndexOf(' ', i);
                open.Push(Open(marked[(i + 1)..blank], text.Length));
                i = blank;
            }
            else if (marked[i] == '}')
            {
                var part = open.Pop();
                parts.Add(part with { End = text.Length });
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        if (open.Count > 0)
            throw new FormatException($"{name}: \"{open.Peek().Letter}{open.Peek().Number}\" is not closed.");
        return new AnnotatedText(name, text.ToString(), [.. parts.Where(static part => part.Letter is 's' or 'q' or 'c').GroupBy(static part => part.Number).Select(group => Join(group, parts))]);
    }

    private static AnnotatedAttribution Join(IEnumerable<Part> group, List<Part> all)
    {
        var cue = group.Where(static part => part.Letter == 'q').ToArray();
        var source = group.Where(static part => part.Letter == 's').ToArray();
        if (source.Length == 0 && cue.FirstOrDefault()?.Shared is { } other)
            source = SourceOf(other, all);
        return new AnnotatedAttribution(Spans(source), Spans(cue), Spans(group.Where(static part => part.Letter == 'c')), cue.Any(static part => part.Flags.Contains('~')));
    }

    /// <summary>The source of an attribution, which may itself share another's.</summary>
    private static Part[] SourceOf(int number, List<Part> all)
    {
        for (var steps = 0; steps < all.Count; steps++)
        {
            var own = all.Where(part => part.Letter == 's' && part.Number == number).ToArray();
            if (own.Length > 0)
                return own;
            if (all.Find(part => part.Letter == 'q' && part.Number == number && part.Shared is not null) is not { } cue)
                return [];
            number = cue.Shared!.Value;
        }

        return [];
    }

    private static ImmutableArray<Span> Spans(IEnumerable<Part> parts) => [.. parts.Select(static part => part.Span).OrderBy(static span => span.Start)];

    private static Part Open(string label, int start)
    {
        var (own, shared) = label.Split('=') is [var left, var right] ? (left, int.Parse(right, CultureInfo.InvariantCulture)) : (label, (int?)null);
        var digits = own.AsSpan(1).IndexOfAnyExceptInRange('0', '9');
        var end = digits < 0 ? own.Length : digits + 1;
        return new Part(own[0], int.Parse(own.AsSpan(1, end - 1), CultureInfo.InvariantCulture), own[end..], shared, start, start);
    }
}
