using Parley.Language;
using Parley.Reports;

namespace Parley.Resolution.Reading;

/// <summary>A mention, without its article and marks, and the word that heads it.</summary>
/// <param name="Span">Its characters.</param>
/// <param name="Tokens">Its tokens.</param>
/// <param name="Head">The token on which the others depend.</param>
/// <param name="IsDefinite">Whether it stands with a definite article, a possessive or without any before a title.</param>
internal readonly record struct Phrase(Span Span, TokenList Tokens, Token Head, bool IsDefinite)
{
    /// <summary>Strips <paramref name="span"/> of what is no part of a name; null where nothing is left.</summary>
    public static Phrase? Of(Document document, Span span)
    {
        var tokens = document.TokensIn(span);
        var (first, end) = (0, tokens.Count);
        var isDefinite = true;
        while (first < end && (tokens[first].Upos is UniversalTag.Det or UniversalTag.Punct or UniversalTag.Num || tokens[first].Is("the") || tokens[first].Is("both")))
        {
            isDefinite &= !(tokens[first].Is("a") || tokens[first].Is("an") || tokens[first].Is("some") || tokens[first].Is("another"));
            if (tokens[first].Upos == UniversalTag.Num && char.IsUpper(tokens[first].Text[0]) && first > 0)
                break;
            first++;
        }

        while (end > first && (tokens[end - 1].Upos is UniversalTag.Punct || tokens[end - 1].Xpos == "POS" || tokens[end - 1].Is("'s") || tokens[end - 1].Is("’s")))
            end--;
        if (first == end)
            return null;
        var kept = document.TokensIn(new Span(tokens[first].Span.Start, tokens[end - 1].Span.End));

        // "Officials said", "aid agencies warned": common nouns without an article are nobody told of before.
        isDefinite &= first > 0 || kept.Any(static token => token.Upos is UniversalTag.Propn or UniversalTag.Pron);
        return new Phrase(new Span(tokens[first].Span.Start, tokens[end - 1].Span.End), kept, HeadOf(kept), isDefinite);
    }

    /// <summary>The token that hangs on one outside; the last of several, which only a misread sentence has.</summary>
    private static Token HeadOf(TokenList tokens)
    {
        var heading = tokens[^1];
        var found = false;
        foreach (var token in tokens)
        {
            if (found && token.Upos is UniversalTag.Adp or UniversalTag.Punct or UniversalTag.Verb or UniversalTag.Aux or UniversalTag.Sconj or UniversalTag.Cconj)
                break;
            if (token.Head is { } head && head.Index >= tokens[0].Index && head.Index <= tokens[^1].Index)
                continue;
            (heading, found) = (token, true);
        }

        return heading;
    }
}
