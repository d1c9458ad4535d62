using Parley.Language.Quotations;

namespace Parley.Language.Coreference;

/// <summary>
/// Finds who speaks the words of each quotation: the subject of a verb of speech beside its marks. A quotation that opens a sentence
/// without such a verb goes on with the speaker of the one before it in its paragraph, as news writes long speeches.
/// </summary>
internal sealed class Speakers(Document document, DraftIndex index)
{
    /// <summary>How many tokens beside a quotation are looked at for the verb.</summary>
    private const int Farthest = 14;

    /// <summary>The draft of each quotation's speaker, or none.</summary>
    public int[] Find(ReadOnlySpan<Draft> drafts)
    {
        var quotations = document.Quotations;
        var speakers = new int[quotations.Length];
        for (var i = 0; i < quotations.Length; i++)
        {
            speakers[i] = Find(quotations[i]);
            if (speakers[i] == Draft.None && i > 0 && GoesOn(quotations[i - 1], quotations[i]))
                speakers[i] = speakers[i - 1];
            if (speakers[i] != Draft.None && drafts[speakers[i]].Pronoun is { Person: not 3 } && quotations[i].Parent is null)
                speakers[i] = Draft.None;
        }

        return speakers;
    }

    private int Find(Quotation quotation)
    {
        if (document.TokenAt(quotation.Span.Start) is not { } opening)
            return Draft.None;
        var (first, end) = (opening.Index, document.TokenAt(quotation.Span.End)?.Index ?? document.Tokens.Count);
        var opens = first == opening.Sentence.FirstToken;
        var before = opens ? Draft.None : Before(first, quotation);
        return before != Draft.None ? before : After(end, quotation);
    }

    /// <summary>Looks right after a quotation, within the sentence that its last word is of.</summary>
    private int After(int end, Quotation quotation)
    {
        if (end >= document.Tokens.Count || end == 0 || document.Word(end).Sentence != document.Word(end - 1).Sentence)
            return Draft.None;
        for (var token = end; token < Math.Min(end + Farthest, document.Tokens.Count); token++)
        {
            ref readonly var word = ref document.Word(token);
            if (word.Sentence != document.Word(end).Sentence || IsMark(word))
                break;
            if (IsCue(word) && SubjectOf(token, quotation) is var speaker and not Draft.None)
                return speaker;
        }

        return Draft.None;
    }

    /// <summary>Looks right before a quotation; <c>according to</c> has its speaker after it, and a colon may close the sentence before.</summary>
    private int Before(int first, Quotation quotation)
    {
        for (var token = first - 1; token >= Math.Max(first - Farthest, 0); token--)
        {
            ref readonly var word = ref document.Word(token);
            if (word.Sentence != document.Word(first).Sentence || IsMark(word))
                break;
            if (IsCue(word))
                return SubjectOf(token, quotation);
        }

        return Draft.None;
    }

    private bool IsMark(in Word word) => word.Upos == UniversalTag.Punct && document.Text[word.Start] is '“' or '”' or '"' or '«' or '»' or ';';

    private static bool IsCue(in Word word) => word.Upos == UniversalTag.Verb && word.Lemma is { } lemma && CoreferenceWords.IsSpeech(lemma);

    /// <summary>The draft of a verb's subject, or of the verb's that it is joined to: <c>he said, adding</c>.</summary>
    private int SubjectOf(int verb, Quotation quotation)
    {
        const int Highest = 4;
        for (var (at, steps) = (verb, 0); at >= 0 && steps < Highest; steps++)
        {
            ref readonly var word = ref document.Word(at);
            var looked = 0;
            for (var child = word.FirstChild; child != Word.None && looked < Farthest; child = document.Word(child).NextSibling, looked++)
            {
                ref readonly var subject = ref document.Word(child);
                if (subject.Relation is "nsubj" or "nsubj:pass")
                    return quotation.Span.Contains(new Reports.Span(subject.Start, subject.End)) ? Draft.None : index.At(child);
            }

            if (word.Relation is not ("advcl" or "conj" or "xcomp"))
                break;
            at = word.Head;
        }

        return Draft.None;
    }

    /// <summary>Whether a quotation opens a sentence in the paragraph of the one before it, and right after that one's sentence.</summary>
    private bool GoesOn(Quotation previous, Quotation next)
    {
        if (next.Parent is not null || previous.Parent is not null || document.TokenAt(next.Span.Start) is not { } opening
            || document.TokenAt(previous.Span.End - 1) is not { } closing)
        {
            return false;
        }

        var (before, after) = (closing.Sentence, opening.Sentence);
        return opening.Index == after.FirstToken && after.Paragraph == before.Paragraph && after.Index - before.Index is 0 or 1;
    }
}
