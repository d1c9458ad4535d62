using Parley.Intake.Texts;
using Parley.Reports.Data;

namespace Parley.Intake.Tests.Texts;

public class WordListTests
{
    public static TheoryData<string, string, string> HeaderLines =>
        [.. WordList.Load(typeof(TextHeader).Assembly, "Texts.header-lines.tsv").Select(line => (line[1], line[2], line[3]))];

    public static TheoryData<string> NoPlaces => [.. WordList.Load(typeof(TextHeader).Assembly, "Texts.no-places.txt").Select(line => line[0])];

    [Theory]
    [MemberData(nameof(HeaderLines))]
    public void EachHeaderLinesExampleFillsItsField(string field, string place, string example)
    {
        var draft = new ReportDraft();
        Assert.True(TextHeader.TryAbove(example, ref draft));
        Assert.NotNull(field switch
        {
            "published" => draft.Published?.ToString(),
            "modified" => draft.Modified?.ToString(),
            "author" => draft.Byline.FirstOrDefault(),
            "title" => draft.Title,
            "outlet" or "source" => draft.Outlet,
            "url" => draft.Url,
            "language" => draft.DeclaredLanguage,
            "id" => draft.SourceId,
            _ => null,
        });
        var below = new ReportDraft();
        var address = example[..(example.IndexOf(':', StringComparison.Ordinal) + 1)] + " https://wire.example/a.";
        Assert.Equal(place == "both", TextHeader.TryBelow(address, ref below));
        Assert.Equal(place == "both" ? "https://wire.example/a" : null, below.Url);
    }

    [Theory]
    [MemberData(nameof(NoPlaces))]
    public void EachNoPlaceOpensNoDateline(string word) => Assert.False(DatelineParser.TryParse($"{word} — The ceasefire has ended", null, out _));
}
