using NodaTime;
using Parley.Language;
using Parley.Reports;
using Parley.Reports.Findings;
using Parley.Resolution.Conflicts;
using Parley.Train.Conflicts;

namespace Parley.Resolution.Tests;

/// <summary>Who fights whom and who mediates, in reports that the model was never trained on, and in sentences made for a construction each.</summary>
public class ConflictTests
{
    /// <summary>A little below what was measured last: a change that costs more is noticed here.</summary>
    private const double PartiesFloor = 0.75, MediatorsFloor = 0.65;

    private static readonly LanguagePipeline s_pipeline = LanguagePipeline.Create();
    private static readonly Resolver s_resolver = new(Knowledge.BuiltIn);

    [Fact]
    public void PartiesAndMediatorsAreToldByWhatTheyDo()
    {
        var (parties, mediators, quiet, distractors) =
            ConflictScorer.Score(Path.Combine(AppContext.BaseDirectory, "Conflicts", "conflicts.tsv"), Knowledge.BuiltIn, ConflictModel.BuiltIn, TextWriter.Null);
        Assert.InRange(parties.F1, PartiesFloor, 1);
        Assert.InRange(mediators.F1, MediatorsFloor, 1);
        Assert.InRange(distractors - quiet, 0, 2);
    }

    [Theory]
    [InlineData("Portuguese jets bombed an Irish base on Monday. Irish troops shelled a Portuguese convoy in reply.")]
    [InlineData("Irish jets bombed a Portuguese base on Monday. Portuguese troops shelled an Irish convoy in reply.")]
    public void TwoThatFightInNoFileAreAConflictOfTheirOwn(string text) => Assert.Equal(["Ireland", "Portugal"], Read(text).Parties);

    [Theory]
    [InlineData("Israeli jets bombed a Hamas post in Gaza. The truce was brokered by Egypt. Egypt said both would keep the ceasefire.", "Egypt")]
    [InlineData("Israeli jets bombed a Hamas post in Gaza. Qatari mediators carried the draft of a ceasefire between them.", "Qatar")]
    [InlineData("Israeli jets bombed a Hamas post in Gaza. Norway condemned the attack and Sweden called for a ceasefire.", null)]
    public void WhoMediatesIsSaidToDoSo(string text, string? mediator) => Assert.Equal(mediator is null ? [] : [mediator], Read(text).Mediators);

    [Theory]
    [InlineData("China and the United States extended their tariff truce. Duties on each import stay as they are, and the trade war goes on.")]
    [InlineData("The striker led the attack on the champions' goal. Spain won the battle in midfield against Germany, and the league match ended in a truce.")]
    public void WordsOfWarInTradeAndSportAreNone(string text) => Assert.Empty(Read(text).Parties);

    private static ConflictParties Read(string text)
    {
        var date = new LocalDate(2021, 5, 14);
        return s_resolver.Read(s_pipeline.Analyze(text, new AnalysisContext(PartialDate.OfDay(date))), date).Conflict;
    }
}
