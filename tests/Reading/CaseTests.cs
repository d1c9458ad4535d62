using System.Text.Json;
using System.Text.Json.Nodes;
using Parley.Findings.Gold;
using Parley.Reports;

namespace Parley.Reading.Tests;

/// <summary>
/// Short reports with the findings of one kind each, half of them near misses; written before their readers were. Nothing is trained on them.
/// </summary>
public class CaseTests
{
    private static readonly Pipeline s_pipeline = Pipeline.Full();

    /// <param name="kind">The kind of finding.</param>
    /// <param name="floor">F1, a little below what was measured last: a change that costs more is noticed here.</param>
    /// <param name="silent">How many of the cases without a finding must stay silent at least.</param>
    [Theory]
    [InlineData("tolls", 0.48, 36)]
    [InlineData("contacts", 0.34, 33)]
    [InlineData("positions", 0.12, 42)]
    [InlineData("scheduled", 0.55, 35)]
    public void MostCasesAreReadAsTheyAre(string kind, double floor, int silent)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            foreach (var row in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", kind + ".tsv")).Where(static line => !line.StartsWith('#')).Select(static line => line.Split('\t')))
            {
                var gold = new JsonObject { ["id"] = row[0], ["published"] = row[1], ["text"] = row[2].Replace(" ¶ ", "\n\n", StringComparison.Ordinal), [kind] = JsonNode.Parse(row[3]) };
                File.WriteAllText(Path.Combine(folder.FullName, row[0] + ".json"), gold.ToJsonString(JsonSerializerOptions.Web));
            }

            var faults = new List<Fault>();
            var cases = GoldFiles.Read(folder.FullName, faults);
            Assert.Empty(faults);
            Assert.InRange(cases.Length, 80, int.MaxValue);
            var card = Evaluation.Score(cases, s_pipeline, threads: 2, TestContext.Current.CancellationToken);
            var measure = card.Measures.Single(own => own.Name == kind);
            var loud = card.Misses.Where(own => own.Measure == kind && own.What.StartsWith("extra", StringComparison.Ordinal)).Select(static own => own.Report).ToHashSet(StringComparer.Ordinal);
            var quiet = cases.Where(own => Count(own, kind) == 0).ToArray();
            TestContext.Current.TestOutputHelper?.WriteLine($"{kind}: F1 {measure.Value:F3}; silent {quiet.Count(own => !loud.Contains(own.Id))} of {quiet.Length}");
            Assert.InRange(measure.Value, floor, 1);
            Assert.InRange(quiet.Count(own => !loud.Contains(own.Id)), silent, quiet.Length);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int Count(GoldReport gold, string kind) => kind switch
    {
        "tolls" => gold.Tolls.Length,
        "contacts" => gold.Contacts.Length,
        "positions" => gold.Positions.Length,
        _ => gold.Scheduled.Length,
    };
}
