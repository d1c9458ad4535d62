using System.Text;
using CsCheck;
using Parley.Intake.Texts;
using Parley.Reports;

namespace Parley.Intake.Tests.Texts;

public class TextReportReaderTests
{
    private static readonly Origin s_origin = new("talks.txt");

    [Fact]
    public void BlankLinesPartParagraphs() =>
        Assert.Equal(["The talks went on. They will go on.", "The end."], Read("The talks went on. They will go on.\r\n\r\n \r\nThe end.\r\n").Paragraphs);

    [Fact]
    public void WithoutBlankLinesLongLinesAreParagraphsAndTheLastLineTellsTheSource()
    {
        const string Long = "A diplomatic source familiar with efforts to broker a ceasefire said on Friday that the sides could come to an agreement within days.";
        var draft = Read($"{Long}\n{Long}\n“Not over yet,” he said.\nContent retrieved from: https://wire.example/a/");
        Assert.Equal([Long, Long, "“Not over yet,” he said."], draft.Paragraphs);
        Assert.Equal("https://wire.example/a/", draft.Url);
        Assert.Null(draft.Title);
    }

    [Fact]
    public void HardWrappedLinesAreJoined()
    {
        var draft = Read("""
            The two sides said on Friday that they would go on with the talks in
            Cairo, which both had left in anger on Monday after two days of quarrel
            over the list of prisoners.

            A mediator said that no one should expect an answer, or even the cease-
            fire itself, before Sunday.
            """);
        Assert.Equal(
        [
            "The two sides said on Friday that they would go on with the talks in Cairo, which both had left in anger on Monday after two days of quarrel over the list of prisoners.",
            "A mediator said that no one should expect an answer, or even the cease-fire itself, before Sunday.",
        ], draft.Paragraphs);
    }

    [Fact]
    public void AWrappedTextWithoutBlankLinesIsPartedWhereALineNeedNotHaveEnded()
    {
        var draft = Read("""
            The two sides said on Friday that they would go on with the talks in
            Cairo, which both had left in anger on Monday.
            A mediator said that it would take until the end of the week for the
            answer to come, and that nobody should expect it before then.
            """);
        Assert.Equal(2, draft.Paragraphs.Length);
        Assert.StartsWith("A mediator", draft.Paragraphs[1], StringComparison.Ordinal);
    }

    [Fact]
    public void ATitleAndLinesAboutTheTextBecomeFields()
    {
        var draft = Read("""
            Envoy arrives as truce nears

            By Jane Doe and John Roe
            Published: 14 May 2021, 18:40 GMT+3
            Source: The Harbour Wire

            CAIRO, May 14 (Harbour Wire) - The envoy arrived on Friday.

            By Friday the talks had failed, he said.
            """);
        Assert.Equal("Envoy arrives as truce nears", draft.Title);
        Assert.Equal(["Jane Doe", "John Roe"], draft.Byline);
        Assert.Equal("2021-05-14T18:40+03:00", draft.Published.ToString());
        Assert.Equal("The Harbour Wire", draft.Outlet);
        Assert.Equal(["CAIRO, May 14 (Harbour Wire) - The envoy arrived on Friday.", "By Friday the talks had failed, he said."], draft.Paragraphs);
        Assert.Equal(new Dateline("CAIRO", PartialDate.OfDay(new(2021, 5, 14)), "Harbour Wire"), draft.Dateline);
    }

    [Theory]
    [InlineData("Date: the day after tomorrow")]
    [InlineData("By Friday nothing had been agreed.")]
    [InlineData("Source: https://")]
    public void ALineWhoseValueMakesNoSenseIsText(string line) =>
        Assert.Contains(line, Read($"{line}\n\nThe talks went on.").Paragraphs.Prepend(Read($"{line}\n\nThe talks went on.").Title ?? ""));

    [Fact]
    public void MarkdownLosesItsMarksAndKeepsItsWords()
    {
        var draft = Read("""
            ---
            title: "Envoy arrives"
            date: 2021-05-14
            authors: [Jane Doe, John Roe]
            url: https://wire.example/a
            outlet: Harbour Wire
            tags:
              - truce
            ---
            # Not the title

            The **envoy** arrived in [Cairo](https://maps.example) on *Friday* ![map](map.png) &amp; left.

            > “We are ready,” he said.

            - a halt for `48` hours
            - an exchange

            <div>advertisement</div>

            ```
            code
            ```
            """, isMarkdown: true);
        Assert.Equal(("Envoy arrives", "2021-05-14", "https://wire.example/a", "Harbour Wire"), (draft.Title, draft.Published.ToString(), draft.Url, draft.Outlet));
        Assert.Equal(["Jane Doe", "John Roe"], draft.Byline);
        Assert.Equal(
            ["Not the title", "The envoy arrived in Cairo on Friday  & left.", "“We are ready,” he said.", "a halt for 48 hours", "an exchange", "code"],
            draft.Paragraphs);
    }

