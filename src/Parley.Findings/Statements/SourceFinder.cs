using Parley.Language;

namespace Parley.Findings.Statements;

/// <summary>Finds who says what a cue marks: its subject, that of the verb it hangs on, or whom "by" names.</summary>
internal static class SourceFinder
{
    /// <summary>In steps up the tree; verbs that hang on each other deeper than this share no subject.</summary>
    private const int FarthestClimb = 4;

    /// <summary>The head of the noun phrase that is the source of <paramref name="cue"/>; null where there is none.</summary>
    public static Token? Find(Token cue)
    {
        if (IsPassive(cue))
            return Agent(cue);
        var at = cue;
        for (var steps = 0; steps < FarthestClimb; steps++)
        {
            foreach (var child in at.Children)
            {
                if (child.IsRelated("nsubj") && (child.Relation != "nsubj:pass" || steps > 0))
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
            if (tokens[i].Text is "–" or "—" or "-" or "|" or ")" or ":" && !IsHyphen(tokens[i]))
                return (i + 1)..end;
        }

        return first..end;
    }

    private static bool IsHyphen(Token token) => token.Text is "-" && !token.IsFollowedBySpace;

    /// <summary>The noun that stands right before or behind the cue, where the tree gives none outside quotation marks.</summary>
    public static Token? Beside(Range cue, QuotationMask quotations, TokenList tokens)
    {
        var (before, after) = (cue.Start.Value - 1, cue.End.Value);
        if (before >= 0 && !quotations[before] && IsNominal(tokens[before]))
            return Top(tokens[before], token => token.Index < cue.Start.Value && !quotations[token.Index]);
        while (after < tokens.Count && tokens[after].Upos is UniversalTag.Det or UniversalTag.Adj or UniversalTag.Num)
            after++;
        return after < tokens.Count && !quotations[after] && IsNominal(tokens[after]) && tokens[after].Sentence.Index == tokens[cue.Start.Value].Sentence.Index
            ? Top(tokens[after], token => token.Index >= cue.End.Value && !quotations[token.Index])
            : null;
    }

    private static bool IsNominal(Token token) => token.Upos is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron;

    private static Token Top(Token token, Func<Token, bool> isAllowed)
    {
        while (token.Head is { } head && IsNominal(head) && isAllowed(head) && !token.IsRelated("conj"))
            token = head;
        return token;
    }

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

    private static Token? Agent(Token cue)
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
