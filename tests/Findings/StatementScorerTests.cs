using Parley.Findings.Gold;
using Parley.Findings.Statements;
using Parley.Reports;
using Parley.Reports.Findings;

namespace Parley.Findings.Tests;

/// <summary>The scorer on readings made by hand.</summary>
public class StatementScorerTests
{
    private static readonly Report s_report = new("The envoy said that mediators hoped for a pause. He left.");

    private static Citation Cite(string words)
    {
        var start = s_report.Text.IndexOf(words, StringComparison.Ordinal);
        return s_report.Cite(new Span(start, start + words.Length));
    }

    private static GoldStatement Gold(string content, int? inside = null) => new() { Source = "The envoy", Content = [Cite(content).Span], Inside = inside };

    private static Statement Read(string id, string content, string? inside = null) => new() { Id = id, Confidence = 1, Source = Cite("envoy"), Content = [Cite(content)], Inside = inside };

    private static Scorecard Score(ImmutableArray<GoldStatement> gold, params ImmutableArray<Statement> read)
    {
        var card = new Scorecard();
        StatementScorer.Score(new GoldReport("r", s_report, ConflictParties.None, gold), read, card);
        return card;
    }

    private static Measure Of(Scorecard card, string name) => card.Measures.Single(measure => measure.Name == name);

    [Fact]
    public void HalfOfTheCharactersMakeAPairAndLessDoesNot()
    {
        Assert.Equal(1, Of(Score([Gold("mediators hoped for a pause")], Read("s1", "mediators hoped")), "statements").Right);
        Assert.Equal(0, Of(Score([Gold("mediators hoped for a pause")], Read("s1", "a pause")), "statements").Right);
    }

    [Fact]
    public void EachIsPairedOnceTheLikestFirst()
    {
        var card = Score([Gold("mediators hoped for a pause")], Read("s1", "hoped for a pause"), Read("s2", "mediators hoped for a pause"));
        Assert.Equal(new Measure("statements", 1, 1, 2), Of(card, "statements"));
        Assert.Equal("extra: hoped for a pause", card.Misses.Single().What);
    }

    [Fact]
    public void WhatIsToldInAnotherCountsWhereThatOneIsItsPair()
    {
        ImmutableArray<GoldStatement> gold = [Gold("mediators hoped for a pause"), Gold("for a pause", inside: 0)];
        Assert.Equal(1, Of(Score(gold, Read("s1", "mediators hoped for a pause"), Read("s2", "for a pause", "s1")), "statement inside").Value);
        Assert.Equal(0, Of(Score(gold, Read("s1", "mediators hoped for a pause"), Read("s2", "for a pause")), "statement inside").Value);
        Assert.Equal(0, Of(Score(gold, Read("s1", "He left"), Read("s2", "for a pause", "s1")), "statement inside").Value);
    }

    [Fact]
    public void WhereThereIsNothingToFindAllIsRight() => Assert.Equal(1, Of(Score([]), "statements").Value);
}
