using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime;
using Parley.Intake.Dates;
using Parley.Reports;
using Parley.Reports.Data;

namespace Parley.Intake.Texts;

/// <summary>
/// Reads the dateline that opens an agency's report: <c>CAIRO, May 14 (Harbour Wire) -</c>, <c>UNITED NATIONS (AP) —</c>,
/// <c>KYIV, Ukraine –</c>, <c>MOSCOW, May 14. /TASS/.</c>, <c>BOGOTÁ.</c> The line stays in the text; this only tells what it says.
/// </summary>
/// <remarks>
/// A place is written in capitals, as agencies' style books have it; other writing counts only with a date or a wire in
/// capitals beside it.
/// </remarks>
public static class DatelineParser
{
    private const int LongestLine = 140;
    private const int ShortestStory = 30;

    private static readonly FrozenSet<string> s_noPlaces =
        WordList.Words(typeof(DatelineParser).Assembly, "Texts.no-places.txt", comparer: StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The dateline of the first paragraph, or of the second where the first is a note such as
    /// <c>(Translated from Spanish)</c>.
    /// </summary>
    /// <returns>Null where neither opens with one.</returns>
    public static Dateline? Find(ImmutableArray<string> paragraphs, PartialDate? published)
    {
        for (var i = 0; i < Math.Min(2, paragraphs.Length); i++)
        {
            if (TryParse(paragraphs[i], published, out var dateline))
                return dateline;
        }

        return null;
    }

    /// <summary>Reads the dateline at the start of <paramref name="paragraph"/>.</summary>
    /// <param name="paragraph">A story's first paragraph.</param>
    /// <param name="published">When the story was published: gives the year where the line has none.</param>
    /// <param name="dateline">Place, date and wire as the line tells them.</param>
    public static bool TryParse(string? paragraph, PartialDate? published, [NotNullWhen(true)] out Dateline? dateline)
    {
        dateline = null;
        var text = paragraph.AsSpan().TrimStart();
        var head = Head(text, out var isStop);
        if (head.IsEmpty)
            return false;
        var wire = Wire(ref head);
        if (isStop && wire is not null)
            return false;
        var parts = head.ToString().Split(',', StringSplitOptions.TrimEntries);
        var date = LineDate.Take(ref parts, published, out var hasDate);
        if (parts.Length is 0 or > 3
            || !IsPlace(parts[0], mayBeMixedCase: hasDate || (wire is not null && IsCapitals(wire)))
            || parts.Skip(1).Any(part => !IsRegion(part)))
        {
            return false;
        }

        dateline = new Dateline(string.Join(", ", parts), date, wire);
        return true;
    }

    // What stands before the dash, before the stop after /WIRE/, or before the stop after a place in capitals.
    private static ReadOnlySpan<char> Head(ReadOnlySpan<char> text, out bool isStop)
    {
        isStop = false;
        var limit = Math.Min(text.Length, LongestLine);
        for (var i = 1; i < limit; i++)
        {
            var isDash = text[i] is '—' or '–' or '―'
                || (text[i] == '-' && (char.IsWhiteSpace(text[i - 1]) || text[i - 1] == ')')
                    && i + 1 < text.Length && (text[i + 1] is '-' || char.IsWhiteSpace(text[i + 1])));
            if (isDash)
                return text[..i].TrimEnd();
            if (text[i] == '/' && text[i..].StartsWith("/.") && text[..i].Contains('/'))
                return text[..(i + 1)];
            if (text[i] == '.' && IsCapitals(text[..i]) && i >= 4 && text.Length - i > ShortestStory
                && text[i + 1] == ' ' && char.IsUpper(text[i + 2]))
            {
                isStop = true;
                return text[..i];
            }
        }

        return default;
    }

    private static bool IsCapitals(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c) ? !char.IsUpper(c) : c is not (' ' or '-' or '/' or '\'' or '’' or ','))
                return false;
        }

        return text.Length > 0 && char.IsUpper(text[0]);
    }

    // (Reuters) or /TASS/ at the end of the head, which then ends before it.
    private static string? Wire(ref ReadOnlySpan<char> head)
    {
        var open = head switch { [.., ')'] => '(', [.., '/'] => '/', _ => '\0' };
        if (open == '\0')
            return null;
        var start = head[..^1].LastIndexOf(open);
        if (start < 0)
            return null;
        var wire = head[(start + 1)..^1].Trim();
        if (wire.IsEmpty || wire.Length > 40 || !char.IsLetter(wire[0]))
            return null;
        head = head[..start].TrimEnd().TrimEnd('.').TrimEnd(',');
        return wire.ToString();
    }

    private static bool IsPlace(string place, bool mayBeMixedCase)
    {
        if (place.Length is < 2 or > 60 || !char.IsUpper(place[0])
            || place.Any(c => !char.IsLetter(c) && c is not (' ' or '-' or '/' or '\'' or '’' or '.' or '&')))
        {
            return false;
        }

        var words = place.Split([' ', '/'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 8 || words.Any(s_noPlaces.Contains))
            return false;
        if (mayBeMixedCase)
            return words.All(word => char.IsUpper(word[0]) || word.Length <= 3 || word.StartsWith("al-", StringComparison.Ordinal));
        var letters = place.Count(char.IsLetter);
        return letters >= 3 && place.Count(char.IsUpper) >= 0.7 * letters;
    }

    // Ukraine, W.Va., occupied West Bank
    private static bool IsRegion(string region) =>
        region.Length is > 1 and <= 40 && region.Split(' ').Length <= 5 && region.Any(char.IsUpper)
        && region.All(c => char.IsLetter(c) || c is ' ' or '.' or '-' or '\'' or '’');

    private static class LineDate
    {
        /// <summary>Takes the date off the end of the parts: <c>May 14</c>, <c>14 May</c>, either with a year.</summary>
        public static PartialDate? Take(ref string[] parts, PartialDate? published, out bool hasDate)
        {
            hasDate = true;
            if (parts.Length >= 3 && WrittenDate.TryParse($"{parts[^2]}, {parts[^1]}", out var whole))
            {
                parts = parts[..^2];
                return whole;
            }

            if (parts.Length >= 2 && WrittenDate.TryParse(parts[^1], out whole) && whole.Precision == DatePrecision.Day)
            {
                parts = parts[..^1];
                return whole;
            }

            if (parts.Length >= 2 && MonthAndDay(parts[^1]) is var (month, day))
            {
                parts = parts[..^1];
                return WithYear(month, day, published);
            }

            hasDate = false;
            return null;
        }

        private static (int Month, int Day)? MonthAndDay(string text)
        {
            var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length != 2)
                return null;
            var month = DateWords.Month(words[0]) ?? DateWords.Month(words[1]);
            var number = DateWords.Month(words[0]) is null ? words[0] : words[1];
            return month is { } m && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var day)
                && day is >= 1 and <= 31 ? (m, day) : null;
        }

        // The latest such day that is not after publication; a day of grace is for zones.
        private static PartialDate? WithYear(int month, int day, PartialDate? published)
        {
            if (published is not { Precision: not DatePrecision.Year } moment)
                return null;
            var last = moment.LastDay.PlusDays(1);
            for (var year = last.Year; year >= last.Year - 1; year--)
            {
                if (day <= CalendarSystem.Iso.GetDaysInMonth(year, month) && new LocalDate(year, month, day) is var date && date <= last)
                    return PartialDate.OfDay(date);
            }

            return null;
        }
    }
}
