using Parley.Intake.Pages.Metadata;

namespace Parley.Intake.Pages.Body;

/// <summary>
/// Chooses the article's paragraphs: those found in the page's flow, unless structured data give the whole text and
/// what was found is another one or only its beginning. The same words are taken from the page, whose paragraphs are kept.
/// </summary>
internal static class ArticleText
{
    /// <summary>Words from which a stated text is an article and no summary.</summary>
    private const int FewestWords = 50;

    /// <summary>The part of the stated text from which the found one is the same.</summary>
    private const double Same = 0.6;

    /// <summary>The part of a block's words, and of the stated text, from which the page prints it.</summary>
    private const double Printed = 0.8;

    /// <summary>The paragraphs in order; empty where the page has no article.</summary>
    public static ImmutableArray<string> Read(PageTree tree, PageMetadata metadata)
    {
        var found = OwnRules.Read(tree, metadata.Title);
        ImmutableArray<string> own = [.. found.Select(block => block.Text)];
        if (metadata.ArticleBody is not { } body)
            return own;
        var paragraphs = StatedText.Paragraphs(body);
        if (paragraphs.Sum(paragraph => WordCount.Of(paragraph)) < FewestWords)
            return own;

        // As one text: its paragraphs may be parted elsewhere than the page's.
        var stated = Shingles.Of([string.Join(' ', paragraphs)]);
        var mine = Shingles.Of([string.Join(' ', own)]);
        if (stated.ShareIn(mine) >= Same)
            return own;
        ImmutableArray<string> printed = [.. tree.Blocks
            .Where(block => block.Words >= 4 && Shingles.Of([block.Text]).ShareIn(stated) >= Printed)
            .Select(block => block.Text).Distinct()];
        if (stated.ShareIn(Shingles.Of([string.Join(' ', printed)])) >= Printed)
            return printed;
        return mine.ShareIn(stated) >= 0.5 || stated.Count > mine.Count * 2 ? paragraphs : own;
    }
}
