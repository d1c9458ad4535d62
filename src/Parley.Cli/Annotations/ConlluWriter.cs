using System.Globalization;
using Parley.Language;
using Parley.Reports;

namespace Parley.Cli.Annotations;

/// <summary>
/// Writes documents as CoNLL-U (universaldependencies.org/format.html). Offsets, names, times, quotations and mentions stand in MISC;
/// <c>docs/handbook/commands.md</c> says how.
/// </summary>
/// <param name="output">Where to.</param>
/// <param name="safe">Whether a person reads it: then nothing in a text may steer the terminal.</param>
internal sealed class ConlluWriter(TextWriter output, bool safe)
{
    /// <summary>Writes one document, one block a sentence.</summary>
    /// <param name="document">What to write.</param>
    /// <param name="id">Where it was read from.</param>
    public void Write(Document document, string id)
    {
        var misc = new MiscLayers(document);
        output.WriteLine($"# newdoc id = {Shown(id)}");
        output.WriteLine($"# global.Entity = {MiscLayers.EntityFields}");
        var paragraph = -1;
        foreach (var sentence in document.Sentences)
        {
            if (sentence.Paragraph != paragraph)
                output.WriteLine("# newpar");
            paragraph = sentence.Paragraph;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"# sent_id = {sentence.Index + 1}"));
            output.WriteLine($"# text = {Shown(sentence.Text)}");
            Tokens(document, sentence, misc);
            output.WriteLine();
        }
    }

    private void Tokens(Document document, Sentence sentence, MiscLayers misc)
    {
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
                    $"{i + 1}-{last + 1}\t{Shown(whole.In(document.Text))}\t_\t_\t_\t_\t_\t_\t_\t{MiscLayers.Of(document, whole)}"));
            }

            var token = tokens[i];
            var head = token.Head is { } above ? above.Index - sentence.FirstToken + 1 : 0;
            var features = token.Features.Text is "" ? "_" : token.Features.Text;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{i + 1}\t{Shown(token.Text)}\t{Shown(token.Lemma)}\t{Words.Tag(token.Upos)}\t{token.Xpos}\t{features}\t{head}\t{token.Relation}\t_\t{misc.Of(token, i < wholeEnd ? null : token.Span)}"));
        }
    }

    /// <summary>A text on one line, whatever a reader takes for the end of one.</summary>
    private string Shown(ReadOnlySpan<char> text)
    {
        var line = OneLine.Of(text);
        return safe ? Terminal.Safe(line) : line;
    }
}
