using Parley.Reports;
using Parley.Reports.Data;

namespace Parley.Language.Tests.Times;

/// <summary>The table of <c>news-times.tsv</c>: sentences as news has them, and all the times that each tells.</summary>
public class NewsTimesTests
{
    private static readonly LanguagePipeline s_pipeline = LanguagePipeline.Create();

    public static TheoryData<string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var row in WordList.Load(typeof(NewsTimesTests).Assembly, "news-times.tsv"))
            rows.Add(row[0], row[1], row[2]);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void EverySentenceTellsItsTimesAndNoOthers(string published, string sentence, string times)
    {
        PartialDate? date = PartialDate.TryParse(published, out var known) ? known : null;
        var document = s_pipeline.Analyze(sentence, new AnalysisContext(date));
        var found = document.Times.Select(time => $"{time.Span.In(document.Text)}/{time.Kind.ToString().ToUpperInvariant()}/{time.Value ?? "-"}");
        Assert.Equal(times, string.Join("; ", found));
    }
}
