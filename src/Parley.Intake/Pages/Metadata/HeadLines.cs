using System.Buffers;
using Parley.Intake.Bylines;
using Parley.Intake.Dates;
using Parley.Intake.Pages.Body;
using Parley.Reports;
using Parley.Reports.Data;

namespace Parley.Intake.Pages.Metadata;

/// <summary>
/// What the lines by the headline say of who wrote the article and when:
/// <c>By Our Staff in Jerusalem | Published: 17 May 2021, 18:40 (GMT+3)</c>.
/// </summary>
internal sealed record HeadLines
{
    /// <summary>How many blocks after the headline are read.</summary>
    private const int Reach = 20;

    /// <summary>Words of the longest line that can be one.</summary>
    private const int LongestLine = 30;

    /// <summary>Words before a date that say what it is the date of, or who wrote then and where.</summary>
    private const int MostWordsBefore = 7;

    /// <summary>Marks that part what a line says of the article.</summary>
    private static readonly SearchValues<char> s_partings = SearchValues.Create("|·•–—:");

    private static readonly ImmutableArray<string> s_announcements =
        [.. WordList.Words(typeof(HeadLines).Assembly, "Pages.published-words.tsv")];

    private static readonly ImmutableArray<string> s_changes =
        [.. WordList.Words(typeof(HeadLines).Assembly, "Pages.change-words.tsv")];

    /// <summary>The writers' names.</summary>
    public ImmutableArray<string> Byline { get; private init; } = [];

    /// <summary>The first date that no word marks as one of a change.</summary>
    public PartialDate? Published { get; private init; }

    /// <summary>The first date that follows "updated" or "modified".</summary>
    public PartialDate? Modified { get; private init; }

    /// <summary>Reads the lines from the headline on; from the page's beginning where the headline is unknown.</summary>
    public static HeadLines Read(PageTree tree, string? shown)
    {
        var found = new HeadLines();
        var start = 0;
        for (var i = 0; i < tree.Blocks.Count && shown is not null; i++)
        {
            if (tree.Blocks[i].Text.Equals(shown, StringComparison.OrdinalIgnoreCase))
            {
                start = i + 1;
                break;
            }
        }

        for (var i = start; i < tree.Blocks.Count && i < start + Reach; i++)
        {
            if (tree.Blocks[i].Words <= LongestLine)
                found = found.With(tree.Blocks[i].Text);
        }

        return found;
    }

    private HeadLines With(string line)
    {
        var found = this;
        if (found.Byline.IsEmpty && BylineReader.OpensByline(line))
            found = found with { Byline = BylineReader.Names(WithoutDate(line)) };
        for (var at = 0; WrittenDate.Find(line, at) is { } date; at = date.End)
        {
            var before = line[at..Math.Max(at, date.Start)];

            // A sentence that mentions a day tells of something else.
            if (WordCount.Of(AfterLastMark(before)) > MostWordsBefore)
                break;
            if (s_changes.Any(word => before.Contains(word, StringComparison.OrdinalIgnoreCase)))
                found = found.Modified is null ? found with { Modified = date.Date } : found;
            else if (found.Published is null)
                found = found with { Published = date.Date };
        }

        return found;
    }

    /// <summary>What follows the last mark that parts such a line, or the last word that announces a date.</summary>
    private static ReadOnlySpan<char> AfterLastMark(string before)
    {
        var start = before.AsSpan().LastIndexOfAny(s_partings) + 1;
        foreach (var word in s_announcements)
        {
            var at = before.LastIndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
                start = Math.Max(start, at + word.Length);
        }

        return before.AsSpan(start);
    }

    private static string WithoutDate(string line) => WrittenDate.Find(line) is { } date ? line[..date.Start] : line;
}
