using System.Text.Json;
using Parley.Intake.Bylines;
using Parley.Intake.Json;
using Parley.Reports;

namespace Parley.Intake.Feeds;

/// <summary>JSON Feed 1.1 and 1.0 (jsonfeed.org).</summary>
internal static class JsonFeedReader
{
    public static Result<Feed> Read(string text, IntakeLimits limits, Origin origin, CancellationToken cancellation)
    {
        try
        {
            using var document = JsonDocument.Parse(text.AsMemory().TrimStart().TrimStart('\uFEFF'), JsonText.Options(limits.JsonDepth));
            var root = document.RootElement;
            if (!IsFeed(root))
                return new Fault(FeedFaults.NotAFeed, origin.ToString(), "JSON, but no JSON Feed");
            return Read(root, limits, origin, cancellation);
        }
        catch (JsonException e)
        {
            return new Fault(FeedFaults.BrokenJson, origin.ToString(), e.Message.TrimEnd('.'));
        }
    }

    private static bool IsFeed(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && (Text(root, "version")?.Contains("jsonfeed.org", StringComparison.OrdinalIgnoreCase) == true
            || (root.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array && Text(root, "title") is not null));

    private static Feed Read(JsonElement root, IntakeLimits limits, Origin origin, CancellationToken cancellation)
    {
        var home = FeedContext.Resolve(origin.Url, Text(root, "home_page_url"));
        var context = new FeedContext(FeedMarkup.OneLine(Text(root, "title")), home ?? origin.Url, Text(root, "language"), Authors(root));
        var entries = ImmutableArray.CreateBuilder<FeedEntry>();
        var passedOver = 0L;
        foreach (var item in Items(root))
        {
            cancellation.ThrowIfCancellationRequested();
            if (item.ValueKind != JsonValueKind.Object || entries.Count == limits.FeedEntries)
                passedOver++;
            else
                entries.Add(Entry(item, context, entries.Count + 1));
        }

        return new Feed
        {
            Title = context.Title,
            Home = context.Resolve(home?.AbsoluteUri),
            Language = context.Language,
            Entries = entries.ToImmutable(),
            PassedOver = passedOver,
        };
    }

    private static FeedEntry Entry(JsonElement item, FeedContext feed, int number)
    {
        var link = feed.Resolve(Text(item, "url")) ?? feed.Resolve(Text(item, "external_url"));
        var content = Text(item, "content_html") ?? Plain(item, "content_text");
        var html = content ?? Plain(item, "summary") ?? "";
        var authors = Authors(item);
        var draft = new ReportDraft
        {
            SourceId = Text(item, "id"),
            Url = link?.AbsoluteUri,
            Outlet = feed.Title,
            Title = FeedMarkup.OneLine(Text(item, "title")),
            Byline = authors.IsEmpty ? feed.Authors : authors,
            Published = FeedDates.Parse(Text(item, "date_published")),
            Modified = FeedDates.Parse(Text(item, "date_modified")),
            DeclaredLanguage = Text(item, "language") ?? feed.Language,
        };
        return new FeedEntry(number, draft, html)
        {
            Link = link,
            IsTeaser = link is not null && Teasers.IsTeaser(html, isSummary: content is null),
        };
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement root) =>
        root.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : default;

    /// <summary>Version 1.1 has a list of authors, 1.0 had one.</summary>
    private static ImmutableArray<string> Authors(JsonElement element)
    {
        IEnumerable<JsonElement> authors =
            element.TryGetProperty("authors", out var several) && several.ValueKind == JsonValueKind.Array ? several.EnumerateArray()
            : element.TryGetProperty("author", out var one) ? [one]
            : [];
        return
        [
            .. authors.Where(static author => author.ValueKind == JsonValueKind.Object)
                .Select(static author => BylineReader.Name(FeedMarkup.ToText(Text(author, "name"))))
                .OfType<string>(),
        ];
    }

    private static string? Plain(JsonElement element, string name) => Text(element, name) is { } text ? FeedMarkup.FromText(text) : null;

    /// <summary>A string, or a number as written, which some feeds use as id; null where it is missing, blank or anything else.</summary>
    private static string? Text(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value))
            return null;
        var text = value.ValueKind == JsonValueKind.Number ? value.GetRawText() : JsonText.Of(value);
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }
}
