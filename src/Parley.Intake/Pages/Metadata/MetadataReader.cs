using System.Text.Json;
using AngleSharp.Dom;
using Parley.Intake.Bylines;
using Parley.Intake.Json;
using Parley.Intake.Pages.Body;

namespace Parley.Intake.Pages.Metadata;

/// <summary>
/// Gathers what a page says of its article: structured data first, then meta elements, then marks in the text
/// (<c>itemprop</c>, <c>time</c>), then the lines that stand by the headline.
/// </summary>
internal static class MetadataReader
{
    /// <summary>Elements read for writers' names; the rest are of other articles.</summary>
    private const int MostAuthors = 4;

    /// <summary>Letters of a lower heading that may be the headline; shorter ones name a section.</summary>
    private const int ShortestSubheading = 16;

    /// <summary>Headings of a kind that are compared with the page's title.</summary>
    private const int MostHeadlines = 16;

    /// <summary>What <paramref name="document"/> says.</summary>
    /// <param name="document">The page.</param>
    /// <param name="tree">The page laid out; its first lines are read for a byline and dates.</param>
    /// <param name="address">Where the page came from; null where unknown.</param>
    /// <param name="jsonDepth">How deep structured data may nest.</param>
    public static PageMetadata Read(IDocument document, PageTree tree, Uri? address, int jsonDepth)
    {
        var marks = new PageMarks(document);
        var meta = new MetaTags(marks.Metas);
        using var data = JsonLd.Read(document, jsonDepth);
        var article = data.Article ?? data.WebPage ?? default;
        var from = Addresses.Base(marks.Base, address);
        var url = Addresses.Canonical(
            [
                marks.Canonical,
                .. meta.Of("url").Select(values => values[0]),
                JsonLd.Text(article, "url"),
                SchemaOrg.PageAddress(article),
            ],
            from, address);
        var outlet = Outlet(data, article, meta) ?? SiteName.Of(tree, document.Title);
        var shown = Shown(marks, document.Title);
        var lines = HeadLines.Read(tree, shown);
        var siteNames = SiteNames(outlet, meta, url ?? address);
        return new PageMetadata
        {
            Title = Title(article, meta, document, shown, siteNames),
            Outlet = outlet,
            Byline = [.. Bylines(data, article, meta, marks, lines)
                .Select(names => Writers(names, siteNames)).FirstOrDefault(names => !names.IsEmpty, [])],
            Published = DateChoice.Choose([
                JsonLd.Text(article, "datePublished"), JsonLd.Text(article, "dateCreated"),
                .. meta.Of("published").Select(values => values[0]),
                .. DateChoice.Marked(marks.Marked("datePublished")), DateChoice.Published(marks.Times)])
                ?? lines.Published,
            Modified = DateChoice.Choose([
                JsonLd.Text(article, "dateModified"),
                .. meta.Of("modified").Select(values => values[0]),
                .. DateChoice.Marked(marks.Marked("dateModified"))])
                ?? lines.Modified,
            Url = url?.AbsoluteUri,
            Language = Language(document, meta, article),
            ArticleBody = data.Article is { } own ? JsonLd.Text(own, "articleBody") : null,
        };
    }

    private static string? Outlet(JsonLd data, JsonElement article, MetaTags meta)
    {
        var name = data.Names(article, "publisher").FirstOrDefault() ?? meta.First("outlet");
        if (name is null)
            return null;
        name = WhiteSpace.Collapse(name);
        if (name.StartsWith('©') || name.StartsWith("copyright", StringComparison.OrdinalIgnoreCase))
            name = WithoutYears(name);
        return name.Length is 0 or > 80 || name[0] == '@' || name.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? null : name;
    }

    /// <summary><c>Copyright © 2019-2021 The Courier</c> names the Courier.</summary>
    private static string WithoutYears(string line)
    {
        if (line.StartsWith("copyright", StringComparison.OrdinalIgnoreCase))
            line = line["copyright".Length..];
        return line.TrimStart([.. "©() 0123456789-–,:"]);
    }

