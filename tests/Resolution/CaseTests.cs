using Parley.Facts;

namespace Parley.Resolution.Tests;

/// <summary>Mentions in context over all continents, written before the rules and without a look at the data.</summary>
public class CaseTests
{
    /// <summary>A little below what was measured last: a change that costs more is noticed here.</summary>
    private const double Floor = 0.945;

    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Cases");

    [Fact]
    public void MostMentionsAreResolvedAsAReaderWould()
    {
        var score = CaseScorer.Score(Directory.GetFiles(s_folder, "*.tsv").Order(StringComparer.Ordinal), Knowledge.BuiltIn, TextWriter.Null);
        Assert.InRange(score.All, 600, int.MaxValue);
        Assert.InRange((double)score.Right / score.All, Floor, 1);
    }

    [Fact]
    public void EveryCaseHasOneMentionAndNoTextStandsTwice()
    {
        var cases = Directory.GetFiles(s_folder, "*.tsv").SelectMany(ResolutionCase.Read).ToArray();
        Assert.All(cases, static test => Assert.NotEmpty(test.Text[test.Mention.Start..test.Mention.End].Trim()));
        Assert.Equal(cases.Length, cases.Select(static test => (test.Text, test.Mention)).Distinct().Count());
    }
}
