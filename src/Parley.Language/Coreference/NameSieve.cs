namespace Parley.Language.Coreference;

/// <summary>
/// Takes equal names for one, a family name for the one person who bears it, an abbreviation for the one name whose initials it is
/// made of or that the lists know. Every name is looked up by its characters, so the whole document is looked at, at one cost a name.
/// </summary>
internal sealed class NameSieve(Document document, Entities entities)
{
    /// <summary>Two people of one family name: neither is meant for certain.</summary>
    private const int Several = -2;

    private const int LongestInitials = 12;

    private readonly Dictionary<string, int> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _family = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _given = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _initials = new(StringComparer.Ordinal);

    /// <summary>Links the names among <paramref name="drafts"/>.</summary>
    public void Run(Span<Draft> drafts)
    {
        for (var i = 0; i < drafts.Length; i++)
        {
            if (!drafts[i].IsName)
                continue;
            if (drafts[i].HeadEnd - drafts[i].HeadFirst == 1)
                continue;
            LinkExact(drafts, i);
            if (drafts[i].Referent == Referent.Person)
                AddPerson(drafts, i);
            else
                AddInitials(drafts[i], i);
        }

        for (var i = 0; i < drafts.Length; i++)
        {
            if (drafts[i].IsName && drafts[i].HeadEnd - drafts[i].HeadFirst == 1)
                LinkSingle(drafts, i);
        }
    }

    private void LinkExact(Span<Draft> drafts, int i)
    {
        if (drafts[i].Referent == Referent.Person && drafts[i].Number != Number.One && drafts[i].Reference != Reference.Definite)
            return;
        if (drafts[i].Reference is Reference.Indefinite or Reference.New or Reference.Open)
            return;
        var name = Text(drafts[i].HeadFirst, drafts[i].HeadEnd);
        var known = _exact.GetAlternateLookup<ReadOnlySpan<char>>();
        if (CoreferenceWords.Alias(name) is { } alias)
            name = alias;
        if (known.TryGetValue(name, out var earlier))
        {
            if (IsPerson(drafts[i]) == IsPerson(drafts[earlier]) || CoreferenceWords.Alias(Text(drafts[i].HeadFirst, drafts[i].HeadEnd)) is not null)
                entities.Link(drafts, i, earlier, LinkReason.Named);
        }

        known[name] = i;
    }

    private static bool IsPerson(in Draft draft) => draft.Referent == Referent.Person && draft.Number == Number.One;

    /// <summary>Notes a person under family and given name, and links those who share both.</summary>
    private void AddPerson(Span<Draft> drafts, int i)
    {
        if (drafts[i].Number != Number.One)
            return;
        var given = Text(drafts[i].HeadFirst, drafts[i].HeadFirst + 1);
        var family = Text(drafts[i].HeadEnd - 1, drafts[i].HeadEnd);
        var families = _family.GetAlternateLookup<ReadOnlySpan<char>>();
        if (families.TryGetValue(family, out var bearer) && bearer >= 0 && entities.Root(bearer) != entities.Root(i)
            && Text(drafts[bearer].HeadFirst, drafts[bearer].HeadFirst + 1).SequenceEqual(given))
        {
            entities.Link(drafts, i, bearer, LinkReason.Named);
        }

        Note(families, family, i);
        Note(_given.GetAlternateLookup<ReadOnlySpan<char>>(), given, i);
    }

    private void Note(Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> names, ReadOnlySpan<char> name, int i)
    {
        if (!names.TryGetValue(name, out var earlier))
            names[name] = i;
        else if (earlier >= 0 && entities.Root(earlier) != entities.Root(i))
            names[name] = Several;
    }

    /// <summary>Notes a body or place under its initials, with and without those of its small words: <c>ToI</c>, <c>TI</c>.</summary>
    private void AddInitials(in Draft draft, int i)
    {
        if (draft.Referent is not (Referent.Body or Referent.Place or Referent.Unknown))
            return;
        Span<char> all = stackalloc char[LongestInitials], capitals = stackalloc char[LongestInitials];
        var (allCount, capitalCount) = (0, 0);
        for (var token = draft.HeadFirst; token < draft.HeadEnd; token++)
        {
            var first = document.Text[document.Word(token).Start];
            if (!char.IsLetter(first))
                continue;
            if (allCount == LongestInitials)
                return;
            all[allCount++] = first;
            if (char.IsUpper(first))
                capitals[capitalCount++] = first;
        }

        var initials = _initials.GetAlternateLookup<ReadOnlySpan<char>>();
        if (capitalCount > 1)
            Note(initials, capitals[..capitalCount], i);
        if (allCount > capitalCount && capitalCount > 1)
            Note(initials, all[..allCount], i);
    }

    private void LinkSingle(Span<Draft> drafts, int i)
    {
        var name = Text(drafts[i].HeadFirst, drafts[i].HeadEnd);
        var alias = CoreferenceWords.Alias(name);
        if (alias is null && IsPerson(drafts[i]) && Bearer(drafts, i, name) is var bearer and not Draft.None)
        {
            if (bearer == Several)
                drafts[i].IsUndecided = true;
            else if (entities.CanBeOne(i, bearer, LinkReason.Named))
                entities.Link(drafts, i, bearer, LinkReason.Named);
            return;
        }

        LinkExact(drafts, i);
        if (entities.Of(i).Size == 1 && _initials.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var full) && full >= 0)
            entities.Link(drafts, i, full, LinkReason.Named);
    }

    /// <summary>The person who bears a single name: by family name, else by given name; the only one before it where several do.</summary>
    private int Bearer(Span<Draft> drafts, int i, ReadOnlySpan<char> name)
    {
        if (_family.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var bearer))
            return bearer;
        if (!_given.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out bearer))
            return Draft.None;

        // A given name alone is used of those who were told in full before.
        return bearer >= 0 && bearer > i ? Draft.None : bearer;
    }

    private ReadOnlySpan<char> Text(int first, int end) => document.Text.AsSpan(document.Word(first).Start, document.Word(end - 1).End - document.Word(first).Start);
}
