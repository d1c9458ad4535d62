using Parley.Findings.Statements;
using Parley.Language;
using Parley.Reports.Data;
using Parley.Reports.Findings;
using Parley.Resolution;
using Parley.Train.Statements;

namespace Parley.Findings.Tests;

public class StatementReaderTests
{
    private static readonly LanguagePipeline s_pipeline = LanguagePipeline.Create();
    private static readonly Resolver s_resolver = new(Knowledge.BuiltIn);
    private static readonly StatementReader s_reader = new();

    [Theory]
    [InlineData("The envoy said the sides were close.", "The envoy", "said", "the sides were close")]
    [InlineData("The sides could agree within days, a diplomat said.", "a diplomat", "said", "The sides could agree within days")]
    [InlineData("“We are ready for a halt,” said the spokesman.", "the spokesman", "said", "We are ready for a halt")]
    [InlineData("According to the ministry, two bridges were hit.", "the ministry", "According to", "two bridges were hit")]
    [InlineData("Two bridges were hit, according to the ministry.", "the ministry", "according to", "Two bridges were hit")]
    [InlineData("The source, who asked not to be named, said mediators were hopeful.", "The source", "said", "mediators were hopeful")]
    [InlineData("A diplomat told the Harbour Wire that talks had resumed.", "A diplomat", "told", "that talks had resumed")]
    [InlineData("The minister said on Friday that the road was open.", "The minister", "said", "that the road was open")]
    public void ASentenceGivesItsSourceCueAndContent(string sentence, string source, string cue, string content)
    {
        var statement = Assert.Single(Read(sentence));
        Assert.Equal(source, statement.Source?.Text);
        Assert.Equal(cue, statement.Cue?.Text);
        Assert.Equal(content, Assert.Single(statement.Content).Text);
    }

    [Fact]
    public async Task ATextWithoutStopsIsReadInTheTimeOfOneWithThem()
    {
        // Each cue weighed against the whole of it would take hours; the language stage parts it at its longest sentence.
        var text = "“No” the man said in the house " + string.Concat(Enumerable.Repeat("the man said in the house ", 100_000));
        var statements = await Task.Run(() => Read(text), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(240), TestContext.Current.CancellationToken);
        Assert.All(statements, static statement => Assert.InRange(statement.Content[0].Span.Length, 1, 4000));
    }

    [Theory]
    [InlineData("The road was open.")]
    [InlineData("“The road was open.”")]
    [InlineData("He said.")]
    [InlineData("")]
    public void ASentenceWithoutAnAttributionGivesNone(string sentence) => Assert.Empty(Read(sentence));

    [Theory]
    [InlineData("“We are ready for it,” the aide said.", StatementKind.Direct)]
    [InlineData("The aide said they were ready for it.", StatementKind.Indirect)]
    [InlineData("The aide said they were “ready for it” on Friday.", StatementKind.Mixed)]
    public void TheKindFollowsTheQuotationMarks(string sentence, StatementKind kind) =>
        Assert.Equal(kind, Assert.Single(Read(sentence)).Kind);

    [Theory]
    [InlineData("The party said that it had asked for terms.", StatementFrame.Neutral)]
    [InlineData("The party claimed that it had asked for terms.", StatementFrame.Distanced)]
    [InlineData("The army claimed that it had asked for terms.", StatementFrame.Distanced)]
    [InlineData("The party admitted that it had asked for terms.", StatementFrame.Accepted)]
    [InlineData("The army admitted that it had asked for terms.", StatementFrame.Accepted)]
    public void WhatTheReportsWordDoesIsKeptApartFromHowTheSourcePutsIt(string text, StatementFrame frame)
    {
        var statement = Assert.Single(Read(text));
        Assert.Equal(frame, statement.Frame);
        Assert.Equal(Certainty.Asserted, statement.Certainty);
    }

    [Fact]
    public void WhatASpeakerIsSaidToSayWithinHisOwnWordsIsNotInsideThem()
    {
        var statements = Read("Envoy Ada Pell praised what she called “a brave decision” by both sides.");
        Assert.All(statements, static statement => Assert.Null(statement.Inside));
    }

    [Theory]
    [InlineData("The party denied that it had asked for terms.", Certainty.Denied)]
    [InlineData("The envoy said talks may resume on Sunday.", Certainty.Hedged)]
    [InlineData("The envoy said talks had resumed on Sunday.", Certainty.Asserted)]
    public void TheCertaintyIsTheSources(string sentence, Certainty certainty) =>
        Assert.Equal(certainty, Read(sentence).MaxBy(static statement => statement.Content[0].Span.Length)?.Certainty);

    /// <summary>A little below what was measured last: of the lexicon's verbs, how many lead the attribution that their example marks.</summary>
    [Fact]
    public void MostCuesReadTheirExamples()
    {
        var (all, read) = (0, 0);
        foreach (var row in WordList.Load(typeof(StatementReader).Assembly, "Statements.cues.tsv").Where(static row => row[1] == "verb"))
        {
            var marked = MarkedText.Parse(row[6]);
            var cue = marked.Parts.First(static part => part is { Letter: 'q', Number: 1 }).Span;
            all++;
            read += Read(marked.Text).Any(statement => statement.Cue is { } found && found.Start < cue.End && found.End > cue.Start) ? 1 : 0;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{read} of {all}");
        Assert.InRange((double)read / all, 0.7, 1);
    }

    [Theory]
    [InlineData("Israel", "Hamas")]
    [InlineData("Hamas", "Israel")]
    [InlineData("Russia", "Ukraine")]
    [InlineData("Ukraine", "Russia")]
    public void TheReadingDoesNotDependOnWhoSpeaksOfWhom(string speaker, string other)
    {
        var statement = Assert.Single(Read($"A {speaker} official said {other} had not answered the offer."));
        Assert.Equal($"A {speaker} official", statement.Source?.Text);
        Assert.Equal(Certainty.Asserted, statement.Certainty);
        Assert.Equal(Assert.Single(Read("A Cuban official said Chile had not answered the offer.")).Confidence, statement.Confidence);
    }

    private static ImmutableArray<Statement> Read(string text)
    {
        var document = s_pipeline.Analyze(text);
        return s_reader.Read(document, s_resolver.Read(document, null));
    }
}
