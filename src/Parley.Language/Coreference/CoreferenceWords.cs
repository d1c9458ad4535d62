using System.Collections.Frozen;
using Parley.Reports.Data;

namespace Parley.Language.Coreference;

/// <summary>The smaller lists that coreference goes by.</summary>
internal static class CoreferenceWords
{
    private static readonly FrozenDictionary<string, Reference> s_determiners = Load("determiners.tsv")
        .ToFrozenDictionary(static row => row[0], static row => Enum.Parse<Reference>(row[1], ignoreCase: true), StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_speech = WordList.Words(typeof(CoreferenceWords).Assembly, "speech-verbs.tsv");

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> s_aliases = Load("aliases.tsv")
        .ToFrozenDictionary(static row => row[0], static row => row[1], StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> s_places = Load("demonyms.tsv")
        .ToFrozenDictionary(static row => row[0], static row => Canonical(row[1]), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_countries = Load("demonyms.tsv")
        .Select(static row => Canonical(row[1])).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, (Gender Gender, string Kind)>.AlternateLookup<ReadOnlySpan<char>> s_genders = Load("genders.tsv")
        .ToFrozenDictionary(static row => row[0], static row => (row[1] is "male" ? Gender.Male : Gender.Female, row[2]), StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What a word before a noun says of whether that was told before; null where it says nothing.</summary>
    public static Reference? Determiner(string lemma) => s_determiners.TryGetValue(lemma, out var reference) ? reference : null;

    /// <summary>Whether the subject of a verb is one who speaks.</summary>
    public static bool IsSpeech(string lemma) => s_speech.Contains(lemma);

    /// <summary>The name that another stands for; null where it stands for itself.</summary>
    public static string? Alias(ReadOnlySpan<char> name) => s_aliases.TryGetValue(name, out var full) ? full : null;

    /// <summary>The place of a demonym, or the name itself under which a body or place is known.</summary>
    public static string? Place(ReadOnlySpan<char> demonym) => s_places.TryGetValue(demonym, out var place) ? place : null;

    /// <summary>Whether a name, as <see cref="Alias"/> gives it, is that of a country or people with a land of its own.</summary>
    public static bool IsCountry(ReadOnlySpan<char> name) => s_countries.Contains(name);

    /// <summary>What a word of a kind (<c>title</c>, <c>noun</c>, <c>given</c>) says of a person's being a man or a woman.</summary>
    public static Gender GenderOf(ReadOnlySpan<char> word, string kind) =>
        s_genders.TryGetValue(word, out var found) && found.Kind == kind ? found.Gender : Gender.Unknown;

    private static string Canonical(string name) => Alias(name) ?? name;

    private static ImmutableArray<string[]> Load(string name) => WordList.Load(typeof(CoreferenceWords).Assembly, name);
}
