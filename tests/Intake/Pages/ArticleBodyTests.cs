namespace Parley.Intake.Tests.Pages;

public class ArticleBodyTests
{
    public static TheoryData<string, string> Clutter => new()
    {
        { "a caption", "<figure><img src=a.jpg><figcaption>The harbour hotel on Friday, with the flags of both sides. (Photo: Ann Ray)</figcaption></figure>" },
        { "a caption by its class", "<div class='wp-caption'><img src=a.jpg><p class='wp-caption-text'>The harbour hotel on Friday, with flags.</p></div>" },
        { "a teaser", "<p>Read more: <a href=/a>How the last halt was reached</a></p>" },
        { "a linked headline", "<p><a href=/a>How the last halt was reached, hour by hour</a></p>" },
        { "a list of links under its heading", "<h3>More on the talks</h3><ul><li><a href=/a>How the last halt was reached</a></li><li><a href=/b>Who the mediators are</a></li></ul>" },
        { "a related box", "<div class='related-articles'><h3>Related</h3><p>Five things to know about the mediators and their long road to the harbour hotel.</p></div>" },
        { "a newsletter box", "<div class='newsletter-signup'><p>Get our morning briefing, with the news of the talks, in your inbox every day.</p></div>" },
        { "a call to subscribe", "<p>Subscribe to our newsletter for the news of the talks.</p>" },
        { "a cookie wall", "<div class='cookie-consent'><p>We and our partners store cookies on your device, to show you what you may like to read.</p></div>" },
        { "comments", "<div id='comments'><p>I do not believe a word of this, and neither should you, dear readers.</p></div>" },
        { "a share bar", "<ul class='share-bar'><li>Share</li><li>Tweet</li></ul>" },
        { "tags", "<div class='post-tags'><a href=/t>talks</a> <a href=/u>harbour</a></div>" },
        { "an author's life", "<div class='author-bio'><p>Ann Ray has covered the region for ten years, and lives by the harbour.</p></div>" },
        { "an advertisement's label", "<div class='ad-slot'>Advertisement</div><p>Advertisement</p>" },
        { "a table of links", "<table><tr><td><a href=/a>The talks</a></td><td><a href=/b>The fighting</a></td></tr></table>" },
        { "navigation", "<nav><a href=/>Home</a><p>Find all our news of the talks, by day and by place.</p></nav>" },
        { "an aside", "<aside><p>The harbour hotel has held talks before, in the spring and in the autumn of last year.</p></aside>" },
        { "a hidden element", "<div style='display: none'><p>This text is shown to nobody, whatever the page may say of it elsewhere.</p></div>" },
        { "what is not printed", "<div class='d-print-none'><p>Listen to this story, read by a machine, in our application for your telephone.</p></div>" },
        { "a script and its stead", "<script>var a = 'The envoys, as scripts have it, went home.';</script><noscript><p>Please turn scripts on, so that this page works.</p></noscript>" },
        { "a note in a line that is shown on hover", "<span class='tooltip-text'>Mediators: see our list of all their names and offices.</span>" },
    };

    [Theory]
    [MemberData(nameof(Clutter))]
    public void WhatStandsBesideTheArticleIsLeftOut(string kind, string clutter)
    {
        var html = TestPage.Of(
            $"<article><h1>Envoys return to the talks</h1><p>{TestPage.Article[0]}</p><p>{TestPage.Article[1]}</p>{clutter}<p>{TestPage.Article[2]}</p></article>");
        Assert.True(TestPage.Article.SequenceEqual(TestPage.Read(html).Paragraphs), $"{kind}: {string.Join(" ¶ ", TestPage.Read(html).Paragraphs)}");
    }

    [Theory]
    [InlineData("<article>{0}</article>")]
    [InlineData("<div><div>{0}</div></div>")]
    [InlineData("<form><table><tr><td>{0}</td></tr></table></form>")]
    [InlineData("<div class='post hentry tag-social category-sponsored comments-open'>{0}</div>")]
    [InlineData("<div itemprop='articleBody'>{0}</div>")]
    [InlineData("<div class='page share-enabled'>{0}</div>")]
    public void TheArticleIsFoundWhateverHoldsIt(string holder) =>
        Assert.Equal(TestPage.Article, TestPage.Read(TestPage.Of(
            "<ul><li><a href=/>Home</a></li></ul>" + holder.Replace("{0}", TestPage.Paragraphs, StringComparison.Ordinal))).Paragraphs);

    [Fact]
    public void ANameThatEveryParagraphBearsMisleadsNobody() =>
        Assert.Equal(TestPage.Article, TestPage.Read(TestPage.Of(
            $"<div>{TestPage.Paragraphs.Replace("<p>", "<p class='promo-text'>", StringComparison.Ordinal)}</div>")).Paragraphs);

    [Fact]
    public void TwoLineBreaksPartParagraphsAndOneDoesNot() =>
        Assert.Equal(
            [TestPage.Article[0], TestPage.Article[1] + " " + TestPage.Article[2]],
            TestPage.Read(TestPage.Of($"<div>{TestPage.Article[0]}<br> <br/>{TestPage.Article[1]}<br>{TestPage.Article[2]}</div>")).Paragraphs);

    [Fact]
    public void HeadingsListsAndQuotesWithinTheArticleStay()
    {
        var body = $"<p>{TestPage.Article[0]}</p><h2>What is agreed</h2><ul><li>The names on both lists.</li><li>A corridor for the wounded.</li></ul>"
            + $"<blockquote><p>We will sign when the guns are silent.</p></blockquote><p>{TestPage.Article[1]}</p>";
        Assert.Equal(
            [TestPage.Article[0], "What is agreed", "The names on both lists.", "A corridor for the wounded.", "We will sign when the guns are silent.", TestPage.Article[1]],
            TestPage.Read(TestPage.Of($"<article>{body}</article>")).Paragraphs);
    }

