using Parley.Language.Times.Lexicon;

namespace Parley.Language.Times.Grammar;

/// <summary>How many: <c>11</c>, <c>1.5</c>, <c>twenty-one</c>, <c>a hundred and fifty</c>, <c>half an</c>, <c>a couple of</c>.</summary>
internal static class NumberGrammar
{
    /// <summary>Reads an amount at <paramref name="at"/>, and moves past it.</summary>
    public static bool TryRead(in Line line, ref int at, out Amount amount)
    {
        amount = default;
        if (line.IsNumber(at))
            return TryDigits(line, ref at, out amount);
        if (line.Is(at, Keyword.Half))
        {
            var next = line.IsHyphen(at + 1) ? at + 2 : at + 1;
            if (line.Is(next, Keyword.A))
                next++;
            (at, amount) = (next, new Amount(0.5m, false));
            return true;
        }

        if (line.Is(at, Keyword.A) && line.Is(at + 1, Keyword.Half))
        {
            (at, amount) = (line.IsHyphen(at + 2) ? at + 3 : at + 2, new Amount(0.5m, false));
            return true;
        }

        var start = line.Is(at, Keyword.A) || line.Is(at, Keyword.The) ? at + 1 : at;
        if (line.Is(start, TimeRole.Vague))
        {
            at = start + 1;
            if (line.Is(at, Keyword.Of))
                at++;
            amount = Amount.Some;
            return true;
        }

        if (line.Is(at, Keyword.A) && !line.Is(at + 1, TimeRole.Number))
        {
            (at, amount) = (at + 1, new Amount(1, false));
            return true;
        }

        start = line.Is(at, Keyword.A) ? at + 1 : at;
        if (!line.Is(start, TimeRole.Number))
            return false;
        at = start;
        amount = new Amount(Spelled(line, ref at), false);
        AddHalf(line, ref at, ref amount);
        return true;
    }

    private static bool TryDigits(in Line line, ref int at, out Amount amount)
    {
        decimal value = line[at].Number;
        amount = default;
        if (value < 0)
            return false;
        if (line.Mark(at + 1) == '.' && line[at + 1].Glued && line[at + 2] is { Kind: AtomKind.Number, Glued: true, Digits: > 0 and < 4 } fraction)
        {
            var scale = fraction.Digits switch { 1 => 10m, 2 => 100m, _ => 1000m };
            value += fraction.Number / scale;
            at += 2;
        }
        else if (line.Mark(at + 1) == '½' && line[at + 1].Glued)
        {
            value += 0.5m;
            at++;
        }

        at++;
        amount = new Amount(value, false);
        AddHalf(line, ref at, ref amount);
        return true;
    }

    /// <summary><c>and a half</c> after a number.</summary>
    private static void AddHalf(in Line line, ref int at, ref Amount amount)
    {
        var half = HalfAfter(line, at);
        if (half < 0)
            return;
        at = half;
        amount = amount with { Value = amount.Value + 0.5m };
    }

    /// <summary>The atom after <c>and a half</c>, <c>and half</c> or <c>-and-a-half</c> at <paramref name="at"/>; else -1.</summary>
    public static int HalfAfter(in Line line, int at)
    {
        at = line.IsHyphen(at) ? at + 1 : at;
        if (!line.Is(at, Keyword.And))
            return -1;
        at = line.IsHyphen(at + 1) ? at + 2 : at + 1;
        if (line.Is(at, Keyword.A))
            at = line.IsHyphen(at + 1) ? at + 2 : at + 1;
        return line.Is(at, Keyword.Half) ? at + 1 : -1;
    }

    private static decimal Spelled(in Line line, ref int at)
    {
        var (total, part) = (0m, 0m);
        while (true)
        {
            var number = line[at].Word!.Number;
            if (number == 1000)
                (total, part) = (total + (Math.Max(part, 1) * 1000), 0);
            else if (number is 100 or 12)
                part = number == 12 && part == 0 ? 12 : Math.Max(part, 1) * number;
            else
                part += number;
            at++;

            // Twenty-one, twenty one, a hundred and fifty; but "one two" are two numbers.
            var next = line.IsHyphen(at) ? at + 1 : at;
            var joined = line.Is(next, Keyword.And) && number >= 100 ? next + 1 : next;
            if (!line.Is(joined, TimeRole.Number))
                return total + part;
            var following = line[joined].Word!.Number;
            var fits = following is 100 or 1000 || (following == 12 && number < 12 && line.Text(joined).Length == 5)
                || (number is >= 20 and < 100 && following < 10) || (number >= 100 && following < 100);
            if (!fits || total + part > 100_000)
                return total + part;
            at = joined;
        }
    }
}
