using NodaTime;
using Parley.Language;
using Parley.Reports;
using Parley.Resolution.Places;

namespace Parley.Resolution.Tests;

/// <summary>Places named by larger or nearer ones, and towns that share a name.</summary>
public class AreaTests
{
    private static readonly LanguagePipeline s_pipeline = LanguagePipeline.Create();
    private static readonly Resolver s_resolver = new(Knowledge.BuiltIn);

    [Theory]
    [InlineData("Fighting spread to eastern Donbas by noon.", "eastern Donbas", "eastern Donbas")]
    [InlineData("A convoy left northern Sinai at dawn.", "northern Sinai", "northern Sinai")]
    [InlineData("Lorries waited at the crossing at Rafah all day.", "the crossing at Rafah", "Rafah crossing")]
    [InlineData("Aid reached Gaza City, but the Strip went hungry.", "the Strip", "Gaza Strip")]
    public void APlaceIsNamedByALargerOrANearerOne(string text, string mention, string name) => Assert.Equal(name, PlaceOf(text, mention)?.Name);

    [Fact]
    public void APartLiesInsideTheWholeAndIsVaguer()
    {
        var whole = PlaceOf("Shells fell on Donbas before dawn.", "Donbas")!;
        var north = PlaceOf("Shells fell on northern Donbas before dawn.", "northern Donbas")!;
        var south = PlaceOf("Shells fell on southern Donbas before dawn.", "southern Donbas")!;
        Assert.Equal(PlaceKind.Area, north.Kind);
        Assert.Equal(whole.Name, north.Within);
        Assert.InRange(north.Latitude, whole.Latitude + 0.1, 90);
        Assert.InRange(south.Latitude, -90, whole.Latitude - 0.1);
        Assert.InRange(whole.DistanceTo(north) + north.Radius, 1, whole.Radius + 1);
        Assert.Equal(whole.DistanceTo(north), whole.DistanceTo(south), 0.5);
    }

    [Theory]
    [InlineData("Shells fell near Donetsk and in Avdiivka, and a column left Kostiantynivka.", "Donetsk", "Ukraine")]
    [InlineData("From Benghazi the convoy drove east to Derna and Tobruk, then back through Tripoli.", "Tripoli", "Libya")]
    [InlineData("From Beirut the convoy drove north to Byblos and Batroun and stopped in Tripoli overnight.", "Tripoli", "Lebanon")]
    public void OfTownsThatShareANameTheOneThatTheReportIsSetNearIsMeant(string text, string mention, string country) =>
        Assert.Contains(country, PlaceOf(text, mention)!.Countries);

    private static Place? PlaceOf(string text, string mention)
    {
        var date = new LocalDate(2023, 5, 4);
        var document = s_pipeline.Analyze(text, new AnalysisContext(PartialDate.OfDay(date)));
        var start = text.IndexOf(mention, StringComparison.Ordinal);
        return s_resolver.Read(document, date).Of(new Span(start, start + mention.Length)).Place;
    }
}
