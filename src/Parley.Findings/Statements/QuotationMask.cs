using System.Collections;
using Parley.Language;

namespace Parley.Findings.Statements;

/// <summary>Which tokens stand within quotation marks, and which are such marks.</summary>
internal sealed class QuotationMask
{
    private readonly BitArray _quoted;
    private readonly BitArray _marks;

    public QuotationMask(Document document)
    {
        _quoted = new BitArray(document.Tokens.Count);
        _marks = new BitArray(document.Tokens.Count);
        var quotedTo = 0;
        foreach (var quotation in document.Quotations)
        {
            foreach (var part in quotation.Parts)
            {
                // A quotation within another, or a part before one that was seen, is quoted already.
                var first = Math.Max(part.Start, quotedTo);
                for (var i = document.TokenAt(first)?.Index ?? _quoted.Length; i < _quoted.Length && document.Tokens[i].Span.End <= part.End; i++)
                    _quoted[i] = true;
                quotedTo = Math.Max(quotedTo, part.End);
            }
        }

        foreach (var quotation in document.Quotations)
        {
            foreach (var part in quotation.Parts)
            {
                Mark(document.TokenAt(part.Start)?.Index - 1);
                Mark(document.TokenAt(part.End)?.Index);
            }
        }

        void Mark(int? token)
        {
            if (token is not { } index || index < 0 || !IsMark(document.Tokens[index].Text))
                return;
            _marks[index] = true;
            _quoted[index] = false;
        }
    }

    /// <summary>Whether the token is within quotation marks; the marks themselves are not.</summary>
    public bool this[int token] => _quoted[token];

    /// <summary>Whether the token is a quotation mark that opens or closes; an apostrophe is not.</summary>
    public bool IsMark(int token) => _marks[token];

    private static bool IsMark(ReadOnlySpan<char> token) =>
        token is ['“' or '”' or '„' or '‟' or '"' or '＂' or '«' or '»' or '‹' or '›' or '‘' or '’' or '‚' or '‛' or '\''] or "''" or "``";
}
