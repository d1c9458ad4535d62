namespace Parley.Intake.Tests.Pages;

/// <summary>Shapes of pages that are found on many sites, with names that say nothing: what rests on the shape alone.</summary>
public class PageShapeTests
{
    public static TheoryData<string, string> Below => new()
    {
        {
            "comments longer than the article, none of them named so",
            Repeat(25, i => $"<div class=u><div><b>reader{i}</b> <a href=#c>{i} hours ago</a></div><div><p>{TestPage.Sentence(i)}</p></div><a href=#r>Reply</a></div>")
        },
        {
            "teasers with a linked headline and a sentence each",
            Repeat(9, i => $"<div class=e><a href=/t><img src=t.jpg></a><h2><a href=/t>The well of town {i}</a></h2><p>{TestPage.Sentence(i)}</p></div>")
        },
        {
            "the next article, with its own headline of the first rank",
            $"<div class=k1><h1>The wells of the north</h1><div class=k3>{Repeat(12, i => $"<p>{TestPage.Sentence(i)}</p>")}</div></div>"
        },
        { "a box that a set heading leads", $"<div class=z><h3>Most read</h3><div><b>The wells</b><p>They were dug by two brothers.</p></div><div><b>The bridge</b><p>It fell in the war.</p></div></div>" },
        {
            "a cookie wall in another language",
            "<div class=z><p>Wir verwenden Cookies, um die Seite zu verbessern, und geben sie an Partner weiter.</p><p>Nous utilisons des cookies sur ce site, et nos partenaires aussi, pour mesurer son usage.</p></div>"
        },
        { "captions of a gallery", $"<ul>{Repeat(8, i => $"<li><img src=g.jpg><div>{TestPage.Sentence(i)}</div></li>")}</ul>" },
    };

    [Theory]
    [MemberData(nameof(Below))]
    public void WhatFollowsTheArticleIsNotPartOfIt(string kind, string after)
    {
        var found = TestPage.Read(TestPage.Story(after)).Paragraphs;
        Assert.True(found.SequenceEqual(TestPage.Article), $"{kind}: {string.Join(" ¶ ", found)}");
    }

    [Theory]
    [InlineData("<div class=promo-layout>{0}</div>")]
    [InlineData("<div class='content-with-sidebar-wrp'>{0}</div>")]
    [InlineData("<div class='entry-content entry-content-read-more'>{0}</div>")]
    [InlineData("<section class='non-ad-column'><div class='body paywall'>{0}</div></section>")]
    [InlineData("<form action=/>{0}</form>")]
    public void NamesThatSpeakAgainstAShortArticleAreNotBelieved(string holder)
    {
        var both = TestPage.Paragraphs + TestPage.Paragraphs.Replace("Monday", "Tuesday", StringComparison.Ordinal);
        var page = TestPage.Of($"<div><h1>Envoys return to the talks</h1>{holder.Replace("{0}", both, StringComparison.Ordinal)}</div>"
            + $"<div class=comment-list>{Repeat(30, i => $"<p>{TestPage.Sentence(i)}</p>")}</div>");
        Assert.Equal(TestPage.Article, TestPage.Read(page).Paragraphs.Take(3));
        Assert.Equal(6, TestPage.Read(page).Paragraphs.Length);
    }

    [Theory]
    [InlineData("<div><p>{0}</p></div>")]
    [InlineData("<div><div>{0}</div></div>")]
    [InlineData("<p><span><font>{0}</font></span></p>")]
    [InlineData("<div class=x1><div class=x2><span>{0}</span></div></div>")]
    public void AWrapperAroundEachParagraphChangesNothing(string wrapper) =>
        Assert.Equal(
            TestPage.Article,
            TestPage.Read(TestPage.Of(
                $"<div><h1>Envoys return to the talks</h1><div>{string.Concat(TestPage.Article.Select(text => wrapper.Replace("{0}", text, StringComparison.Ordinal)))}</div></div>"
                + Repeat(6, i => $"<div><a href=/t>The well of town {i}</a></div>"))).Paragraphs);

    [Fact]
    public void AnArticleWhoseFirstParagraphsStandApartIsReadFromItsBeginning()
    {
        var rest = Repeat(9, i => $"<p>{TestPage.Sentence(i)}</p>");
        var found = TestPage.Read(TestPage.Of(
            $"<div><h1>Envoys return to the talks</h1><div class=story><div class=first>{TestPage.Paragraphs}</div><div class=rest>{rest}</div></div></div>"));
        Assert.Equal([.. TestPage.Article, .. Enumerable.Range(0, 9).Select(TestPage.Sentence)], found.Paragraphs);
    }

