using System.Collections.Frozen;
using Parley.Reports.Data;
using Parley.Resolution.Actors;

namespace Parley.Resolution.Reading;

/// <summary>What kinds of actors a noun for a group can look back to: see <c>group-kinds.tsv</c>.</summary>
internal static class GroupNouns
{
    private static readonly FrozenSet<string> s_any = ["armed-group", "alliance", "political-group", "international-organisation", "organisation-body", "non-governmental"];

    private static readonly FrozenDictionary<string, FrozenSet<string>> s_kinds = WordList.Load(typeof(GroupNouns).Assembly, "group-kinds.tsv")
        .ToFrozenDictionary(static row => row[0], static row => row[1].Split(',').ToFrozenSet(StringComparer.Ordinal), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether an actor of this kind may be called by this noun.</summary>
    public static bool MayBe(string noun, ActorKind kind) => s_kinds.GetValueOrDefault(noun, s_any).Contains(kind.ToText());
}
