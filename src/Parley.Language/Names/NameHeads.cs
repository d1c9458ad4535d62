using System.Collections.Frozen;
using Parley.Reports.Data;

namespace Parley.Language.Names;

/// <summary>Words that end a name and say what it names: <c>hospital</c>, <c>ministry</c>, <c>valley</c>, <c>summit</c>.</summary>
internal sealed class NameHeads
{
    private readonly FrozenDictionary<string, NameKind?>.AlternateLookup<ReadOnlySpan<char>> _kinds;

    private NameHeads() =>
        _kinds = WordList.Load(typeof(NameHeads).Assembly, "nameheads.tsv")
            .ToFrozenDictionary(static row => row[0], static row => KindOf(row[1]), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    public static NameHeads Shared { get; } = new();

    /// <summary>What a name that ends with <paramref name="word"/> names; null where the word does not tell.</summary>
    public NameKind? Kind(ReadOnlySpan<char> word) => _kinds.TryGetValue(word, out var kind) ? kind : null;

    /// <summary>Whether a name that ends with <paramref name="word"/> is that of a text: an accord, a resolution.</summary>
    public bool IsText(ReadOnlySpan<char> word) => _kinds.TryGetValue(word, out var kind) && kind is null;

    private static NameKind? KindOf(string kind) => kind is "agreement" ? null : Enum.Parse<NameKind>(kind, ignoreCase: true);
}
