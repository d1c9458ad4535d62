namespace Parley.Language.Coreference;

/// <summary>
/// What a pronoun cannot stand for by its place in the sentence (Chomsky 1981): another argument of its own verb, and what is told of
/// by name or noun in what the pronoun, a subject, says or does.
/// </summary>
internal sealed class Binding(Document document, DraftIndex index, Entities entities)
{
    /// <summary>No more are barred; a sentence with more arguments is no sentence.</summary>
    public const int MostBarred = 24;

    private const int MostArguments = 16, MostAfter = 14, Highest = 8;

    /// <summary>The draft of the subject that a reflexive looks to, or of the noun that it stresses; or none.</summary>
    public int Subject(int token)
    {
        ref readonly var word = ref document.Word(token);
        if (word.Head < 0)
            return Draft.None;
        return document.Word(word.Head).Upos is UniversalTag.Noun or UniversalTag.Propn && index.At(word.Head) is var stressed and not Draft.None && word.Relation != "nsubj"
            ? stressed
            : SubjectOf(word.Head, token);
    }

    /// <summary>Writes the roots of the entities that the pronoun at <paramref name="i"/> cannot be; gives how many.</summary>
    public int Bar(ReadOnlySpan<Draft> drafts, int i, Span<int> barred)
    {
        var token = drafts[i].Top;
        ref readonly var word = ref document.Word(token);
        var count = 0;
        if (word.Head < 0)
            return count;
        if (IsArgument(word.Relation))
        {
            var looked = 0;
            for (var child = document.Word(word.Head).FirstChild; child != Word.None && looked < MostArguments; child = document.Word(child).NextSibling, looked++)
            {
                if (child != token && IsArgument(document.Word(child).Relation))
                    Add(child, barred, ref count);
            }

            if (word.Relation is not ("nsubj" or "nsubj:pass") && SubjectOf(word.Head, token) is var subject and not Draft.None)
                AddRoot(entities.Root(subject), barred, ref count);
        }

        if (word.Relation is "nsubj" or "nsubj:pass")
        {
            for (var after = i + 1; after < drafts.Length && after - i <= MostAfter && drafts[after].Sentence == drafts[i].Sentence; after++)
            {
                if (!drafts[after].IsPronoun && IsUnder(drafts[after].Top, word.Head))
                    AddRoot(entities.Root(after), barred, ref count);
            }
        }

        return count;
    }

    private static bool IsArgument(string? relation) => relation is "nsubj" or "nsubj:pass" or "obj" or "iobj" or "obl" or "obl:agent";

    /// <summary>The subject of a verb, or of the one that it is joined to or completes.</summary>
    private int SubjectOf(int verb, int except)
    {
        for (var steps = 0; verb >= 0 && steps < 4; steps++)
        {
            var looked = 0;
            for (var child = document.Word(verb).FirstChild; child != Word.None && looked < MostArguments; child = document.Word(child).NextSibling, looked++)
            {
                if (child != except && document.Word(child).Relation is "nsubj" or "nsubj:pass")
                    return index.At(child);
            }

            if (document.Word(verb).Relation is not ("conj" or "xcomp" or "advcl"))
                break;
            verb = document.Word(verb).Head;
        }

        return Draft.None;
    }

    private bool IsUnder(int token, int ancestor)
    {
        for (var steps = 0; token >= 0 && steps < Highest; token = document.Word(token).Head, steps++)
        {
            if (token == ancestor)
                return true;
        }

        return false;
    }

    private void Add(int token, Span<int> barred, ref int count)
    {
        if (index.At(token) is var draft and not Draft.None)
            AddRoot(entities.Root(draft), barred, ref count);
    }

    private static void AddRoot(int root, Span<int> barred, ref int count)
    {
        if (count < barred.Length && !barred[..count].Contains(root))
            barred[count++] = root;
    }
}
