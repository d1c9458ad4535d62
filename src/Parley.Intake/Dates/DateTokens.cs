using NodaTime;

namespace Parley.Intake.Dates;

/// <summary>A place in a written date, and the steps that may be taken from it. Copy it to come back to where it was.</summary>
internal struct DateTokens(string text, int start = 0)
{
    private const int MostHoursFromUtc = 14;

    /// <summary>What a word means; null where it means nothing.</summary>
    public delegate T? Meaning<T>(ReadOnlySpan<char> word)
        where T : struct;

    /// <summary>Where the next step is taken from.</summary>
    public int At { get; private set; } = start;

    /// <summary>Whether nothing but white space is left.</summary>
    public bool AtEnd
    {
        get
        {
            SkipSpace();
            return At == text.Length;
        }
    }

    /// <summary>Whether a word or number ends here; the <c>T</c> before a time opens a new one.</summary>
    public readonly bool AtBoundary => At == text.Length || !char.IsLetterOrDigit(text[At]) || IsTimeMark;

    private readonly bool IsTimeMark => At + 1 < text.Length && text[At] is 'T' or 't' && char.IsAsciiDigit(text[At + 1]);

    /// <summary>Takes a number of <paramref name="fewest"/> to <paramref name="most"/> digits.</summary>
    public bool Number(int fewest, int most, out int number)
    {
        SkipSpace();
        number = 0;
        var end = At;
        while (end < text.Length && char.IsAsciiDigit(text[end]) && end - At <= most)
            number = number * 10 + (text[end++] - '0');
        if (end - At < fewest || end - At > most)
            return false;
        At = end;
        return true;
    }

    /// <summary>Passes over any number of digits.</summary>
    public void SkipDigits()
    {
        while (At < text.Length && char.IsAsciiDigit(text[At]))
            At++;
    }

    /// <summary>Takes a word that means something to <paramref name="meaning"/>.</summary>
    public bool Word<T>(Meaning<T> meaning, out T value)
        where T : struct
    {
        SkipSpace();
        value = default;
        var word = NextWord();
        if (word.IsEmpty || meaning(word) is not { } found)
            return false;
        value = found;
        At += word.Length;
        return true;
    }

    /// <summary>Passes over a word that <paramref name="matches"/>.</summary>
    public bool SkipWord(Func<ReadOnlySpan<char>, bool> matches)
    {
        SkipSpace();
        var word = NextWord();
        if (word.IsEmpty || !matches(word))
            return false;
        At += word.Length;
        return true;
    }

    /// <summary>Passes over a mark.</summary>
    public bool Skip(char mark)
    {
        SkipSpace();
        if (At == text.Length || text[At] != mark)
            return false;
        At++;
        return true;
    }

    /// <summary>Passes over a mark that stands between two digits.</summary>
    public bool SkipWithinNumber(char mark)
    {
        if (At + 1 >= text.Length || text[At] != mark || !char.IsAsciiDigit(text[At + 1]))
            return false;
        At++;
        return true;
    }

    /// <summary>Passes over the <c>T</c> before a time.</summary>
    public void SkipTimeMark()
    {
        SkipSpace();
        if (IsTimeMark)
            At++;
    }

    /// <summary>Passes over what may stand between a day and a time.</summary>
    public bool SkipSeparator() =>
        Skip(',') || Skip('|') || Skip('-') || Skip('–') || Skip('—') || Skip('·') || Skip('.') || Skip(';');

    /// <summary>Takes <c>am</c>, <c>a.m.</c>, <c>pm</c> or <c>p.m.</c>, in either case.</summary>
    public bool Noon(out bool afternoon)
    {
        SkipSpace();
        var at = At;
        afternoon = at < text.Length && text[at] is 'p' or 'P';
        if (!afternoon && (at == text.Length || text[at] is not ('a' or 'A')))
            return false;
        at++;
        if (at < text.Length && text[at] == '.')
            at++;
        if (at == text.Length || text[at] is not ('m' or 'M') || (at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1])))
            return false;
        at++;
        At = at < text.Length && text[at] == '.' ? at + 1 : at;
        return true;
    }

    /// <summary>
    /// Takes <c>+3</c>, <c>+03</c>, <c>+03:00</c> or <c>-0430</c>, written without spaces; null, and no step, where it is
    /// none, has fewer than <paramref name="fewest"/> digits or lies beyond 14 hours.
    /// </summary>
    public Offset? SignedOffset(int fewest)
    {
        var start = At;
        SkipSpace();
        var sign = At < text.Length ? text[At] switch { '+' => 1, '-' or '−' => -1, _ => 0 } : 0;
        if (sign != 0 && At + 1 < text.Length && char.IsAsciiDigit(text[At + 1]))
        {
            At++;
            var minutes = 0;
            var isNumber = Number(4, 4, out var hours);
            if (isNumber)
                (hours, minutes) = (hours / 100, hours % 100);
            else
                isNumber = Number(fewest, 2, out hours) && (!SkipWithinNumber(':') || Number(2, 2, out minutes));
            if (isNumber && hours <= MostHoursFromUtc && minutes < 60)
                return Offset.FromHoursAndMinutes(sign * hours, sign * minutes);
        }

        At = start;
        return null;
    }

    private void SkipSpace()
    {
        while (At < text.Length && char.IsWhiteSpace(text[At]))
            At++;
    }

    private readonly ReadOnlySpan<char> NextWord()
    {
        var end = At;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        return text.AsSpan(At, end - At);
    }
}
