using System.Collections.Frozen;
using Parley.Language;
using Parley.Reports.Data;

namespace Parley.Resolution.Reading;

/// <summary>The words of <c>metonym-words.tsv</c>.</summary>
internal static class MetonymVerbs
{
    private static readonly FrozenSet<string> s_told = Words("told"), s_state = Words("state"), s_stance = Words("stance");

    /// <summary>Whether it is done to governments rather than towns: <c>urge</c>, or a noun of that kind: <c>pressure</c>.</summary>
    public static bool IsTold(string lemma) => s_told.Contains(lemma);

    /// <summary>Whether towns do it: <c>burn</c>, <c>be</c> somewhere.</summary>
    public static bool IsState(Token verb) => s_state.Contains(verb.Lemma) || verb.Upos is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Adv || verb.Child("cop") is not null && verb.Upos != UniversalTag.Adj;

    /// <summary>Whether governments have it, and towns do not: <c>decision</c>.</summary>
    public static bool IsStance(string lemma) => s_stance.Contains(lemma);

    private static FrozenSet<string> Words(string kind) => WordList.Words(typeof(MetonymVerbs).Assembly, "metonym-words.tsv", kind, StringComparer.OrdinalIgnoreCase);
}
