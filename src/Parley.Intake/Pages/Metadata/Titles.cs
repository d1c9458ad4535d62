namespace Parley.Intake.Pages.Metadata;

/// <summary>Takes the site's name off a headline.</summary>
internal static class Titles
{
    /// <summary>Code units of a headline; what is longer is left as it is.</summary>
    private const int LongestTitle = 500;

    private static readonly string[] s_partings = [" | ", " - ", " – ", " — ", " :: ", " » ", " • ", " · "];

    /// <summary>
    /// <paramref name="title"/> without what follows a parting mark, or comes before one, where that is
    /// the outlet's name or the site's, or where what is left is the headline as the page shows it.
    /// </summary>
    /// <param name="title">The headline as a page's metadata give it.</param>
    /// <param name="shown">The headline as the page shows it; null where unknown.</param>
    /// <param name="siteNames">The outlet's name, the host's; as known.</param>
    public static string Clean(string title, string? shown, IReadOnlyCollection<string> siteNames)
    {
        var text = WhiteSpace.Collapse(title);
        if (text.Length > LongestTitle)
            return text;
        foreach (var parting in s_partings)
        {
            for (var at = text.IndexOf(parting, StringComparison.Ordinal);
                 at > 0;
                 at = text.IndexOf(parting, at + 1, StringComparison.Ordinal))
            {
                var before = text[..at].TrimEnd();
                var after = text[(at + parting.Length)..].TrimStart();
                if (IsSite(after, before, shown, siteNames))
                    return Clean(before, shown, siteNames);
                if (IsSite(before, after, shown, siteNames))
                    return Clean(after, shown, siteNames);
            }
        }

        return text;
    }

    /// <summary>What stands before the first parting mark and after the last; nothing where there is none.</summary>
    public static IEnumerable<string> Parts(string title)
    {
        var parts = WhiteSpace.Collapse(title).Split(s_partings, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length < 2 ? [] : [parts[^1], parts[0]];
    }

    /// <summary>Whether two names are one: letters, digits and "the" aside.</summary>
    public static bool IsSameName(string one, string other) => Key(one) is { Length: > 0 } own
        && Key(other) is var key && (own == key || own == "the" + key || "the" + own == key);

    /// <summary>Whether <paramref name="whole"/> goes on where <paramref name="cut"/> was cut short, rather than adding a site's name.</summary>
    public static bool IsCutOf(string cut, string whole)
    {
        var stem = cut.TrimEnd('.', '…', ' ');
        if (whole.Length <= cut.Length || !whole.StartsWith(stem, StringComparison.Ordinal))
            return false;
        var rest = whole.AsSpan(stem.Length);
        return !s_partings.Any(parting => whole.AsSpan(stem.Length).StartsWith(parting, StringComparison.Ordinal))
            && rest.TrimStart().Length > 0;
    }

    private static bool IsSite(string part, string rest, string? shown, IReadOnlyCollection<string> siteNames) =>
        rest.Length > 0
        && ((shown is not null && Key(rest) == Key(shown) && Key(part) != Key(shown))
            || siteNames.Any(site => IsSameName(site, part)));

    /// <summary>
    /// Letters and digits alone, in lower case: <c>The Harbour-Courier</c> and <c>harbourcourier</c> differ by "the"
    /// only.
    /// </summary>
    private static string Key(string name) =>
        string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
