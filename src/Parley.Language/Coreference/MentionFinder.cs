using Parley.Language.Names;

namespace Parley.Language.Coreference;

/// <summary>
/// Finds what may refer: names with their offices, noun phrases, pronouns, and lists of these. Words of time are left out, as are
/// pronouns that stand for nothing.
/// </summary>
internal sealed class MentionFinder(Document document, Extents extents, NameUnits units)
{
    /// <summary>Members of a list that are looked at to tell what the list is of.</summary>
    private const int MostMembers = 8;

    private readonly List<Draft> _drafts = [];

    /// <summary>The drafts in the order of their starts, the longer first.</summary>
    public List<Draft> Find()
    {
        var time = 0;
        foreach (var sentence in document.Sentences)
        {
            var end = sentence.FirstToken + sentence.TokenCount;
            for (var token = sentence.FirstToken; token < end; token++)
            {
                ref readonly var word = ref document.Word(token);
                while (time < document.Times.Length && document.Times[time].Span.End <= word.Start)
                    time++;
                var isTime = time < document.Times.Length && document.Times[time].Span.Start < word.End;
                Visit(token, word, isTime, sentence);
            }
        }

        _drafts.Sort(static (a, b) => a.First != b.First ? a.First.CompareTo(b.First)
            : a.End != b.End ? b.End.CompareTo(a.End)
            : a.IsList != b.IsList ? (a.IsList ? -1 : 1) : a.Top.CompareTo(b.Top));
        LayQuotations();
        return _drafts;
    }

    private void Visit(int token, in Word word, bool isTime, Sentence sentence)
    {
        if (units.At(token) is { } unit)
        {
            if (unit.Top == token && !IsAdjective(unit, word))
                AddName(unit, word);
        }
        else if (word.Upos is UniversalTag.Pron or UniversalTag.Det)
        {
            AddPronoun(token, word, sentence);
        }
        else if (word.Upos is UniversalTag.Noun or UniversalTag.Propn && !isTime && word.Xpos != "ADD"
            && word.Relation is not ("compound" or "flat" or "fixed" or "goeswith" or "nmod:desc" or "compound:prt" or "case" or "mark" or "cc" or "punct"))
        {
            if (NamedBy(token) is { } person)
                units.Join(token, extents.Widen(token, person.First).First, person);
            else
                AddNominal(token, word);
        }
    }

    /// <summary>The person named right after a noun without a comma: <c>the diplomat Hady Amr</c>.</summary>
    private NameUnit? NamedBy(int noun) =>
        noun + 1 < document.Tokens.Count && units.At(noun + 1) is { Kind: NameKind.Person } unit && unit.First == noun + 1
        && document.Word(unit.Top) is var top && top.Head == noun && top.Relation is "appos" or "flat" or "compound" or "nmod" or "nmod:desc" ? unit : null;

    /// <summary>Whether a name only describes: <c>Israeli</c> of <c>Israeli police</c>.</summary>
    private static bool IsAdjective(NameUnit unit, in Word word) =>
        unit.Kind == NameKind.Group && (word.Upos == UniversalTag.Adj || word.Relation is "amod" or "compound" or "nmod:desc");

    private void AddName(NameUnit unit, in Word top)
    {
        var modifies = top.Relation is "compound" or "amod" or "flat" && unit.First == unit.NameFirst;
        var (first, end) = modifies ? (unit.First, unit.End) : extents.Widen(unit.First, unit.End);
        var draft = New(first, end, unit.NameFirst, unit.End, unit.Top, MentionKind.Name);
        draft.Referent = unit.Kind switch
        {
            NameKind.Person or NameKind.Group => Referent.Person,
            NameKind.Organization => Referent.Body,
            NameKind.Place or NameKind.Facility => Referent.Place,
            NameKind.Event => Referent.Event,
            _ => Referent.Unknown,
        };
        draft.Number = unit.Kind == NameKind.Group && document.Text[document.Word(unit.End - 1).End - 1] is 's' or 'n' && top.Xpos is "NNPS" or "NNS" ? Number.Many
            : top.Xpos is "NNPS" && unit.Kind is NameKind.Organization or NameKind.Group ? Number.Unknown
            : unit.Kind == NameKind.Group ? Number.Unknown
            : Number.One;
        draft.Gender = unit.Kind == NameKind.Person ? GenderOf(unit) : Gender.Unknown;
        draft.Reference = ReferenceOf(unit.Top, unit.First);
        _drafts.Add(draft);
        AddList(draft);
    }

    /// <summary>A person's titles tell more than the given name.</summary>
    private Gender GenderOf(NameUnit unit)
    {
        for (var token = Math.Max(unit.First - 1, 0); token < unit.NameFirst; token++)
        {
            var word = Text(token);
            var told = CoreferenceWords.GenderOf(word, "title");
            if (told == Gender.Unknown)
                told = CoreferenceWords.GenderOf(document.Word(token).Lemma, "noun");
            if (told != Gender.Unknown)
                return told;
        }

        return CoreferenceWords.GenderOf(Text(unit.NameFirst), unit.End - unit.NameFirst > 1 ? "given" : "none");
    }

