using System.Collections.Frozen;
using Parley.Reports;
using Parley.Reports.Data;

namespace Parley.Language;

/// <summary>
/// Turns a report's text into a <see cref="Document"/> in one pass over the text. Tokens and sentences only, by rules:
/// the punctuation conventions of UD English, sentence ends by mark, case and abbreviation. Safe for many threads.
/// </summary>
public sealed class Analyzer
{
    /// <summary>Quotation marks and brackets that close after a sentence's last mark; more are no sentence's end but a pattern.</summary>
    private const int MostClosers = 8;

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _abbreviations =
        WordList.Load(typeof(Analyzer).Assembly, "abbreviations.tsv").Select(static row => row[0])
            .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Analyses <paramref name="text"/>; any string will do.</summary>
    public Document Analyze(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = ImmutableArray.CreateBuilder<Token>(text.Length / 5);
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var first = 0;
        var paragraph = 0;
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                var lineEnds = 0;
                for (; at < text.Length && char.IsWhiteSpace(text[at]); at++)
                    lineEnds += text[at] == '\n' ? 1 : 0;
                if (lineEnds >= 2)
                {
                    Close();
                    paragraph++;
                }
                else if (EndsSentence(text, tokens, first, at))
                {
                    Close();
                }

                continue;
            }

            var end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
                end++;
            Tokenizer.Split(text, at, end, _abbreviations, tokens);
            at = end;
        }

        Close();
        return new Document(text, tokens.ToImmutable(), sentences.ToImmutable());

        void Close()
        {
            if (tokens.Count == first)
                return;
            var span = new Span(tokens[first].Span.Start, tokens[^1].Span.End);
            sentences.Add(new Sentence(span, first, tokens.Count - first, paragraph));
            first = tokens.Count;
        }
    }

    /// <summary>Whether a sentence ends before <paramref name="next"/>, the first character after white space.</summary>
    private static bool EndsSentence(string text, ImmutableArray<Token>.Builder tokens, int first, int next)
    {
        if (next >= text.Length || tokens.Count == first)
            return false;
        var last = tokens.Count - 1;
        while (last > first && tokens.Count - last <= MostClosers && IsCloser(tokens[last], text))
            last--;
        var mark = tokens[last].Span.In(text);
        if (mark is not ("." or "!" or "?" or "…" or "..." or "?!" or "!?"))
        {
            return false;
        }

        // A quotation that ends in a mark goes on after it in lower case: “Why?” he asked.
        var opener = text[next];
        return char.IsUpper(opener) || char.IsDigit(opener) || Tokenizer.IsOpener(opener) || opener is '—' or '–' or '-' or '•';
    }

    private static bool IsCloser(Token token, string text) =>
        token.Span.Length == 1 && text[token.Span.Start] is '"' or '”' or '’' or '\'' or ')' or ']' or '»';
}