    [Fact]
    public void AnArticleCutInSectionsIsReadWhole()
    {
        var sections = string.Concat(Enumerable.Range(1, 4).Select(i =>
            $"<div class='section'><div><p>In part {i}, {TestPage.Article[0]}</p><p>In part {i}, {TestPage.Article[2]}</p></div></div><div class='ad-slot'>Advertisement</div>"));
        Assert.Equal(8, TestPage.Read(TestPage.Of($"<div>{sections}</div>")).Paragraphs.Length);
    }

    [Fact]
    public void TheHeadlineIsNoParagraph() =>
        Assert.DoesNotContain("Envoys return to the talks", TestPage.Read(TestPage.WithArticle("")).Paragraphs);

    [Fact]
    public void AHeadingThatLeadsToNothingGoes() =>
        Assert.Equal(TestPage.Article, TestPage.Read(TestPage.Of($"<article>{TestPage.Paragraphs}<h3>You may also like</h3><p><a href=/a>Another story</a></p></article>")).Paragraphs);

    [Fact]
    public void NoBreakSpacesAndCurlyQuotesStayAndSoftHyphensGo() =>
        Assert.Equal(
            "Mr\u00a0Hadi said: “We’ll see,” and left the hotel by a side door, with his two aides.",
            TestPage.Read(TestPage.Of("<p>Mr&nbsp;Hadi said: “We’ll see,” and left the ho&shy;tel by a side door, with his two aides.</p>")).Paragraphs[0]);

    [Fact]
    public void LongRulesBesideAShortArticleAreNotTheArticle()
    {
        var rules = string.Concat(Enumerable.Repeat("<p>Users are obliged to abide by the law, to speak politely, and to respect others, their views, and their privacy.</p>", 12));
        Assert.Equal(TestPage.Article, TestPage.Read(TestPage.Of(
            $"<div><h1>Envoys return to the harbour hotel as talks on names and hours go on until Sunday</h1>{TestPage.Paragraphs}{TestPage.Paragraphs.Replace("Monday", "Tuesday", StringComparison.Ordinal)}</div><div><div>{rules}</div></div>"))
            .Paragraphs.Take(3));
    }

    [Fact]
    public void AStatedTextWithoutBreaksTakesThePagesParagraphs()
    {
        var stated = string.Join(' ', TestPage.Article).Replace("\"", "\\\"", StringComparison.Ordinal);
        var json = $$"""<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"{{stated}}"}</script>""";
        Assert.Equal(TestPage.Article, TestPage.Read(TestPage.WithArticle(json)).Paragraphs);
    }

    [Fact]
    public void AStatedTextStandsInWhereScriptsWouldHaveBuiltThePage()
    {
        var json = $$"""<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"{{string.Join("\\n\\n", TestPage.Article)}}"}</script>""";
        Assert.Equal(TestPage.Article, TestPage.Read(TestPage.Of("<div id=app></div>", json)).Paragraphs);
    }

    [Theory]
    [InlineData("34 responses to “Envoys return to the talks”")]
    [InlineData("Leave a Reply")]
    [InlineData("Comments (12)")]
    public void CommentsThatNothingElseTellsApartEndTheArticleAtTheirHeading(string heading)
    {
        var words = string.Concat(TestPage.Article.Select(text => $"<p>I have read that {text}</p>"));
        Assert.Equal(TestPage.Article, TestPage.Read(TestPage.Of($"<div>{TestPage.Paragraphs}<h3>{heading}</h3>{words}</div>")).Paragraphs);
    }

    [Fact]
    public void ABoxOfAPictureAndALineIsACaption() =>
        Assert.Equal(TestPage.Article, TestPage.Read(TestPage.Of(
            $"<article>{TestPage.Paragraphs}<div><img src=a.jpg><p>The hotel where the envoys met on Friday, seen from the pier at noon.</p></div></article>")).Paragraphs);

    [Fact]
    public void AFeedsEntryIsReadWholeButForItsClutter()
    {
        var entry = new EntryMaterial(
            new Origin("feed.xml"),
            new ReportDraft { Title = "Envoys return to the talks", Outlet = "The Harbour Courier" },
            $"<p>Short.</p>{TestPage.Paragraphs}<p><a href=/a>Read more on our site</a></p><img src=pixel.gif>");
        Assert.True(Intake.Pages.PageReader.ReadEntry(entry, IntakeLimits.Default).IsOk(out var draft, out _));
        Assert.Equal(["Short.", .. TestPage.Article], draft.Paragraphs);
        Assert.Equal("The Harbour Courier", draft.Outlet);
    }

    [Fact]
    public void ALiveBlogsEntriesAreReadInOrder()
    {
        var entries = string.Concat(TestPage.Article.Select((text, i) => $"<article class=update><h3>{i + 1}:00 pm</h3><p>{text}</p><p>{text.ToUpperInvariant()}</p></article>"));
        Assert.Equal(9, TestPage.Read(TestPage.Of($"<main><h1>Live: the talks</h1>{entries}</main>")).Paragraphs.Length);
    }

    [Fact]
    public void APageWithoutProseIsToldSo()
    {
        Assert.False(TestPage.Result(TestPage.Of("<ul><li><a href=/a>One</a></li></ul>")).IsOk(out _, out var fault));
        Assert.Equal(IntakeFaults.NoText, fault.Code);
    }
}
