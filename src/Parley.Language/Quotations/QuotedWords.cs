using System.Collections;

namespace Parley.Language.Quotations;

/// <summary>Counts the words of quotations and tells which hold a clause, in one pass over the words.</summary>
internal static class QuotedWords
{
    /// <summary>Fills in <paramref name="drafts"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">Its words with their syntax.</param>
    /// <param name="parts">The quotations' parts in the order of their starts, each wholly within another or beside it.</param>
    /// <param name="drafts">The quotations.</param>
    public static void Count(string text, ReadOnlySpan<Word> words, ReadOnlySpan<QuotedPart> parts, Span<QuotationReader.Draft> drafts)
    {
        var finite = FinitePredicates(words);
        var around = new Stack<int>();
        var next = 0;
        for (var i = 0; i < words.Length; i++)
        {
            ref readonly var word = ref words[i];
            while (next < parts.Length && parts[next].Span.Start <= word.Start)
                around.Push(next++);
            while (around.TryPeek(out var ended) && parts[ended].Span.End < word.End)
                around.Pop();
            if (around.Count == 0)
            {
                if (next == parts.Length)
                    break;
                continue;
            }

            var part = parts[around.Peek()];
            ref var draft = ref drafts[part.Quotation];
            if (char.IsLetterOrDigit(text[word.Start]))
                draft.WordCount++;
            var predicate = PredicateOf(words, i, finite);
            if (predicate == Word.None)
                continue;
            if (Holds(part, words[predicate]))
                draft.HoldsClause = true;
            else if (part.Around != QuotationMark.None && Holds(parts[part.Around], words[predicate]))
                drafts[draft.Parent].HoldsClause = true;
        }

        // What stands within one quotation stands within those around it.
        for (var i = drafts.Length - 1; i >= 0; i--)
        {
            if (drafts[i].Parent < 0)
                continue;
            drafts[drafts[i].Parent].WordCount += drafts[i].WordCount;
            drafts[drafts[i].Parent].HoldsClause |= drafts[i].HoldsClause;
        }
    }

    private static bool Holds(QuotedPart part, in Word word) => part.Span.Start <= word.Start && word.End <= part.Span.End;

    /// <summary>The predicate of the clause that a word shows to be one, as its subject or as a command; none where it does not.</summary>
    private static int PredicateOf(ReadOnlySpan<Word> words, int index, BitArray finite)
    {
        ref readonly var word = ref words[index];
        if (word.Xpos == "VB")
            return IsCommand(word, words) ? index : Word.None;
        return word.Head != Word.None && word.Relation is { } relation && finite[word.Head]
            && (relation.StartsWith("nsubj", StringComparison.Ordinal) || relation is "expl" or "csubj")
            ? word.Head
            : Word.None;
    }

    /// <summary>A bare verb that stands for itself: no auxiliary, no <c>to</c>, under no verb but one of speech.</summary>
    private static bool IsCommand(in Word verb, ReadOnlySpan<Word> words)
    {
        if (verb.Relation is not ("root" or "ccomp" or "parataxis"))
            return false;
        for (var child = verb.FirstChild; child != Word.None && words[child].Start < verb.Start; child = words[child].NextSibling)
        {
            if (words[child].Relation is "mark" or "aux" or "nsubj")
                return false;
        }

        return true;
    }

    /// <summary>Words that are a finite verb or have one as their auxiliary; a relative clause's are left out, being part of a phrase.</summary>
    private static BitArray FinitePredicates(ReadOnlySpan<Word> words)
    {
        var finite = new BitArray(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Xpos is not ("VBD" or "VBZ" or "VBP" or "MD"))
                continue;
            var isAuxiliary = words[i].Relation is { } relation && (relation == "cop" || relation.StartsWith("aux", StringComparison.Ordinal));
            var predicate = isAuxiliary && words[i].Head != Word.None ? words[i].Head : i;
            finite[predicate] = words[predicate].Relation?.StartsWith("acl", StringComparison.Ordinal) != true;
        }

        return finite;
    }
}
