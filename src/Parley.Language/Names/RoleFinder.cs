namespace Parley.Language.Names;

/// <summary>
/// Finds the offices and callings beside people: <c>US Deputy Assistant Secretary for Palestinian Affairs</c> before a name,
/// <c>the Israeli prime minister</c> after it and a comma.
/// </summary>
internal sealed class RoleFinder(Document document)
{
    /// <summary>No role is longer; it also keeps the search short.</summary>
    private const int Longest = 16;

    /// <summary>Adds the roles beside the people of <paramref name="names"/>.</summary>
    /// <param name="names">The names, in order and apart.</param>
    /// <param name="all">Where the roles go.</param>
    public void AddRoles(List<NameSpan> names, List<NameSpan> all)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i].Kind != NameKind.Person)
                continue;
            if (Before(names, i) is { } before)
                all.Add(before);
            if (After(names, i) is { } after)
                all.Add(after);
        }
    }

    private ReadOnlySpan<char> Word(int index)
    {
        ref readonly var word = ref document.Word(index);
        return document.Text.AsSpan(word.Start, word.End - word.Start);
    }

    /// <summary>The role right before a person: its office, or an office and what it is for.</summary>
    private NameSpan? Before(List<NameSpan> names, int person)
    {
        var end = names[person].First;
        var limit = Math.Max(end - Longest, SentenceStart(end));
        if (person > 0 && names[person - 1] is { Kind: NameKind.Person } other)
            limit = Math.Max(limit, other.End);
        for (var office = end - 1; office >= limit; office--)
        {
            if (Titles.Shared.IsOffice(Word(office)) && (office == end - 1 || IsComplement(names, office + 1, end)))
                return NameSpan.Of(Start(names, person, office, limit), end, NameKind.Role);
            if (office < end - 1 && !char.IsUpper(Word(office)[0]) && !IsJoint(Word(office)) && NameAt(names, office) is null)
                return null;
        }

        return null;
    }

    /// <summary>The role after a person and a comma.</summary>
    private NameSpan? After(List<NameSpan> names, int person)
    {
        var comma = names[person].End;
        var limit = Math.Min(comma + Longest, SentenceEnd(names[person].First));
        if (comma >= limit || !Word(comma).SequenceEqual(","))
            return null;
        var start = comma + 1;
        if (start < limit && Word(start) is "the" or "a" or "an" or "who")
            start++;
        for (var office = start; office < limit; office++)
        {
            if (Titles.Shared.IsOffice(Word(office)))
            {
                var end = ComplementEnd(names, office, limit);
                return NameAt(names, end) is { Kind: NameKind.Person } ? null : NameSpan.Of(start, end, NameKind.Role);
            }

            if (!Titles.Shared.IsTitle(Word(office)) && NameAt(names, office) is null or { Kind: NameKind.Person } && !(Word(office) is "'s" or "’s" or "-" && office > start))
                return null;
        }

        return null;
    }

    /// <summary>Where a role begins: before its office, its titles and the bodies, places and groups it is of.</summary>
    private int Start(List<NameSpan> names, int person, int office, int limit)
    {
        var start = office;
        while (start > limit)
        {
            var word = Word(start - 1);
            if (NameAt(names, start - 1) is { } name)
            {
                if (name.Kind is NameKind.Person or NameKind.Event || name.First < limit)
                    break;
                start = name.First;
            }
            else if (Titles.Shared.IsTitle(word) && !Titles.Shared.IsAddress(word))
            {
                start--;
            }
            else if (word is "'s" or "’s" or "-" or "and" && start - 1 > limit && start < office + 1
                && (NameAt(names, start - 2) is { Kind: not NameKind.Person } || (word is not ("'s" or "’s") && Titles.Shared.IsTitle(Word(start - 2)))))
            {
                start--;
            }
            else
            {
                break;
            }
        }

        return start;
    }

    /// <summary>Whether what stands between an office and a person is what the office is for: <c>of State</c>, <c>for Palestinian Affairs</c>.</summary>
    private bool IsComplement(List<NameSpan> names, int first, int end)
    {
        if (Word(first) is not ("of" or "for" or "to" or "in" or "on"))
            return false;
        for (var i = first + 1; i < end; i++)
        {
            var word = Word(i);
            if (!char.IsUpper(word[0]) && !IsJoint(word) && NameAt(names, i) is null)
                return false;
        }

        return char.IsUpper(Word(end - 1)[0]);
    }

    /// <summary>Where a role ends that has an office and, it may be, what it is for.</summary>
    private int ComplementEnd(List<NameSpan> names, int office, int limit)
    {
        var end = office + 1;
        if (end < limit && Titles.Shared.IsOffice(Word(end)))
            end++;
        if (end + 1 >= limit || Word(end) is not ("of" or "for" or "to" or "in" or "on"))
            return end;
        var next = end + 1;
        if (Word(next) is "the" && next + 1 < limit)
            next++;
        if (NameAt(names, next) is { Kind: not NameKind.Person } name && name.First == next)
            return name.End;
        var last = next;
        while (last < limit && (char.IsUpper(Word(last)[0]) || (last > next && Word(last) is "and" && last + 1 < limit && char.IsUpper(Word(last + 1)[0]))))
            last++;
        return last > next ? last : end;
    }

    private static bool IsJoint(ReadOnlySpan<char> word) => word is "of" or "for" or "and" or "the" or "to" or "," or "-" or "'s" or "’s" or "in" or "on" or "&";

    /// <summary>The name that holds a token.</summary>
    private static NameSpan? NameAt(List<NameSpan> names, int token)
    {
        var (low, high) = (0, names.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (names[middle].End <= token)
                low = middle + 1;
            else
                high = middle;
        }

        return low < names.Count && names[low].First <= token ? names[low] : null;
    }

    private int SentenceStart(int token)
    {
        var sentence = document.Sentences[document.Word(token).Sentence];
        return sentence.FirstToken;
    }

    private int SentenceEnd(int token)
    {
        var sentence = document.Sentences[document.Word(token).Sentence];
        return sentence.FirstToken + sentence.TokenCount;
    }
}
