namespace Parley.Intake.Feeds;

/// <summary>Tells a summary from a whole text.</summary>
internal static class Teasers
{
    /// <summary>Whether content is no more than a summary: declared or taken to be one, empty, or ending in an ellipsis.</summary>
    public static bool IsTeaser(string html, bool isSummary)
    {
        if (isSummary)
            return true;
        var text = FeedMarkup.ToText(html)?.TrimEnd(']', ')', ' ', '\u00a0', '»', '→') ?? "";
        return text.Length == 0 || text.EndsWith('…') || text.EndsWith("...", StringComparison.Ordinal);
    }

    /// <summary>Whether content is too short for a report: below <see cref="FeedEntry.TeaserLength"/>.</summary>
    public static bool IsShort(string html) => (FeedMarkup.ToText(html)?.Length ?? 0) < FeedEntry.TeaserLength;
}
