using System.Text;
using Parley.Language;
using Parley.Reports;

namespace Parley.Cli.Annotations;

/// <summary>
/// One layer of spans as MISC attributes of a document's tokens, in the brackets of CorefUD and GUM
/// (ufal.mff.cuni.cz/corefud): <c>(id-…</c> on a span's first token, <c>id)</c> on its last, <c>(id-…)</c> where that is one token.
/// Spans may nest, cross, and run over sentences.
/// </summary>
internal sealed class Brackets
{
    private readonly Dictionary<int, Edges> _edges = [];
    private readonly Document _document;

    private Brackets(Document document) => _document = document;

    /// <summary>Writes spans as brackets.</summary>
    /// <param name="document">The text.</param>
    /// <param name="spans">The spans, each with its number in the text and what stands after it in the opening bracket.</param>
    public static Brackets Of(Document document, IEnumerable<(Span Span, string Id, string Fields)> spans)
    {
        var brackets = new Brackets(document);
        // The outer opens first and closes last: the longer of two that share an edge is the outer one.
        foreach (var (span, id, fields) in spans.OrderBy(static one => one.Span.Start).ThenByDescending(static one => one.Span.End))
            brackets.Add(span, id, fields);
        return brackets;
    }

    /// <summary>The brackets at a token; null where there are none.</summary>
    public string? At(Token token) => _edges.TryGetValue(token.Index, out var edges) ? edges.ToString() : null;

    /// <summary>
    /// <paramref name="value"/> for a field of a bracket: white space, control characters, <c>%</c> and what the notation itself is
    /// written with, in percent-encoding as CorefUD has it (<c>%7C</c> for <c>|</c>).
    /// </summary>
    /// <param name="value">What to write.</param>
    /// <param name="mayHoldHyphens">Whether no field follows: hyphens part fields.</param>
    public static string Escape(string value, bool mayHoldHyphens = false)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            if (c is '%' or '|' or '=' or '(' or ')' or ',' || (c == '-' && !mayHoldHyphens) || char.IsWhiteSpace(c) || char.IsControl(c))
            {
                foreach (var part in Encoding.UTF8.GetBytes([c]))
                    escaped.Append('%').Append(part.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
            else
            {
                escaped.Append(c);
            }
        }

        return escaped.ToString();
    }

    private void Add(Span span, string id, string fields)
    {
        var tokens = _document.TokensIn(span);
        if (tokens.Count == 0)
            return;
        if (tokens.Count == 1)
        {
            EdgesAt(tokens[0]).Whole += $"({id}-{fields})";
            return;
        }

        EdgesAt(tokens[0]).Openings += $"({id}-{fields}";
        var last = EdgesAt(tokens[^1]);
        last.Closings = $"{id}){last.Closings}";
    }

    private Edges EdgesAt(Token token)
    {
        if (!_edges.TryGetValue(token.Index, out var edges))
            _edges.Add(token.Index, edges = new Edges());
        return edges;
    }

    private sealed class Edges
    {
        public string Openings { get; set; } = "";

        public string Whole { get; set; } = "";

        public string Closings { get; set; } = "";

        // Where one span ends and another of several tokens begins, they cross, and CorefUD has what ends come first.
        public override string ToString() => Openings.Length > 0 ? $"{Closings}{Openings}{Whole}" : $"{Whole}{Closings}";
    }
}
