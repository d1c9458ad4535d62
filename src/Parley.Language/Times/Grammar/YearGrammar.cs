using Parley.Language.Times.Lexicon;

namespace Parley.Language.Times.Grammar;

/// <summary>Years, decades and centuries: <c>2014</c>, <c>490 BC</c>, <c>'99</c>, <c>the 1990s</c>, <c>the 19th century</c>.</summary>
internal static class YearGrammar
{
    private const int Earliest = 1000, Latest = 2199;

    /// <summary>Below this, a number without a word for time before it is rather a count.</summary>
    private const int EarliestBare = 1600;

    public static Draft? Read(in Line line, int at)
    {
        if (line.IsNumber(at))
            return Decade(line, at, at) ?? Century(line, at) ?? Year(line, at);
        if (line.Is(at, TimeRole.Ordinal))
            return Century(line, at);
        if (line.Is(at, TimeRole.Era) && line[at].Word!.Value == "AD" && line.IsCapital(at) && line.IsNumber(at + 1, 4, 1, Latest))
            return Draft.Calendar(at, at + 2, new() { Year = line[at + 1].Number });
        if (line.Is(at, TimeRole.Decade) && line.Is(at - 1, Keyword.The) && !line.IsNumber(at - 2))
            return Draft.Calendar(at, at + 1, new() { Decade = 190 + line[at].Word!.Decade });
        return line.IsApostrophe(at) && !GluedToWord(line, at) ? Short(line, at) : null;
    }

    /// <summary>Four digits that can be a year, with nothing that makes them something else.</summary>
    public static bool IsPlausible(in Line line, int at) => line.IsNumber(at, 4, Earliest, Latest) && line[at].Digits == 4 && IsWhole(line, at);

    /// <summary>Whether no era follows; where one does, its end and the year it makes of the number.</summary>
    public static bool HasEra(in Line line, int at, out int year, out int end)
    {
        (year, end) = (0, at + 1);
        if (!line.IsNumber(at, 4, 1, 9999))
            return false;
        var length = EraLength(line, at + 1, out var isBefore);
        if (length == 0)
            return false;
        year = isBefore ? -line[at].Number : line[at].Number;
        end = at + 1 + length;
        return true;
    }

    /// <summary>How many atoms an era at <paramref name="at"/> has: <c>BC</c>, <c>B.C.</c>, <c>BCE</c>; 0 where there is none.</summary>
    public static int EraLength(in Line line, int at, out bool isBefore)
    {
        isBefore = line.Is(at, TimeRole.Era) && line[at].Word!.Value == "BC";
        if (line.Is(at, TimeRole.Era) && line.IsCapital(at))
            return 1;
        isBefore = Letter(line, at, 'B') && line.IsStop(at + 1) && Letter(line, at + 2, 'C');
        if (!isBefore && !(Letter(line, at, 'A') && line.IsStop(at + 1) && Letter(line, at + 2, 'D')))
            return 0;
        if (line.IsStop(at + 3) && Letter(line, at + 4, 'E'))
            return line.IsStop(at + 5) ? 6 : 5;
        return line.IsStop(at + 3) ? 4 : 3;
    }

    /// <summary>The second year of <c>1941-42</c> and <c>1914-1918</c>, where <paramref name="at"/> follows the first.</summary>
    public static bool IsSecondYear(in Line line, int at, int first, out int year)
    {
        year = 0;
        if (!(line.IsDash(at) || line.Mark(at) == '/') || !line[at].Glued || !line[at + 1].Glued || !IsWhole(line, at + 1))
            return false;
        if (line[at + 1] is { Kind: AtomKind.Number, Digits: 2 } two && first > 0)
            year = (first / 100 * 100) + two.Number;
        else if (line[at + 1] is { Kind: AtomKind.Number, Digits: 4 } four)
            year = four.Number;
        return year > first && year < first + 100;
    }

    private static bool Letter(in Line line, int at, char letter) => line.Text(at).Length == 1 && line.Text(at)[0] == letter;

