using System.Collections.Frozen;
using Parley.Language;
using Parley.Language.Coreference;
using Parley.Reports;
using Parley.Reports.Data;
using Parley.Resolution;

namespace Parley.Findings.Trees;

/// <summary>A word of a sentence that stands for a side.</summary>
/// <param name="Token">It.</param>
/// <param name="Side">The side's canonical name.</param>
/// <param name="How">1 where it names the side or its people, 2 where it speaks for it, 3 where it is a place in its country, 4 where it means several, 5 where it is what passes between them.</param>
internal readonly record struct SideMention(Token Token, string Side, uint How);

/// <summary>Finds the words of a sentence that stand for sides.</summary>
internal static class SideMentions
{
    /// <summary>In a sentence; more are a list.</summary>
    private const int Most = 16;

    /// <summary>Who fight; of more, "both sides" says little.</summary>
    private const int MostParties = 4;

    private static readonly FrozenSet<string> s_several = Words("several"), s_between = Words("between");

    /// <summary>The words, in the order of the text.</summary>
    public static List<SideMention> In(Sentence sentence, ResolvedDocument resolved)
    {
        var found = new List<SideMention>();
        var isFew = resolved.Conflict.Parties.Length is > 1 and <= MostParties;
        foreach (var token in sentence.Tokens)
        {
            if (found.Count == Most)
                break;
            if (!(token.Upos is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron or UniversalTag.Adj))
                continue;
            if (resolved.SideAt(token) is { } named)
                found.Add(new SideMention(token, named, 1));
            else if (isFew && IsSeveral(token))
                found.AddRange(resolved.Conflict.Parties.Select(party => new SideMention(token, party, 4)));
            else if (isFew && token.Upos == UniversalTag.Noun && s_between.Contains(token.Lemma))
                found.AddRange(resolved.Conflict.Parties.Select(party => new SideMention(token, party, 5)));
            else if (IsEnd(token) && MaySpeak(token) && resolved.SpeaksFor(token) is { } side)
                found.Add(new SideMention(token, side, 2));
            else if (token.Upos == UniversalTag.Propn && resolved.CountryAt(token.Span) is { } country)
                found.Add(new SideMention(token, country, 3));
        }

        return found;
    }

    /// <summary>A stretch of text without the marks at its end.</summary>
    public static Span WithoutMarks(string text, int start, int end)
    {
        while (end > start + 1 && !char.IsLetterOrDigit(text[end - 1]))
            end--;
        return new Span(start, end);
    }

    private static FrozenSet<string> Words(string kind) => WordList.Words(typeof(SideMentions).Assembly, "Trees.several-words.tsv", kind, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether it is a noun for people or a body, or a pronoun that stands for one.</summary>
    private static bool MaySpeak(Token token) => token.Upos switch
    {
        UniversalTag.Noun => Nouns.Find(token.Lemma) is { Referent: Referent.Person or Referent.Body },
        UniversalTag.Pron => token.Lemma is "he" or "she" or "it" or "they" or "who",
        _ => token.Upos == UniversalTag.Propn,
    };

    /// <summary>Whether it is a noun for all who fight, or a pronoun that may be one: <c>both sides</c>, <c>the delegations</c>, <c>they</c>.</summary>
    private static bool IsSeveral(Token token) => s_several.Contains(token.Lemma) && (token.Upos == UniversalTag.Pron || token.Xpos is "NNS" or "CD" or "DT" || token.Children.Any(static child => child.Is("both") || child.Is("each") || child.Is("two")));

    /// <summary>Whether a noun or pronoun stands where one does or suffers something.</summary>
    private static bool IsEnd(Token token) =>
        token.Upos != UniversalTag.Adj && (token.IsRelated("nsubj") || token.IsRelated("obj") || token.IsRelated("iobj") || token.IsRelated("obl") || token.IsRelated("nmod") || token.IsRelated("conj") || token.IsRelated("appos"));
}
