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

    private static readonly ImmutableArray<Phrase> s_starts = Of("start");
    private static readonly ImmutableArray<Phrase> s_wholes = Of("whole");
    private static readonly ImmutableArray<Phrase> s_notes = Of("end");
    private static readonly ImmutableArray<Phrase> s_closings = Of("closing");

    /// <summary>Whether <paramref name="text"/> is such a line.</summary>
    /// <param name="text">A block's text.</param>
    /// <param name="words">How many words it has.</param>
    /// <param name="fromEnd">How many blocks follow it: notes to the reader stand at the end.</param>
    public static bool IsBeside(string text, int words, int fromEnd)
    {
        if (words > LongestLine)
            return false;
        text = Plain(text);
        return Any(s_starts, text) || Any(s_wholes, text) || (fromEnd < Ending && Any(s_notes, text));
    }

    /// <summary>Whether what follows <paramref name="text"/> are readers' words: the heading of comments, or of the form for one.</summary>
    public static bool OpensComments(string text, int words) => words <= 20 && Any(s_closings, Plain(text));

    /// <summary>Straight apostrophes, and a percent sign for any number.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
                plain.Append(c == '’' ? '\'' : c);
            else if (plain.Length == 0 || plain[^1] != '%')
                plain.Append('%');
        }

        return plain.ToString();
    }

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

            return Place is "start" or "end" || Parts[^1].Length == 0 || rest.Trim(".:…!?|»›> ").IsEmpty;
        }
    }
}
