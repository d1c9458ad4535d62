using System.Collections.Frozen;
using Parley.Reports.Data;

namespace Parley.Language.Coreference;

/// <summary>What a common noun names.</summary>
internal enum NounKind : byte
{
    /// <summary>A person who may stand in a report without a name: <c>official</c>.</summary>
    Source,

    /// <summary>Any other person.</summary>
    Person,

    /// <summary>Persons, though the form is that of one: <c>police</c>.</summary>
    People,

    /// <summary>A body of the sort that goes by a name: <c>movement</c>.</summary>
    Group,

    /// <summary>Any other body.</summary>
    Body,

    /// <summary>A country.</summary>
    State,

    /// <summary>Any other place.</summary>
    Place,

    /// <summary>What happens.</summary>
    Event,

    /// <summary>A thing, a text among them.</summary>
    Thing,

    /// <summary>What mostly takes up nothing, though it has its article: <c>the time</c>.</summary>
    Vague,
}

/// <summary>A common noun.</summary>
/// <param name="Lemma">Its dictionary form.</param>
/// <param name="Kind">What it names.</param>
/// <param name="Covers">The nouns that introduce what it may take up again, each with the modifier that it must then have or null.</param>
internal sealed record Noun(string Lemma, NounKind Kind, ImmutableArray<(string Lemma, string? Modifier)> Covers)
{
    public Referent Referent => Kind switch
    {
        NounKind.Source or NounKind.Person or NounKind.People => Referent.Person,
        NounKind.Group or NounKind.Body => Referent.Body,
        NounKind.State or NounKind.Place => Referent.Place,
        NounKind.Event => Referent.Event,
        NounKind.Vague => Referent.Unknown,
        _ => Referent.Thing,
    };
}

/// <summary>The common nouns of <c>nouns.tsv</c>.</summary>
internal static class Nouns
{
    private static readonly FrozenDictionary<string, Noun> s_nouns = WordList.Load(typeof(Nouns).Assembly, "nouns.tsv")
        .ToFrozenDictionary(static row => row[0], static row => new Noun(row[0], Enum.Parse<NounKind>(row[1], ignoreCase: true), Covers(row[2])), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Noun>.AlternateLookup<ReadOnlySpan<char>> s_spans = s_nouns.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>All of them.</summary>
    public static ImmutableArray<Noun> All => s_nouns.Values;

    /// <summary>What is known of a lemma; null where nothing is.</summary>
    public static Noun? Find(ReadOnlySpan<char> lemma) => s_spans.TryGetValue(lemma, out var noun) ? noun : null;

    private static ImmutableArray<(string Lemma, string? Modifier)> Covers(string text) =>
    [
        .. text.Split(' ').Where(static word => word != "-")
            .Select(static word => word.Split(':') is [var lemma, var modifier] ? (lemma, modifier) : (word, (string?)null)),
    ];
}
