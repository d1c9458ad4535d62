using Parley.Language.Times.Lexicon;

namespace Parley.Language.Times.Grammar;

/// <summary>What recurs: <c>every Friday</c>, <c>twice a week</c>, <c>per day</c>, <c>daily</c>, <c>on Sundays</c>.</summary>
internal static class SetGrammar
{
    public static Draft? Read(in Line line, int at)
    {
        if (line[at].Word is not { } word)
            return line.IsNumber(at) ? Times(line, at) : null;
        if (word.Is(TimeRole.Set))
            return Set(at, at + 1, word.Value!, null, null);
        if (word.Is(TimeRole.Weekdays) && line.IsCapital(at))
            return Set(at, at + 1, $"XXXX-WXX-{(char)('0' + word.Weekday)}", "EVERY", null);
        if (word.Is(TimeRole.Weekday) && line.IsCapital(at) && line.Is(at + 1, TimeRole.DayParts))
            return Set(at, at + 2, $"XXXX-WXX-{(char)('0' + word.Weekday)}T{line[at + 1].Word!.DayPart}", "EVERY", null);
        if (word.Is(TimeRole.Units) && word.Unit == TimeUnit.Weekend && (line.Is(at - 1, Keyword.On) || line.Is(at - 1, Keyword.At)))
            return Set(at, at + 1, "XXXX-WXX-WE", "EVERY", null);
        if (word.Is(TimeRole.Quantifier))
            return word.Value == "EACH" && line[at].End - line[at].Start == 3 ? Rate(line, at, at + 1) : Every(line, at, word.Value!);
        if (word.Is(TimeRole.Frequency))
            return Frequency(line, at, at + 1, word.Number);
        if (word.Is(TimeRole.Number))
            return Times(line, at);
        return word.Keyword == Keyword.A && IsCount(line, at) && !line.Is(at + 2, Keyword.Ago)
            && !line.Is(at + 2, TimeRole.Section) ? Rate(line, at, at + 1) : null;
    }

    /// <summary>Whether a count stands before: 30 a day, ten trucks a day, $3 million a year.</summary>
    private static bool IsCount(in Line line, int at) => line.IsNumber(at - 1) || line.Is(at - 1, TimeRole.Number) || line.Is(at - 1, Keyword.Million)
        || (line.IsWord(at - 1) && (line.IsNumber(at - 2) || line.Is(at - 2, TimeRole.Number)) && line[at - 1].Word is null or { Roles: TimeRole.Counted or TimeRole.Units });

    private static Draft Set(int first, int end, string value, string? quantifier, string? frequency) =>
        Draft.Fixed(first, end, TimeKind.Set, value) with { Quantifier = quantifier, Frequency = frequency };

    private static Draft? Rate(in Line line, int first, int at) => line[at].Word is { Unit: not TimeUnit.None } unit && unit.Is(TimeRole.Unit)
        && unit.Unit is not (TimeUnit.Second or TimeUnit.Quarter) ? Set(first, at + 1, new Amount(1, false).ToTimex(unit.Unit), "EACH", null) : null;

    private static Draft? Times(in Line line, int at)
    {
        var end = at;
        return NumberGrammar.TryRead(line, ref end, out var amount) && amount.IsWhole && line.Is(end, Keyword.Times)
            ? Frequency(line, at, end + 1, (int)amount.Value) : null;
    }

    private static Draft? Frequency(in Line line, int first, int at, int times)
    {
        if (!(line.Is(at, Keyword.A) || line.Is(at, TimeRole.Quantifier)))
            return line[at].Word is { Value: not null } set && set.Is(TimeRole.Set) ? Set(first, at + 1, set.Value, null, $"{times}X") : null;
        return Rate(line, first, at + 1) is { } rate ? rate with { Frequency = FormattableString.Invariant($"{times}X"), Quantifier = null } : null;
    }

    private static Draft? Every(in Line line, int first, string quantifier)
    {
        var at = first + 1;
        var isOther = line.Is(at, Keyword.Other);
        if (isOther)
            at++;
        if (line[at].Word is not { } word)
            return EveryNumber(line, first, at, quantifier);
        if (word.Is(TimeRole.Weekday) && line.IsCapital(at))
        {
            var part = line.Is(at + 1, TimeRole.DayPart) ? $"T{line[at + 1].Word!.DayPart}" : "";
            return Set(first, part.Length > 0 ? at + 2 : at + 1, $"XXXX-WXX-{(char)('0' + word.Weekday)}{part}", quantifier, isOther ? "1X2W" : null);
        }

        if (word.Is(TimeRole.Month) && line.IsCapital(at))
            return Set(first, at + 1, new CalendarTime { Month = word.Month }.ToTimex(), quantifier, null);
        if (word.Is(TimeRole.Season))
            return Set(first, at + 1, new CalendarTime { Season = word.Season }.ToTimex(), quantifier, null);
        if (word.Is(TimeRole.DayPart))
            return Set(first, at + 1, $"XXXX-XX-XXT{word.DayPart}", quantifier, null);
        if (!word.Is(TimeRole.Unit))
            return EveryNumber(line, first, at, quantifier);
        if (isOther)
            return Set(first, at + 1, new Amount(2, false).ToTimex(word.Unit), quantifier, null);
        var value = word.Unit switch
        {
            TimeUnit.Day => "XXXX-XX-XX",
            TimeUnit.Week => "XXXX-WXX",
            TimeUnit.Weekend => "XXXX-WXX-WE",
            TimeUnit.Month => "XXXX-XX",
            TimeUnit.Quarter => "XXXX-QX",
            TimeUnit.Year => "XXXX",
            _ => new Amount(1, false).ToTimex(word.Unit),
        };
        return Set(first, at + 1, value, quantifier, null);
    }

    private static Draft? EveryNumber(in Line line, int first, int at, string quantifier)
    {
        var end = at;
        if (!NumberGrammar.TryRead(line, ref end, out var amount) || line[end].Word is not { Unit: not TimeUnit.None } unit || !unit.Is(TimeRole.Units))
            return null;
        return Set(first, end + 1, amount.ToTimex(unit.Unit), quantifier, null);
    }
}
