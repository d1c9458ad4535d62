using Parley.Language.Times.Lexicon;

namespace Parley.Language.Times.Grammar;

/// <summary>
/// Lengths, and places counted by them: <c>nearly a week</c>, <c>11-day</c>, <c>yearlong</c>, <c>the past 24 hours</c>,
/// <c>two days earlier</c>, <c>a decade ago</c>, <c>within days</c>, <c>two weeks from now</c>.
/// </summary>
internal static class DurationGrammar
{
    public static Draft? Read(in Line line, int at)
    {
        if (line[at].Word is { } word && word.Is(TimeRole.Length))
            return Draft.Fixed(at, at + 1, TimeKind.Duration, word.Value!);
        var (start, modifier) = Approximated(line, at);
        return Shifted(line, at, start, modifier) ?? Counted(line, at, start, modifier) ?? (start == at ? Bare(line, at) : null);
    }

    /// <summary>Past the words that loosen a number: <c>just over</c>, <c>at least</c>.</summary>
    public static (int At, TimeModifier Modifier) Approximated(in Line line, int at)
    {
        var modifier = TimeModifier.None;
        for (var i = 0; i < 3; i++)
        {
            if (line.Phrase(at, TimeRole.Approximator) is { } phrase)
            {
                at = line.After(phrase, at);
                modifier = phrase.Modifier == TimeModifier.None ? modifier : phrase.Modifier;
            }
            else if (line.Is(at, TimeRole.Approximator))
            {
                var loosened = line[at].Word!.Modifier == TimeModifier.None ? modifier : line[at].Word!.Modifier;
                if (line.Text(at).Length <= 2 && !line.IsStop(at + 1))
                    break;
                (at, modifier) = (line.Text(at).Length <= 2 ? at + 2 : at + 1, loosened);
            }
            else
            {
                break;
            }
        }

        return (at, modifier);
    }

    /// <summary>
    /// <c>the past 24 hours</c>, <c>the first two weeks of June</c>, <c>the next few days</c>, <c>the last week of August</c>.
    /// </summary>
    private static Draft? Shifted(in Line line, int first, int at, TimeModifier modifier)
    {
        var hasArticle = line.Is(at, Keyword.The);
        var shiftAt = hasArticle || line[at].Word is { Shift: Shift.This or Shift.That } ? at + 1 : at;
        var word = line[shiftAt].Word;
        var nth = hasArticle ? word?.Ordinal ?? 0 : 0;
        var isFirst = nth > 0;
        var shift = word?.Shift ?? Shift.None;
        if ((!isFirst && shift is Shift.None or Shift.This or Shift.That) || at > first)
            return null;
        if (shiftAt > at && !hasArticle && shift is not (Shift.Last or Shift.Coming or Shift.Same))
            return null;
        if (shiftAt == at && !isFirst && shift is not (Shift.Last or Shift.Next or Shift.Coming))
            return null;
        var next = shiftAt + 1;
        var (amountAt, inner) = Approximated(line, next);
        var hasNumber = NumberGrammar.TryRead(line, ref amountAt, out var amount) && !line.Is(next, Keyword.A);
        if (!hasNumber)
            (amount, amountAt) = (new Amount(1, false), next);
        if (line.Is(amountAt, TimeRole.Filler) || line.IsHyphen(amountAt))
            amountAt++;
        if (line[amountAt].Word is not { Unit: not TimeUnit.None } unit)
            return null;
        var isPlural = unit.Is(TimeRole.Units);
        if (!hasNumber && isPlural)
            amount = Amount.Some;
        var end = amountAt + 1;
        var draft = new Draft
        {
            Form = DraftForm.Duration,
            Kind = TimeKind.Duration,
            First = first,
            End = end,
            Amount = amount,
            Unit = unit.Unit,
            Modifier = modifier == TimeModifier.None ? inner : modifier,
        };

        // The first week of June, the last two weeks of 1951; of the war: a length all the same.
        if (line.Is(end, Keyword.Of) && (isFirst || shift is Shift.Last or Shift.Final or Shift.Next))
        {
            var from = end + 1;
            if (DateGrammar.Read(line, from) is { } whole && whole.Form is DraftForm.Calendar or DraftForm.Shifted)
                return draft with { End = whole.End, From = whole, Direction = isFirst ? 1 : -1, Nth = nth };
            if ((ShiftGrammar.Read(line, from) ?? ShiftGrammar.Unit(line, from)) is { Form: DraftForm.Shifted } other)
                return draft with { End = other.End, From = other, Direction = isFirst ? 1 : -1, Nth = nth };
            return nth > 1 ? null : draft;
        }

        if (isFirst)
            return nth == 1 && (hasNumber || isPlural) ? draft : null;
        if (!hasNumber && !isPlural)
        {
            // The past year is a length, last year a year; the next year is the year after.
            var isLength = hasArticle && shift == Shift.Last || word!.Is(TimeRole.Shift) && line.Text(shiftAt).Equals("past", StringComparison.OrdinalIgnoreCase)
                && unit.Unit is not TimeUnit.Weekend && !(line[at].Word is { Shift: Shift.This } && unit.Unit <= TimeUnit.Week);
            if (!isLength && !(hasArticle && line.Is(first - 1, Keyword.For)))
                return null;
        }

        // In recent years, in the coming days: nobody counted.
        if (shift == Shift.Same && !hasNumber)
            return null;
        var direction = shift switch
        {
            Shift.Last or Shift.Previous => -1,
            Shift.Next or Shift.Coming or Shift.Following => 1,
            _ => 0,
        };
        return draft with { Direction = direction, IsFromSpeech = shift is Shift.Last or Shift.Next or Shift.Coming };
    }

