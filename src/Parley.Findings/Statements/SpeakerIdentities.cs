using Parley.Language;
using Parley.Language.Coreference;
using Parley.Language.Names;
using Parley.Reports;
using Parley.Resolution;

namespace Parley.Findings.Statements;

/// <summary>What a speaker is known as.</summary>
/// <param name="Named">Whether by name.</param>
/// <param name="Actor">Canonical name of whom it speaks for; null where not told.</param>
/// <param name="Reason">Why, in words.</param>
internal readonly record struct SpeakerIdentity(bool Named, string? Actor, string Reason);

/// <summary>Whether each speaker is named, and the party, state or organisation for which it speaks.</summary>
internal sealed class SpeakerIdentities(Document document, ResolvedDocument resolved)
{
    /// <summary>In tokens: from a source back to where its office is first told of, and from a title to a name in its phrase.</summary>
    private const int FarthestIntroduction = 400, FarthestTitle = 8;

    private readonly Dictionary<int, SpeakerIdentity> _known = [];

    /// <summary>What a mention tells of a speaker; one that only looks back tells nothing new, and what was known before stands.</summary>
    /// <param name="speaker">Its number.</param>
    /// <param name="head">The noun that heads the mention.</param>
    /// <param name="range">The mention's tokens.</param>
    public SpeakerIdentity Know(int speaker, Token head, Range range)
    {
        var isPronoun = head.Upos == UniversalTag.Pron;
        var isKnown = _known.TryGetValue(speaker, out var before);
        if (isKnown && (isPronoun || IsSomebodyAgain(head, range)))
        {
            var same = resolved.SpeaksFor(head);
            return before with { Actor = same, Reason = same == before.Actor ? "as it was called before" : Weighed(same) };
        }

        var resolution = resolved.Of(SpanOf(range), acts: true);
        var named = before.Named || (!isPronoun && IsIntroduced(head, range)) || (isPronoun ? resolution.Kind == ResolutionKind.Known : IsNamed(head, range, resolution));
        var actor = IsOpen(range) ? null : resolved.SpeaksFor(head);
        return _known[speaker] = new SpeakerIdentity(named, actor, resolution.Party?.Name == actor ? resolution.Reason : Weighed(actor));
    }

    /// <summary>Why a speaker is read as of a side that no rule tells.</summary>
    private static string Weighed(string? actor) => actor is null ? "of the sides in the report none is likelier than nobody" : $"of the sides in the report {actor} is the likeliest";

    /// <summary>Whether a source only looks back: a pronoun, or a noun with "the".</summary>
    public bool IsBack(Token head, Range range) => head.Upos == UniversalTag.Pron || ReferenceOf(range) is Reference.Definite or Reference.Near;

    private bool IsSomebodyAgain(Token head, Range range) =>
        IsBack(head, range) && Nouns.Find(head.Lemma) is { Referent: Referent.Person } && !Tokens(range).Any(static token => token.Upos == UniversalTag.Propn);

    /// <summary>A name, a noun with a name beside it, or a body or office that is known; not one that stands with "a".</summary>
    private bool IsNamed(Token head, Range range, Parley.Resolution.Resolution resolution)
    {
        if (head.Upos == UniversalTag.Propn || HoldsName(range) || Tokens(range).Any(token => token.Upos == UniversalTag.Propn && (token.IsRelated("appos") || token.IsRelated("flat")) && token.Head is { } with && with.Index == head.Index))
            return true;
        if (Nouns.Find(head.Lemma) is { Referent: Referent.Thing or Referent.Body } && Tokens(range).Any(static token => token.Upos == UniversalTag.Propn))
            return true;
        return ReferenceOf(range) is not Reference.Indefinite && resolution.Kind == ResolutionKind.Known;
    }

    /// <summary>Whether who is called by an office with "the" was introduced by name before: <c>the minister of justice, Ada Pell</c>.</summary>
    private bool IsIntroduced(Token head, Range range)
    {
        if (range.End.Value - range.Start.Value != 2 || ReferenceOf(range) is not Reference.Definite || Nouns.Find(head.Lemma) is not { Referent: Referent.Person })
            return false;
        for (var i = range.Start.Value - 1; i >= 0 && i > range.Start.Value - FarthestIntroduction; i--)
        {
            var title = document.Tokens[i];
            if (title.Lemma.Equals(head.Lemma, StringComparison.OrdinalIgnoreCase))
                return IsBesideName(title);
        }

        return false;
    }

    /// <summary>Whether a person's name stands within a few words of a title in one noun phrase.</summary>
    private bool IsBesideName(Token title)
    {
        foreach (var name in document.Names)
        {
            if (name is not { Kind: NameKind.Person, Within: null } || document.TokensIn(name.Span) is not [var first, ..] || first.Index < title.Index - FarthestTitle)
                continue;
            if (first.Index > title.Index + FarthestTitle)
                break;
            foreach (var token in document.TokensIn(name.Span))
            {
                if (Joins(token, title) || Joins(title, token))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether a word hangs on another as a part of its noun phrase.</summary>
    private static bool Joins(Token lower, Token upper)
    {
        for (var at = lower; at.Head is { } head && (at.IsRelated("appos") || at.IsRelated("nmod") || at.IsRelated("flat") || at.IsRelated("compound")); at = head)
        {
            if (head.Index == upper.Index)
                return true;
        }

        return false;
    }

    /// <summary>Whether a person's name stands in a source as that of who speaks: beside a title, or behind "as"; not of whom someone is an aide.</summary>
    private bool HoldsName(Range range)
    {
        var (start, end) = (SpanOf(range).Start, SpanOf(range).End);
        foreach (var name in document.Names)
        {
            if (name.Span.Start >= end)
                break;
            if (name.Span.Start < start || name.Span.End > end || name is not { Kind: NameKind.Person, Within: null })
                continue;
            foreach (var token in document.TokensIn(name.Span))
            {
                var isTop = token.Head is not { } above || above.Span.Start < name.Span.Start || above.Span.End > name.Span.End;
                if (isTop && !token.IsRelated("nmod:poss") && (token.Child("case") is not { } preposition || preposition.Is("as")))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether the source is several that speak each for another: <c>each side</c>.</summary>
    private bool IsOpen(Range range) => Tokens(range).Any(static token => token.IsRelated("det") && CoreferenceWords.Determiner(token.Lemma) == Reference.Open);

    private Span SpanOf(Range range) => new(document.Tokens[range.Start.Value].Span.Start, document.Tokens[range.End.Value - 1].Span.End);

    private Reference? ReferenceOf(Range range) => CoreferenceWords.Determiner(document.Tokens[range.Start.Value].Lemma);

    private IEnumerable<Token> Tokens(Range range)
    {
        for (var i = range.Start.Value; i < range.End.Value; i++)
            yield return document.Tokens[i];
    }
}