    /// <summary>Whether a number is all of what is written there: no price, decimal, time, score or part of a name.</summary>
    private static bool IsWhole(in Line line, int at)
    {
        var before = line.IsStop(at - 1) && line.Is(at - 2, TimeRole.Approximator) ? ' ' : line.Mark(at - 1);
        var after = line.Mark(at + 1);
        if (line[at].Glued && (before is '$' or '€' or '£' or '#' or '.' or ':' or '_' or '@' or '%' or '+' || line.IsWord(at - 1)))
            return false;
        if (line[at].Glued && before is '-' or '/' && line[at - 1].Glued && (line.IsWord(at - 2) && !IsTimeWord(line, at - 2)))
            return false;
        return !(line[at + 1].Glued && (after is '%' or '°' || (after is '.' or ':' or ',' or '_' && line[at + 2] is { Kind: AtomKind.Number, Glued: true })
            || line.IsWord(at + 1)));
    }

    private static bool IsTimeWord(in Line line, int at) => line.Is(at, TimeRole.Section | TimeRole.Month | TimeRole.Season | TimeRole.Approximator)
        || line.Is(at, Keyword.Before) || line.Is(at, Keyword.After);

    private static Draft? Year(in Line line, int at)
    {
        if (HasEra(line, at, out var year, out var end))
            return Draft.Calendar(at, end, new() { Year = year });
        if (line.Is(at - 1, Keyword.Year) && line.Is(at - 2, Keyword.The) && line.IsNumber(at, 3, 1, 999) && IsWhole(line, at))
            return Draft.Calendar(at, at + 1, new() { Year = line[at].Number });
        if (!IsPlausible(line, at) || line.Is(at - 1, TimeRole.Numbered) || (line.IsStop(at - 1) && line.Is(at - 2, TimeRole.Numbered)))
            return null;
        year = line[at].Number;

        // 1982 summer; and a count of something is no year: 2000 soldiers.
        if (line.Is(at + 1, TimeRole.Season) && !line.Is(at + 2, Keyword.Of))
            return Draft.Calendar(at, at + 2, new() { Year = year, Season = line[at + 1].Word!.Season });
        if (line.Is(at + 1, TimeRole.Zone | TimeRole.Counted | TimeRole.Units | TimeRole.Unit) || line.Is(at + 1, Keyword.Hours)
            || line.Is(at + 1, Keyword.Million))
        {
            return null;
        }

        var word = line[at - 1].Word;
        var isTold = word is not null && word.Keyword is Keyword.In or Keyword.Since or Keyword.Until or Keyword.By or Keyword.From or Keyword.During
            or Keyword.Before or Keyword.After or Keyword.To or Keyword.Between or Keyword.Of or Keyword.Year or Keyword.Years or Keyword.And
            || (line.IsStop(at - 1) && line.Is(at - 2, TimeRole.Approximator));
        var isRange = line.IsDash(at - 1) || line.IsDash(at + 1) || line.Mark(at - 1) == '(' || line.Mark(at + 1) == ')';
        if (year < EarliestBare && !isTold && !isRange)
            return null;
        var isPlural = line.IsWord(at + 1) && !line.IsCapital(at + 1) && line.Text(at + 1) is [.., not 's', 's'] and { Length: > 4 };
        if (isPlural && word is not { Keyword: Keyword.In or Keyword.Since or Keyword.During } && !line.Is(at - 1, Keyword.The))
            return null;
        if (line.Is(at - 1, TimeRole.Approximator) && word!.Modifier is TimeModifier.MoreThan or TimeModifier.LessThan or TimeModifier.EqualOrMore)
            return null;
        var isAside = !isTold && !isRange && line.IsWord(at + 1) && line.Is(at - 1, Keyword.The) | line.Is(at - 1, Keyword.A)
            && line[at + 1].Word is not { Keyword: not Keyword.None };
        return Draft.Calendar(at, at + 1, new() { Year = year }) with { IsAside = isAside };
    }

