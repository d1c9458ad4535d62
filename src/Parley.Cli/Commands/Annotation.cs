using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Parley.Language;
using Parley.Reports;

namespace Parley.Cli.Commands;

/// <summary>Writes a document as CoNLL-U (universaldependencies.org/format.html) or as JSON.</summary>
internal static class Annotation
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

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
            for (var i = 0; i < tokens.Count; i++)
            {
                var isSplit = i + 1 < tokens.Count && tokens[i + 1].GoesWithPrevious;
                if (isSplit)
                {
                    var whole = new Span(tokens[i].Span.Start, tokens[i + 1].Span.End);
                    output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                        $"{i + 1}-{i + 2}\t{Shown(whole)}\t_\t_\t_\t_\t_\t_\t_\t{Misc(document, whole)}"));
                }

                var inWord = isSplit || tokens[i].GoesWithPrevious;
                output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{i + 1}\t{Shown(tokens[i].Span)}\t_\t_\t_\t_\t_\t_\t_\t{(inWord ? "_" : Misc(document, tokens[i].Span))}"));
            }

            output.WriteLine();
        }

        string Shown(Span span)
        {
            var line = OneLine(span.In(document.Text));
            return safe ? Terminal.Safe(line) : line;
        }
    }

    /// <summary>One object: the file, the text, its sentences as spans and their tokens as spans.</summary>
    public static string ToJson(Document document, string? file)
    {
        var sentences = new JsonArray();
        foreach (var sentence in document.Sentences)
        {
            var tokens = new JsonArray();
            foreach (var token in sentence.Tokens)
                tokens.Add(ToJson(document, token.Span));
            var one = ToJson(document, sentence.Span);
            one["paragraph"] = sentence.Paragraph;
            one["tokens"] = tokens;
            sentences.Add(one);
        }

        return new JsonObject { ["file"] = file, ["text"] = document.Text, ["sentences"] = sentences }.ToJsonString(s_options);
    }

    private static JsonObject ToJson(Document document, Span span) => new()
    {
        ["text"] = span.In(document.Text).ToString(),
        ["start"] = span.Start,
        ["end"] = span.End,
    };

    private static string Misc(Document document, Span span)
    {
        var spaced = span.End >= document.Text.Length || char.IsWhiteSpace(document.Text[span.End]);
        var offsets = string.Create(CultureInfo.InvariantCulture, $"Start={span.Start}|End={span.End}");
        return spaced ? offsets : $"SpaceAfter=No|{offsets}";
    }

    private static string OneLine(ReadOnlySpan<char> text) => text.ToString().Replace('\n', ' ');
}
