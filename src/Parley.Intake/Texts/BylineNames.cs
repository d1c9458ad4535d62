namespace Parley.Intake.Texts;

/// <summary>Writers' names as bylines give them.</summary>
public static class BylineNames
{
    private const int MostNames = 50;

    /// <summary>The names in <c>By Jane Doe, John Roe and Ann Poe</c>, in order, without "By"; empty where there is none.</summary>
    public static ImmutableArray<string> Split(string? byline)
    {
        if (string.IsNullOrWhiteSpace(byline))
            return [];
        var text = byline.Trim();
        if (text.StartsWith("by ", StringComparison.OrdinalIgnoreCase))
            text = text[3..];
        return
        [
            .. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .SelectMany(part => part.Split([" and ", " & ", ";"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                .Select(name => name.StartsWith("and ", StringComparison.Ordinal) ? name[4..] : name)
                .Take(MostNames),
        ];
    }

    /// <summary>Whether <paramref name="text"/> looks like a person's or a desk's name: up to six words, capitalised but for short ones between.</summary>
    public static bool IsName(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 1 and <= 6
            && char.IsUpper(words[0][0])
            && words.All(word => char.IsUpper(word[0]) || word.Length <= 3 || word.StartsWith("al-", StringComparison.Ordinal))
            && text.All(c => char.IsLetter(c) || c is ' ' or '.' or '-' or '\'' or '’');
    }
}
