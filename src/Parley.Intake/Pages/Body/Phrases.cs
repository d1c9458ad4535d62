using System.Collections.Frozen;
using System.Text;
using Parley.Reports.Data;

namespace Parley.Intake.Pages.Body;

/// <summary>Knows lines that pages set between an article's paragraphs and that are no part of it, by how they read.</summary>
internal static class Phrases
{
    /// <summary>Words of the longest such line.</summary>
    private const int LongestLine = 60;

    /// <summary>How many blocks from the end a note may stand.</summary>
    private const int Ending = 3;

    // By their first character, so that a line is compared with few of them.
    private static readonly FrozenDictionary<char, ImmutableArray<Phrase>> s_lines = ByFirst("start", "whole");
    private static readonly FrozenDictionary<char, ImmutableArray<Phrase>> s_closings = ByFirst("closing");
    private static readonly ImmutableArray<Phrase> s_notes = Of("end");

    /// <summary>Whether <paramref name="text"/> is such a line, wherever it stands.</summary>
    /// <param name="text">A block's text.</param>
    /// <param name="words">How many words it has.</param>
    public static bool IsBeside(string text, int words) => words <= LongestLine && Begins(s_lines, Plain(text));

    /// <summary>Whether <paramref name="text"/> is a note to the reader, as they stand at the end.</summary>
    /// <param name="text">A block's text.</param>
    /// <param name="words">How many words it has.</param>
    /// <param name="fromEnd">How many blocks follow it.</param>
    public static bool IsNote(string text, int words, int fromEnd) =>
        words <= LongestLine && fromEnd < Ending && Any(s_notes, Plain(text));

    /// <summary>Whether what follows <paramref name="text"/> are readers' words: the heading of comments, or of the form for one.</summary>
    public static bool OpensComments(string text, int words) => words <= 20 && Begins(s_closings, Plain(text));

    /// <summary>Straight apostrophes, a percent sign for any number, and no marks that only draw the eye at the beginning.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.AsSpan().TrimStart("»›>▶►▸→■●▪•*+-–—[【「( "))
        {
            if (!char.IsAsciiDigit(c))
                plain.Append(c == '’' ? '\'' : c);
            else if (plain.Length == 0 || plain[^1] != '%')
                plain.Append('%');
        }

        return plain.ToString();
    }

    private static bool Begins(FrozenDictionary<char, ImmutableArray<Phrase>> phrases, string text) =>
        text.Length > 0 && phrases.TryGetValue(char.ToLowerInvariant(text[0]), out var some) && Any(some, text);

    private static bool Any(ImmutableArray<Phrase> phrases, string text)
    {
        foreach (var phrase in phrases)
        {
            if (phrase.IsIn(text))
                return true;
        }

        return false;
    }

    private static ImmutableArray<Phrase> Of(string place) =>
    [
        .. WordList.Load(typeof(Phrases).Assembly, "Pages.phrases.tsv")
            .Where(row => row[1] == place)
            .Select(row => new Phrase([.. row[0].Split('*')], place)),
    ];

    private static FrozenDictionary<char, ImmutableArray<Phrase>> ByFirst(params string[] places) => places.SelectMany(place => Of(place))
        .GroupBy(phrase => char.ToLowerInvariant(phrase.Parts[0][0])).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());

    /// <summary>Words in order, with anything where the list has a star.</summary>
    private sealed record Phrase(ImmutableArray<string> Parts, string Place)
    {
        public bool IsIn(string text)
        {
            var rest = text.AsSpan();
            for (var i = 0; i < Parts.Length; i++)
            {
                var at = i > 0 || Place == "end" ? rest.IndexOf(Parts[i], StringComparison.OrdinalIgnoreCase)
                    : rest.StartsWith(Parts[i], StringComparison.OrdinalIgnoreCase) ? 0 : -1;
                if (at < 0)
                    return false;
                rest = rest[(at + Parts[i].Length)..];
            }

            return Place is "start" or "end" || Parts[^1].Length == 0 || rest.Trim(".:…!?|»›>：！？」】])▼ ").IsEmpty;
        }
    }
}
