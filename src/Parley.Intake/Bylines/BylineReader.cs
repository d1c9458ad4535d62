using System.Buffers;
using System.Collections.Frozen;
using Parley.Reports.Data;

namespace Parley.Intake.Bylines;

/// <summary>Reads writers' names, as pages, texts, feeds and structured data give them.</summary>
internal static class BylineReader
{
    private const int MostNames = 50;
    private const int MostWords = 6;
    private const int LongestByline = 300;
    private const string Data = "Bylines.byline-words.tsv";

    // What follows a bar, a bullet or a dash is no writer: a date, a place, a paper.
    private static readonly SearchValues<char> s_ends = SearchValues.Create("|•·–—\n");
    private static readonly SearchValues<char> s_inNoName = SearchValues.Create("@<>{}_0123456789");

    private static readonly ImmutableArray<string> s_openings = Words("opening");
    private static readonly ImmutableArray<string> s_after = [.. Words("after").Select(static word => $" {word} ")];
    private static readonly FrozenSet<string> s_roles = WordList.Words(typeof(BylineReader).Assembly, Data, "role");

    /// <summary>The names in <c>By Ann Ray and Omar Hadi in Jerusalem | Published: …</c>, in order; empty where it holds none.</summary>
    public static ImmutableArray<string> Names(string? byline)
    {
        if (string.IsNullOrWhiteSpace(byline) || byline.Length > LongestByline || IsAddress(byline))
            return [];
        var line = WithoutOpening(byline);
        var end = line.AsSpan().IndexOfAny(s_ends);
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var name in Parts(end < 0 ? line : line[..end]))
        {
            if (MayBeName(name) && !names.Contains(name) && (names.Count == 0 || !IsInitials(name)))
                names.Add(name);
        }

        return names.ToImmutable();
    }

    /// <summary>The names in a field that is there for them: where none is made out, the field as a whole is one.</summary>
    public static ImmutableArray<string> Field(string? value) =>
        Names(value) is { IsEmpty: false } names ? names : Name(value) is { } name ? [name] : [];

    /// <summary>
    /// The one name in a field that holds one: without "By", and without the mail address that RSS 2.0 wants before it
    /// (<c>desk@courier.example (Ana Horn)</c>). Null where nothing but an address is left, which is no name.
    /// </summary>
    public static string? Name(string? value)
    {
        var name = value?.Trim() ?? "";
        if (name.Contains('@', StringComparison.Ordinal))
        {
            var (open, close) = (name.IndexOf('(', StringComparison.Ordinal), name.LastIndexOf(')'));
            if (open < 0 || close < open)
                return null;
            name = name[(open + 1)..close];
        }

        name = WithoutOpening(name);
        return name.Length == 0 || name.Contains('@', StringComparison.Ordinal) || IsAddress(name) ? null : name;
    }

    /// <summary>Reads a line of a text that is a byline and nothing else; <c>By Friday the talks had failed</c> is none.</summary>
    /// <returns>False, with no names, where any part of it does not look like a name.</returns>
    public static bool TryLine(string line, out ImmutableArray<string> names)
    {
        names = [];
        if (line.Length > LongestByline || !OpensByline(line))
            return false;
        ImmutableArray<string> parts = [.. Parts(WithoutOpening(line))];
        if (parts.IsEmpty || parts.Any(static part => !IsWrittenAsName(part)))
            return false;
        names = parts;
        return true;
    }

    /// <summary>Whether <paramref name="line"/> begins as bylines do.</summary>
    public static bool OpensByline(string line) => LengthOfOpening(line) > 0;

    private static string WithoutOpening(string line)
    {
        line = line.Trim();
        return line[LengthOfOpening(line)..].TrimStart();
    }

    private static int LengthOfOpening(string line)
    {
        foreach (var opening in s_openings)
        {
            if (line.Length > opening.Length && line[opening.Length] == ' ' && line.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
                return opening.Length + 1;
        }

        return 0;
    }

    private static IEnumerable<string> Parts(string line) =>
        line.Replace(" and ", ",", StringComparison.OrdinalIgnoreCase).Split(',', ';', '&', '/')
            .Select(static part => WithoutPlaceOrDay(part.Trim([.. " .:\u00a0()"])))
            .Where(static part => part.Length > 0)
            .Take(MostNames);

    /// <summary>Drops <c>in Jerusalem</c> and <c>on Monday</c>.</summary>
    private static string WithoutPlaceOrDay(string name)
    {
        foreach (var word in s_after)
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
    private static bool IsInitials(string name) =>
        name.Length <= 5 && name.Skip(1).Any(char.IsUpper) && !name.Contains(' ', StringComparison.Ordinal);

    private static bool MayBeName(string name)
    {
        if (name.Length < 2 || !char.IsLetter(name[0]) || name.AsSpan().ContainsAny(s_inNoName))
            return false;
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= MostWords && !words.Any(static word => s_roles.Contains(word.ToLowerInvariant()));
    }

    /// <summary>Whether it is written as a person's or a desk's name: capitalised but for short words between.</summary>
    private static bool IsWrittenAsName(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 1 and <= MostWords
            && char.IsUpper(words[0][0])
            && words.All(static word => char.IsUpper(word[0]) || word.Length <= 3 || word.StartsWith("al-", StringComparison.Ordinal))
            && text.All(static c => char.IsLetter(c) || c is ' ' or '.' or '-' or '\'' or '’');
    }

    private static ImmutableArray<string> Words(string kind) =>
        [.. WordList.Load(typeof(BylineReader).Assembly, Data).Where(row => row[1] == kind).Select(static row => row[0])];
}
