using System.Collections.Frozen;
using Parley.Language;
using Parley.Language.Coreference;
using Parley.Reports.Data;

namespace Parley.Findings.Tolls;

/// <summary>Nouns for people.</summary>
internal static class PersonNouns
{
    private static readonly FrozenSet<string> s_anyone = WordList.Words(typeof(PersonNouns).Assembly, "Tolls.anyone-words.tsv");

    /// <summary>Whether a noun tells no kind of people: <c>people</c>, <c>others</c>.</summary>
    public static bool IsAnyone(Token noun) => s_anyone.Contains(noun.Lemma);

    /// <summary>Whether a noun is one for a person, or for several as one.</summary>
    public static bool Is(Token noun) => noun.Upos == UniversalTag.Noun && (Nouns.Find(noun.Lemma) is { Referent: Referent.Person } || CoreferenceWords.GenderOf(noun.Lemma, "noun") != Gender.Unknown);
}
