using System.Collections.Frozen;
using Parley.Reports.Data;

namespace Parley.Resolution.Reading;

/// <summary>What a noun that heads a mention says of whom it means: see <c>role-words.tsv</c>.</summary>
internal enum RoleClass
{
    /// <summary>None in particular.</summary>
    None,

    /// <summary>Someone who holds an office or speaks for a body: <c>minister</c>, <c>diplomat</c>.</summary>
    Office,

    /// <summary>A body of a state or group that stands for it: <c>government</c>, <c>army</c>.</summary>
    Body,

    /// <summary>Those who fight in no state's army: <c>rebels</c>.</summary>
    Fighters,

    /// <summary>A group as such: <c>movement</c>, <c>front</c>.</summary>
    Group,

    /// <summary>Members of a people: <c>civilians</c>.</summary>
    People,

    /// <summary>What a side fights with: <c>jets</c>.</summary>
    Arms,

    /// <summary>Someone who speaks for nobody by trade: <c>analyst</c>.</summary>
    Private,

    /// <summary>A place: <c>capital</c>, <c>border</c>.</summary>
    Place,
}

/// <summary>The nouns of <c>role-words.tsv</c>, by lemma.</summary>
internal static class RoleWords
{
    private static readonly FrozenDictionary<string, RoleClass> s_classes = WordList.Load(typeof(RoleWords).Assembly, "role-words.tsv")
        .ToFrozenDictionary(static row => row[0], static row => Enum.Parse<RoleClass>(row[1], ignoreCase: true), StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, RoleClass>.AlternateLookup<ReadOnlySpan<char>> s_lookup =
        s_classes.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The class of a noun by its lemma, in whatever case.</summary>
    public static RoleClass ClassOf(ReadOnlySpan<char> lemma) => s_lookup.TryGetValue(lemma, out var found) ? found : RoleClass.None;
}
