namespace Parley.Language.Names;

/// <summary>
/// The rules that follow the tagger within a sentence: names that the lists settle, titles cut off, acronyms in brackets, nationality
/// and head nouns joined to the names they belong to.
/// </summary>
internal readonly ref struct SentenceNames
{
    /// <summary>How far a name may reach past what the tagger took for it.</summary>
    private const int LongestTail = 6;

    private const Listed People = Listed.First | Listed.Last;

    private readonly ReadOnlySpan<char> _text;
    private readonly Document _document;
    private readonly int _first;
    private readonly ReadOnlySpan<TokenTraits> _tokens;
    private readonly bool _isShouted;

    public SentenceNames(Document document, int first, ReadOnlySpan<TokenTraits> tokens)
    {
        _document = document;
        _text = document.Text;
        _first = first;
        _tokens = tokens;
        var (small, capital) = (0, 0);
        foreach (ref readonly var token in tokens)
        {
            small += token.IsSmall ? 1 : 0;
            capital += token.IsCapital ? 1 : 0;
        }

        _isShouted = capital > 2 * small;
    }

    /// <summary>Adds the names that <paramref name="labels"/> say, corrected, to <paramref name="names"/>.</summary>
    public void Collect(Span<byte> labels, List<NameSpan> names)
    {
        var at = 0;
        for (var i = 0; i < labels.Length; i++)
        {
            if (NameLabels.Kind(labels[i]) is not { } kind)
                continue;
            var end = i + 1;
            while (end < labels.Length && NameLabels.Kind(labels[end]) == kind && !NameLabels.Opens(labels[end], labels[end - 1]))
                end++;
            LabelAcronym(labels, i, end, kind);
            var to = end;
            while (to < labels.Length && labels[to] == NameLabels.Outside && to < end + LongestTail)
                to++;
            var before = names.Count;
            var after = AddTagged(labels, i, end, kind, at, to, names);
            var added = names[before];
            names.RemoveAt(before);
            AddListed(at, added.First - _first, names);
            names.Add(added);
            at = after;
            i = after - 1;
        }

        AddListed(at, labels.Length, names);
    }

    private ReadOnlySpan<char> Word(int index)
    {
        ref readonly var word = ref _document.Word(_first + index);
        return _text[word.Start..word.End];
    }

    private void Add(int first, int end, NameKind kind, List<NameSpan> names) => names.Add(NameSpan.Of(_first + first, _first + end, kind));

    /// <summary>Adds a name that the tagger found.</summary>
    /// <param name="labels">The sentence's labels.</param>
    /// <param name="first">Its first token.</param>
    /// <param name="end">The token after its last.</param>
    /// <param name="kind">What the tagger takes it for.</param>
    /// <param name="from">The first token that is in no name before.</param>
    /// <param name="to">The first token that is in a name after.</param>
    /// <param name="names">Where it goes.</param>
    /// <returns>The token after the name.</returns>
    private int AddTagged(ReadOnlySpan<byte> labels, int first, int end, NameKind kind, int from, int to, List<NameSpan> names)
    {
        while (end - first > 1 && IsArticle(first))
            first++;

        // A listed name that the tagger cut: "Gulf of [Mexico]".
        var (listedFirst, listedEnd) = (first, end);
        while (listedFirst > from && (_tokens[listedFirst].Listed & Listed.Continued) != 0 && (_tokens[listedFirst - 1].Listed & Listed.Continues) != 0)
            listedFirst--;
        while (listedEnd < _tokens.Length && (_tokens[listedEnd].Listed & Listed.Continued) != 0 && (_tokens[listedEnd - 1].Listed & Listed.Continues) != 0)
            listedEnd++;

        // It may take in the whole of a name after, "[Gulf] of [Mexico]", but cut none in two.
        var cuts = listedEnd > to && listedEnd < labels.Length && NameLabels.Kind(labels[listedEnd]) is not null
            && !NameLabels.Opens(labels[listedEnd], labels[listedEnd - 1]);
        if (!cuts && Settled(listedFirst, listedEnd) is { } settled && _tokens[listedFirst].IsCapital)
        {
            Add(listedFirst, listedEnd, settled, names);
            return listedEnd;
        }

        if (kind == NameKind.Person)
        {
            var title = end - 2;
            while (title >= first && !Titles.Shared.IsOffice(Word(title)) && !(title == first && Titles.Shared.IsAddress(Word(title))))
                title--;
            first = Math.Max(first, title + 1);
        }

        first = WithParticle(first, from, kind);
        end = WithFamilyName(end, to, kind);
        Add(first, end, kind, names);
        return end;
    }

    /// <summary>Where a name begins whose article the tagger left out: <c>al-|Qaeda</c>, <c>bin |Laden</c>.</summary>
    private int WithParticle(int first, int from, NameKind kind)
    {
        if (first - 2 >= from && Word(first - 1).SequenceEqual("-") && IsArabicArticle(Word(first - 2)))
        {
            first -= 2;
            return kind == NameKind.Person && first - 1 >= from && _tokens[first - 1] is { Casing: Casing.Initial, Common: 0 } && !Titles.Shared.IsTitle(Word(first - 1))
                ? first - 1 : first;
        }

        return kind == NameKind.Person && first - 1 >= from && Word(first - 1) is "bin" or "ibn" or "Bin" or "Ibn" or "Abu" or "Umm" ? first - 1 : first;
    }

    /// <summary>Where a person's name ends whose family name the tagger left out: <c>Muqtada| al-Sadr</c>.</summary>
    private int WithFamilyName(int end, int to, NameKind kind)
    {
        if (kind != NameKind.Person)
            return end;
        if (end + 2 < to && IsArabicArticle(Word(end)) && Word(end + 1).SequenceEqual("-") && _tokens[end + 2].IsCapital)
            return end + 3;
        return end + 1 < to && Word(end) is "bin" or "ibn" or "Bin" or "Ibn" && _tokens[end + 1].IsCapital ? end + 2 : end;
    }

    private static bool IsArabicArticle(ReadOnlySpan<char> word) =>
        word is "al" or "Al" or "el" or "El" or "ar" or "Ar" or "as" or "As" or "ash" or "Ash" or "ad" or "Ad" or "an" or "An" or "at" or "At" or "az" or "Az" or "ul";

    /// <summary>Adds names that the lists are sure of and the tagger passed over.</summary>
    private void AddListed(int from, int to, List<NameSpan> names)
    {
        for (var i = from; i < to; i++)
        {
            ref readonly var token = ref _tokens[i];
            if (!token.IsCapital || (token.Listed & ~Listed.Ordinary) == 0 || _isShouted)
                continue;
            var end = i + 1;
            while (end < to && (_tokens[end - 1].Listed & Listed.Continues) != 0 && (_tokens[end].Listed & Listed.Continued) != 0)
                end++;
            if ((_tokens[end - 1].Listed & Listed.Continues) != 0 || (token.Listed & Listed.Continued) != 0 || !_tokens[end - 1].IsCapital)
                continue;
            if ((token.Listed & (Listed.Country | Listed.Organization | Listed.Demonym)) != 0 && Settled(i, end) is { } kind)
                Add(i, end, kind, names);
            i = end - 1;
        }
    }

    /// <summary>
    /// What the lists say a whole name is, where they speak with one voice: a country or a body by its full name, a nationality.
    /// </summary>
    private NameKind? Settled(int first, int end)
    {
        var common = (Listed)ushort.MaxValue;
        for (var i = first; i < end; i++)
            common &= _tokens[i].Listed | (i == first ? Listed.Continued : 0) | (i == end - 1 ? Listed.Continues : 0);
        if ((_tokens[first].Listed & Listed.Continued) != 0 || (_tokens[end - 1].Listed & Listed.Continues) != 0)
            return null;
        if (end - first > 1 && (common & (Listed.Continues | Listed.Continued)) != (Listed.Continues | Listed.Continued))
            return null;
        var isOrganization = (common & Listed.Organization) != 0;
        var isPlace = (common & Listed.Country) != 0;
        if ((common & Listed.Demonym) != 0 && !isOrganization && !isPlace && (common & People) == 0)
            return NameKind.Group;
        if (!isPlace && !isOrganization && end - first > 1 && (common & (Listed.Region | Listed.City)) != 0)
            return NameKind.Place;
        if (isOrganization == isPlace || (end - first == 1 && (common & People) != 0))
            return null;
        return isPlace ? NameKind.Place : NameKind.Organization;
    }

    /// <summary>The letters in brackets after a body's name are the same body: <c>Rapid Support Forces (RSF)</c>.</summary>
    private void LabelAcronym(Span<byte> labels, int first, int end, NameKind kind)
    {
        if (end - first < 2 || kind is NameKind.Person or NameKind.Group || end + 2 >= labels.Length
            || !Word(end).SequenceEqual("(") || !Word(end + 2).SequenceEqual(")") || _tokens[end + 1].Casing is not (Casing.Upper or Casing.Mixed or Casing.Shouted))
        {
            return;
        }

        labels[end] = labels[end + 2] = NameLabels.Outside;
        labels[end + 1] = (byte)NameLabels.Of(kind, 0, 1);
    }

    private bool IsArticle(int index) => Word(index) is "the" or "The" or "a" or "A" or "an" or "An";
}
