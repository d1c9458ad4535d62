using NodaTime;
using Parley.Language;
using Parley.Reports;

namespace Parley.Resolution.Tests;

/// <summary>For whom a mention speaks, in sentences made for a construction each; sides are real and invented in turn.</summary>
public class AffiliationTests
{
    private static readonly LanguagePipeline s_pipeline = LanguagePipeline.Create();
    private static readonly Resolver s_resolver = new(Knowledge.BuiltIn);

    [Theory]
    [InlineData("The Salt Kings rejected the draft on Monday. Their spokesman, Ode Wick, said the harbour was not for sale.", "spokesman", "Salt Kings")]
    [InlineData("The Salt Kings rejected the draft on Monday. Their spokesman, Ode Wick, left at noon. He said the harbour was not for sale.", "He", "Salt Kings")]
    [InlineData("Dessa Iru, who chairs the Lowland Union, met reporters in the square. Iru said the strike would go on.", "Iru said", "Lowland Union")]
    [InlineData("Hamas rejected the draft on Monday. Its spokesman said the crossing must open.", "spokesman", "Hamas")]
    [InlineData("Israel rejected the draft on Monday. Its spokesman said the crossing must open.", "spokesman", "Israel")]
    [InlineData("Azerbaijan's defence ministry said two soldiers had died. The ministry blamed snipers.", "ministry blamed", "Azerbaijan")]
    [InlineData("Armenia's defence ministry said two soldiers had died. The ministry blamed snipers.", "ministry blamed", "Armenia")]
    [InlineData("A nurse in the valley said the road was closed. The rebels and the army had both shelled it.", "nurse", null)]
    public void AMentionSpeaksForWhomTheReportTiesItTo(string text, string mention, string? side) => Assert.Equal(side, Read(text, mention));

    [Theory]
    [InlineData("The Guild of Enginemen met on Friday. The Guild said no train would leave.", "Guild said", "Guild of Enginemen")]
    [InlineData("The Rural Workers' Alliance (RWA) met on Friday. A delegate of the RWA said no train would leave.", "delegate", "Rural Workers' Alliance")]
    [InlineData("Fighting went on in Belmora. A Belmoran official said the bridge was lost.", "official", "Belmora")]
    public void AShortNameIsThatOfTheLongerOne(string text, string mention, string side) => Assert.Equal(side, Read(text, mention));

    [Fact]
    public void WhatIsChosenDoesNotDependOnWhatIsAskedFirst()
    {
        const string Text = "The Salt Kings rejected the draft on Monday. Their spokesman, Ode Wick, left at noon. He said the harbour was not for sale.";
        var document = s_pipeline.Analyze(Text);
        var (forward, backward) = (s_resolver.Read(document, null), s_resolver.Read(document, null));
        var heads = document.Tokens.Where(static token => token.Upos is UniversalTag.Noun or UniversalTag.Pron or UniversalTag.Propn).ToArray();
        var first = heads.Select(forward.SpeaksFor).ToArray();
        var last = heads.Reverse().Select(backward.SpeaksFor).Reverse().ToArray();
        Assert.Equal(first, last);
    }

    private static string? Read(string text, string mention)
    {
        var date = new LocalDate(2021, 5, 14);
        var document = s_pipeline.Analyze(text, new AnalysisContext(PartialDate.OfDay(date)));
        return s_resolver.Read(document, date).SpeaksFor(document.TokenAt(text.IndexOf(mention, StringComparison.Ordinal))!.Value);
    }
}
