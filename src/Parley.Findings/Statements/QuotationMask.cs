using System.Collections;
using Parley.Language;

namespace Parley.Findings.Statements;

/// <summary>
/// Which tokens stand within quotation marks. A quotation ends with its paragraph at the latest, so a mark
/// that is never closed costs one paragraph.
/// </summary>
internal sealed class QuotationMask
{
    private readonly BitArray _quoted;

    public QuotationMask(Document document)
    {
        _quoted = new BitArray(document.Tokens.Count);
        var paragraph = -1;
        var open = false;
        foreach (var sentence in document.Sentences)
        {
            if (sentence.Paragraph != paragraph)
            {
                paragraph = sentence.Paragraph;
                open = false;
            }

            for (var i = sentence.FirstToken; i < sentence.FirstToken + sentence.TokenCount; i++)
            {
                var word = document.Tokens[i].Text;
                if (word is "“" or "«" or "„")
                    open = true;
                else if (word is "”" or "»")
                    open = false;
                else if (word is "\"")
                    open = !open;
                else
                    _quoted[i] = open;
            }
        }
    }

    /// <summary>Whether the token is within quotation marks; the marks themselves are not.</summary>
    public bool this[int token] => _quoted[token];
}
