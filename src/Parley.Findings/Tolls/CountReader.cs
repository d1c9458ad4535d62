using System.Globalization;
using Parley.Language;
using Parley.Language.Times;

namespace Parley.Findings.Tolls;

/// <summary>
/// Finds the counts of a sentence: digits and words, ranges, dozens and scores, what says that they are a least, a most or about so many, and
/// what is counted. Numbers of dates, ages and durations are none. Linear in the sentence.
/// </summary>
internal sealed class CountReader(Document document)
{
    /// <summary>In digits; longer numbers are no counts of people.</summary>
    private const int LongestNumber = 13;

    private int _time;

    /// <summary>The counts, in the order of the text; sentences are to come in that order too.</summary>
    public IEnumerable<Count> Read(Sentence sentence)
    {
        var (at, end) = (sentence.FirstToken, sentence.FirstToken + sentence.TokenCount);
        while (at < end)
        {
            if (Single(at, end) is { } one)
            {
                yield return one;
                at = one.Tokens.End.Value;
                continue;
            }

            if (!TryNumber(at, end, out var next, out var value, out var isVague) || IsTime(at))
            {
                at++;
                continue;
            }

            var start = at;
            var (min, max) = ((long?)value, isVague ? null : (long?)value);

            // 10 to 15, between 30 and 40, 30-40
            if (!isVague && next + 1 < end && (IsWord(next, "to") || IsWord(next, "and") && at > 0 && IsWord(at - 1, "between") || document.Tokens[next].Text is "-" or "–" or "or")
                && TryNumber(next + 1, end, out var behind, out var upper, out var isUpperVague) && !isUpperVague && upper > value)
            {
                (max, next) = (upper, behind);
                if (at > 0 && IsWord(at - 1, "between"))
                    start = at - 1;
            }
            else
            {
                (start, next, min, max) = Sense(start, next, end, min, max);
            }

            var number = Head(at, next);
            if (!IsShare(next, end))
                yield return new Count(min, max, start..next, number, Noun(number));
            at = next;
        }
    }

    /// <summary>One person told by "a": <c>a soldier was killed</c>.</summary>
    private Count? Single(int at, int end)
    {
        var token = document.Tokens[at];
        if (!(token.Is("a") || token.Is("an") || token.Is("another")) || !token.IsRelated("det") || token.Head is not { } noun || noun.Index <= at || noun.Index >= end || noun.Xpos != "NN"
            || CountWords.Number(noun.Lemma) is not null || !PersonNouns.Is(noun))
        {
            return null;
        }

        return new Count(1, 1, at..(at + 1), token, noun);
    }

    /// <summary>How the words beside a number mean it.</summary>
    private (int Start, int Next, long? Min, long? Max) Sense(int start, int next, int end, long? min, long? max)
    {
        foreach (var (words, sense) in CountWords.Before)
        {
            if (start - words.Length < 0 || !Matches(words, start - words.Length))
                continue;
            (min, max) = Meant(sense, min, max);
            start -= words.Length;
            break;
        }

        foreach (var (words, sense) in CountWords.After)
        {
            if (next + words.Length > end || !Matches(words, next))
                continue;
            (min, max) = Meant(sense, min, max);
            next += words.Length;
            break;
        }

        return (start, next, min, max);
    }

    private static (long? Min, long? Max) Meant(CountSense sense, long? min, long? max) => sense switch
    {
        CountSense.Least => (min, null),
        CountSense.Most => (null, max ?? min),
        _ => (min, max),
    };

