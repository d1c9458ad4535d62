namespace Parley.Language.Coreference;

/// <summary>
/// Takes for one what the sentence itself says is one: appositions (<c>Lavrov, the foreign minister,</c>), predicates (<c>Lavrov is
/// the foreign minister</c>), names given in brackets, a body and the noun that tells what it is (<c>the Hamas movement</c>), relative
/// pronouns and what their clause tells of.
/// </summary>
internal sealed class StructureSieve(Document document, MentionFinder finder, DraftIndex index, Entities entities)
{
    /// <summary>Links what stands so among <paramref name="drafts"/>.</summary>
    public void Run(Span<Draft> drafts)
    {
        for (var i = 0; i < drafts.Length; i++)
        {
            ref readonly var draft = ref drafts[i];
            if (draft.IsList)
                continue;
            ref readonly var top = ref document.Word(draft.Top);
            if (draft.Pronoun is { Use: PronounUse.Relative })
                LinkRelative(drafts, i);
            else if (draft.IsPronoun)
                continue;
            else if (top is { Relation: "appos", Head: >= 0 })
                LinkApposition(drafts, i, top.Head);
            else if (top.FirstChild >= 0 && Subject(draft.Top) is var subject and not Draft.None)
                LinkPredicate(drafts, i, subject);
            if (draft.Noun is { Kind: NounKind.Group })
                LinkGroup(drafts, i);
        }
    }

    private void LinkRelative(Span<Draft> drafts, int i)
    {
        var head = finder.RelativeHead(drafts[i].Top);
        if (head != Draft.None && index.At(head) is var antecedent and not Draft.None && antecedent < i)
            entities.Link(drafts, i, antecedent, LinkReason.Pronoun);
        else
            drafts[i].IsUndecided = true;
    }

    /// <summary>Links an apposition that comes right after a mark, and this right after what it tells of.</summary>
    private void LinkApposition(Span<Draft> drafts, int i, int head)
    {
        var other = index.At(head);
        if (other is Draft.None || drafts[other].IsPronoun || drafts[i].First == 0 || drafts[i].Reference is Reference.New or Reference.Open)
            return;
        if (drafts[other].End != drafts[i].First - 1 || IsSpeaker(drafts[i].End))
            return;
        var mark = document.Text[document.Word(drafts[i].First - 1).Start];
        var isBracketed = mark is '(' or '[';

        // Two names side by side are more often a list misread than one thing; brackets declare a short name.
        if (drafts[i].IsName && drafts[other].IsName && !isBracketed)
            return;
        if ((isBracketed || mark is ',' or '—' or '–' or '-' or ':') && entities.Link(drafts, i, other, LinkReason.Stated))
            drafts[other].IsSettled = drafts[i].IsName;
    }

    /// <summary>
    /// Whether a verb follows at once, as in "the envoy left, a source said": the source is the verb's subject, however a tree took it. An
    /// apposition ends in a mark.
    /// </summary>
    private bool IsSpeaker(int end) => end < document.Tokens.Count && document.Word(end) is { Upos: UniversalTag.Verb, Xpos: "VBD" or "VBZ" or "VBP" };

    /// <summary>The subject of a noun that is a predicate, affirmed and not of what may be; none where there is none.</summary>
    private int Subject(int predicate)
    {
        var (subject, isPredicate) = (Draft.None, false);
        for (var child = document.Word(predicate).FirstChild; child != Word.None; child = document.Word(child).NextSibling)
        {
            ref readonly var word = ref document.Word(child);
            if (word.Relation is "cop")
                isPredicate = word.Lemma == "be";
            else if (word.Relation is "nsubj" && child < predicate)
                subject = child;
            else if (word.Relation is "aux" or "advmod" or "mark" or "case" or "det" && IsDoubt(word))
                return Draft.None;
        }

        return isPredicate ? subject : Draft.None;
    }

    private static bool IsDoubt(in Word word) =>
        word.Xpos is "MD" || word.Relation is "case" || word.Lemma is "not" or "never" or "no" or "if" or "whether" or "longer" or "like";

    private void LinkPredicate(Span<Draft> drafts, int i, int subject)
    {
        var other = index.At(subject);
        if (other is Draft.None || other == i || drafts[other].IsPronoun || (drafts[i].IsName && drafts[other].IsName))
            return;
        if (drafts[i].Reference is Reference.New or Reference.Open || drafts[other].Reference is Reference.New or Reference.Open)
            return;
        if (drafts[i].Referent == drafts[other].Referent && drafts[i].Referent != Referent.Unknown)
            entities.Link(drafts, i, other, LinkReason.Stated);
    }

    /// <summary>The body that a noun of its kind is told of by name: <c>the Hamas movement</c>.</summary>
    private void LinkGroup(Span<Draft> drafts, int i)
    {
        if (drafts[i].Reference != Reference.Definite || drafts[i].Number != Number.One)
            return;
        for (var child = document.Word(drafts[i].Top).FirstChild; child != Word.None && child < drafts[i].Top; child = document.Word(child).NextSibling)
        {
            if (document.Word(child).Relation is "compound" or "amod" && index.At(child) is var name and not Draft.None
                && drafts[name] is { IsName: true, Referent: Referent.Body, Number: not Number.Many })
            {
                drafts[i].IsSettled = entities.Link(drafts, name, i, LinkReason.Stated);
                return;
            }
        }
    }
}
