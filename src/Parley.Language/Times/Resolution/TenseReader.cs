using Parley.Language.Times.Grammar;
using Parley.Language.Times.Lexicon;

namespace Parley.Language.Times.Resolution;

/// <summary>
/// Tells the tense around a time expression: by the verbs that govern it where a tree is known, else by the nearest word that tells
/// tense, the words before it first.
/// </summary>
internal static class TenseReader
{
    /// <summary>Atoms looked at on either side, and verbs climbed to: a sentence of a megabyte costs no more.</summary>
    private const int Reach = 40;

    public static Tense Of(Document document, in Line line, int first, int end, TimeWords words)
    {
        var byTree = document.TokenAt(line[first].Start) is { } token && token.Upos != UniversalTag.X ? ByTree(token, words) : Tense.Unknown;
        return byTree != Tense.Unknown ? byTree : ByWords(line, first, end);
    }

    private static Tense ByTree(Token token, TimeWords words)
    {
        Token? at = token;
        for (var i = 0; i < Reach && at is { } verb; i++, at = verb.Head)
        {
            var copula = verb.Child("cop");
            if (verb.Upos is not (UniversalTag.Verb or UniversalTag.Aux) && copula is null)
                continue;
            if (IsUnreal(verb))
                return Tense.Past;
            if (HasHelper(verb, "MD") || (IsInfinitive(verb) && HasFiniteBe(verb)))
                return Tense.Future;
            var isScheduled = words.Find(verb.Text)?.Cue == TenseCue.Schedule;
            var isHelped = HasHelper(verb, "VBZ") || HasHelper(verb, "VBP");
            switch (verb.Xpos)
            {
                case "VBD":
                case "VB" when HasHelper(verb, "VBD"):
                case "VBG" when HasHelper(verb, "VBD"):
                    return Tense.Past;
                case "VBG" when isHelped:
                    return HasHelper(verb, "VBN") ? Tense.Past : Tense.Future;
                case "VBN" when HasHelper(verb, "VBD") || isHelped:
                    return isScheduled ? Tense.Future : Tense.Past;
                case "VBN" or "JJ" when isScheduled:
                    return Tense.Future;
                case "VB" or "VBN" when IsInfinitive(verb) && verb.Head is { } head
                    && (IsToBe(verb, head) || words.Find(head.Text)?.Cue is TenseCue.Plan or TenseCue.Schedule):
                    return Tense.Future;
                case "VBZ" or "VBP":
                    return Tense.Unknown;
            }

            if (copula is { } be)
                return be.Xpos == "VBD" ? Tense.Past : Tense.Unknown;
        }

        return Tense.Unknown;
    }

    private static bool HasHelper(Token verb, string tag)
    {
        foreach (var child in verb.Children)
        {
            if (child.IsRelated("aux") && child.Xpos == tag)
                return true;
        }

        return false;
    }

    /// <summary>It would have started on Thursday, had they agreed: that Thursday is over. But "will have left by Friday" is to come.</summary>
    private static bool IsUnreal(Token verb)
    {
        var (hasModal, hasHave) = (false, false);
        foreach (var child in verb.Children)
        {
            if (!child.IsRelated("aux"))
                continue;
            hasModal |= child.Xpos == "MD" && child.Lemma is not ("will" or "shall");
            hasHave |= child.Xpos == "VB" && child.Lemma == "have";
        }

        return hasModal && hasHave;
    }

    /// <summary>The year was to begin on Sunday; the talks are to be held then.</summary>
    private static bool HasFiniteBe(Token verb)
    {
        foreach (var child in verb.Children)
        {
            if ((child.IsRelated("cop") || child.IsRelated("aux")) && child.Xpos is "VBD" or "VBZ" or "VBP" && child.Lemma == "be")
                return true;
        }

        return false;
    }

    /// <summary>Talks to be held on Sunday; but "the first to leave on Sunday" has left.</summary>
    private static bool IsToBe(Token verb, Token head) => head.Upos is UniversalTag.Noun or UniversalTag.Propn && verb.Child("aux:pass") is not null;

    private static bool IsInfinitive(Token verb)
    {
        foreach (var child in verb.Children)
        {
            if (child.Xpos == "TO")
                return true;
        }

        return false;
    }

    private static Tense ByWords(in Line line, int first, int end)
    {
        // Sunday's session is the subject of the verb that follows; most other times stand behind theirs.
        var (before, after) = line.IsApostrophe(end) ? (Tense.Unknown, ByWordsAfter(line, end)) : (ByWordsBefore(line, first), Tense.Unknown);
        if (before == Tense.Unknown && after == Tense.Unknown)
            return line.IsApostrophe(end) ? ByWordsBefore(line, first) : ByWordsAfter(line, end);
        return before == Tense.Unknown ? after : before;
    }

    private static Tense ByWordsBefore(in Line line, int first)
    {
        for (var i = first - 1; i >= Math.Max(0, first - Reach) && !EndsSentence(line, i); i--)
        {
            if (Cue(line, i) is var cue && cue != Tense.Unknown)
                return cue;
        }

        return Tense.Unknown;
    }

    private static Tense ByWordsAfter(in Line line, int end)
    {
        for (var i = end; i < Math.Min(line.Count, end + Reach) && !EndsSentence(line, i); i++)
        {
            if (Cue(line, i) is var cue && cue != Tense.Unknown)
                return cue;
        }

        return Tense.Unknown;
    }

    private static bool EndsSentence(in Line line, int at) => line.Mark(at) is '.' or '!' or '?' or ';' && !line[at + 1].Glued && line.IsCapital(at + 1)
        && line[at - 1].End - line[at - 1].Start > 1;

    private static Tense Cue(in Line line, int at)
    {
        if (!line.IsWord(at))
            return Tense.Unknown;
        if (line[at].Word is not { Cue: not TenseCue.None } word)
        {
            // Kicked, lasted; the lexicon has those that end otherwise.
            return line.Text(at) is [_, _, .., 'e', 'd'] && !line.IsCapital(at) ? Tense.Past : Tense.Unknown;
        }

        if (word.Is(TimeRole.Month) && line.IsCapital(at))
            return Tense.Unknown;

        // They were to meet.
        if (word.Cue == TenseCue.Past)
            return line.Text(at) is "was" or "were" && line.Is(at + 1, Keyword.To) ? Tense.Future : Tense.Past;
        if (word.Cue == TenseCue.Future)
            return Tense.Future;

        // Talks begin on Monday; but of "failed to begin" the verb before tells.
        if (word.Cue == TenseCue.Present)
            return line.Is(at - 1, Keyword.To) || line[at - 1].Word?.Cue == TenseCue.Past || line[at - 2].Word?.Cue == TenseCue.Past ? Tense.Unknown : Tense.Future;
        for (var i = at + 1; i <= at + 2; i++)
        {
            if (line.Is(i, Keyword.To) || (word.Cue == TenseCue.Schedule && (line.Is(i, Keyword.For) || line.Is(i, Keyword.On))))
                return Tense.Future;
        }

        return line.Text(at) is [.., 'e', 'd'] ? Tense.Past : Tense.Unknown;
    }
}
