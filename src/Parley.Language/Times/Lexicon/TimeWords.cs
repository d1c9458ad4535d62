using System.Collections.Frozen;
using System.Globalization;
using Parley.Language.Times.Grammar;
using Parley.Reports.Data;

namespace Parley.Language.Times.Lexicon;

/// <summary>The words of <c>time-words.tsv</c>, by their letters in whatever case.</summary>
internal sealed class TimeWords
{
    private const int LongestWord = 16;

    private readonly FrozenDictionary<string, TimeWord>.AlternateLookup<ReadOnlySpan<char>> _words;

    public TimeWords()
    {
        var words = new Dictionary<string, TimeWord>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in WordList.Load(typeof(TimeWords).Assembly, "time-words.tsv"))
        {
            var (parts, role, value) = (AtomReader.Parts(row[0]), row[1], row[2]);
            var known = words.GetValueOrDefault(parts[0]) ?? new TimeWord { Roles = TimeRole.None };
            words[parts[0]] = parts.Length == 1 ? With(known, role, value) : known with { Phrases = Longer(known.Phrases, parts, role, value) };
        }

        _words = words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>What is known of a word; null for most.</summary>
    public TimeWord? Find(ReadOnlySpan<char> word) =>
        word.Length <= LongestWord && _words.TryGetValue(word, out var found) ? found : null;

    private static TimeWord With(TimeWord word, string role, string value)
    {
        var number = int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : 0;
        return role switch
        {
            "month" => Add(TimeRole.Month) with { Month = number },
            "weekday" => Add(TimeRole.Weekday) with { Weekday = number },
            "weekday-short" => Add(TimeRole.ShortWeekday) with { Weekday = number },
            "weekdays" => Add(TimeRole.Weekdays) with { Weekday = number },
            "unit" => Add(TimeRole.Unit) with { Unit = Unit(value) },
            "units" => Add(TimeRole.Units) with { Unit = Unit(value) },
            "number" => Add(TimeRole.Number) with { Number = number },
            "vague" => Add(TimeRole.Vague),
            "ordinal" => Add(TimeRole.Ordinal) with { Ordinal = number },
            "decade" => Add(TimeRole.Decade) with { Decade = number },
            "day-part" => Add(TimeRole.DayPart) with { DayPart = value },
            "day-parts" => Add(TimeRole.DayParts) with { DayPart = value },
            "clock" => Add(TimeRole.Clock) with { Value = value },
            "season" => Add(TimeRole.Season) with { Season = value },
            "day-word" => Add(TimeRole.DayWord) with { DayWord = value },
            "reference" => Add(TimeRole.Reference) with { Value = value },
            "shift" => Add(TimeRole.Shift) with { Shift = Enum.Parse<Shift>(value, ignoreCase: true) },
            "section" => Add(TimeRole.Section) with { Modifier = Modifier(value) },
            "section-noun" => Add(TimeRole.SectionNoun) with { Modifier = Modifier(value) },
            "approximator" => Add(TimeRole.Approximator) with { Modifier = Modifier(value) },
            "filler" => Add(TimeRole.Filler),
            "set" => Add(TimeRole.Set) with { Value = value },
            "frequency" => Add(TimeRole.Frequency) with { Number = number },
            "quantifier" or "quantifier-per" => Add(TimeRole.Quantifier) with { Value = value },
            "length" => Add(TimeRole.Length) with { Value = value },
            "zone" => Add(TimeRole.Zone) with { Value = value },
            "era" => Add(TimeRole.Era) with { Value = value },
            "counted" => Add(TimeRole.Counted),
            "numbered" => Add(TimeRole.Numbered),
            "feast" or "movable-feast" => Add(TimeRole.Feast) with { Value = value },
            "keyword" => word with { Keyword = Enum.Parse<Keyword>(value) },
            "past-cue" => word with { Cue = TenseCue.Past },
            "future-cue" => word with { Cue = TenseCue.Future },
            "present-cue" => word with { Cue = TenseCue.Present },
            "schedule-cue" => word with { Cue = TenseCue.Schedule },
            "plan-cue" => word with { Cue = TenseCue.Plan },
            _ => throw new InvalidOperationException($"\"{role}\" is no role of a word in time-words.tsv."),
        };

        TimeWord Add(TimeRole added) => word with { Roles = word.Roles | added };
    }

    private static ImmutableArray<TimePhrase> Longer(ImmutableArray<TimePhrase> known, ImmutableArray<string> parts, string role, string value)
    {
        var phrase = role switch
        {
            "approximator" => new TimePhrase(parts, TimeRole.Approximator, "", Modifier(value)),
            "feast" or "movable-feast" => new TimePhrase(parts, TimeRole.Feast, value, TimeModifier.None),
            "reference" or "reference-phrase" => new TimePhrase(parts, TimeRole.Reference, value, TimeModifier.None),
            _ => throw new InvalidOperationException($"\"{role}\" is no role of several words in time-words.tsv."),
        };
        return [.. known.Add(phrase).OrderByDescending(static one => one.Parts.Length)];
    }

    private static TimeUnit Unit(string code) => code switch
    {
        "S" => TimeUnit.Second,
        "MIN" => TimeUnit.Minute,
        "H" => TimeUnit.Hour,
        "D" => TimeUnit.Day,
        "WE" => TimeUnit.Weekend,
        "W" => TimeUnit.Week,
        "FN" => TimeUnit.Fortnight,
        "M" => TimeUnit.Month,
        "Q" => TimeUnit.Quarter,
        "Y" => TimeUnit.Year,
        "DE" => TimeUnit.Decade,
        "CE" => TimeUnit.Century,
        _ => throw new InvalidOperationException($"\"{code}\" is no unit of time."),
    };

    private static TimeModifier Modifier(string code) => code switch
    {
        "NONE" => TimeModifier.None,
        "BEFORE" => TimeModifier.Before,
        "AFTER" => TimeModifier.After,
        "LESS_THAN" => TimeModifier.LessThan,
        "MORE_THAN" => TimeModifier.MoreThan,
        "EQUAL_OR_LESS" => TimeModifier.EqualOrLess,
        "EQUAL_OR_MORE" => TimeModifier.EqualOrMore,
        "START" => TimeModifier.Start,
        "MID" => TimeModifier.Mid,
        "END" => TimeModifier.End,
        "APPROX" => TimeModifier.Approx,
        _ => throw new InvalidOperationException($"\"{code}\" is no modifier."),
    };
}
