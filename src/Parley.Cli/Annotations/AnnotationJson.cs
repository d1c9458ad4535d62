using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Parley.Language;
using Parley.Language.Times;
using Parley.Reports;

namespace Parley.Cli.Annotations;

/// <summary>
/// Writes documents as JSON, one object a line: <c>report</c>, <c>sentences</c> with their <c>tokens</c>, <c>names</c>, <c>times</c>,
/// <c>quotations</c>, <c>mentions</c>. Offsets are into <c>report.text</c>, in UTF-16 code units; what is not known is left out.
/// Where one points to another of its kind, it does by the index in their list, from 0.
/// </summary>
internal sealed class AnnotationJson(TextWriter output) : IDisposable
{
    private static readonly JsonWriterOptions s_options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly ArrayBufferWriter<byte> _buffer = new(1 << 16);
    private readonly Utf8JsonWriter _json = new(Stream.Null, s_options);

    /// <summary>Writes one document as one line.</summary>
    public void Write(Document document, string? file, string? title, PartialDate? published)
    {
        _buffer.ResetWrittenCount();
        _json.Reset(_buffer);
        _json.WriteStartObject();
        _json.WriteStartObject("report");
        Text("file", file);
        Text("title", title);
        Text("published", published?.ToString());
        _json.WriteString("text", document.Text);
        _json.WriteEndObject();
        Sentences(document);
        Names(document);
        Times(document);
        Quotations(document);
        Mentions(document);
        _json.WriteEndObject();
        _json.Flush();
        output.WriteLine(Encoding.UTF8.GetString(_buffer.WrittenSpan));
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private void Sentences(Document document)
    {
        _json.WriteStartArray("sentences");
        foreach (var sentence in document.Sentences)
        {
            Start(document, sentence.Span);
            _json.WriteNumber("paragraph", sentence.Paragraph);
            _json.WriteStartArray("tokens");
            foreach (var token in sentence.Tokens)
                Token(document, token, sentence.FirstToken);
            _json.WriteEndArray();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void Token(Document document, Token token, int first)
    {
        Start(document, token.Span);
        if (token.Upos != UniversalTag.X || token.Xpos != "_")
            _json.WriteString("upos", Words.Tag(token.Upos));
        Known("xpos", token.Xpos);
        Known("feats", token.Features.Text);
        Known("lemma", token.Lemma);
        if (token.Relation != "_")
        {
            _json.WriteNumber("head", token.Head is { } head ? head.Index - first + 1 : 0);
            _json.WriteString("relation", token.Relation);
        }

        _json.WriteEndObject();
    }

    private void Names(Document document)
    {
        _json.WriteStartArray("names");
        foreach (var name in document.Names)
        {
            Start(document, name.Span);
            _json.WriteString("kind", Words.Code(name.Kind));
            Number("within", name.Within);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void Times(Document document)
    {
        _json.WriteStartArray("times");
        foreach (var time in document.Times)
        {
            Start(document, time.Span);
            _json.WriteString("type", Words.Code(time.Kind));
            _json.WriteString("value", time.Value);
            if (time.Modifier != TimeModifier.None)
                _json.WriteString("mod", Words.Code(time.Modifier));
            Text("quant", time.Quantifier);
            Text("freq", time.Frequency);
            Text("calendar", time.Calendar?.ToString());
            Text("stretch", time.Stretch?.ToString());
            if (time.Anchor != TimeAnchor.None)
                _json.WriteString("anchor", Words.Code(time.Anchor));
            if (time.Ambiguity != TimeAmbiguity.None)
                _json.WriteString("ambiguity", Words.Code(time.Ambiguity));
            if (time.IsAge)
                _json.WriteBoolean("age", true);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void Quotations(Document document)
    {
        _json.WriteStartArray("quotations");
        foreach (var quotation in document.Quotations)
        {
            Start(document, quotation.Span);
            _json.WriteStartArray("parts");
            foreach (var part in quotation.Parts)
                Pair(part);
            _json.WriteEndArray();
            Number("parent", quotation.Parent);
            _json.WriteNumber("depth", quotation.Depth);
            _json.WriteBoolean("closed", quotation.IsClosed);
            _json.WriteNumber("words", quotation.WordCount);
            _json.WriteBoolean("clause", quotation.HoldsClause);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void Mentions(Document document)
    {
        _json.WriteStartArray("mentions");
        foreach (var mention in document.Mentions)
        {
            Start(document, mention.Span);
            _json.WriteString("kind", Words.Code(mention.Kind));
            _json.WritePropertyName("head");
            Pair(mention.Head);
            Number("entity", mention.Entity);
            Number("antecedent", mention.Antecedent);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void Start(Document document, Span span)
    {
        _json.WriteStartObject();
        _json.WriteString("text", span.In(document.Text));
        _json.WriteNumber("start", span.Start);
        _json.WriteNumber("end", span.End);
    }

    /// <summary>A span whose words stand beside it already: <c>[start,end]</c>.</summary>
    private void Pair(Span span)
    {
        _json.WriteStartArray();
        _json.WriteNumberValue(span.Start);
        _json.WriteNumberValue(span.End);
        _json.WriteEndArray();
    }

    private void Number(string name, int? value)
    {
        if (value is { } known)
            _json.WriteNumber(name, known);
    }

    private void Text(string name, string? value)
    {
        if (value is not null)
            _json.WriteString(name, value);
    }

    private void Known(string name, string value)
    {
        if (value is not ("_" or ""))
            _json.WriteString(name, value);
    }
}
