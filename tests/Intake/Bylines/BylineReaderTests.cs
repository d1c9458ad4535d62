using Parley.Intake.Bylines;
using Parley.Reports.Data;

namespace Parley.Intake.Tests.Bylines;

public class BylineReaderTests
{
    public static TheoryData<string, string> Words =>
        [.. WordList.Load(typeof(BylineReader).Assembly, "Bylines.byline-words.tsv").Select(row => (row[1], row[2]))];

    [Theory]
    [MemberData(nameof(Words))]
    public void EachWordsExampleNamesTheWriterAlone(string kind, string example)
    {
        Assert.True(BylineReader.OpensByline(example), kind);
        Assert.Equal(["Ann Ray"], BylineReader.Names(example));
    }

    [Theory]
    [InlineData("By Ann Ray and Omar Hadi in Jerusalem | Published: 17 May 2021", "Ann Ray|Omar Hadi")]
    [InlineData("Ann Ray, PhD; Omar Hadi & Jo Reed", "Ann Ray|Omar Hadi|Jo Reed")]
    [InlineData("France 24", "")]
    [InlineData("https://social.example/annray", "")]
    public void ABylineHoldsNames(string byline, string expected) => Assert.Equal(expected, string.Join('|', BylineReader.Names(byline)));

    [Theory]
    [InlineData("France 24", "France 24")]
    [InlineData("By Ann Ray, Omar Hadi", "Ann Ray|Omar Hadi")]
    [InlineData("desk@courier.example", "")]
    public void AFieldForNamesHoldsThemOrIsOne(string value, string expected) => Assert.Equal(expected, string.Join('|', BylineReader.Field(value)));

    [Theory]
    [InlineData("By Jane Doe in Cairo and John al-Roe", "Jane Doe|John al-Roe")]
    [InlineData("By Friday the talks had failed", null)]
    [InlineData("By noon, 30 people had come", null)]
    [InlineData("Jane Doe", null)]
    public void ALineOfATextIsABylineWhereItNamesWritersAndNoMore(string line, string? expected)
    {
        Assert.Equal(expected is not null, BylineReader.TryLine(line, out var names));
        Assert.Equal(expected ?? "", string.Join('|', names));
    }
}
