using Parley.Language.Names;

namespace Parley.Language.Coreference;

/// <summary>Compares what is said of one noun with what was said of what it may take up.</summary>
internal sealed class Described(Document document, DraftIndex index, Entities entities)
{
    /// <summary>How many mentions of an entity, and how many words of one, are looked at.</summary>
    private const int MostMentions = 6, MostWords = 24;

    /// <summary>
    /// Whether a draft says no more than was said of a candidate's entity, and nothing against it: "the senior official" takes up a
    /// senior official, "the Israeli official" an Israeli one.
    /// </summary>
    /// <param name="drafts">All drafts.</param>
    /// <param name="i">The draft that looks back.</param>
    /// <param name="candidate">One of the entity's drafts.</param>
    /// <param name="isItself">Whether both have the same head noun.</param>
    public bool TakesUp(ReadOnlySpan<Draft> drafts, int i, int candidate, bool isItself)
    {
        ref readonly var draft = ref drafts[i];
        var looked = 0;
        for (var child = document.Word(draft.Top).FirstChild; child != Word.None && looked < MostWords; child = document.Word(child).NextSibling, looked++)
        {
            ref readonly var word = ref document.Word(child);
            if (!IsModifier(word.Relation) || word.Lemma is not { } lemma || lemma is "same" or "said" || IsAside(draft, child))
                continue;
            if (Affiliation(drafts, child) is { } place)
            {
                if (!AgreesWith(drafts, candidate, place, draft.Noun))
                    return false;
            }
            else if (word.Relation is "nummod" ? !Has(candidate, drafts, lemma) : !Has(candidate, drafts, lemma) && (isItself || draft.Referent == Referent.Person))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a word describes the entity of a draft in any of its first mentions.</summary>
    public bool Has(int candidate, ReadOnlySpan<Draft> drafts, string lemma)
    {
        var mention = entities.Of(candidate).First;
        for (var looked = 0; mention != Draft.None && looked < MostMentions; mention = entities.Next(mention), looked++)
        {
            if (Says(drafts[mention], lemma))
                return true;
        }

        return false;
    }

    /// <summary>Whether a noun has a complement or clause that tells it from others of its kind: <c>the official in Cairo</c>.</summary>
    public bool IsRestricted(in Draft draft)
    {
        for (var child = document.Word(draft.Top).FirstChild; child != Word.None; child = document.Word(child).NextSibling)
        {
            if (document.Word(child).Relation is "nmod" or "acl" or "acl:relcl" && child > draft.Top && !IsAside(draft, child))
                return true;
        }

        return false;
    }

    /// <summary>Whether two nouns have the same words after them: <c>the head of the army</c> twice.</summary>
    public bool HasSameComplement(in Draft draft, in Draft other) => Complement(draft).SequenceEqual(Complement(other));

    private ReadOnlySpan<char> Complement(in Draft draft) =>
        document.Text.AsSpan(document.Word(draft.Top).End, Math.Max(0, document.Word(draft.End - 1).End - document.Word(draft.Top).End));

    /// <summary>Whether anything but its article describes a noun.</summary>
    public bool HasModifier(in Draft draft)
    {
        for (var child = document.Word(draft.Top).FirstChild; child != Word.None; child = document.Word(child).NextSibling)
        {
            if (IsModifier(document.Word(child).Relation))
                return true;
        }

        return false;
    }

    /// <summary>Whether a name is one that a noun of a kind may take up: a country, a body that is no office of a state and no outlet.</summary>
    public bool IsNamed(in Draft draft, NounKind kind, in Entity entity)
    {
        if (!draft.IsName || draft.Number == Number.Many)
            return false;
        var name = document.Text.AsSpan(document.Word(draft.HeadFirst).Start, document.Word(draft.HeadEnd - 1).End - document.Word(draft.HeadFirst).Start);
        if (kind == NounKind.State)
            return entity.Referent is Referent.Place && CoreferenceWords.IsCountry(CoreferenceWords.Alias(name) ?? name);
        ref readonly var top = ref document.Word(draft.Top);
        var isTold = top.Relation is "obj" or "iobj" or "obl" && top.Head >= 0 && document.Word(top.Head).Lemma is { } verb && CoreferenceWords.IsSpeech(verb);
        var last = document.Text.AsSpan(document.Word(draft.HeadEnd - 1).Start, document.Word(draft.HeadEnd - 1).End - document.Word(draft.HeadEnd - 1).Start);
        return draft.Referent == Referent.Body && !isTold && CoreferenceWords.Alias(name) is null
            && (draft.HeadEnd - draft.HeadFirst == 1 || NameHeads.Shared.Kind(last) is null || Nouns.Find(Lower(last.ToString())!) is { Kind: NounKind.Group });
    }

    /// <summary>A lemma in small letters; nouns of offices and bodies are written large in titles and names.</summary>
    internal static string? Lower(string? lemma) => lemma is not null && char.IsUpper(lemma[0]) ? lemma.ToLowerInvariant() : lemma;

    private static bool IsModifier(string? relation) => relation is "amod" or "compound" or "nmod" or "nummod" or "nmod:desc" or "acl" or "acl:relcl" or "nmod:poss";

    /// <summary>Whether what hangs on a noun is told after a comma, and so tells it from no other: <c>the source, who spoke</c>.</summary>
    private bool IsAside(in Draft draft, int child) =>
        child >= draft.End && draft.End < document.Tokens.Count && document.Text[document.Word(draft.End).Start] is ',' or '—' or '–' or '(';

    /// <summary>Whether a mention says a word of what it refers to.</summary>
    private bool Says(in Draft draft, string lemma)
    {
        if (draft.IsName)
        {
            for (var token = draft.First; token < Math.Min(draft.HeadEnd, draft.First + MostWords); token++)
            {
                if (string.Equals(document.Word(token).Lemma, lemma, StringComparison.OrdinalIgnoreCase))
                    return true;
            }
        }

        var looked = 0;
        for (var child = document.Word(draft.Top).FirstChild; child != Word.None && looked < MostWords; child = document.Word(child).NextSibling, looked++)
        {
            ref readonly var word = ref document.Word(child);
            if (IsModifier(word.Relation) && word.Lemma == lemma)
                return true;
        }

        return false;
    }

    /// <summary>The country or body of a modifier: Israel of <c>Israeli</c>, Hamas of <c>Hamas official</c>; null where it is none.</summary>
    private string? Affiliation(ReadOnlySpan<Draft> drafts, int token)
    {
        ref readonly var word = ref document.Word(token);
        var text = document.Text.AsSpan(word.Start, word.End - word.Start);
        if (!char.IsUpper(text[0]))
            return null;
        return CoreferenceWords.Place(text) ?? CoreferenceWords.Alias(text)
            ?? (index.At(token) is var named and not Draft.None && drafts[named] is { IsName: true, Referent: Referent.Body or Referent.Place } ? word.Lemma : null);
    }

    /// <summary>
    /// Whether an entity is told to be of a country or body. Where nothing is told, a noun of sources does not take it up, and a
    /// leader may be: <c>the Israeli leader</c>.
    /// </summary>
    private bool AgreesWith(ReadOnlySpan<Draft> drafts, int candidate, string place, Noun? noun)
    {
        var isTold = false;
        var mention = entities.Of(candidate).First;
        for (var looked = 0; mention != Draft.None && looked < MostMentions; mention = entities.Next(mention), looked++)
        {
            ref readonly var draft = ref drafts[mention];
            for (var token = draft.First; token < Math.Min(draft.End, draft.First + MostWords); token++)
            {
                if (draft.IsName && draft.Referent == Referent.Person && token >= draft.HeadFirst)
                    break;
                if (Affiliation(drafts, token) is not { } other || token == draft.Top)
                    continue;
                if (other == place)
                    return true;
                isTold = true;
            }
        }

        return !isTold && noun is { Kind: NounKind.Person or NounKind.Group };
    }
}
