using System.Collections.Frozen;
using Parley.Reports.Data;

namespace Parley.Language.Segmentation;

/// <summary>Abbreviations whose stop is their own; what the models make of that is learned.</summary>
internal static class Abbreviations
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_known =
        Rows.Select(static row => row[0]).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The abbreviations with an example each.</summary>
    public static IEnumerable<string[]> Rows => WordList.Load(typeof(Abbreviations).Assembly, "abbreviations.tsv");

    /// <summary>Whether <paramref name="text"/>, stop and all, is one.</summary>
    public static bool Contains(ReadOnlySpan<char> text) => text.Length > 2 && text[^1] == '.' && s_known.Contains(text);
}
