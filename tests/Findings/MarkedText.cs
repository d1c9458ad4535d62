using System.Text;
using Parley.Reports;

namespace Parley.Findings.Tests;

/// <summary>A part of an attribution in a marked text.</summary>
/// <param name="Letter">Which part: s source, q cue, c content, and others; see <c>data/attribution/README.md</c>.</param>
/// <param name="Number">Of the attribution within its text.</param>
/// <param name="Span">Where it stands in the text without marks.</param>
public readonly record struct MarkedPart(char Letter, int Number, Span Span);

/// <summary>A text with attributions marked in braces, as in <c>data/attribution</c> and the lexicon's examples.</summary>
/// <param name="Text">Without the marks.</param>
/// <param name="Parts">In the order in which they end.</param>
public sealed record MarkedText(string Text, ImmutableArray<MarkedPart> Parts)
{
    /// <summary>Reads <c>{s1 The envoy} {q1 said} {c1 that …}</c>.</summary>
    public static MarkedText Parse(string marked)
    {
        var text = new StringBuilder(marked.Length);
        var parts = ImmutableArray.CreateBuilder<MarkedPart>();
        var open = new Stack<(char Letter, int Number, int Start)>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked[i] == '{')
            {
                var blank = marked.IndexOf(' ', i);
                var number = marked.AsSpan(i + 2, blank - i - 2);
                var digits = number.IndexOfAnyExceptInRange('0', '9');
                open.Push((marked[i + 1], int.Parse(digits < 0 ? number : number[..digits], System.Globalization.CultureInfo.InvariantCulture), text.Length));
                i = blank;
            }
            else if (marked[i] == '}')
            {
                var (letter, number, start) = open.Pop();
                parts.Add(new MarkedPart(letter, number, new Span(start, text.Length)));
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        if (open.Count > 0)
            throw new FormatException($"not closed: {open.Peek()}");
        return new MarkedText(text.ToString(), parts.ToImmutable());
    }
}
