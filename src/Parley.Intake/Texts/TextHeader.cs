using System.Collections.Frozen;
using Parley.Intake.Bylines;
using Parley.Intake.Dates;
using Parley.Reports.Data;

namespace Parley.Intake.Texts;

/// <summary>
/// Reads the lines around a text that tell about it: <c>Published: 14 May 2021</c>, <c>By Jane Doe</c>,
/// <c>Source: https://…</c>. A line whose value makes no sense for its label is text, and stays.
/// </summary>
internal static class TextHeader
{
    private const int LongestLine = 300;
    private const int LongestName = 120;

    private enum Place { Above, Both }

    private static readonly FrozenDictionary<string, (string Field, Place Place)> s_labels =
        WordList.Load(typeof(TextHeader).Assembly, "Texts.header-lines.tsv").ToFrozenDictionary(
            line => line[0], line => (line[1], line[2] == "both" ? Place.Both : Place.Above), StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, (string Field, Place Place)>.AlternateLookup<ReadOnlySpan<char>> s_byLabel =
        s_labels.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds what a line above the text tells to <paramref name="draft"/>; false where the line is text.</summary>
    public static bool TryAbove(ReadOnlySpan<char> line, ref ReportDraft draft) =>
        TryLabel(line, below: false, ref draft) || TryByline(line, ref draft);

    /// <summary>Adds what a line below the text tells to <paramref name="draft"/>; false where the line is text.</summary>
    public static bool TryBelow(ReadOnlySpan<char> line, ref ReportDraft draft) => TryLabel(line, below: true, ref draft);

    /// <summary>Adds the value of a field that a label or front matter names; false where the value makes no sense for it.</summary>
    public static bool TrySet(string label, string value, ref ReportDraft draft) =>
        s_labels.TryGetValue(label.Trim(), out var known) && TrySetField(known.Field, value, below: false, ref draft);

    private static bool TryLabel(ReadOnlySpan<char> line, bool below, ref ReportDraft draft)
    {
        line = line.Trim();
        var colon = line.IndexOf(':');
        if (colon <= 0 || line.Length > LongestLine || !s_byLabel.TryGetValue(line[..colon].Trim(), out var known))
            return false;
        return (!below || known.Place == Place.Both) && TrySetField(known.Field, line[(colon + 1)..].Trim().ToString(), below, ref draft);
    }

    private static bool TrySetField(string field, string value, bool below, ref ReportDraft draft)
    {
        if (value.Length == 0)
            return false;
        // A sentence's final stop may follow an address.
        if (value.Contains("://", StringComparison.Ordinal))
            value = value.TrimEnd('.');
        var isAddress = Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
        switch (field)
        {
            case "published" when WrittenDate.TryParse(value, out var date):
                draft = draft with { Published = draft.Published ?? date };
                return true;
            case "modified" when WrittenDate.TryParse(value, out var date):
                draft = draft with { Modified = draft.Modified ?? date };
                return true;
            case "author" when value.Length <= LongestName:
                draft = draft with { Byline = [.. draft.Byline, .. BylineReader.Field(value)] };
                return true;
            case "title":
                draft = draft with { Title = draft.Title ?? value };
                return true;
            case "outlet" when IsName(value):
            case "source" when !below && IsName(value):
                draft = draft with { Outlet = draft.Outlet ?? value };
                return true;
            case "url" or "source" when isAddress:
                draft = draft with { Url = draft.Url ?? value };
                return true;
            case "language" when value.Length <= 35:
                draft = draft with { DeclaredLanguage = value };
                return true;
            case "id" when value.Length <= LongestName:
                draft = draft with { SourceId = draft.SourceId ?? value };
                return true;
            default:
                return false;
        }
    }

    private static bool IsName(string value) => value.Length <= LongestName && !value.Contains("://", StringComparison.Ordinal);

    // "By Jane Doe and John Roe": names only, so no sentence such as "By Friday the talks had failed." is taken for one.
    private static bool TryByline(ReadOnlySpan<char> line, ref ReportDraft draft)
    {
        line = line.Trim();
        if (line.Length is < 6 or > LongestName || line[^1] is '.' or '!' or '?' || !BylineReader.TryLine(line.ToString(), out var names))
            return false;
        draft = draft with { Byline = [.. draft.Byline, .. names] };
        return true;
    }
}
