namespace Parley.Intake.Pages.Body;

/// <summary>Counts words: runs of letters and digits, or, in scripts that put no spaces between words, so many letters.</summary>
internal static class WordCount
{
    /// <summary>How many letters of a script without spaces make a word: two ideographs or kana, four letters of Thai, Lao, Burmese or Khmer.</summary>
    private const int Ideographs = 2;
    private const int Letters = 4;

    /// <summary>How many words <paramref name="text"/> has.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var (words, ideographs, letters) = (0, 0, 0);
        var inWord = false;
        foreach (var c in text)
        {
            if (IsIdeograph(c))
            {
                ideographs++;
                inWord = false;
            }
            else if (IsUnspacedLetter(c))
            {
                letters++;
                inWord = false;
            }
            else if (char.IsLetterOrDigit(c))
            {
                if (!inWord)
                    words++;
                inWord = true;
            }
            else if (!IsWithinWord(c))
            {
                inWord = false;
            }
        }

        return words + (ideographs / Ideographs) + (letters / Letters);
    }

    /// <summary>The words of <paramref name="text"/>; a run of a script without spaces is cut into pairs.</summary>
    public static IEnumerable<Range> Runs(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var unspaced = i < text.Length && (IsIdeograph(text[i]) || IsUnspacedLetter(text[i]));
            var inside = i < text.Length && !unspaced && (char.IsLetterOrDigit(text[i]) || (start >= 0 && IsWithinWord(text[i])));
            if (inside && start < 0)
                start = i;
            if (!inside && start >= 0)
            {
                yield return start..i;
                start = -1;
            }

            if (unspaced && i + 1 < text.Length && char.IsLetter(text[i + 1]))
                yield return i..(i + 2);
        }
    }

    /// <summary>Whether <paramref name="text"/> is of a script that puts no spaces between words.</summary>
    public static bool IsUnspaced(string text) => text.Any(c => IsIdeograph(c) || IsUnspacedLetter(c));

    /// <summary>An ideograph, kana, or another letter of China and Japan; not of Korea, where words are spaced.</summary>
    private static bool IsIdeograph(char c) => c is >= '\u3005' and <= '\u3007' or >= '\u3040' and <= '\u312f' or >= '\u31a0' and <= '\u31ff'
        or >= '\u3400' and <= '\u4dbf' or >= '\u4e00' and <= '\u9fff' or >= '\uf900' and <= '\ufaff';

    private static bool IsUnspacedLetter(char c) =>
        c is >= '\u0e00' and <= '\u0eff' or >= '\u1000' and <= '\u109f' or >= '\u1780' and <= '\u17ff' && char.IsLetter(c);

    /// <summary>Apostrophes, hyphens, and the marks that write vowels in many scripts.</summary>
    private static bool IsWithinWord(char c) => c is '\'' or '’' or '-' or '\u200c' or '\u200d'
        || (c > '\u02ff' && char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark);
}
