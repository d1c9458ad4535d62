using Parley.Intake.Pages.Metadata;

namespace Parley.Intake.Pages.Body;

/// <summary>Chooses the article's paragraphs.</summary>
internal static class ArticleText
{
    /// <summary>The paragraphs in order.</summary>
    public static ImmutableArray<string> Read(PageTree tree, PageMetadata metadata) =>
        [.. OwnRules.Read(tree, metadata.Title).Select(block => block.Text)];
}