    private static Draft? Counted(in Line line, int first, int at, TimeModifier modifier)
    {
        var start = line.Is(at, Keyword.The) ? at + 1 : at;
        if (start > at && first < at)
            start = at;
        var number = start;
        if (!NumberGrammar.TryRead(line, ref number, out var amount))
            return null;
        if (start > at && !(line.IsNumber(start) || line.Is(start, TimeRole.Number)))
            return null;
        var hasA = line.Is(start, Keyword.A) && number == start + 1;
        var isHyphenated = line.IsHyphen(number);

        // The article of "a ten-day visit", "a three hour speech" and "the 11-day war" is the noun's.
        var isNouns = start > at || (line.Is(at, Keyword.A) && number > at + 1 && line[at + 1].Word is not { Number: 12 or >= 100 }
            && (isHyphenated || !line.Is(at + 1, Keyword.Half)) && !amount.IsVague);
        if (line.Is(at, Keyword.A) && line.Is(at + 1, Keyword.Half) && line.IsHyphen(at + 2) && first == at)
            return null;
        var isCompound = isHyphenated || (line.Is(number, TimeRole.Unit) && amount.Value != 1) || (start > at && line.IsCapital(number))
            || (hasA && line.IsHyphen(number + 1) && line.Is(number + 2, Keyword.Long));
        if (first == at && isCompound && (isNouns || hasA))
            return null;
        var unitAt = isHyphenated ? number + 1 : number;
        while (!isHyphenated && unitAt < number + 2 && (line.Is(unitAt, TimeRole.Filler) || line[unitAt].Word is { Shift: > Shift.This }) && !(hasA && !line.Is(unitAt + 1, TimeRole.Unit)))
            unitAt++;
        if (line[unitAt].Word is not { Unit: not TimeUnit.None } unit || !IsCounted(line, start, unitAt, unit, amount, hasA))
            return null;
        var end = unitAt + 1;
        var half = NumberGrammar.HalfAfter(line, end);
        if (half > 0 && !amount.IsVague)
            (amount, end) = (amount with { Value = amount.Value + 0.5m }, half);
        if (line.IsApostrophe(end) && (line.Text(end + 1) is "s" || unit.Is(TimeRole.Units)) && line.Is(line.Text(end + 1) is "s" ? end + 2 : end + 1, Keyword.Time))
            end = line.Text(end + 1) is "s" ? end + 3 : end + 2;
        var draft = new Draft
        {
            Form = DraftForm.Duration,
            Kind = TimeKind.Duration,
            First = first,
            End = end,
            Amount = amount,
            Unit = unit.Unit,
            Modifier = modifier,
        };
        if (Placed(line, draft, end) is { } placed)
            return placed;

        // Nine day long, 11-day-old, 26 years of age.
        var last = line.IsHyphen(end) ? end + 1 : end;
        if (line.Is(last, Keyword.Long) && (last > end || !line.Is(last + 1, Keyword.Before)))
            return draft with { End = last + 1 };
        if (line.Is(last, Keyword.Old))
            return draft with { End = last + 1, IsAge = true };
        if (line.Is(end, Keyword.Of) && line.Is(end + 1, Keyword.Age))
            return draft with { End = end + 2, IsAge = true };
        if (start > at && !isHyphenated)
            draft = draft with { First = first };
        return Joined(line, draft);
    }

