using Parley.Reports;

namespace Parley.Reading.Tests;

public class PipelineTests
{
    [Fact]
    public void AStageWhoseNeedNoneBeforeItGivesIsRefusedWhenTheListIsBuilt()
    {
        var statements = new Stage("statements", [Product.Document], Product.Statements, static piece => piece);
        var failure = Assert.Throws<ArgumentException>(() => new Pipeline([statements]));
        Assert.Contains("needs Document", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TwoStagesThatGiveTheSameAreRefused()
    {
        var stage = new Stage("language", [Product.Report], Product.Document, static piece => piece);
        Assert.Throws<ArgumentException>(() => new Pipeline([stage, stage]));
    }

    [Fact]
    public void AReportInAnotherLanguageIsKeptAndNotRead()
    {
        var report = new Report("El enviado dijo que no, said the envoy of the king.") { Language = "es" };
        Assert.Empty(Pipeline.Full().Read(report).Statements);
        Assert.NotEmpty(Pipeline.Full().Read(report with { Language = "en" }).Statements);
    }
}
