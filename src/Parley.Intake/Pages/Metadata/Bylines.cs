using System.Buffers;
using System.Collections.Frozen;
using Parley.Reports.Data;

namespace Parley.Intake.Pages.Metadata;

/// <summary>Reads writers' names out of a byline: <c>By Ann Ray and Omar Hadi in Jerusalem | Published: …</c>.</summary>
internal static class Bylines
{
    private const int LongestName = 6;
    private const int LongestByline = 300;

    // What follows a bar, a bullet or a dash is no writer: a date, a place, a paper.
    private static readonly SearchValues<char> s_ends = SearchValues.Create("|•·–—\n");
    private static readonly SearchValues<char> s_inNoName = SearchValues.Create("@<>{}_0123456789");
    private static readonly ImmutableArray<string> s_openings =
        [.. WordList.Load(typeof(Bylines).Assembly, "Pages.headline-lines.tsv").Where(row => row[1] == "byline").Select(row => row[0] + " ")];

    private static readonly FrozenSet<string> s_roles = WordList.Words(typeof(Bylines).Assembly, "Pages.roles.tsv");

    /// <summary>The names in <paramref name="byline"/>, in order; empty where it holds none.</summary>
    public static ImmutableArray<string> Names(string? byline)
    {
        if (string.IsNullOrWhiteSpace(byline) || byline.Length > LongestByline || IsAddress(byline))
            return [];
        var line = byline.Trim();
        line = line[LengthOfOpening(line)..];
        var end = line.AsSpan().IndexOfAny(s_ends);
        if (end >= 0)
            line = line[..end];
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var part in line.Replace(" and ", ",", StringComparison.OrdinalIgnoreCase).Split(',', ';', '&', '/'))
        {
            var name = WithoutPlaceOrDay(part.Trim(" .:\u00a0()".ToCharArray()));
            if (IsName(name) && !names.Contains(name) && (names.Count == 0 || !IsInitials(name)))
                names.Add(name);
        }

        return names.ToImmutable();
    }

    /// <summary>Whether <paramref name="line"/> begins as bylines do.</summary>
    public static bool IsByline(string line) => LengthOfOpening(line) > 0;

    private static int LengthOfOpening(string line)
    {
        foreach (var opening in s_openings)
        {
            if (line.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
                return opening.Length;
        }

        return 0;
    }

    /// <summary>Drops <c>in Jerusalem</c> and <c>on Monday</c>.</summary>
    private static string WithoutPlaceOrDay(string name)
    {
        foreach (var word in (ReadOnlySpan<string>)[" in ", " on "])
        {
            var at = name.IndexOf(word, StringComparison.Ordinal);
            if (at > 0 && at + word.Length < name.Length && char.IsUpper(name[at + word.Length]))
                name = name[..at].TrimEnd();
        }

        return name;
    }

    private static bool IsAddress(string text) =>
        text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.OrdinalIgnoreCase);

    /// <summary>What follows a name in capitals is a degree or a paper: <c>Ann Ray, PhD</c>, <c>Ann Ray, CNN</c>.</summary>
    private static bool IsInitials(string name) => name.Length <= 5 && name.Skip(1).Any(char.IsUpper) && !name.Contains(' ', StringComparison.Ordinal);

    private static bool IsName(string name)
    {
        if (name.Length < 2 || name.AsSpan().ContainsAny(s_inNoName))
        {
            return false;
        }

        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= LongestName && char.IsLetter(name[0])
            && !words.Any(word => s_roles.Contains(word.ToLowerInvariant()));
    }
}
