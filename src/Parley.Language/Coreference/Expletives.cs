using Parley.Reports.Data;

namespace Parley.Language.Coreference;

/// <summary>Tells the <c>it</c> that stands for nothing: of the weather, of what seems, of the clause that comes after it.</summary>
internal static class Expletives
{
    private static readonly System.Collections.Frozen.FrozenSet<string> s_verbs = WordList.Words(typeof(Expletives).Assembly, "expletives.tsv", "verb");

    private static readonly System.Collections.Frozen.FrozenSet<string> s_predicates = WordList.Words(typeof(Expletives).Assembly, "expletives.tsv", "predicate");

    private static readonly System.Collections.Frozen.FrozenSet<string> s_passives = WordList.Words(typeof(Expletives).Assembly, "expletives.tsv", "passive");

    /// <summary>Whether a token is such an <c>it</c>.</summary>
    public static bool IsExpletive(Document document, int token, Sentence sentence)
    {
        ref readonly var word = ref document.Word(token);
        if (word.Relation is "expl")
            return true;
        if (word.Head < 0 || word.Relation is not ("nsubj" or "nsubj:pass") || word.End - word.Start != 2 || document.Text[word.Start] is not ('i' or 'I'))
            return false;
        ref readonly var head = ref document.Word(word.Head);
        if (head.Lemma is not { } lemma)
            return false;
        return s_verbs.Contains(lemma)
            || ((s_predicates.Contains(lemma) || (word.Relation is "nsubj:pass" && s_passives.Contains(lemma))) && HasClauseAfter(document, word.Head, sentence));
    }

    /// <summary>Whether <c>that</c>, <c>to</c> or <c>whether</c> comes soon after a predicate.</summary>
    private static bool HasClauseAfter(Document document, int predicate, Sentence sentence)
    {
        const int Farthest = 6;
        var end = Math.Min(predicate + Farthest, sentence.FirstToken + sentence.TokenCount);
        for (var token = predicate + 1; token < end; token++)
        {
            if (document.Word(token).Lemma is "that" or "to" or "whether" or "if" or "how" or "when" or "who")
                return true;
        }

        return false;
    }
}