    /// <summary>Whether number and unit belong together: <c>a second strike</c> and <c>in 2000 days</c> are told apart here.</summary>
    private static bool IsCounted(in Line line, int start, int unitAt, TimeWord unit, Amount amount, bool hasA)
    {
        if (unit.Unit == TimeUnit.Second && (hasA || unit.Is(TimeRole.Unit) && !line.IsNumber(start) && line[start].Word?.Number != 1))
            return false;
        if (unit.Unit == TimeUnit.Quarter)
            return line.Is(start, TimeRole.Number) && unit.Is(TimeRole.Units) && amount.Value > 3;
        if (amount.IsVague && unit.Is(TimeRole.Unit))
            return false;
        if (unit.Unit == TimeUnit.Minute && line.Text(unitAt).Length == 3 && !line.IsNumber(start))
            return false;

        // A number in thousands, a decimal or a day is followed by its unit at once; "$5 a day" is told elsewhere.
        return !(line[start].Kind == AtomKind.Number && line[start].Glued && line.Mark(start - 1) is '$' or '€' or '£' or '.')
            && !(hasA && unit.Is(TimeRole.Units));
    }

    /// <summary>A length that is counted from somewhere: <c>ago</c>, <c>earlier</c>, <c>later</c>, <c>from now</c>, <c>from Friday</c>.</summary>
    private static Draft? Placed(in Line line, Draft length, int at)
    {
        var (direction, isFromSpeech, end) = (0, false, at + 1);
        if (line.Is(at, Keyword.Ago))
        {
            (direction, isFromSpeech) = (-1, true);
        }
        else if (line.Is(at, Keyword.Earlier) || (line[at].Word is { Modifier: TimeModifier.Before } && line.Is(at, TimeRole.Section)))
        {
            direction = -1;
        }
        else if (line[at].Word is { Modifier: TimeModifier.After } && line.Is(at, TimeRole.Section))
        {
            direction = 1;
        }
        else if (line.Is(at, Keyword.From) && line[at + 1].Word is { DayWord: "0" } or { Value: "PRESENT_REF" })
        {
            (direction, isFromSpeech, end) = (1, true, at + 2);
        }
        else if (line.Is(at, Keyword.From) && DateGrammar.Read(line, at + 1) is { Form: DraftForm.Calendar } from
            && !line.Is(from.End, Keyword.To) && !line.Is(from.End, Keyword.Until) && !line.IsDash(from.End))
        {
            return length with { Form = DraftForm.Offset, Kind = TimeKind.Date, End = from.End, From = from, Direction = 1 };
        }
        else if ((line.Is(at, Keyword.Before) || line.Is(at, Keyword.After)) && EndsClause(line, at + 1))
        {
            direction = line.Is(at, Keyword.Before) ? -1 : 1;
        }
        else
        {
            return null;
        }

        return length with
        {
            Form = DraftForm.Offset,
            Kind = length.Unit < TimeUnit.Day ? TimeKind.Time : TimeKind.Date,
            End = end,
            Direction = direction,
            IsFromSpeech = isFromSpeech,
        };
    }

