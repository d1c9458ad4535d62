using Parley.Intake.Pages;
using Parley.Intake.Pages.Body;
using Parley.Reports.Data;

namespace Parley.Intake.Tests.Pages;

/// <summary>Every row of the lists has an example, and it does what the row says.</summary>
public class PageDataTests
{
    public static TheoryData<string, string> Names => Examples("clutter-names.tsv", 2);

    public static TheoryData<string, string> BodyNames => Examples("body-names.tsv", 2);

    public static TheoryData<string, string> Phrases => Examples("phrases.tsv", 2);

    public static TheoryData<string, string> Metas => Examples("meta-names.tsv", 2);

    public static TheoryData<string, string> ChangeWords => Examples("change-words.tsv", 1);

    [Theory]
    [MemberData(nameof(Names))]
    public void ANameOfClutterIsFoundInItsExample(string name, string example) =>
        Assert.True(NameHints.Has(example, [name]), example);

    [Theory]
    [MemberData(nameof(BodyNames))]
    public void ANameOfABodyIsFoundInItsExample(string name, string example) =>
        Assert.True(NameHints.Has(example, [name]), example);

    [Theory]
    [MemberData(nameof(Phrases))]
    public void APhraseIsKnownInItsExample(string phrase, string example) =>
        Assert.True(
            Intake.Pages.Body.Phrases.IsBeside(example, 10) || Intake.Pages.Body.Phrases.IsNote(example, 10, 0)
                || Intake.Pages.Body.Phrases.OpensComments(example, 10),
            $"{phrase}: {example}");

    [Theory]
    [MemberData(nameof(Metas))]
    public void AMetaElementsNameTellsItsField(string name, string example)
    {
        var draft = TestPage.Read(TestPage.Of(TestPage.Paragraphs, $"<meta name='{name}' content='{example}'>"));
        var told = draft.Title == "Envoys return to the talks" && example == draft.Title
            || draft.Outlet is not null || !draft.Byline.IsEmpty || draft.Published is not null
            || draft.Modified is not null || draft.Url is not null || draft.DeclaredLanguage is not null;
        Assert.True(told, name);
    }

    [Theory]
    [MemberData(nameof(ChangeWords))]
    public void AWordOfChangeMarksTheDateAfterIt(string word, string example)
    {
        var draft = TestPage.Read(TestPage.Of($"<h1>Envoys return to the talks</h1><p>{example}</p>{TestPage.Paragraphs}"));
        Assert.True(draft.Modified?.ToString() == "2021-05-14", word);
    }

    private static TheoryData<string, string> Examples(string list, int example, int key = 0)
    {
        var rows = new TheoryData<string, string>();
        foreach (var row in WordList.Load(typeof(PageReader).Assembly, "Pages." + list))
        {
            Assert.True(row.Length > example, $"{list}: {row[0]} has no example");
            rows.Add(row[key], row[example]);
        }

        return rows;
    }
}
