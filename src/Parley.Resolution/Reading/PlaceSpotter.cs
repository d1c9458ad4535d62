using Parley.Language;
using Parley.Language.Names;
using Parley.Reports;
using Parley.Resolution.Names;
using Parley.Resolution.Places;

namespace Parley.Resolution.Reading;

/// <summary>A known place's name in a document.</summary>
/// <param name="Span">Its characters, without a possessive.</param>
/// <param name="Candidates">Which places it may be; never empty.</param>
internal readonly record struct SpottedPlace(Span Span, ImmutableArray<Place> Candidates);

/// <summary>Finds names of places, at each word the longest. Linear in the text.</summary>
internal static class PlaceSpotter
{
    public static ImmutableArray<SpottedPlace> Spot(Document document, ImmutableArray<SpottedWord> words, PlaceIndex index)
    {
        var found = ImmutableArray.CreateBuilder<SpottedPlace>();
        var named = PlaceNames(document);
        for (var i = 0; i < words.Length;)
        {
            var (places, end) = Longest(document.Text, words, i, index);
            if (places.IsEmpty || (end == i + 1 && !IsName(document, words[i], named)))
            {
                i++;
                continue;
            }

            found.Add(new SpottedPlace(new Span(words[i].Start, words[end - 1].BareEnd), places));
            i = end;
        }

        return found.ToImmutable();
    }

    /// <summary>Whether a word is tagged or read as a name: common words bear towns' names too.</summary>
    private static bool IsName(Document document, SpottedWord word, HashSet<int> named) =>
        document.TokenAt(word.Start) is { Upos: UniversalTag.Propn } || (char.IsUpper(document.Text[word.Start]) && named.Contains(word.Start));

    /// <summary>Where the words of places' names begin.</summary>
    private static HashSet<int> PlaceNames(Document document)
    {
        var starts = new HashSet<int>();
        foreach (var name in document.Names)
        {
            if (name.Kind != NameKind.Place)
                continue;
            foreach (var token in document.TokensIn(name.Span))
                starts.Add(token.Span.Start);
        }

        return starts;
    }

    private static (ImmutableArray<Place> Places, int End) Longest(string text, ImmutableArray<SpottedWord> words, int first, PlaceIndex index)
    {
        ReadOnlySpan<Place> best = [];
        var (end, hash) = (first, 0UL);
        if (!char.IsUpper(text[words[first].Start]) && !char.IsLower(text[words[first].Start]))
            return ([], first);
        for (var i = first; i < words.Length && (i == first || !words[i].IsOpening); i++)
        {
            var whole = NameFolding.Then(hash, words[i].Hash);
            var found = index.Find(whole);
            if (found.IsEmpty && words[i].Bare != words[i].Hash)
                found = index.Find(NameFolding.Then(hash, words[i].Bare));
            if (!found.IsEmpty && text.AsSpan(words[first].Start, words[i].End - words[first].Start).ContainsAnyInRange('A', 'Z'))
            {
                best = found;
                end = i + 1;
            }

            if (!index.IsPrefix(whole))
                break;
            hash = whole;
        }

        return ([.. best], end);
    }
}
