using Parley.Language;
using Parley.Language.Coreference;
using Parley.Reports;

namespace Parley.Findings.Statements;

/// <summary>Which reason for withholding a name holds for which speaker: its own, that of those it is one of, or one that all unnamed share.</summary>
internal sealed class WithheldNames
{
    private readonly Dictionary<int, Citation> _bySpeaker = [];
    private readonly Dictionary<string, Citation> _byNoun = new(StringComparer.OrdinalIgnoreCase);
    private Citation? _common;

    /// <summary>Takes a reason that the report gives.</summary>
    /// <param name="reason">Its words.</param>
    /// <param name="speaker">Whose; negative where not known.</param>
    /// <param name="noun">The lemma of the noun by which several are quoted, <c>diplomat</c> of <c>two diplomats</c>; null for one.</param>
    /// <param name="scope">Who shares it.</param>
    public void Add(Citation reason, int speaker, string? noun, WithholdingScope scope)
    {
        if (speaker >= 0)
            _bySpeaker.TryAdd(speaker, reason);
        if (noun is not null)
            _byNoun.TryAdd(noun, reason);
        if (scope == WithholdingScope.All)
            _common ??= reason;
    }

    /// <summary>The reason that holds for an unnamed source; null for none.</summary>
    /// <param name="speaker">Who speaks.</param>
    /// <param name="source">Its words.</param>
    /// <param name="noun">The lemma of the noun of those whom <c>one of them</c> is one of; null where it is not so told.</param>
    /// <param name="isTold">Whether another tells what it said: then it is none of those the report spoke with.</param>
    public Citation? Of(int speaker, TokenList source, string? noun, bool isTold)
    {
        if (speaker >= 0 && _bySpeaker.TryGetValue(speaker, out var own))
            return own;
        if (isTold)
            return null;
        if (noun is not null && _byNoun.TryGetValue(noun, out var theirs))
            return theirs;
        foreach (var token in source)
        {
            if (token.Upos == UniversalTag.Noun && _byNoun.TryGetValue(token.Lemma, out var shared))
                return shared;
        }

        return _common is not null && IsPerson(source) ? _common : null;
    }

    /// <summary>A source that is said to be somebody: a noun or pronoun, no document or body with a name.</summary>
    private static bool IsPerson(TokenList source)
    {
        foreach (var token in source)
        {
            if (token.Upos is UniversalTag.Pron || (token.Upos == UniversalTag.Noun && Nouns.Find(token.Lemma) is { Kind: NounKind.Source }))
                return true;
        }

        return false;
    }
}
