namespace Parley.Cli.Tests;

public class CellsTests
{
    [Theory]
    [InlineData("truce", 5)]
    [InlineData("e\u0301te\u0301", 3)]
    [InlineData("停火", 4)]
    [InlineData("휴전", 4)]
    [InlineData("هدنة", 4)]
    [InlineData("हिंदी", 2)]
    [InlineData("🙂", 2)]
    [InlineData("👩🏽‍⚖️", 2)]
    [InlineData("\u200b", 0)]
    [InlineData("", 0)]
    public void TextTakesTheCellsThatATerminalGivesIt(string text, int cells) => Assert.Equal(cells, Cells.Of(text));

    [Fact]
    public void HalfACharacterIsShownAsTheOneThatStandsInForIt() => Assert.Equal(1, Cells.Of("\ud83d"));

    [Theory]
    [InlineData("truce", 7, "truce  ")]
    [InlineData("ceasefire", 5, "ceas…")]
    [InlineData("停火协议", 6, "停火… ")]
    [InlineData("e\u0301te\u0301s", 3, "e\u0301t…")]
    public void TextIsFittedWithoutPartingWhatAReaderSeesAsOne(string text, int cells, string fitted) =>
        Assert.Equal(fitted, Cells.Fit(text, cells));

    [Fact]
    public void LinesBreakAtSpacesAndALongWordStaysWhole() =>
        Assert.Equal(["a b", "unbreakable", "停火 c"], Cells.Wrap("a b  unbreakable 停火 c", 6));
}