    private bool Matches(ImmutableArray<string> words, int at)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!IsWord(at + i, words[i]))
                return false;
        }

        return true;
    }

    /// <summary>Reads a number at a token: digits with a scale, words, <c>dozens</c>, <c>half a dozen</c>.</summary>
    private bool TryNumber(int at, int end, out int next, out long value, out bool isVague)
    {
        (next, value, isVague) = (at, 0, false);
        if (at >= end)
            return false;
        if (TryDigits(document.Tokens[at].Text, out var digits))
        {
            next = at + 1;
            if (next < end && CountWords.Number(document.Tokens[next].Text) is { Kind: NumberWord.Scale } scale)
                (digits, next) = (digits * scale.Value, next + 1);
            else if (next < end && IsWord(next, "dozen"))
                (digits, next) = (digits * 12, next + 1);
            value = (long)digits;
            return digits == value;
        }

        return TryWords(at, end, out next, out value, out isVague);
    }

    private bool TryWords(int at, int end, out int next, out long value, out bool isVague)
    {
        (next, value, isVague) = (at, 0, false);
        var hasArticle = IsWord(at, "a") || IsWord(at, "an");
        var half = !hasArticle && CountWords.Number(document.Tokens[at].Text) is { Kind: NumberWord.Half };
        if (half)
        {
            next = at + 1;
            if (next < end && (IsWord(next, "a") || document.Tokens[next].Text is "-"))
                next++;
            if (next >= end || CountWords.Number(document.Tokens[next].Text) is not { Kind: NumberWord.Dozen or NumberWord.Scale } whole)
                return false;
            (value, next) = (whole.Value / 2, next + 1);
            return true;
        }

        var i = hasArticle ? at + 1 : at;
        var (total, part, any) = (0L, 0L, false);
        for (; i < end; i++)
        {
            if (document.Tokens[i].Text is "-" && any && i + 1 < end && CountWords.Number(document.Tokens[i + 1].Text) is { Kind: NumberWord.Unit })
                continue;
            if (IsWord(i, "and") && any && i + 1 < end && part >= 100 && CountWords.Number(document.Tokens[i + 1].Text) is { Kind: NumberWord.Unit })
                continue;
            if (Word(document.Tokens[i].Text) is not { } word)
                break;
            if (word.Kind == NumberWord.Vague)
            {
                if (any)
                    break;
                (value, isVague, next) = (word.Value, true, i + 1);
                if (next + 1 < end && IsWord(next, "of") && CountWords.Number(document.Tokens[next + 1].Text) is { Kind: NumberWord.Vague } more)
                    (value, next) = (value * (more.Value / 2), next + 2);
                return true;
            }

            if (word.Kind == NumberWord.Half || (hasArticle && !any && word.Kind == NumberWord.Unit) || (!any && !hasArticle && word.Kind is NumberWord.Dozen or NumberWord.Scale))
                return false;
            any = true;
            switch (word.Kind)
            {
                case NumberWord.Unit:
                    part += word.Value;
                    break;
                case NumberWord.Scale when word.Value == 100:
                    part = Math.Max(1, part) * 100;
                    break;
                case NumberWord.Scale:
                    (total, part) = (total + Math.Max(1, part) * word.Value, 0);
                    break;
                default:
                    part = Math.Max(1, part) * word.Value;
                    break;
            }
        }

        (value, next) = (total + part, i);
        return any;
    }

    /// <summary>A word for a number, also one of two joined by a hyphen: <c>twenty-five</c>.</summary>
    private static (NumberWord Kind, long Value)? Word(ReadOnlySpan<char> text)
    {
        if (CountWords.Number(text) is { } whole)
            return whole;
        var hyphen = text.IndexOf('-');
        if (hyphen > 0 && CountWords.Number(text[..hyphen]) is { Kind: NumberWord.Unit } tens && CountWords.Number(text[(hyphen + 1)..]) is { Kind: NumberWord.Unit } ones)
            return (NumberWord.Unit, tens.Value + ones.Value);
        return null;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out decimal value)
    {
        value = 0;
        return text.Length is > 0 and <= LongestNumber && char.IsAsciiDigit(text[0])
            && decimal.TryParse(text, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>The token of a number that stands in the tree for it: the one that hangs outside.</summary>
    private Token Head(int at, int next)
    {
        for (var i = at; i < next; i++)
        {
            if (document.Tokens[i].Head is not { } head || head.Index < at || head.Index >= next)
                return document.Tokens[i];
        }

        return document.Tokens[at];
    }

    /// <summary>What a number counts.</summary>
    private static Token? Noun(Token number)
    {
        if (number.Head is { } head && (number.IsRelated("nummod") || number.IsRelated("det") || number.IsRelated("amod") || number.IsRelated("compound") || number.IsRelated("advmod")) && head.Upos is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Adj)
            return head;
        foreach (var child in number.Children)
        {
            if (child.IsRelated("nmod") && child.Child("case") is { } preposition && preposition.Is("of") && child.Upos is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron)
                return child;
        }

        return null;
    }

    /// <summary>Whether what follows makes it a percentage or a sum.</summary>
    private bool IsShare(int next, int end) => next < end && (document.Tokens[next].Text is "%" || IsWord(next, "percent") || (IsWord(next, "per") && next + 1 < end && IsWord(next + 1, "cent")));

    private bool IsTime(int at)
    {
        var start = document.Tokens[at].Span.Start;
        while (_time < document.Times.Length && document.Times[_time].Span.End <= start)
            _time++;
        return _time < document.Times.Length && document.Times[_time] is { Kind: not TimeKind.Set } time && time.Span.Start <= start;
    }

    private bool IsWord(int at, string word) => at >= 0 && at < document.Tokens.Count && document.Tokens[at].Is(word);
}
