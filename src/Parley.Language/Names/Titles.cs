using System.Collections.Frozen;
using Parley.Reports.Data;

namespace Parley.Language.Names;

/// <summary>Words before a person's name that are no part of it: forms of address, offices, callings.</summary>
internal sealed class Titles
{
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _kinds;

    private Titles() =>
        _kinds = WordList.Load(typeof(Titles).Assembly, "titles.tsv")
            .ToFrozenDictionary(static row => row[0], static row => row[1], StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    public static Titles Shared { get; } = new();

    /// <summary>Whether the word is a title or begins one, in whatever case.</summary>
    public bool IsTitle(ReadOnlySpan<char> word) => _kinds.ContainsKey(word);

    /// <summary>Whether the word is a form of address: <c>Mr.</c>, <c>Sheikh</c>.</summary>
    public bool IsAddress(ReadOnlySpan<char> word) => _kinds.TryGetValue(word, out var kind) && kind == "address";

    /// <summary>Whether the word names an office or calling: <c>minister</c>, <c>spokeswoman</c>.</summary>
    public bool IsOffice(ReadOnlySpan<char> word) => _kinds.TryGetValue(word, out var kind) && kind == "office";
}
