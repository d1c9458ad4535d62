using NodaTime;

namespace Parley.Intake.Texts;

/// <summary>A place in a written date, and the steps that may be taken from it. Copy it to come back to where it was.</summary>
internal struct DateTokens(string text)
{
    private int _at;

    /// <summary>Whether nothing but white space is left.</summary>
    public bool AtEnd
    {
        get
        {
            SkipSpace();
            return _at == text.Length;
        }
    }

    /// <summary>Takes a number of <paramref name="fewest"/> to <paramref name="most"/> digits.</summary>
    public bool Number(int fewest, int most, out int number)
    {
        SkipSpace();
        number = 0;
        var end = _at;
        while (end < text.Length && char.IsAsciiDigit(text[end]) && end - _at <= most)
            number = number * 10 + (text[end++] - '0');
        if (end - _at < fewest || end - _at > most)
            return false;
        _at = end;
        return true;
    }

    /// <summary>Takes a word that means something to <paramref name="meaning"/>.</summary>
    public bool Word<T>(Func<string, T?> meaning, out T value)
        where T : struct
    {
        SkipSpace();
        value = default;
        if (NextWord() is not { Length: > 0 } word || meaning(word) is not { } found)
            return false;
        value = found;
        _at += word.Length;
        return true;
    }

    /// <summary>Passes over a word that <paramref name="matches"/>.</summary>
    public bool SkipWord(Func<string, bool> matches)
    {
        SkipSpace();
        if (NextWord() is not { Length: > 0 } word || !matches(word))
            return false;
        _at += word.Length;
        return true;
    }

    /// <summary>Passes over a mark.</summary>
    public bool Skip(char mark)
    {
        SkipSpace();
        if (_at == text.Length || text[_at] != mark)
            return false;
        _at++;
        return true;
    }

    /// <summary>Passes over what may stand between a day and a time.</summary>
    public bool SkipSeparator() =>
        Skip(',') || Skip('|') || Skip('-') || Skip('–') || Skip('—') || Skip('·') || Skip('.') || Skip(';');

    /// <summary>Takes <c>am</c>, <c>a.m.</c>, <c>pm</c> or <c>p.m.</c>, in either case.</summary>
    public bool Noon(out bool afternoon)
    {
        SkipSpace();
        var rest = text.AsSpan(_at);
        afternoon = false;
        foreach (var (mark, isAfternoon) in (ReadOnlySpan<(string, bool)>)[("a.m.", false), ("p.m.", true), ("am", false), ("pm", true)])
        {
            if (!rest.StartsWith(mark, StringComparison.OrdinalIgnoreCase))
                continue;
            if (rest.Length > mark.Length && char.IsLetter(rest[mark.Length]))
                continue;
            _at += mark.Length;
            afternoon = isAfternoon;
            return true;
        }

        return false;
    }

    /// <summary>Takes <c>+3</c>, <c>+03:00</c> or <c>-0430</c>; null, and no step, where it is none or beyond 14 hours.</summary>
    public Offset? SignedOffset()
    {
        var start = _at;
        SkipSpace();
        var sign = _at < text.Length ? text[_at] switch { '+' => 1, '-' or '−' => -1, _ => 0 } : 0;
        if (sign != 0)
        {
            _at++;
            if (Number(4, 4, out var packed) && packed % 100 < 60 && packed <= 1400)
                return Offset.FromHoursAndMinutes(sign * (packed / 100), sign * (packed % 100));
            var minutes = 0;
            if (Number(1, 2, out var hours) && (!Skip(':') || Number(2, 2, out minutes)) && hours <= 14 && minutes < 60)
                return Offset.FromHoursAndMinutes(sign * hours, sign * minutes);
        }

        _at = start;
        return null;
    }

    private void SkipSpace()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
            _at++;
    }

    private readonly string NextWord()
    {
        var end = _at;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        return text[_at..end];
    }
}
