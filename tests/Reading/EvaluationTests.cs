using Parley.Findings.Gold;
using Parley.Reports;

namespace Parley.Reading.Tests;

/// <summary>The project's own gold reports, and that scoring them does not depend on threads.</summary>
public class EvaluationTests
{
    private static readonly string s_gold = Path.Combine(AppContext.BaseDirectory, "Gold");

    /// <summary>A little below what was measured last: a change that costs more is noticed here.</summary>
    private static readonly Dictionary<string, double> s_floors = new()
    {
        ["statements"] = 0.84,
        ["statement source"] = 0.96,
        ["statement certainty"] = 0.96,
        ["statement kind"] = 0.97,
        ["statement named"] = 0.89,
        ["statement actor"] = 0.67,
        ["statement why"] = 0.62,
        ["parties"] = 0.76,
        ["mediators"] = 0.68,
        ["positions"] = 0.26,
        ["contacts"] = 0.46,
        ["tolls"] = 0.50,
        ["scheduled"] = 0.69,
        ["quiet on distractors"] = 0.9,
    };

    [Fact]
    public void TheOwnGoldIsReadAsWellAsBefore()
    {
        var faults = new List<Fault>();
        var reports = GoldFiles.Read(s_gold, faults);
        Assert.Empty(faults);
        Assert.Equal(72, reports.Length);
        var pipeline = Pipeline.Full();
        var card = Evaluation.Score(reports, pipeline, threads: 2, TestContext.Current.CancellationToken);
        foreach (var (name, floor) in s_floors)
            Assert.InRange(card.Measures.Single(measure => measure.Name == name).Value, floor, 1);
        Assert.Equal(card.Measures, Evaluation.Score(reports, pipeline, threads: 1, TestContext.Current.CancellationToken).Measures);
    }
}
