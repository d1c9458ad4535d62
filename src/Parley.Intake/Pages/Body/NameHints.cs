using System.Collections.Frozen;
using AngleSharp.Dom;
using Parley.Reports.Data;

namespace Parley.Intake.Pages.Body;

/// <summary>What an element's <c>class</c> and <c>id</c> hint at, by the words they are made of.</summary>
internal static class NameHints
{
    private const int LongestHint = 3;

    private static readonly FrozenSet<string> s_clutter = WordList.Words(typeof(NameHints).Assembly, "Pages.clutter-names.tsv");
    private static readonly FrozenSet<string> s_outOfLine = WordList.Words(typeof(NameHints).Assembly, "Pages.clutter-names.tsv", "any");
    private static readonly FrozenSet<string> s_readers = WordList.Words(typeof(NameHints).Assembly, "Pages.clutter-names.tsv", "readers");
    private static readonly FrozenSet<string> s_body = WordList.Words(typeof(NameHints).Assembly, "Pages.body-names.tsv");
    private static readonly FrozenSet<string> s_surelyBody = WordList.Words(typeof(NameHints).Assembly, "Pages.body-names.tsv", "surely");

    /// <summary>Whether its names tell that it stands beside the article.</summary>
    public static bool SayClutter(IElement element) =>
        Say(element, s_clutter) && !Say(element, s_surelyBody);

    /// <summary>Whether its names tell that it holds readers' words, or the form for them.</summary>
    public static bool SayReaders(IElement element) =>
        Say(element, s_readers) && !Say(element, s_surelyBody);

    /// <summary>Whether its names tell that it is no part of the line it stands in.</summary>
    public static bool SayOutOfLine(IElement element) => Say(element, s_outOfLine);

    /// <summary>Whether its names tell that it holds the article.</summary>
    public static bool SayBody(IElement element) =>
        Say(element, s_body) || element.GetAttribute("itemprop") is "articleBody";

    /// <summary>Whether <paramref name="attribute"/> has a word, or words in a row, of <paramref name="hints"/>.</summary>
    public static bool Has(ReadOnlySpan<char> attribute, FrozenSet<string> hints)
    {
        // Longer attributes are generated or hostile; what they say is not worth reading.
        if (attribute.Length is 0 or > 1000)
            return false;
        var lookup = hints.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> words = stackalloc char[attribute.Length * 2];
        Span<int> starts = stackalloc int[LongestHint];
        var length = 0;
        var count = 0;
        for (var i = 0; i < attribute.Length; i++)
        {
            if (!char.IsLetterOrDigit(attribute[i]))
                continue;
            if (count == LongestHint)
                starts[1..].CopyTo(starts);
            else
                count++;
            if (length > 0)
                words[length++] = ' ';
            starts[count - 1] = length;
            do
            {
                words[length++] = char.ToLowerInvariant(attribute[i++]);
            }
            while (i < attribute.Length && char.IsLetterOrDigit(attribute[i])
                && !(char.IsUpper(attribute[i]) && char.IsLower(attribute[i - 1])));
            i--;
            for (var first = 0; first < count; first++)
            {
                if (lookup.Contains(words[starts[first]..length]))
                    return true;
            }
        }

        return false;
    }

    private static bool Say(IElement element, FrozenSet<string> hints) =>
        Has(element.ClassName, hints) || Has(element.Id, hints);
}
