using Parley.Language;
using Parley.Reports;
using Parley.Resolution.Names;

namespace Parley.Resolution.Reading;

/// <summary>Finds the known names of a document, at each place the longest. Linear in the text.</summary>
internal static class NameSpotter
{
    /// <summary>The words of <paramref name="document"/>.</summary>
    public static ImmutableArray<SpottedWord> Words(Document document)
    {
        var text = document.Text;
        var words = ImmutableArray.CreateBuilder<SpottedWord>();
        foreach (var sentence in document.Sentences)
        {
            var isOpening = true;
            for (var at = sentence.Span.Start; at < sentence.Span.End;)
            {
                if (!IsPart(text, at, at))
                {
                    isOpening |= !(char.IsWhiteSpace(text[at]) || text[at] is '-' or '‑' or '–' or '/' or '&');
                    at++;
                    continue;
                }

                var start = at;
                while (at < sentence.Span.End && IsPart(text, at, start))
                    at++;
                words.Add(Word(text, start, at, isOpening));
                isOpening = false;
            }
        }

        return words.ToImmutable();
    }

    /// <summary>The known names among <paramref name="words"/>, in order; none overlaps another.</summary>
    public static ImmutableArray<SpottedName> Spot(string text, ImmutableArray<SpottedWord> words, NameIndex index)
    {
        var names = ImmutableArray.CreateBuilder<SpottedName>();
        for (var i = 0; i < words.Length;)
        {
            var (found, end) = Longest(text, words, i, index);
            if (found.IsEmpty)
            {
                i++;
                continue;
            }

            // "The National" is no name before "Transitional Council".
            if (i + 1 < words.Length && end - i == 2 && !words[i + 1].IsOpening && text.AsSpan(words[i].Start, words[i].End - words[i].Start).Equals("the", StringComparison.OrdinalIgnoreCase)
                && Longest(text, words, i + 1, index).End > end)
            {
                i++;
                continue;
            }

            names.Add(new SpottedName(new Span(words[i].Start, words[end - 1].BareEnd), i, end, found));
            i = end;
        }

        return names.ToImmutable();
    }

    private static (ImmutableArray<NamedActor> Found, int End) Longest(string text, ImmutableArray<SpottedWord> words, int first, NameIndex index)
    {
        ImmutableArray<NamedActor> best = [];
        var bestEnd = first;
        var hash = 0UL;
        for (var i = first; i < words.Length && (i == first || !words[i].IsOpening); i++)
        {
            var whole = NameFolding.Then(hash, words[i].Hash);
            var found = Fitting(index.Find(whole), text[words[first].Start..words[i].End]);
            if (found.IsEmpty && words[i].Bare != words[i].Hash)
                found = Fitting(index.Find(NameFolding.Then(hash, words[i].Bare)), text[words[first].Start..words[i].BareEnd]);
            if (!found.IsEmpty)
                (best, bestEnd) = (found, i + 1);
            if (!index.IsPrefix(whole))
                break;
            hash = whole;
        }

        return (best, bestEnd);
    }

    /// <summary>Those whose name may be written so: acronyms in capitals, names with a capital where they have one.</summary>
    private static ImmutableArray<NamedActor> Fitting(ReadOnlySpan<NamedActor> found, string written)
    {
        if (found.IsEmpty)
            return [];
        var fitting = ImmutableArray.CreateBuilder<NamedActor>(found.Length);
        foreach (var candidate in found)
        {
            if (candidate.IsAcronym ? !written.Any(char.IsLower) : HasCapital(written) || IsSmall(candidate.Name))
                fitting.Add(candidate);
        }

        if (fitting.Count == 0 && IsSpelledAsWord(written))
        {
            foreach (var candidate in found)
            {
                if (candidate.IsAcronym)
                    fitting.Add(candidate);
            }
        }

        return fitting.DrainToImmutable();
    }

    /// <summary>Whether a capital stands in it, past an article.</summary>
    private static bool HasCapital(string written) =>
        written.AsSpan(written.StartsWith("The ", StringComparison.OrdinalIgnoreCase) ? 4 : 0).IndexOfAnyInRange('A', 'Z') >= 0 || written.Any(static c => c >= 128 && char.IsUpper(c));

    /// <summary>Whether a name may be written without capitals: its first letter is small, or the only one of several words that is not.</summary>
    private static bool IsSmall(string name) => !char.IsUpper(name[0]) || (name.AsSpan().ContainsAny(' ', '-') && !name.Skip(1).Any(char.IsUpper));

    /// <summary>As some papers write acronyms that are said as words: <c>Nato</c>, <c>Ecowas</c>.</summary>
    private static bool IsSpelledAsWord(string written) =>
        written.Length >= 4 && char.IsUpper(written[0]) && written.Skip(1).All(char.IsLower);

    private static bool IsPart(string text, int at, int start) =>
        char.IsLetterOrDigit(text[at])
        || (at > start && text[at] is '\'' or '’' or '‘' or 'ʼ' or '.' && at + 1 < text.Length && (char.IsLetterOrDigit(text[at + 1]) || (text[at] is not '.' && text[at - 1] is 's')))
        || (at > start && text[at] == '+');

    private static SpottedWord Word(string text, int start, int end, bool isOpening)
    {
        var word = text.AsSpan(start, end - start);
        var bare = word.Length > 2 && word[^1] is 's' or 'S' && word[^2] is '\'' or '’' or '‘' or 'ʼ' ? word[..^2] : word;
        while (bare.Length > 1 && !char.IsLetterOrDigit(bare[^1]) && bare[^1] != '+')
            bare = bare[..^1];
        var hash = NameFolding.HashOf(word);
        return new SpottedWord(start, end, hash, bare.Length == word.Length ? hash : NameFolding.HashOf(bare), start + bare.Length, isOpening);
    }
}