    /// <summary>Whether nothing that a preposition could govern follows.</summary>
    public static bool EndsClause(in Line line, int at) => at >= line.Count || (line[at].Kind == AtomKind.Mark && line.Mark(at) is not ('"' or '“' or '\'' or '‘' or '(' or '['))
        || line[at].Word is { Keyword: Keyword.And or Keyword.Or or Keyword.In or Keyword.At or Keyword.By } or { Cue: TenseCue.Past };

    /// <summary>Two lengths that make one: <c>two years and three months</c>.</summary>
    private static Draft Joined(in Line line, Draft draft)
    {
        var at = line.IsComma(draft.End) ? draft.End + 1 : draft.End;
        at = line.Is(at, Keyword.And) ? at + 1 : at;
        var number = at;
        if (at == draft.End && !line.IsNumber(at) || draft.Amount.IsVague || line.Is(at, Keyword.A) || !NumberGrammar.TryRead(line, ref number, out var amount)
            || amount.IsVague || line[number].Word is not { Unit: not TimeUnit.None } unit || unit.Unit >= draft.Unit || unit.Unit == TimeUnit.Weekend
            || line.Is(number + 1, Keyword.Ago) || line.Is(number + 1, TimeRole.Section))
        {
            return draft;
        }

        var part = amount.ToPart(unit.Unit);
        var whole = draft.Amount.ToTimex(draft.Unit);
        return draft with { Form = DraftForm.Fixed, End = number + 1, Value = whole + (whole.Contains('T', StringComparison.Ordinal) ? part.TrimStart('T') : part) };
    }

    /// <summary>Units that nobody counted: <c>within days</c>, <c>months of talks</c>, <c>weeks later</c>, <c>decades-long</c>.</summary>
    private static Draft? Bare(in Line line, int at)
    {
        if (line[at].Word is not { Unit: not TimeUnit.None } unit || unit.Unit is TimeUnit.Weekend or TimeUnit.Quarter or TimeUnit.Second)
            return null;
        var isPlural = unit.Is(TimeRole.Units);
        var end = at + 1;
        if (line.IsHyphen(end) && (line.Is(end + 1, Keyword.Long) || line.Is(end + 1, Keyword.Old)))
        {
            return new Draft
            {
                Form = DraftForm.Duration,
                Kind = TimeKind.Duration,
                First = at,
                End = end + 2,
                Amount = isPlural ? Amount.Some : new Amount(1, false),
                Unit = unit.Unit,
            };
        }

        if (!isPlural)
            return null;
        var draft = new Draft
        {
            Form = DraftForm.Duration,
            Kind = TimeKind.Duration,
            First = at,
            End = end,
            Amount = Amount.Some,
            Unit = unit.Unit,
        };
        if (Placed(line, draft, end) is { } placed)
            return placed;
        var before = line[at - 1].Word;
        if (before?.Is(TimeRole.Filler) == true)
            before = line[at - 2].Word;
        return before?.Keyword is Keyword.For or Keyword.Within or Keyword.In or Keyword.Over or Keyword.After or Keyword.During
                or Keyword.Take or Keyword.Or or Keyword.And
            || line.Is(end, Keyword.After) || line.Is(end, Keyword.Before)
            || (line.Is(end, Keyword.Of) && !line.Is(at - 1, Keyword.The) && !line.Is(at - 1, TimeRole.Clock)) ? draft : null;
    }
}