    /// <summary><c>'99</c>; <c>'90s</c>.</summary>
    private static Draft? Short(in Line line, int at)
    {
        if (line[at + 1] is not { Kind: AtomKind.Number, Digits: 2, Glued: true } || line[at + 2].Glued && line.Mark(at + 2) is '"' or '%')
            return null;
        if (Decade(line, at + 1, at) is { } decade)
            return decade;

        // Feet, inches and quotations also bear the mark: only a year after a word for time, or before a noun, is one.
        if (line[at + 2].Glued && (line.IsWord(at + 2) || line.IsApostrophe(at + 2)))
            return null;
        var two = line[at + 1].Number;
        return Draft.Calendar(at, at + 2, new() { Year = 1900 + two }) with { IsAside = true, IsShortYear = true };
    }

    private static Draft? Decade(in Line line, int number, int first)
    {
        if (!line.IsNumber(number, 4, 0, Latest) || line[number].Number % 10 != 0)
            return null;
        var s = line.IsApostrophe(number + 1) && line[number + 1].Glued ? number + 2 : number + 1;
        if (!line[s].Glued || line.Text(s) is not ("s" or "S"))
            return null;
        var (value, digits) = (line[number].Number, line[number].Digits);
        var length = EraLength(line, s + 1, out var isBefore);
        if (length > 0 && isBefore)
            return Draft.Calendar(first, s + 1 + length, new() { Decade = -(value / 10) - 1 });
        if (digits == 4 && value >= Earliest)
        {
            // "The 1900s" is rather the century than its first ten years; which is not told.
            return Draft.Calendar(first, s + 1, value % 100 == 0 && value < 2000 ? new() { Century = value / 100 } : new() { Decade = value / 10 });
        }

        return digits == 2 && value >= 20 && (first < number || line.Is(number - 1, Keyword.The) || line.Is(number - 1, TimeRole.Section))
            && !line.Is(number - 2, Keyword.In)
            ? Draft.Calendar(first, s + 1, new() { Decade = 190 + (value / 10) }) : null;
    }

    /// <summary><c>19th century</c>, <c>nineteenth-century</c>, <c>5th century BC</c>.</summary>
    private static Draft? Century(in Line line, int at)
    {
        if (!TryOrdinal(line, at, out var ordinal, out var end))
            return null;
        if (line.IsHyphen(end))
            end++;
        if (line[end].Word?.Unit != TimeUnit.Century)
            return null;
        end++;
        var length = EraLength(line, end, out var isBefore);
        return Draft.Calendar(at, end + length, new() { Century = length > 0 && isBefore ? -ordinal : ordinal - 1 });
    }

    /// <summary>An ordinal in letters or digits: <c>fifth</c>, <c>twenty-first</c>, <c>5th</c>.</summary>
    public static bool TryOrdinal(in Line line, int at, out int value, out int end)
    {
        (value, end) = (0, at + 1);
        if (line.Is(at, TimeRole.Ordinal))
        {
            value = line[at].Word!.Ordinal;
            return true;
        }

        if (line.IsNumber(at, 2, 1, 99) && IsOrdinalEnding(line, at + 1))
        {
            (value, end) = (line[at].Number, at + 2);
            return true;
        }

        if (line[at].Word?.Number is not (20 or 30))
            return false;
        end = line.IsHyphen(at + 1) ? at + 2 : at + 1;
        if (line[end].Word?.Ordinal is not (> 0 and < 10))
            return false;
        value = line[at].Word!.Number + line[end].Word!.Ordinal;
        end++;
        return true;
    }

    public static bool IsOrdinalEnding(in Line line, int at) => line[at].Glued && line.Text(at).Length == 2
        && (line.Text(at).Equals("th", StringComparison.OrdinalIgnoreCase) || line.Text(at).Equals("st", StringComparison.OrdinalIgnoreCase)
            || line.Text(at).Equals("nd", StringComparison.OrdinalIgnoreCase) || line.Text(at).Equals("rd", StringComparison.OrdinalIgnoreCase));

    private static bool GluedToWord(in Line line, int at) => line[at].Glued && line[at - 1].Kind != AtomKind.Mark;
}
