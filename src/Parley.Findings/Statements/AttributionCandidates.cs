using System.Collections.Frozen;
using Parley.Language;

namespace Parley.Findings.Statements;

/// <summary>Which tokens the decisions on attributions choose among; reading and training ask alike.</summary>
internal static class AttributionCandidates
{
    /// <summary>Whether a token may head a cue: a word of the lexicon or one that led an attribution in training, or a verb with a clause.</summary>
    public static bool MayBeCue(SentenceView view, int token, CueLexicon lexicon, FrozenSet<uint> lemmas)
    {
        if (view.Upos(token) is UniversalTag.Det or UniversalTag.Pron or UniversalTag.Num or UniversalTag.Cconj or UniversalTag.Sym)
            return false;
        if (lemmas.Contains(view.Lemma(token)))
            return true;
        var own = view.Tokens[token];
        return own.Upos != UniversalTag.Aux && (!lexicon.Of(own).IsEmpty || (own.Upos == UniversalTag.Verb && own.Child("ccomp") is not null));
    }

    /// <summary>Whether a token may head a source.</summary>
    public static bool MayBeSource(SentenceView view, int token) =>
        view.Upos(token) is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron or UniversalTag.Num or UniversalTag.Det or UniversalTag.Adj or UniversalTag.X;

    /// <summary>Whether a token may be a content's first.</summary>
    public static bool MayStart(SentenceView view, int token, AttributionFeatures features) =>
        !features.IsOwn(token) && !(view.IsPunctuation(token) && !view.IsMark(token));

    /// <summary>Whether a token may be a content's last.</summary>
    public static bool MayEnd(SentenceView view, int token, AttributionFeatures features) => !features.IsOwn(token);
}

/// <summary>Counts, as a content grows token by token, those of its tokens that hang on none of it.</summary>
internal struct ContentRoots(SentenceView view, int start)
{
    private int _roots;

    /// <summary>Takes in the next token; gives the count.</summary>
    public int Add(int token, AttributionFeatures features)
    {
        if (features.IsOwn(token))
            return _roots;
        if (view.Head(token) is var head && (head < start || head > token || features.IsOwn(head)))
            _roots++;
        foreach (var child in view.Tokens[token].Children)
        {
            var own = child.Index - view.Sentence.FirstToken;
            if (own >= token)
                break;
            if (own >= start && !features.IsOwn(own))
                _roots--;
        }

        return _roots;
    }
}
