using Parley.Reports.Findings;
using Parley.Reports.Json;

namespace Parley.Ledger;

/// <summary>The names that kinds of findings go by in a store. They outlive the code: a name is never changed.</summary>
internal static class FindingKinds
{
    private static readonly ImmutableDictionary<string, Type> s_types = new Type[]
    {
        typeof(Statement), typeof(Leaning), typeof(Proposal), typeof(Position), typeof(Contact), typeof(Toll), typeof(Event), typeof(Scheduled),
    }.ToImmutableDictionary(static type => type.Name.ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>The kind of <paramref name="finding"/>.</summary>
    public static string Of(Finding finding) => finding.GetType().Name.ToLowerInvariant();

    /// <summary>The finding that was kept as <paramref name="json"/> under <paramref name="kind"/>.</summary>
    /// <exception cref="System.Text.Json.JsonException">The text is not of that kind, or there is no such kind.</exception>
    public static Finding Parse(string kind, string json) => ReadingJson.FromJson(
        json, s_types.GetValueOrDefault(kind) ?? throw new System.Text.Json.JsonException($"There is no kind of finding named {kind}."));
}
