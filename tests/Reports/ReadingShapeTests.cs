using System.Text.Json.Nodes;
using Parley.Reports.Findings;
using Parley.Reports.Json;

namespace Parley.Reports.Tests;

/// <summary>The output's shape, field by field.</summary>
public class ReadingShapeTests
{
    private static readonly Report s_report = new("Envoys said “no” in Cairo.")
    {
        Url = "https://courier.example/a",
        Outlet = new Outlet("Courier"),
        Title = "No",
        Byline = ["A. Writer"],
        Published = PartialDate.TryParse("2021-05-14", out var date) ? date : null,
        Language = "en",
    };

    private static Statement Statement(string id = "s1") => new()
    {
        Id = id,
        Confidence = 0.5,
        Source = s_report.Cite(new Span(0, 6)),
        Cue = s_report.Cite(new Span(7, 11)),
        Content = [s_report.Cite(new Span(13, 15))],
        Kind = StatementKind.Direct,
        Certainty = Certainty.Denied,
    };

    [Fact]
    public void TheReportHasExactlyTheFieldsOfTheOutputsShape()
    {
        var report = Line(new ReportReading { Report = s_report })["report"]!.AsObject();
        Assert.Equal(
            ["byline", "file", "id", "language", "outlet", "published", "sourceId", "text", "title", "url"],
            report.Select(static field => field.Key).Order(StringComparer.Ordinal));
        Assert.Equal("Courier", (string?)report["outlet"]);
        Assert.Equal("2021-05-14", (string?)report["published"]);
    }

    [Fact]
    public void EveryListIsPresentThoughEmpty()
    {
        var line = Line(new ReportReading { Report = s_report });
        foreach (var name in (string[])["statements", "leanings", "proposals", "positions", "contacts", "tolls", "events", "scheduled"])
            Assert.Empty(line[name]!.AsArray());
        Assert.Empty(line["conflict"]!["parties"]!.AsArray());
        Assert.Empty(line["conflict"]!["mediators"]!.AsArray());
    }

    [Fact]
    public void AStatementHasEveryFieldAndItsSpansEqualTheirText()
    {
        var statement = Line(new ReportReading { Report = s_report, Statements = [Statement()] })["statements"]![0]!;
        Assert.Equal("direct", (string?)statement["kind"]);
        Assert.Equal("denied", (string?)statement["certainty"]);
        Assert.Equal(13, (int?)statement["content"]![0]!["start"]);
        Assert.Equal("no", (string?)statement["content"]![0]!["text"]);
        foreach (var name in (string[])["id", "confidence", "named", "actor", "relay", "why", "inside", "said"])
            Assert.True(statement.AsObject().ContainsKey(name), name);
    }

    [Fact]
    public void ALineIsOneLineAndKeepsCurlyQuotes()
    {
        var line = ReadingJson.ToLine(new ReportReading { Report = s_report });
        Assert.DoesNotContain('\n', line);
        Assert.Contains("“no”", line, StringComparison.Ordinal);
    }

    [Fact]
    public void AFindingComesBackAsItWasWritten()
    {
        var again = Assert.IsType<Statement>(ReadingJson.FromJson(ReadingJson.ToJson(Statement()), typeof(Statement)));
        Assert.Equal(Statement() with { Content = again.Content }, again);
        Assert.Equal(Statement().Content, again.Content.AsEnumerable());
    }

    [Fact]
    public void AReadingWhoseSpansDoNotMatchItsTextIsRefused()
    {
        var other = new Report("Quite another text, and long enough.");
        var reading = new ReportReading { Report = other, Statements = [Statement()] };
        Assert.Throws<InvalidOperationException>(reading.Checked);
    }

    [Fact]
    public void AnIdThatComesTwiceIsRefused()
    {
        var reading = new ReportReading { Report = s_report, Statements = [Statement(), Statement()] };
        Assert.Throws<InvalidOperationException>(reading.Checked);
    }

    [Fact]
    public void TheSameReportHasTheSameIdWhereverItWasFoundAndAnotherTextHasAnother()
    {
        Assert.Equal(s_report.Id, (s_report with { File = "copy.html", SourceId = "x", Language = null }).Id);
        Assert.NotEqual(s_report.Id, (s_report with { Url = null }).Id);
        Assert.NotEqual((s_report with { Title = "ab", Url = "c" }).Id, (s_report with { Title = "a", Url = "bc" }).Id);
        Assert.Matches("^[0-9a-f]{32}$", s_report.Id);
    }

    private static JsonNode Line(ReportReading reading) => JsonNode.Parse(ReadingJson.ToLine(reading))!;
}
