using System.Collections.Frozen;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Parley.Reports.Data;

namespace Parley.Intake.Dates;

/// <summary>The words that written dates are made of.</summary>
internal static class DateWords
{
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> s_months = Load("months.tsv")
        .ToFrozenDictionary(row => row[0], row => int.Parse(row[1], CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, Offset>.AlternateLookup<ReadOnlySpan<char>> s_zones = Load("zones.tsv")
        .ToFrozenDictionary(row => row[0], row => OffsetPattern.GeneralInvariant.Parse(row[1]).Value, StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> s_kinds = Load("date-words.tsv")
        .ToFrozenDictionary(row => row[0], row => row[1], StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The number of an English month's name, whole or short, with or without a final stop; null for other words.</summary>
    public static int? Month(ReadOnlySpan<char> word) => s_months.TryGetValue(word.TrimEnd('.'), out var month) ? month : null;

    /// <summary>The one offset that a zone's name stands for, in capitals; null for other words.</summary>
    public static Offset? Zone(ReadOnlySpan<char> word) => word.ContainsAnyInRange('a', 'z') ? null : ZoneInAnyCase(word);

    /// <summary>The same in any case, where the word can be nothing else: <c>est</c> and <c>west</c> are words too.</summary>
    public static Offset? ZoneInAnyCase(ReadOnlySpan<char> word) => s_zones.TryGetValue(word, out var offset) ? offset : null;

    /// <summary>Whether it is a day of the week.</summary>
    public static bool IsWeekday(ReadOnlySpan<char> word) => IsOf(word, "weekday");

    /// <summary>Whether it only joins parts of a date.</summary>
    public static bool IsConnector(ReadOnlySpan<char> word) => IsOf(word, "connector");

    /// <summary>Whether it makes a number an ordinal.</summary>
    public static bool IsOrdinal(ReadOnlySpan<char> word) => IsOf(word, "ordinal");

    private static bool IsOf(ReadOnlySpan<char> word, string kind) => s_kinds.TryGetValue(word, out var own) && own == kind;

    private static ImmutableArray<string[]> Load(string name) => WordList.Load(typeof(DateWords).Assembly, "Dates." + name);
}