    [Fact]
    public void AStandfirstIsNoParagraph() =>
        Assert.Equal(TestPage.Article, TestPage.Read(TestPage.Of(
            $"<div><h1>Envoys return to the talks</h1><p>{TestPage.Sentence(1)}</p><div><div>{TestPage.Paragraphs}</div></div></div>")).Paragraphs);

    [Fact]
    public void NotesOnTheHouseBelowTheArticleAreNotGrownInto()
    {
        var notes = $"<div><p>{TestPage.Sentence(1)}</p><p>{TestPage.Sentence(2)}</p></div>";
        var body = Repeat(6, i => $"<p>{TestPage.Sentence(i + 5)}</p>");
        Assert.Equal(
            9, TestPage.Read(TestPage.Of($"<div><h1>Envoys return to the talks</h1><div>{TestPage.Paragraphs}{body}</div>{notes}</div>")).Paragraphs.Length);
    }

    [Fact]
    public void LinesAboveTheHeadlineAreLeftOut() =>
        Assert.Equal(TestPage.Article, TestPage.Read(TestPage.Of(
            $"<div><p>{TestPage.Sentence(4)}</p><h1>Envoys return to the talks</h1>{TestPage.Paragraphs}</div>")).Paragraphs);

    [Fact]
    public void ALayoutTablesCellsAreNoRow() =>
        Assert.Equal(TestPage.Article, TestPage.Read(TestPage.Of(
            $"<table><tr><td><a href=/a>Home</a><br><a href=/b>World</a></td><td><b>Envoys return to the talks</b><br><br>{string.Join("<br><br>", TestPage.Article)}<br><br></td></tr></table>"))
            .Paragraphs);

    [Fact]
    public void ATableInAFigureStaysAndIsReadByRows() =>
        Assert.Equal(
            [.. TestPage.Article, "Day Breaches", "Monday 12"],
            TestPage.Read(TestPage.Of(
                $"<article><h1>Envoys return to the talks</h1>{TestPage.Paragraphs}<figure><table><tr><th>Day</th><th>Breaches</th></tr><tr><td>Monday</td><td>12</td></tr></table></figure></article>"))
                .Paragraphs);

    [Fact]
    public void AnEntryWithAHeadingAndAPictureIsNoCaption()
    {
        var entries = Repeat(5, i => $"<div><h3>The well of town {i}</h3><div><img src=w.jpg><p>{TestPage.Sentence(i)}</p></div></div>");
        Assert.Equal(13, TestPage.Read(TestPage.Of($"<article><h1>Envoys return to the talks</h1>{TestPage.Paragraphs}{entries}</article>")).Paragraphs.Length);
    }

    [Fact]
    public void EntriesOfALiveReportAreNoComments()
    {
        var entries = Repeat(8, i => $"<article><h2>The well of town {i}</h2><p>{TestPage.Sentence(i)}</p><p>{TestPage.Sentence(i + 20)}</p><a href=#s>Share</a></article>");
        Assert.Equal(24, TestPage.Read(TestPage.Of($"<main><h1>Envoys return to the talks</h1><div>{entries}</div></main>")).Paragraphs.Length);
    }

    [Theory]
    [InlineData("<p>Читайте также: <a href=/a>Кто такие посредники</a></p>")]
    [InlineData("<p><strong>Lire aussi :</strong> Qui sont les médiateurs ?</p>")]
    [InlineData("<p>▶ 관련기사</p>")]
    [InlineData("<p>【関連記事】仲介者とは</p>")]
    [InlineData("<p>اقرأ أيضا: <a href=/a>من هم الوسطاء</a></p>")]
    [InlineData("<p>פרסומת</p>")]
    [InlineData("<p>Suscríbase a nuestro boletín y reciba las noticias cada mañana.</p>")]
    [InlineData("<p><a href=/a>Who the mediators are</a></p><p>13 May, 10:12</p>")]
    public void SetLinesOfManyLanguagesAreLeftOut(string line) =>
        Assert.Equal(TestPage.Article, TestPage.Read(TestPage.Of(
            $"<article><h1>Envoys return to the talks</h1><p>{TestPage.Article[0]}</p>{line}<p>{TestPage.Article[1]}</p><p>{TestPage.Article[2]}</p></article>")).Paragraphs);

    private static string Repeat(int count, Func<int, string> piece) => string.Concat(Enumerable.Range(0, count).Select(piece));
}
