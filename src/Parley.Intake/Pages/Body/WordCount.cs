namespace Parley.Intake.Pages.Body;

/// <summary>Counts words as runs of letters and digits.</summary>
internal static class WordCount
{
    /// <summary>How many words <paramref name="text"/> has; each letter of a script without spaces counts as half a word.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var words = 0;
        var ideographs = 0;
        var inWord = false;
        foreach (var c in text)
        {
            if (c is >= '\u3040' and <= '\u9fff')
            {
                ideographs++;
                inWord = false;
            }
            else if (char.IsLetterOrDigit(c))
            {
                if (!inWord)
                    words++;
                inWord = true;
            }
            else if (c is not ('\'' or '’' or '-'))
            {
                inWord = false;
            }
        }

        return words + (ideographs / 2);
    }
}
