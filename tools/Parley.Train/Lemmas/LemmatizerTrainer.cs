using Parley.Language.Lemmas;
using Parley.Train.Treebanks;

namespace Parley.Train.Lemmas;

/// <summary>Learns lemma rules by counting: for each ending the commonest rule, kept where shorter endings say otherwise.</summary>
internal static class LemmatizerTrainer
{
    /// <summary>An ending must be seen on so many different words; a whole word may be seen once.</summary>
    private const int FewestWords = 2;

    private const int LongestForm = 48;

    public static Lemmatizer Train(IEnumerable<TreebankSentence> sentences)
    {
        var words = sentences.SelectMany(static sentence => sentence.Words)
            .Where(static word => (word.Lemma != "_" || word.Upos == "X") && word.Form.Length <= LongestForm
                && !(char.IsAsciiDigit(word.Form[0]) && word.Form.Contains(',', StringComparison.Ordinal)))
            .GroupBy(static word => (word.Form, word.Upos, word.Xpos, word.Lemma))
            .Select(static group => (Word: group.Key, Count: group.Count()))
            .OrderBy(static entry => entry.Word.Upos, StringComparer.Ordinal).ThenBy(static entry => entry.Word.Xpos, StringComparer.Ordinal)
            .ThenBy(static entry => entry.Word.Form, StringComparer.Ordinal).ThenBy(static entry => entry.Word.Lemma, StringComparer.Ordinal)
            .ToArray();
        var tags = new List<string>();
        var scripts = new List<string> { "0 " };
        var cases = new RuleCounter(static _ => 0);
        var edits = new RuleCounter(script => scripts[script][0] - '0');
        foreach (var (word, count) in words)
        {
            Count(word, count, $"{word.Upos} {word.Xpos}");
            Count(word, count, $"{word.Upos} *");
        }

        var lemmas = words.Where(static entry => Alphabetic(entry.Word.Lemma)).GroupBy(static entry => entry.Word.Lemma).Select(static group => group.Key);
        return new Lemmatizer(
            cases.ToTable(FewestWords), edits.ToTable(FewestWords), [.. tags], [.. scripts], [.. lemmas.Order(StringComparer.Ordinal)]);

        void Count((string Form, string Upos, string Xpos, string Lemma) word, int count, string tag)
        {
            var number = (uint)Number(tags, tag);
            Span<char> plain = stackalloc char[word.Form.Length];
            Span<char> cased = stackalloc char[word.Form.Length];
            LemmaCases.Plain(word.Form, plain);
            var (best, bestShared) = (LemmaCase.Lower, -1);
            foreach (var kept in Enum.GetValues<LemmaCase>())
            {
                LemmaCases.Apply(kept, word.Form, cased);
                var shared = ((ReadOnlySpan<char>)cased).CommonPrefixLength(word.Lemma);
                if (shared > bestShared)
                    (best, bestShared) = (kept, shared);
            }

            cases.Add(LemmaCases.Key(number, word.Form), plain, (ushort)best, count);
            var cut = word.Form.Length - bestShared;
            var ending = word.Lemma[bestShared..];
            if (ending.Contains(' ', StringComparison.Ordinal) || ending.Length > 24)
                return;
            edits.Add(number, plain, (ushort)Number(scripts, $"{(char)('0' + cut)} {ending}"), count);
        }
    }

    private static bool Alphabetic(string lemma) => lemma.Length <= 24 && !lemma.Contains('\n', StringComparison.Ordinal);

    private static int Number(List<string> names, string name)
    {
        var found = names.IndexOf(name);
        if (found >= 0)
            return found;
        names.Add(name);
        return names.Count - 1;
    }
}