    private void AddNominal(int token, in Word word)
    {
        var (first, end) = extents.Widen(token, token + 1);
        var draft = New(first, end, token, token + 1, token, word.Upos == UniversalTag.Propn ? MentionKind.Name : MentionKind.Nominal);
        draft.Reference = ReferenceOf(token, token);
        draft.Noun = word.Lemma is { } lemma ? Nouns.Find(lemma) : null;
        draft.Referent = draft.Noun?.Referent ?? Referent.Unknown;
        draft.Gender = draft.Referent == Referent.Person && word.Lemma is { } person ? CoreferenceWords.GenderOf(person, "noun") : Gender.Unknown;
        draft.Number = draft.Noun?.Kind == NounKind.People || word.Xpos is "NNS" or "NNPS" ? Number.Many : Number.One;
        draft.IsAnonymous = draft.Referent == Referent.Person && !draft.IsName
            && (draft.Noun?.Kind == NounKind.Source || draft.Reference is Reference.Indefinite or Reference.New or Reference.Bare);
        _drafts.Add(draft);
        AddList(draft);
    }

    private void AddPronoun(int token, in Word word, Sentence sentence)
    {
        if (Pronouns.Find(Text(token)) is not { } pronoun)
            return;
        if (pronoun.Use == PronounUse.Relative ? RelativeHead(token) == Draft.None
            : word.Xpos is not ("PRP" or "PRP$") || Expletives.IsExpletive(document, token, sentence))
        {
            return;
        }

        var draft = New(token, token + 1, token, token + 1, token, MentionKind.Pronoun);
        (draft.Pronoun, draft.Number, draft.Gender) = (pronoun, pronoun.Number, pronoun.Gender);

        // "It" says only that no person is meant.
        draft.Referent = pronoun.Referent == Referent.Person ? Referent.Person : Referent.Unknown;
        _drafts.Add(draft);
    }

    /// <summary>The noun that a relative pronoun's clause tells of; none where it opens no such clause.</summary>
    internal int RelativeHead(int token)
    {
        const int Highest = 4;
        if (document.Word(token).Relation is "mark" or "det")
            return Draft.None;
        for (var (at, steps) = (token, 0); at >= 0 && steps < Highest; at = document.Word(at).Head, steps++)
        {
            ref readonly var word = ref document.Word(at);
            if (word.Relation == "acl:relcl")
                return word.Head < token ? word.Head : Draft.None;
        }

        return Draft.None;
    }

    /// <summary>Adds the list that a draft is the first member of.</summary>
    private void AddList(Draft first)
    {
        var (members, end, isJoint, referent) = (1, 0, false, first.Referent);
        for (var child = document.Word(first.Top).FirstChild; child != Word.None && members < MostMembers; child = document.Word(child).NextSibling)
        {
            ref readonly var word = ref document.Word(child);
            if (word.Relation != "conj" || word.Upos is not (UniversalTag.Noun or UniversalTag.Propn))
                continue;
            members++;
            for (var joint = word.FirstChild; joint != Word.None && joint < child; joint = document.Word(joint).NextSibling)
                isJoint |= document.Word(joint).Relation == "cc" && Text(joint) is "and" or "&";
            var unit = units.At(child);
            end = extents.Widen(unit?.First ?? child, unit?.End ?? child + 1).End;
            var other = unit?.Kind switch
            {
                NameKind.Person or NameKind.Group => Referent.Person,
                NameKind.Organization => Referent.Body,
                NameKind.Place => Referent.Place,
                null when word.Lemma is { } lemma => Nouns.Find(lemma)?.Referent ?? Referent.Unknown,
                _ => Referent.Unknown,
            };
            if (other != referent)
                referent = referent is Referent.Body or Referent.Place && other is Referent.Body or Referent.Place ? Referent.Body : Referent.Unknown;
        }

        if (!isJoint || end <= first.End)
            return;
        var list = New(first.First, end, first.Top, first.Top + 1, first.Top, MentionKind.Nominal);
        (list.IsList, list.Number, list.Referent, list.Reference) = (true, Number.Many, referent, Reference.Definite);
        _drafts.Add(list);
    }

    /// <summary>What the words before a noun say of whether it was told before; the strongest wins.</summary>
    private Reference ReferenceOf(int top, int limit)
    {
        var reference = Reference.Bare;
        for (var child = document.Word(top).FirstChild; child != Word.None && child < limit; child = document.Word(child).NextSibling)
        {
            ref readonly var word = ref document.Word(child);
            var said = word.Relation == "nmod:poss" ? Reference.Owned
                : word.Relation is "nummod" && word.Lemma != "one" && reference is Reference.Bare ? Reference.Indefinite
                : word.Relation is "det" or "amod" or "det:predet" or "nummod" && word.Lemma is { } lemma ? CoreferenceWords.Determiner(lemma) ?? Reference.Bare
                : Reference.Bare;
            if (said > reference)
                reference = said;
        }

        return reference;
    }

    private void LayQuotations()
    {
        var quotations = document.Quotations;
        var drafts = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_drafts);
        var around = new Stack<int>();
        var next = 0;
        foreach (ref var draft in drafts)
        {
            var start = document.Word(draft.HeadFirst).Start;
            while (next < quotations.Length && quotations[next].Span.Start <= start)
                around.Push(next++);
            while (around.TryPeek(out var inner) && quotations[inner].Span.End <= start)
                around.Pop();
            draft.Quotation = around.TryPeek(out var innermost) ? innermost : Draft.None;
        }
    }

    private Draft New(int first, int end, int headFirst, int headEnd, int top, MentionKind kind) => new()
    {
        First = first,
        End = end,
        HeadFirst = headFirst,
        HeadEnd = headEnd,
        Top = top,
        Kind = kind,
        Sentence = document.Word(top).Sentence,
        Quotation = Draft.None,
        Antecedent = Draft.None,
    };

    private ReadOnlySpan<char> Text(int token) => document.Text.AsSpan(document.Word(token).Start, document.Word(token).End - document.Word(token).Start);
}
