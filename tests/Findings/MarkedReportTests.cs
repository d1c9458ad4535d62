using Parley.Findings.Statements;
using Parley.Language;
using Parley.Reports.Findings;
using Parley.Resolution;
using Parley.Train.Statements;

namespace Parley.Findings.Tests;

/// <summary>Reports of <c>data/attribution</c>: how much of what is marked in them is read.</summary>
public class MarkedReportTests
{
    /// <summary>A little below what was measured last: a change that costs more is noticed here.</summary>
    private const double PreciseFloor = 0.86, FoundFloor = 0.7;

    private static readonly LanguagePipeline s_pipeline = LanguagePipeline.Create();
    private static readonly Resolver s_resolver = new(Knowledge.BuiltIn);
    private static readonly StatementReader s_reader = new();

    [Fact]
    public void EveryAttributionHasItsParts()
    {
        foreach (var path in Reports())
        {
            foreach (var attribution in MarkedText.Parse(File.ReadAllText(path)).Parts.GroupBy(static part => part.Number))
            {
                Assert.Contains(attribution, static part => part.Letter is 'c' or 'l');
                Assert.True(attribution.Any(static part => part.Letter is 's' or 'q' or 'l'), $"{Path.GetFileName(path)}: {attribution.Key} has neither source nor cue.");
            }
        }
    }

    [Fact]
    public void MuchOfWhatIsMarkedIsRead()
    {
        var (wanted, found, right, precise) = (0, 0, 0, 0);
        foreach (var path in Reports())
        {
            var marked = MarkedText.Parse(File.ReadAllText(path));
            var document = s_pipeline.Analyze(marked.Text);
            var read = s_reader.Read(document, s_resolver.Read(document, null)).Select(Positions).ToArray();
            var contents = marked.Parts.Where(static part => part.Letter == 'c').GroupBy(static part => part.Number)
                .Select(static pieces => pieces.SelectMany(static piece => Enumerable.Range(piece.Span.Start, piece.Span.Length)).ToHashSet()).ToArray();
            wanted += contents.Length;
            found += read.Length;
            right += contents.Count(content => read.Any(own => Agree(own, content)));
            precise += read.Count(own => contents.Any(content => Agree(own, content)));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{right} of {wanted} contents are read; {precise} of {found} read are marked");
        Assert.InRange((double)right / wanted, FoundFloor, 1);
        Assert.InRange((double)precise / found, PreciseFloor, 1);
    }

    private static IEnumerable<string> Reports() => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Marked"), "*.txt").Order(StringComparer.Ordinal);

    private static HashSet<int> Positions(Statement own) => own.Content.SelectMany(static piece => Enumerable.Range(piece.Start, piece.End - piece.Start)).ToHashSet();

    /// <summary>Half of the characters in common, by F1; a quotation's sentences are contents of their own in what is read.</summary>
    private static bool Agree(HashSet<int> own, HashSet<int> content)
    {
        var both = own.Count(content.Contains);
        return 4 * both >= own.Count + content.Count;
    }
}
