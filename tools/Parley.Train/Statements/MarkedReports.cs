using Parley.Reports;

namespace Parley.Train.Statements;

/// <summary>Reads the project's own reports, attributions marked in braces: <c>data/attribution/README.md</c> tells how.</summary>
internal static class MarkedReports
{
    /// <summary>The reports of <paramref name="folder"/> in the order of their names.</summary>
    public static IEnumerable<AnnotatedText> Read(string folder) =>
        Directory.GetFiles(folder, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(static path => Parse(Path.GetFileName(path), File.ReadAllText(path)));

    /// <summary>The attributions of a marked text.</summary>
    public static AnnotatedText Parse(string name, string marked)
    {
        var (text, parts) = MarkedText.Parse(marked);
        return new AnnotatedText(name, text, [.. parts.Where(static part => part.Letter is 's' or 'q' or 'c').GroupBy(static part => part.Number).Select(group => Join(group, parts))]);
    }

    private static AnnotatedAttribution Join(IEnumerable<MarkedPart> group, ImmutableArray<MarkedPart> all)
    {
        var cue = group.Where(static part => part.Letter == 'q').ToArray();
        var source = group.Where(static part => part.Letter == 's').ToArray();
        if (source.Length == 0 && cue.Select(static part => part.Shared).FirstOrDefault() is { } other)
            source = SourceOf(other, all);
        return new AnnotatedAttribution(Spans(source), Spans(cue), Spans(group.Where(static part => part.Letter == 'c')), cue.Any(static part => part.Flags.Contains('~')));
    }

    /// <summary>The source of an attribution, which may itself share another's.</summary>
    private static MarkedPart[] SourceOf(int number, ImmutableArray<MarkedPart> all)
    {
        for (var steps = 0; steps < all.Length; steps++)
        {
            var own = all.Where(part => part.Letter == 's' && part.Number == number).ToArray();
            if (own.Length > 0)
                return own;
            if (all.Where(part => part.Letter == 'q' && part.Number == number).Select(static part => part.Shared).FirstOrDefault(static shared => shared is not null) is not { } next)
                return [];
            number = next;
        }

        return [];
    }

    private static ImmutableArray<Span> Spans(IEnumerable<MarkedPart> parts) => [.. parts.Select(static part => part.Span).OrderBy(static span => span.Start)];
}