    /// <summary>
    /// The longest heading that the page's title repeats, as some sites give the first rank to their name; else the first
    /// of the first rank.
    /// </summary>
    private static string? Shown(PageMarks marks, string? title)
    {
        var shown = Texts(marks.Headlines);
        return shown.Concat(Texts(marks.Subheadings).Where(text => text.Length >= ShortestSubheading))
            .Where(text => title?.Contains(text, StringComparison.OrdinalIgnoreCase) == true)
            .MaxBy(text => text.Length) ?? shown.FirstOrDefault();
    }

    private static string[] Texts(List<IElement> headings) =>
    [
        .. headings.Take(MostHeadlines).Select(heading => WhiteSpace.Collapse(heading.TextContent)).Where(text => text.Length > 0),
    ];

    private static string? Title(
        JsonElement article, MetaTags meta, IDocument document, string? shown, IReadOnlyCollection<string> siteNames)
    {
        string?[] candidates =
        [
            JsonLd.Text(article, "headline"),
            .. meta.Of("title").Select(values => values[0]),
            shown,
            JsonLd.Text(article, "name"),
            document.Title,
        ];
        var title = candidates.FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
        if (title is null)
            return null;
        title = Titles.Clean(title, shown, siteNames);

        // Search engines ask for short headlines: one cut short is told by the whole one beside it.
        var whole = candidates.Skip(1).OfType<string>().Select(text => Titles.Clean(text, shown, siteNames))
            .FirstOrDefault(text => title.Length >= 20 && Titles.IsCutOf(title, text));
        return whole ?? title;
    }

    private static List<string> SiteNames(string? outlet, MetaTags meta, Uri? url)
    {
        var names = meta.Of("outlet").SelectMany(values => values).Append(outlet).OfType<string>().ToList();
        if (url is not null)
        {
            var host = url.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? url.Host[4..] : url.Host;
            names.Add(host);
            var labels = host.Split('.');
            if (labels.Length > 1)
                names.Add(labels[^2].Length > 3 || labels.Length == 2 ? labels[^2] : labels[^3]);
        }

        return names;
    }

    /// <summary>The writers as each source names them, the surest first.</summary>
    private static IEnumerable<IEnumerable<string>> Bylines(JsonLd data, JsonElement article, MetaTags meta, PageMarks marks, HeadLines lines) =>
    [
        data.Names(article, "author").SelectMany(name => BylineReader.Names(name)),
        .. meta.Of("author").Select(values => values.SelectMany(value => BylineReader.Names(value))),
        marks.Marked("author").Take(MostAuthors).SelectMany(element => BylineReader.Names(NameWithin(element).TextContent)),
        marks.AuthorLinks.Take(MostAuthors).SelectMany(element => BylineReader.Names(element.TextContent)),
        lines.Byline,
    ];

    /// <summary>Those that are no host's name: some sites name themselves as the author of all.</summary>
    private static ImmutableArray<string> Writers(IEnumerable<string> names, List<string> siteNames) =>
    [
        .. names.Select(WhiteSpace.Collapse).Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(name => !siteNames.Any(site => site.Contains('.', StringComparison.Ordinal) && Titles.IsSameName(site, name))),
    ];

    private static IElement NameWithin(IElement author) => author.QuerySelector("[itemprop~=name]") ?? author;

    private static string? Language(IDocument document, MetaTags meta, JsonElement article)
    {
        string?[] declared =
            [document.DocumentElement?.GetAttribute("lang"), JsonLd.Text(article, "inLanguage"), meta.First("language")];
        foreach (var tag in declared)
        {
            var text = tag?.Trim().Replace('_', '-');
            if (text is { Length: >= 2 and <= 35 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
                && text.Split('-')[0].Length is 2 or 3)
            {
                return text;
            }
        }

        return null;
    }
}
