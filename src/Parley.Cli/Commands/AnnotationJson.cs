using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Parley.Language;
using Parley.Language.Times;
using Parley.Reports;

namespace Parley.Cli.Commands;

/// <summary>
/// Writes documents as JSON, one object a line: <c>report</c>, <c>sentences</c> with their <c>tokens</c>, <c>names</c>, <c>times</c>,
/// <c>quotations</c>, <c>mentions</c>. Offsets are into <c>report.text</c>, in UTF-16 code units; what is not known is left out.
/// </summary>
internal sealed class AnnotationJson(TextWriter output) : IDisposable
{
    private static readonly JsonWriterOptions s_options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private static readonly string[] s_upos = [.. Enum.GetNames<UniversalTag>().Select(static name => name.ToUpperInvariant())];

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
        _json.WriteStartArray("names");
        foreach (var name in document.Names)
        {
            Start(document, name.Span);
            _json.WriteString("kind", Code(name.Kind.ToString()));
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        Times(document);
        Spans(document, "quotations", document.Quotations.Select(static one => one.Span));
        Spans(document, "mentions", document.Mentions.Select(static one => one.Span));
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
            _json.WriteString("upos", s_upos[(int)token.Upos]);
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

    private void Times(Document document)
    {
        _json.WriteStartArray("times");
        foreach (var time in document.Times)
        {
            Start(document, time.Span);
            _json.WriteString("type", Code(time.Kind.ToString()));
            _json.WriteString("value", time.Value);
            if (time.Modifier != TimeModifier.None)
                _json.WriteString("mod", Code(time.Modifier.ToString()));
            Text("quant", time.Quantifier);
            Text("freq", time.Frequency);
            Text("calendar", time.Calendar?.ToString());
            Text("stretch", time.Stretch?.ToString());
            if (time.Anchor != TimeAnchor.None)
                _json.WriteString("anchor", Code(time.Anchor.ToString()));
            if (time.Ambiguity != TimeAmbiguity.None)
                _json.WriteString("ambiguity", Code(time.Ambiguity.ToString()));
            if (time.IsAge)
                _json.WriteBoolean("age", true);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void Spans(Document document, string name, IEnumerable<Span> spans)
    {
        _json.WriteStartArray(name);
        foreach (var span in spans)
        {
            Start(document, span);
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

    /// <summary>A name of the code as TIMEX3 writes its own: LESS_THAN.</summary>
    private static string Code(string name)
    {
        var code = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]))
                code.Append('_');
            code.Append(char.ToUpperInvariant(name[i]));
        }

        return code.ToString();
    }
}
