using CsCheck;
using Parley.Intake.Languages;
using Parley.Reports.Data;

namespace Parley.Intake.Tests.Languages;

public class LanguageCheckTests
{
    private static readonly LanguageCheck s_check = new();

    /// <summary>The samples beside this file: language, what is particular, text.</summary>
    public static TheoryData<string, string, string> Samples =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Languages", "samples.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'))
            .Select(line => (line[0], line[1], line[2])),
    ];

    public static TheoryData<string, string> Scripts =>
        [.. WordList.Load(typeof(LanguageCheck).Assembly, "Languages.scripts.tsv").Select(line => (line[0], line[3]))];

    [Theory]
    [MemberData(nameof(Samples))]
    public void ASampleOfTheNewsIsOfItsLanguage(string language, string particular, string text) =>
        Assert.True(s_check.Detect(text) == (language == "sco" ? "en" : language), $"{particular}: {s_check.Detect(text)}, {EnglishShare.Of(text)}");

    [Theory]
    [MemberData(nameof(Samples))]
    public void NoOtherLanguageIsPlainlyEnglish(string language, string particular, string text) =>
        Assert.True(language is "en" or "sco" || !EnglishShare.Of(text).IsPlainly, $"{particular}: {EnglishShare.Of(text)}");

    [Theory]
    [MemberData(nameof(Samples))]
    public void TheFastMeasureIsThePlainOne(string language, string particular, string text) =>
        Assert.True(EnglishShare.PlainlyOf(text) == EnglishShare.Of(text), $"{language} {particular}");

    [Fact]
    public void TheFastMeasureIsThePlainOneForAnyText() =>
        Gen.String[Gen.Char["the of and  .,'’ÉéTHEßç\u0130ı1-\uD83D"], 0, 60].Sample(text => EnglishShare.PlainlyOf(text) == EnglishShare.Of(text));

    [Theory]
    [MemberData(nameof(Scripts))]
    public void AScriptOfOneLanguageTellsIt(string language, string example) => Assert.Equal(language, s_check.Detect(example));

    [Theory]
    [InlineData("")]
    [InlineData("   \n")]
    [InlineData("12:30 — 14/05/2021 (+3)")]
    [InlineData("Gaza")]
    [InlineData("🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊")]
    [InlineData("\uD800\uD800\uD800\uD800\uD800\uD800\uD800\uD800\uD800\uD800\uD800\uD800\uD800")]
    public void WhatIsTooShortToTellIsNotTold(string text) => Assert.Null(s_check.Detect(text));

    [Fact]
    public void EnglishLoadsNoModels()
    {
        var check = new LanguageCheck();
        foreach (var row in Samples.Where(row => row.Data.Item1 == "en" && row.Data.Item2 is not "short"))
            Assert.Equal("en", check.Detect(row.Data.Item3));
        Assert.False(check.IsLoaded);
    }

    [Fact]
    public async Task ManyThreadsAreToldTheSame()
    {
        var check = new LanguageCheck();
        var texts = Samples.Select(row => row.Data.Item3).ToArray();
        var expected = texts.Select(text => s_check.Detect(text)).ToArray();
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => texts.Select(text => check.Detect(text)).ToArray(), TestContext.Current.CancellationToken)));
        Assert.All(all, told => Assert.Equal(expected, told));
    }

    [Theory]
    [InlineData("Ceasefire near: diplomat")]
    [InlineData("Netanyahu: Not over yet.")]
    [InlineData("Erdogan meets Putin, Zelensky in Istanbul.")]
    [InlineData("RSF and SAF trade blame over Jeddah talks.")]
    [InlineData("Bamako: JNIM claims Kidal ambush.")]
    [InlineData("M23 seizes Goma airport.")]
    public void AHeadlineFullOfNamesIsNeverTakenForAnotherLanguage(string text) => Assert.True(s_check.Detect(text) is null or "en");

    [Theory]
    [InlineData("Hamas lehnt Waffenruhe ab.", "de-DE", "de")]
    [InlineData("Hamas lehnt Waffenruhe ab.", "en", null)]
    [InlineData("Hamas lehnt Waffenruhe ab.", null, null)]
    public void AHeadlineInAnotherLanguageIsToldWhereItsPageDeclaresThatLanguage(string text, string? declared, string? language) =>
        Assert.Equal(language, s_check.Detect(text, declared));

    [Fact]
    public void AnyTextHasALanguageOrNone() => Gen.String[0, 60].Sample(text => s_check.Detect(text) is null or { Length: 2 }, iter: 300);
}
