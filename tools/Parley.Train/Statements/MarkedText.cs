using System.Globalization;
using System.Text;
using Parley.Reports;

namespace Parley.Train.Statements;

/// <summary>A part of an attribution in a marked text.</summary>
/// <param name="Letter">Which part: s source, q cue, c content, and others; see <c>data/attribution/README.md</c>.</param>
/// <param name="Number">Of the attribution within its text.</param>
/// <param name="Flags">The letters behind the number.</param>
/// <param name="Shared">The attribution whose source it shares; null for its own.</param>
/// <param name="Span">Where it stands in the text without marks.</param>
public readonly record struct MarkedPart(char Letter, int Number, string Flags, int? Shared, Span Span);

/// <summary>A text with attributions marked in braces, as in <c>data/attribution</c> and the lexicon's examples.</summary>
/// <param name="Text">Without the marks.</param>
/// <param name="Parts">In the order in which they end.</param>
public sealed record MarkedText(string Text, ImmutableArray<MarkedPart> Parts)
{
    /// <summary>Reads <c>{s1 The envoy} {q1 said} {c1 that …}</c>.</summary>
    /// <exception cref="FormatException">A brace is not closed, or a label is none.</exception>
    public static MarkedText Parse(string marked)
    {
        var text = new StringBuilder(marked.Length);
        var parts = ImmutableArray.CreateBuilder<MarkedPart>();
        var open = new Stack<(string Label, int Start)>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked[i] == '{')
            {
                var blank = marked.IndexOf(' ', i);
                open.Push((marked[(i + 1)..blank], text.Length));
                i = blank;
            }
            else if (marked[i] == '}')
            {
                var (label, start) = open.Pop();
                parts.Add(Part(label, new Span(start, text.Length)));
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        if (open.Count > 0)
            throw new FormatException($"\"{open.Peek().Label}\" is not closed.");
        return new MarkedText(text.ToString(), parts.ToImmutable());
    }

    private static MarkedPart Part(string label, Span span)
    {
        var (own, shared) = label.Split('=') is [var left, var right] ? (left, int.Parse(right, CultureInfo.InvariantCulture)) : (label, (int?)null);
        var digits = own.AsSpan(1).IndexOfAnyExceptInRange('0', '9');
        var end = digits < 0 ? own.Length : digits + 1;
        return new MarkedPart(own[0], int.Parse(own.AsSpan(1, end - 1), CultureInfo.InvariantCulture), own[end..], shared, span);
    }
}
