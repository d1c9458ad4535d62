using Parley.Intake.Pages.Body;

namespace Parley.Intake.Pages.Metadata;

/// <summary>Finds the name of a site that no metadata tell: what the page's title ends or begins with, if the copyright line says it too.</summary>
internal static class SiteName
{
    private const int LongestTitle = 500;
    private const int MostWords = 6;
    private const int LongestLine = 40;

    private static readonly char[] s_around = [.. "©() 0123456789-–—,:"];

    /// <summary>The name; null where the title parts off none, or none that a line with © repeats.</summary>
    public static string? Of(PageTree tree, string? title)
    {
        if (title is null || title.Length > LongestTitle)
            return null;
        var parts = Titles.Parts(title).Where(part => WordCount.Of(part) is > 0 and <= MostWords).ToArray();
        if (parts.Length == 0)
            return null;
        foreach (var block in tree.Blocks)
        {
            if (block.Words > LongestLine || !IsCopyright(block.Text))
                continue;
            foreach (var piece in block.Text.Split([". ", " | ", " · ", "©"], StringSplitOptions.TrimEntries))
            {
                var held = WithoutWord(piece).Trim([.. s_around, '.']);
                if (parts.FirstOrDefault(part => Titles.IsSameName(part, held)) is { } name)
                    return name;
            }
        }

        return null;
    }

    private static bool IsCopyright(string line) =>
        line.Contains('©', StringComparison.Ordinal) || line.StartsWith("copyright", StringComparison.OrdinalIgnoreCase);

    private static string WithoutWord(string piece) =>
        piece.StartsWith("copyright", StringComparison.OrdinalIgnoreCase) ? piece["copyright".Length..] : piece;
}
