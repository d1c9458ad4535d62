using Parley.Findings.Statements;
using Parley.Language;
using Parley.Resolution;

namespace Parley.Findings.Tests;

/// <summary>Sentences that lean on what a source said before them, in paragraphs of which half have one: <c>leaning.tsv</c>.</summary>
public class LeaningTests
{
    /// <summary>A little below what was measured last.</summary>
    private const double LeastF1 = 0.5;

    [Fact]
    public void MostAreFoundAndFewOthers()
    {
        var pipeline = LanguagePipeline.Create();
        var resolver = new Resolver(Knowledge.BuiltIn);
        var reader = new StatementReader();
        var (right, wanted, found) = (new int[2], new int[2], new int[2]);
        var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "leaning.tsv")).Where(static line => line[0] != '#').Select(static line => line.Split('\t')).ToArray();
        for (var i = 0; i < lines.Length; i++)
        {
            var half = i < lines.Length / 2 ? 0 : 1;
            var document = pipeline.Analyze(lines[i][1]);
            var read = LeaningReader.Read(document, reader.Read(document, resolver.Read(document, null))).Select(static leaning => leaning.Evidence.Text).ToArray();
            var marked = lines[i][2].Split("||", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            right[half] += marked.Intersect(read, StringComparer.Ordinal).Count();
            wanted[half] += marked.Length;
            found[half] += read.Length;
            foreach (var missed in marked.Except(read, StringComparer.Ordinal))
                TestContext.Current.TestOutputHelper?.WriteLine($"{half} missed: {missed}   in: {lines[i][1]}");
            foreach (var extra in read.Except(marked, StringComparer.Ordinal))
                TestContext.Current.TestOutputHelper?.WriteLine($"{half} extra: {extra}");
        }

        foreach (var half in (int[])[0, 1])
            TestContext.Current.TestOutputHelper?.WriteLine($"{right[half]} right of {wanted[half]}, {found[half]} found");
        Assert.InRange(2.0 * right.Sum() / (wanted.Sum() + found.Sum()), LeastF1, 1);
    }
}
