using System.Collections.Frozen;
using Parley.Reports.Data;

namespace Parley.Intake.Languages;

/// <summary>
/// How English a text is at a glance: its words, how many of them are function words that English alone uses, how many different
/// ones, and how many of its letters are Latin ones without marks.
/// </summary>
/// <param name="Words">Runs of letters.</param>
/// <param name="Hits">Those that are listed in <c>english-words.txt</c>.</param>
/// <param name="Letters">Letters of any script.</param>
/// <param name="PlainLetters">Letters from A to Z.</param>
internal readonly record struct EnglishShare(int Words, int Hits, int Letters, int PlainLetters)
{
    private const int LongestWord = 8;

    private static readonly FrozenSet<string> s_words =
        WordList.Words(typeof(EnglishShare).Assembly, "Languages.english-words.txt");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_lookup =
        s_words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// Whether the text is plainly English: at least 6 words, 3 hits, one hit in six words, and 19 of 20 letters plain. English news has a
    /// hit in two to four words, one in five or six when full of foreign names; other languages stay below one in twelve.
    /// </summary>
    public bool IsPlainly => Words >= 6 && Hits >= 3 && Hits * 6 >= Words && PlainLetters * 20L >= Letters * 19L;

    /// <summary>Measures a text in one pass and without allocation.</summary>
    public static EnglishShare Of(ReadOnlySpan<char> text)
    {
        int words = 0, hits = 0, letters = 0, plain = 0, length = 0;
        Span<char> word = stackalloc char[LongestWord];
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            if (char.IsAsciiLetter(c))
            {
                plain++;
                letters++;
                if (length < LongestWord)
                    word[length] = (char)(c | 0x20);
                length++;
            }
            else if (c > 0x7F && char.IsLetter(c))
            {
                letters++;
                length = LongestWord + 1;
            }
            else if (length > 0)
            {
                words++;
                if (length <= LongestWord && s_lookup.Contains(word[..length]))
                    hits++;
                length = 0;
            }
        }

        return new EnglishShare(words, hits, letters, plain);
    }

    /// <summary>The same by the plainest means; <see cref="Of"/> is tested against it.</summary>
    public static EnglishShare PlainlyOf(string text)
    {
        var words = new string([.. text.Select(c => char.IsLetter(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new EnglishShare(
            words.Length,
            words.Count(word => word.Length <= LongestWord && word.All(char.IsAsciiLetter) && s_words.Contains(word.ToLowerInvariant())),
            text.Count(char.IsLetter),
            text.Count(char.IsAsciiLetter));
    }
}
