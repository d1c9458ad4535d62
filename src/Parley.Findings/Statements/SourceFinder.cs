using Parley.Language;

namespace Parley.Findings.Statements;

/// <summary>Finds who says what a cue marks: its subject, that of the verb it hangs on, or whom "by" names.</summary>
internal static class SourceFinder
{
    /// <summary>In steps up the tree; verbs that hang on each other deeper than this share no subject.</summary>
    private const int FarthestClimb = 4;

    /// <summary>In tokens from a phrase's end to the bracket that closes in it.</summary>
    private const int LongestBracket = 8;

    /// <summary>The head of the noun phrase that is the source of <paramref name="cue"/>; null where there is none.</summary>
    public static Token? Find(Token cue) => IsPassive(cue) ? Agent(cue) : Subject(cue);

    /// <summary>The subject of <paramref name="verb"/> or of the verb it hangs on; for a relative pronoun, whom it means.</summary>
    public static Token? Subject(Token verb)
    {
        var at = verb;
        for (var steps = 0; steps < FarthestClimb; steps++)
        {
            foreach (var child in at.Children)
            {
                if (child.IsRelated("nsubj") && (child.Relation != "nsubj:pass" || steps > 0 || IsPassive(verb)))
                    return IsRelative(child) ? Antecedent(at) ?? child : child;
            }

            if (at.IsRelated("acl") && at.Head is { } noun)
                return noun;
            if (!(at.IsRelated("xcomp") || at.IsRelated("conj") || at.IsRelated("advcl") || at.IsRelated("parataxis") && at.Index > at.Head?.Index) || at.Head is not { } head)
                return null;
            at = head;
        }

        return null;
    }

    /// <summary>The head of the noun phrase in which a title or a part of a name stands: the name.</summary>
    public static Token Top(Token token)
    {
        while (token.Head is { } head && (token.IsRelated("nmod:desc") || token.IsRelated("compound") || token.IsRelated("flat")) && head.Upos is UniversalTag.Noun or UniversalTag.Propn)
            token = head;
        return token;
    }

    /// <summary>The tokens of the noun phrase headed by <paramref name="noun"/>: with titles and appositives, without clauses and circumstances.</summary>
    public static Range Extent(Token noun)
    {
        var (first, end) = (noun.Index, noun.Index + 1);
        Widen(noun, ref first, ref end);
        var tokens = noun.Document.Tokens;
        while (end - first > 1 && tokens[end - 1] is { Upos: UniversalTag.Punct } or { Xpos: "POS" })
            end--;
        while (end - first > 1 && tokens[first].Upos is UniversalTag.Punct or UniversalTag.Cconj)
            first++;

        // What a dateline or a time before an entry parts off is no part of the source.
        for (var i = end - 2; i > first; i--)
        {
            if (tokens[i].Text is "–" or "—" or "-" or "|" or ":" && !IsHyphen(tokens[i]))
                return Closed(i + 1, end);
            if (tokens[i].Text is ")" && !IsOpened(first, i))
                return (i + 1)..end;
        }

        return Closed(first, end);

        bool IsOpened(int from, int to)
        {
            for (var i = to; i >= from; i--)
            {
                if (tokens[i].Text is "(")
                    return true;
            }

            return false;
        }

        // A bracket that opens within the phrase closes within it: a party's letters behind a name.
        Range Closed(int from, int to)
        {
            var opened = -1;
            for (var i = from; i < to; i++)
                opened = tokens[i].Text is "(" ? i : tokens[i].Text is ")" ? -1 : opened;
            if (opened < 0)
                return from..to;
            for (var i = to; i < tokens.Count && i < to + LongestBracket; i++)
            {
                if (tokens[i].Text is ")")
                    return from..(i + 1);
            }

            return from..Math.Max(opened, from + 1);
        }
    }

    private static bool IsHyphen(Token token) => token.Text is "-" && !token.IsFollowedBySpace;

    private static void Widen(Token noun, ref int first, ref int end)
    {
        foreach (var child in noun.Children)
        {
            // What is cut off ends the phrase, whatever follows it.
            if (child.Index > noun.Index && IsOutside(child))
            {
                if (child.Index >= end)
                    break;
                continue;
            }

            if (IsOutside(child) || child.IsRelated("case") || child.IsRelated("cop"))
                continue;
            first = Math.Min(first, child.Index);
            end = Math.Max(end, child.Index + 1);
            Widen(child, ref first, ref end);
        }
    }

    private static bool IsOutside(Token child) =>
        child.IsRelated("acl") || child.IsRelated("advcl") || child.IsRelated("parataxis") || child.IsRelated("nsubj") || child.IsRelated("ccomp") || child.IsRelated("discourse")
        || (child.IsRelated("conj") && child.Upos is UniversalTag.Verb or UniversalTag.Aux) || (child.IsRelated("advmod") && child.Upos == UniversalTag.Sconj);

    private static bool IsPassive(Token cue)
    {
        if (cue.Xpos != "VBN")
            return false;
        foreach (var child in cue.Children)
        {
            if (child.Relation is "aux:pass" or "nsubj:pass")
                return true;
        }

        return cue.IsRelated("acl") && cue.Relation != "acl:relcl";
    }

    /// <summary>Whom "by" names as doing what a passive verb tells.</summary>
    public static Token? Agent(Token cue)
    {
        foreach (var child in cue.Children)
        {
            if (child.Relation == "obl:agent" || (child.IsRelated("obl") && child.Child("case") is { } by && by.Is("by")))
                return child;
        }

        return null;
    }

    private static bool IsRelative(Token token) => token.Is("who") || token.Is("which") || (token.Is("that") && token.Upos == UniversalTag.Pron);

    private static Token? Antecedent(Token verb)
    {
        var at = verb;
        for (var steps = 0; steps < FarthestClimb && at.Head is { } head; steps++, at = head)
        {
            if (at.Relation == "acl:relcl")
                return head;
        }

        return null;
    }
}
