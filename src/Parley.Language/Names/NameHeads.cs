using System.Collections.Frozen;
using Parley.Reports.Data;

namespace Parley.Language.Names;

/// <summary>Words that end a name and say what it names: <c>hospital</c>, <c>ministry</c>, <c>valley</c>, <c>summit</c>.</summary>
internal sealed class NameHeads
{
    private readonly FrozenDictionary<string, NameKind?>.AlternateLookup<ReadOnlySpan<char>> _kinds;

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _companyForms;

    private NameHeads()
    {
        var rows = WordList.Load(typeof(NameHeads).Assembly, "nameheads.tsv");
        _kinds = rows.ToFrozenDictionary(static row => row[0], static row => KindOf(row[1]), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _companyForms = rows.Where(static row => row[1] == "company").Select(static row => row[0]).ToFrozenSet(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static NameHeads Shared { get; } = new();

    /// <summary>What a name that ends with <paramref name="word"/> names; null where the word does not tell.</summary>
    public NameKind? Kind(ReadOnlySpan<char> word) => _kinds.TryGetValue(word, out var kind) ? kind : null;

    /// <summary>Whether a name that ends with <paramref name="word"/> is that of a text: an accord, a resolution.</summary>
    public bool IsText(ReadOnlySpan<char> word) => _kinds.TryGetValue(word, out var kind) && kind is null;

    /// <summary>Whether the word follows a company's name, often after a comma: <c>Inc.</c></summary>
    public bool IsCompanyForm(ReadOnlySpan<char> word) => _companyForms.Contains(word);

    private static NameKind? KindOf(string kind) =>
        kind is "agreement" ? null : kind is "company" ? NameKind.Organization : Enum.Parse<NameKind>(kind, ignoreCase: true);
}
