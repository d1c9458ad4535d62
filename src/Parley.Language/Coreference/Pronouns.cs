using System.Collections.Frozen;
using Parley.Reports.Data;

namespace Parley.Language.Coreference;

/// <summary>What a pronoun does in its clause.</summary>
internal enum PronounUse : byte
{
    Personal,
    Possessive,
    Reflexive,
    Relative,
}

/// <summary>A pronoun, and what it may stand for.</summary>
/// <param name="Use">What it does in its clause.</param>
/// <param name="Person">1 for the speaker, 2 for the one spoken to, 3 for others.</param>
/// <param name="Number">How many it may stand for.</param>
/// <param name="Referent">What sort it may stand for; <see cref="Referent.Thing"/> for all but persons.</param>
/// <param name="Gender">Of a person.</param>
internal sealed record Pronoun(PronounUse Use, int Person, Number Number, Referent Referent, Gender Gender);

/// <summary>The pronouns of <c>pronouns.tsv</c>.</summary>
internal static class Pronouns
{
    private static readonly FrozenDictionary<string, Pronoun>.AlternateLookup<ReadOnlySpan<char>> s_pronouns =
        WordList.Load(typeof(Pronouns).Assembly, "pronouns.tsv").ToFrozenDictionary(
            static row => row[0],
            static row => new Pronoun(
                Enum.Parse<PronounUse>(row[1], ignoreCase: true), row[2][0] - '0',
                row[3] switch { "singular" => Number.One, "plural" => Number.Many, _ => Number.Unknown },
                row[4] switch { "person" => Referent.Person, "thing" => Referent.Thing, _ => Referent.Unknown },
                row[5] switch { "male" => Gender.Male, "female" => Gender.Female, _ => Gender.Unknown }),
            StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What is known of a word as a pronoun, in whatever case; null where it is none of them.</summary>
    public static Pronoun? Find(ReadOnlySpan<char> word) => s_pronouns.TryGetValue(word, out var pronoun) ? pronoun : null;
}
