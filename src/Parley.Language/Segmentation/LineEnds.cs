namespace Parley.Language.Segmentation;

/// <summary>
/// What a text's line ends mean. Two or more in a row part paragraphs. A single one does too where lines are paragraphs (news
/// pages as plain text); where lines are filled to a width, it is a space unless the next word would still have fitted.
/// </summary>
internal readonly struct LineEnds
{
    /// <summary>Lines are counted by length up to here, in code units; a longer one was not filled by hand or mailer.</summary>
    private const int WidestLine = 160;

    /// <summary>Fewer single line ends, or a narrower text, say nothing on how it was set.</summary>
    private const int FewestPairs = 3, NarrowestWidth = 40;

    private readonly string _text;
    private readonly int _width;

    private LineEnds(string text, int width) => (_text, _width) = (text, width);

    /// <summary>Looks over the whole of <paramref name="text"/>.</summary>
    public static LineEnds Of(string text)
    {
        Span<int> lengths = stackalloc int[WidestLine + 2];
        lengths.Clear();
        var (lines, pairs, lowers) = (0, 0, 0);
        var wasFilled = false;
        var at = 0;
        while (at < text.Length)
        {
            var found = text.AsSpan(at).IndexOf('\n');
            var end = found < 0 ? text.Length : at + found;
            var line = text.AsSpan(at, end - at).Trim();
            if (line.Length > 0)
            {
                lines++;
                lengths[Math.Min(line.Length, WidestLine + 1)]++;
                pairs += wasFilled ? 1 : 0;
                lowers += wasFilled && char.IsLower(line[0]) ? 1 : 0;
            }

            wasFilled = line.Length > 0;
            at = end + 1;
        }

        // Filled lines break anywhere, so many begin in lower case; the width is what all but one in twenty keep to.
        var isFilled = pairs >= FewestPairs && lowers * 10 >= pairs * 3;
        var (width, within) = (0, lengths[0]);
        while (width <= WidestLine && within * 20 < lines * 19)
            within += lengths[++width];
        return new LineEnds(text, isFilled && width is >= NarrowestWidth and <= WidestLine ? width : 0);
    }

    /// <summary>
    /// Whether the single line end between a line's last character, before <paramref name="before"/>, and the next line's first,
    /// at <paramref name="next"/>, parts paragraphs.
    /// </summary>
    public bool Parts(int before, int next, int lineStart)
    {
        // A line that begins in lower case goes on with a sentence that was not ended.
        if (char.IsLower(_text[next]) && Characters.Class(_text[before - 1]) is
            CharacterClass.Lower or CharacterClass.Upper or CharacterClass.Digit or CharacterClass.Comma or CharacterClass.Dash)
        {
            return false;
        }

        if (_width == 0)
            return true;
        var end = next;
        while (end < _text.Length && end - next <= _width && !char.IsWhiteSpace(_text[end]))
            end++;
        return before - lineStart + 1 + end - next <= _width;
    }
}
