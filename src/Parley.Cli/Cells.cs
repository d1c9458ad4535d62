using System.Globalization;
using System.Text;
using Spectre.Console.Rendering;

namespace Parley.Cli;

/// <summary>Text measured as a terminal shows it: a Chinese character takes two cells, a combining mark none.</summary>
internal static class Cells
{
    /// <summary>How many cells <paramref name="text"/> takes.</summary>
    public static int Of(string text)
    {
        var cells = 0;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
            cells += OfElement((string)elements.Current);
        return cells;
    }

    /// <summary><paramref name="text"/> with spaces to <paramref name="cells"/> cells; one that takes more is cut, and ends with <c>…</c>.</summary>
    public static string Fit(string text, int cells)
    {
        var own = Of(text);
        if (own <= cells)
            return text + new string(' ', cells - own);
        var cut = Cut(text, cells);
        return cut + new string(' ', cells - Of(cut));
    }

    /// <summary><paramref name="text"/>, or where it takes more than <paramref name="cells"/> cells its beginning and <c>…</c>.</summary>
    public static string Cut(string text, int cells)
    {
        if (Of(text) <= cells)
            return text;
        var cut = new StringBuilder();
        var room = cells - 1;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = (string)elements.Current;
            room -= OfElement(element);
            if (room < 0)
                break;
            cut.Append(element);
        }

        return cut.Append('…').ToString();
    }

    /// <summary>Lines of <paramref name="text"/> of up to <paramref name="cells"/> cells, broken at spaces; a longer word stays whole.</summary>
    public static IEnumerable<string> Wrap(string text, int cells)
    {
        var line = new StringBuilder();
        var taken = 0;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var own = Of(word);
            if (taken > 0 && taken + 1 + own > cells)
            {
                yield return line.ToString();
                line.Clear();
                taken = 0;
            }

            if (taken > 0)
                line.Append(' ');
            line.Append(word);
            taken += own + (taken > 0 ? 1 : 0);
        }

        if (taken > 0)
            yield return line.ToString();
    }

    /// <summary>What one character as a reader sees it takes: what is joined or set upon its base adds nothing.</summary>
    private static int OfElement(string element)
    {
        var most = 0;
        foreach (var rune in element.EnumerateRunes())
            most = Math.Max(most, OfRune(rune));
        return most;
    }

    private static int OfRune(Rune rune) => rune.IsAscii ? 1 : Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        _ => new Segment(rune.ToString()).CellCount(),
    };
}
