using System.Globalization;
using Parley.Language;
using Parley.Reports;

namespace Parley.Cli.Commands;

/// <summary>Writes a document as CoNLL-U (universaldependencies.org/format.html).</summary>
internal static class Annotation
{
    private static readonly string[] s_tags = [.. Enum.GetNames<UniversalTag>().Select(static name => name.ToUpperInvariant())];

    /// <summary>One block a sentence; columns that no stage fills yet are <c>_</c>, offsets stand in MISC.</summary>
    /// <param name="document">What to write.</param>
    /// <param name="output">Where to.</param>
    /// <param name="safe">Whether a person reads it: then nothing in a text may steer the terminal.</param>
    public static void WriteConllu(Document document, TextWriter output, bool safe)
    {
        var paragraph = -1;
        for (var number = 0; number < document.Sentences.Length; number++)
        {
            var sentence = document.Sentences[number];
            if (sentence.Paragraph != paragraph)
                output.WriteLine("# newpar");
            paragraph = sentence.Paragraph;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"# sent_id = {number + 1}"));
            output.WriteLine($"# text = {Shown(sentence.Span)}");
            var tokens = sentence.Tokens;
            var wholeEnd = 0;
            for (var i = 0; i < tokens.Count; i++)
            {
                var last = i;
                while (last + 1 < tokens.Count && tokens[last + 1].GoesWithPrevious)
                    last++;
                if (last > i && i >= wholeEnd)
                {
                    wholeEnd = last + 1;
                    var whole = new Span(tokens[i].Span.Start, tokens[last].Span.End);
                    output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                        $"{i + 1}-{last + 1}\t{Shown(whole)}\t_\t_\t_\t_\t_\t_\t_\t{Misc(document, whole)}"));
                }

                var token = tokens[i];
                var head = token.Head is { } above ? above.Index - sentence.FirstToken + 1 : 0;
                var features = token.Features.Text is "" ? "_" : token.Features.Text;
                output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{i + 1}\t{Shown(token.Span)}\t{Escape(token.Lemma)}\t{Tag(token.Upos)}\t{token.Xpos}\t{features}\t{head}\t{token.Relation}\t_\t{(i < wholeEnd ? "_" : Misc(document, token.Span))}"));
            }

            output.WriteLine();
        }

        string Shown(Span span)
        {
            var line = OneLine(span.In(document.Text));
            return safe ? Terminal.Safe(line) : line;
        }

        string Escape(string lemma) => safe ? Terminal.Safe(lemma) : lemma;
    }

    private static string Misc(Document document, Span span)
    {
        var spaced = span.End >= document.Text.Length || char.IsWhiteSpace(document.Text[span.End]);
        var offsets = string.Create(CultureInfo.InvariantCulture, $"Start={span.Start}|End={span.End}");
        return spaced ? offsets : $"SpaceAfter=No|{offsets}";
    }

    private static string Tag(UniversalTag tag) => s_tags[(int)tag];

    private static string OneLine(ReadOnlySpan<char> text) => text.ToString().Replace('\n', ' ');
}
