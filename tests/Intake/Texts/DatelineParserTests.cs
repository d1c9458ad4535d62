using CsCheck;
using Parley.Intake.Texts;
using Parley.Reports;

namespace Parley.Intake.Tests.Texts;

public class DatelineParserTests
{
    [Theory]
    [InlineData("CAIRO, May 14 (Reuters) - The", "2021-05-14", "CAIRO", "2021-05-14", "Reuters")]
    [InlineData("CAIRO, May 14 (Reuters) - The", null, "CAIRO", null, "Reuters")]
    [InlineData("GAZA CITY/JERUSALEM, May 18, 2021 (Harbour Wire) — The", null, "GAZA CITY/JERUSALEM", "2021-05-18", "Harbour Wire")]
    [InlineData("GAZA/CAIRO, Nov 20 (Harbour Wire) — Egypt’s president", "2012-11-20T22:40:00+02:00", "GAZA/CAIRO", "2012-11-20", "Harbour Wire")]
    [InlineData("UNITED NATIONS (AP) — The", "2021-05-14", "UNITED NATIONS", null, "AP")]
    [InlineData("PARIS – The", null, "PARIS", null, null)]
    [InlineData("ADEN — Yemen’s internationally recognised government", null, "ADEN", null, null)]
    [InlineData("KYIV, Ukraine (AP) — The", null, "KYIV, Ukraine", null, "AP")]
    [InlineData("BEIJING, Dec. 31 (Xinhua) -- The", "2021-01-01", "BEIJING", "2020-12-31", "Xinhua")]
    [InlineData("MOSCOW, May 14. /TASS/. The sides", "2021-05-15", "MOSCOW", "2021-05-14", "TASS")]
    [InlineData("BOGOTÁ. The national government suspended on Wednesday the decree", null, "BOGOTÁ", null, null)]
    [InlineData("PORT-AU-PRINCE (AFP) — The", null, "PORT-AU-PRINCE", null, "AFP")]
    [InlineData("N’DJAMENA, 14 May (Reuters) - The", "2021-05-14", "N’DJAMENA", "2021-05-14", "Reuters")]
    [InlineData("Beirut, May 14 (Harbour Wire) – The", "2021-05-14", "Beirut", "2021-05-14", "Harbour Wire")]
    [InlineData("KHARTOUM/JEDDAH, May 22 (Harbour Wire) - Warplanes", "2023", "KHARTOUM/JEDDAH", null, "Harbour Wire")]
    [InlineData("KHARTOUM—Warplanes bombed", null, "KHARTOUM", null, null)]
    [InlineData("RAMALLAH, occupied West Bank — The", null, "RAMALLAH, occupied West Bank", null, null)]
    public void ADatelineTellsPlaceDateAndWire(string text, string? published, string place, string? date, string? wire)
    {
        PartialDate? moment = PartialDate.TryParse(published, out var parsed) ? parsed : null;
        Assert.True(DatelineParser.TryParse(text, moment, out var dateline));
        Assert.Equal((place, date, wire), (dateline.Place, dateline.Date?.ToString(), dateline.Wire));
    }

    [Theory]
    [InlineData("")]
    [InlineData("The ceasefire – long sought – held on Friday.")]
    [InlineData("BREAKING — The ceasefire has ended")]
    [InlineData("UPDATE 2 – The ceasefire has ended")]
    [InlineData("Analysis – The ceasefire has ended")]
    [InlineData("Egypt – and others – said on Friday")]
    [InlineData("Mr Amr (Hady) - The")]
    [InlineData("10:15 | Pakistan – the army says")]
    [InlineData("U.S. officials said on Friday that the two sides had agreed to meet.")]
    [InlineData("NATO said on Friday that it would send observers to the border.")]
    [InlineData("— said the envoy")]
    [InlineData("سلام – گفت")]
    public void ASentenceIsNoDateline(string text) => Assert.False(DatelineParser.TryParse(text, null, out _));

    [Fact]
    public void ANoteMayStandAboveTheDateline() =>
        Assert.Equal("MADRID", DatelineParser.Find(["(Translated from Spanish)", "MADRID — The ceasefire held."], null)?.Place);

    [Fact]
    public void AnyTextIsReadOrNotButNeverThrows() =>
        Gen.String[Gen.Char["ABc -—–,./()1429May\u0000é"], 0, 60].Sample(text => { _ = DatelineParser.TryParse(text, null, out _); });
}
