using Parley.Findings.Statements;
using Parley.Language;
using Parley.Reports;
using Parley.Resolution;

namespace Parley.Findings.Tests;

/// <summary>When what is said was said, in snippets of reports that were written without knowing how they would be read: <c>said.tsv</c>. The first reading had 112 right.</summary>
public class SaidTests
{
    /// <summary>What was measured last.</summary>
    private const int LeastRight = 113;

    [Fact]
    public void MostAreDated()
    {
        var pipeline = LanguagePipeline.Create();
        var resolver = new Resolver(Knowledge.BuiltIn);
        var reader = new StatementReader();
        var right = 0;
        var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "said.tsv")).Where(static line => line[0] != '#').Select(static line => line.Split('\t')).ToArray();
        foreach (var line in lines)
        {
            Assert.True(PartialDate.TryParse(line[1], out var published), line[1]);
            var document = pipeline.Analyze(line[2], new AnalysisContext(published));
            var statements = reader.Read(document, resolver.Read(document, published.LastDay));
            var at = line[2].IndexOf(line[3], StringComparison.Ordinal);
            var words = new Span(at, at + line[3].Length);
            var own = statements.Where(statement => statement.Content.Any(piece => piece.Start < words.End && words.Start < piece.End))
                .MaxBy(statement => statement.Content.Sum(piece => Math.Min(piece.End, words.End) - Math.Max(piece.Start, words.Start)) - statement.Content.Sum(static piece => piece.Span.Length) / 1000.0);
            var said = own?.Said?.ToString() ?? "";
            if (own is not null && said == line[4])
                right++;
            else
                TestContext.Current.TestOutputHelper?.WriteLine($"{line[0]} ({line[1]}): {(own is null ? "not read" : $"\"{said}\"")}, not \"{line[4]}\": {line[2]}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{right} of {lines.Length} dated as they should be");
        Assert.InRange(right, LeastRight, lines.Length);
    }
}
