using System.Globalization;

namespace Parley.Cli;

/// <summary>What must not reach a terminal.</summary>
internal static class Terminal
{
    /// <summary>
    /// <paramref name="text"/> without characters that steer a terminal or turn the writing's direction, each replaced by a
    /// space: a page's text is data. Joiners and soft hyphens, which words of several scripts need, stay.
    /// </summary>
    public static string Safe(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
            target[i] = Steers(source[i]) ? ' ' : source[i];
    });

    private static bool Steers(char c) =>
        char.IsControl(c) || (char.GetUnicodeCategory(c) == UnicodeCategory.Format && c is not ('\u200c' or '\u200d' or '\u00ad'));
}