    [Fact]
    public void TheFirstHeadingIsTheTitleAndLinesBelowItMayTellAboutTheText()
    {
        var draft = Read("# Envoy arrives\n\nBy Jane Doe\nPublished: 14 May 2021\n\nThe envoy arrived.\n\n## Background\n\nIt was the third round.", isMarkdown: true);
        Assert.Equal(("Envoy arrives", "2021-05-14"), (draft.Title, draft.Published.ToString()));
        Assert.Equal(["The envoy arrived.", "Background", "It was the third round."], draft.Paragraphs);
    }

    [Theory]
    [InlineData("", "PAR1001")]
    [InlineData(" \r\n\t ", "PAR1001")]
    [InlineData("a\0b", "PAR1221")]
    public void WhatIsNoTextIsRefused(string text, string code) => Assert.Equal(code, FaultOf(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void BytesThatAreNoUtf8AreWindows1252() =>
        Assert.Equal(["“Málaga”"], Read([0x93, .. "M"u8, 0xE1, .. "laga"u8, 0x94]).Paragraphs);

    [Fact]
    public void Utf16WithAMarkIsRead() =>
        Assert.Equal(["The talks went on."], Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("The talks went on.")]).Paragraphs);

    [Fact]
    public void FifteenMebibytesWithoutABreakAreRefusedQuickly() =>
        Assert.Equal("PAR1009", FaultOf(Enumerable.Repeat((byte)'a', 15 << 20).ToArray()));

    [Theory]
    [InlineData(">", 100_000)]
    [InlineData("*", 200_000)]
    [InlineData("[", 100_000)]
    [InlineData("![](", 400_000)]
    [InlineData("[a]: b\n", 200_000)]
    [InlineData("- ", 50_000)]
    [InlineData("<", 100_000)]
    [InlineData("`a", 50_000)]
    [InlineData("|a", 2_000)]
    public async Task MarkdownMadeToNestCostsLittle(string mark, int times)
    {
        var material = new TextMaterial(s_origin, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(mark, times)) + " end"), null, IsMarkdown: true);
        var reading = Task.Run(() => TextReportReader.Read(material, IntakeLimits.Default), TestContext.Current.CancellationToken);
        await reading.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void AnyBytesGiveADraftOrAFault() => Gen.Byte.Array[0, 300].Select(Gen.Bool).Sample((bytes, isMarkdown) =>
    {
        var result = TextReportReader.Read(new TextMaterial(s_origin, bytes, null, isMarkdown), IntakeLimits.Default);
        return result.IsOk(out _, out var fault) || fault.Code.Id.StartsWith("PAR1", StringComparison.Ordinal);
    });

    [Fact]
    public void AnyLinesGiveADraftOrAFault() =>
        Gen.String[Gen.Char["ab \n\r-#>*`[]()!:B.|<&\u2028\uD800"], 0, 200].Select(Gen.Bool).Sample((text, isMarkdown) =>
        {
            var result = TextReportReader.Read(new TextMaterial(s_origin, Encoding.UTF8.GetBytes(text), null, isMarkdown), IntakeLimits.Default);
            return result.IsOk(out _, out var fault) || fault.Code.Id.StartsWith("PAR1", StringComparison.Ordinal);
        });

    private static string FaultOf(byte[] bytes)
    {
        Assert.False(TextReportReader.Read(new TextMaterial(s_origin, bytes, null, false), IntakeLimits.Default).IsOk(out _, out var fault));
        return fault.Code.Id;
    }

    private static ReportDraft Read(string text, bool isMarkdown = false) => Read(Encoding.UTF8.GetBytes(text), isMarkdown);

    private static ReportDraft Read(byte[] bytes, bool isMarkdown = false)
    {
        Assert.True(TextReportReader.Read(new TextMaterial(s_origin, bytes, null, isMarkdown), IntakeLimits.Default).IsOk(out var draft, out _));
        return draft;
    }
}
