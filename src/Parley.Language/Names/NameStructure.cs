using Parley.Reports;

namespace Parley.Language.Names;

/// <summary>
/// Tells names more exactly by their head nouns (facilities, events), finds the roles beside people, and the names within names.
/// </summary>
internal readonly ref struct NameStructure
{
    private readonly Document _document;
    private readonly ReadOnlySpan<char> _text;
    private readonly ReadOnlySpan<TokenTraits> _tokens;

    private NameStructure(Document document, ReadOnlySpan<TokenTraits> tokens)
    {
        _document = document;
        _text = document.Text;
        _tokens = tokens;
    }

    /// <summary>The document's names, from those that do not nest.</summary>
    /// <param name="document">The document.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="names">The names, in order and apart.</param>
    public static ImmutableArray<Name> Build(Document document, ReadOnlySpan<TokenTraits> tokens, List<NameSpan> names)
    {
        var structure = new NameStructure(document, tokens);
        var told = structure.Tell(structure.Join(names));
        var all = new List<NameSpan>(told.Count + told.Count / 2);
        all.AddRange(told);
        foreach (var name in told)
            structure.AddInner(name, all);
        new RoleFinder(document).AddRoles(told, all);
        return structure.Nest(all);
    }

    private ReadOnlySpan<char> Word(int index)
    {
        ref readonly var word = ref _document.Word(index);
        return _text[word.Start..word.End];
    }

    /// <summary>Joins what belongs to one name: <c>Carr Futures, Inc.</c> and <c>Housing Authority of New Orleans</c>.</summary>
    private List<NameSpan> Join(List<NameSpan> names)
    {
        var joined = new List<NameSpan>(names.Count);
        for (var i = 0; i < names.Count; i++)
        {
            var name = names[i];
            var limit = i + 1 < names.Count ? names[i + 1].First : _tokens.Length;
            if (name.Kind is NameKind.Person or NameKind.Organization && name.End + 1 < limit && Word(name.End).SequenceEqual(",")
                && NameHeads.Shared.IsCompanyForm(Word(name.End + 1)) && _tokens[name.End + 1].IsCapital)
            {
                name = new NameSpan(name.First, name.Count + 2, NameKind.Organization);
            }

            joined.Add(name.Kind is NameKind.Place ? WithHead(name, joined) : name);
        }

        return joined;
    }

    /// <summary>A place with the body that is of it, which is taken from <paramref name="before"/>.</summary>
    private NameSpan WithHead(NameSpan place, List<NameSpan> before)
    {
        var of = place.First - 1;
        if (before.Count == 0 || before[^1] is not { Kind: NameKind.Organization } body || body.End != of || !IsInSentence(body.First, place.First)
            || !Word(of).SequenceEqual("of") || NameHeads.Shared.Kind(Word(of - 1)) is not NameKind.Organization || NameHeads.Shared.IsCompanyForm(Word(of - 1)))
        {
            return place;
        }

        before.RemoveAt(before.Count - 1);
        return NameSpan.Of(body.First, place.End, NameKind.Organization);
    }

    /// <summary>Names with their head nouns, and what these say they name.</summary>
    private List<NameSpan> Tell(List<NameSpan> names)
    {
        var told = new List<NameSpan>(names.Count);
        for (var i = 0; i < names.Count; i++)
        {
            var name = names[i];

            // "Norwegian" and "Embassy", "Iranian" and "Foreign Ministry" are one name each.
            if (name is { Kind: NameKind.Group, Count: <= 2 } && i + 1 < names.Count && names[i + 1] is { Kind: NameKind.Organization or NameKind.Place } next
                && next.First == name.End && NameHeads.Shared.Kind(Word(next.End - 1)) is NameKind.Organization or NameKind.Facility)
            {
                name = NameSpan.Of(name.First, next.End, next.Kind);
                i++;
            }

            var limit = i + 1 < names.Count ? names[i + 1].First : _tokens.Length;
            if (Tell(name, limit) is { } kept)
                told.Add(kept);
        }

        return told;
    }

    /// <summary>A name as its head noun tells it; null where it is no name of ours.</summary>
    private NameSpan? Tell(NameSpan name, int limit)
    {
        var isSingle = name.Count == 1;
        var head = NameHeads.Shared.Kind(Word(name.End - 1));
        if (!isSingle && name.Kind is NameKind.Organization or NameKind.Event && NameHeads.Shared.IsText(Word(name.End - 1)))
            return name with { Kind = NameKind.Event };
        if (!isSingle && name.Kind is NameKind.Organization or NameKind.Place && head is NameKind.Facility && !IsListedBody(name))
            return name with { Kind = NameKind.Facility };
        if (!isSingle && name.Kind is NameKind.Organization or NameKind.Place && head is NameKind.Event && Word(name.End - 1) is not ("Conference" or "Forum" or "Dialogue"))
            return name with { Kind = NameKind.Event };
        if (name.Kind is NameKind.Place or NameKind.Organization or NameKind.Facility && name.End < limit && IsInSentence(name.First, name.End)
            && _tokens[name.End].IsSmall && NameHeads.Shared.Kind(Word(name.End)) is NameKind.Facility
            && Word(name.End) is not ("state" or "base" or "plant" or "market" or "school" or "church" or "park" or "gate" or "building" or "office"))
        {
            return new NameSpan(name.First, name.Count + 1, NameKind.Facility);
        }

        return name;
    }

    /// <summary>Whether the lists have the whole name as that of a body: <c>Downing Street</c> speaks, other streets do not.</summary>
    private bool IsListedBody(NameSpan name) =>
        name.Kind is NameKind.Organization && (_tokens[name.First].Listed & (Listed.Organization | Listed.Continues | Listed.Continued)) == (Listed.Organization | Listed.Continues)
        && (_tokens[name.End - 1].Listed & (Listed.Organization | Listed.Continues | Listed.Continued)) == (Listed.Organization | Listed.Continued);

    private bool IsInSentence(int first, int last) => _document.Word(first).Sentence == _document.Word(last).Sentence;

    /// <summary>Adds the places and groups within the name of a body, a facility or an event.</summary>
    private void AddInner(NameSpan name, List<NameSpan> all)
    {
        if (name.Count == 1 || name.Kind is not (NameKind.Organization or NameKind.Facility or NameKind.Event))
            return;
        for (var i = name.First; i < name.End; i++)
        {
            if ((_tokens[i].Listed & Listed.Continued) != 0 || !_tokens[i].IsCapital)
                continue;
            var end = i + 1;
            while (end < name.End && (_tokens[end - 1].Listed & Listed.Continues) != 0 && (_tokens[end].Listed & Listed.Continued) != 0)
                end++;
            var listed = _tokens[i].Listed & _tokens[end - 1].Listed;
            if ((_tokens[end - 1].Listed & Listed.Continues) != 0 || end - i == name.Count)
                continue;
            if ((listed & Listed.Demonym) != 0)
                all.Add(NameSpan.Of(i, end, NameKind.Group));
            else if ((listed & (Listed.Country | Listed.City)) != 0 && (listed & Listed.Organization) == 0)
                all.Add(NameSpan.Of(i, end, NameKind.Place));
            i = end - 1;
        }
    }

    /// <summary>Puts the names in order, and says which lies in which.</summary>
    private ImmutableArray<Name> Nest(List<NameSpan> all)
    {
        all.Sort(static (a, b) => a.First != b.First ? a.First.CompareTo(b.First) : a.Count != b.Count ? b.Count.CompareTo(a.Count) : b.Kind.CompareTo(a.Kind));
        var names = ImmutableArray.CreateBuilder<Name>(all.Count);
        var open = new Stack<(int Index, int End)>();
        foreach (var name in all)
        {
            while (open.Count > 0 && open.Peek().End <= name.First)
                open.Pop();
            var span = new Span(_document.Word(name.First).Start, _document.Word(name.End - 1).End);
            names.Add(new Name(span, name.Kind, open.Count > 0 ? open.Peek().Index : null));
            open.Push((names.Count - 1, name.End));
        }

        return names.MoveToImmutable();
    }
}
