using Parley.Findings.Statements;
using Parley.Language;

namespace Parley.Train.Statements;

/// <summary>Joins to a quoted content the sentences of its quotation that stand before and behind, as corpora do that count a quotation once.</summary>
/// <param name="document">The text.</param>
/// <param name="quotations">Its quotation marks.</param>
/// <param name="attributed">The sentences that have a cue.</param>
internal sealed class QuotedRuns(Document document, QuotationMask quotations, HashSet<int> attributed)
{
    /// <summary>The content with its quotation's other sentences.</summary>
    public ImmutableArray<Range> Join(Attribution own)
    {
        var sentence = document.Tokens[own.Head].Sentence;
        var pieces = own.Content;
        var (first, last) = (pieces[0].Start.Value, pieces[^1].End.Value);
        if (first == sentence.FirstToken && IsQuoted(first, first + 1))
        {
            for (var i = sentence.Index - 1; i >= 0 && IsRun(document.Sentences[i], sentence.Paragraph); i--)
                pieces = pieces.SetItem(0, document.Sentences[i].FirstToken..pieces[0].End);
        }

        if (!IsQuoted(last - 1, last) && !(first > 0 && IsQuoted(first, first + 1)))
            return pieces;
        var end = sentence.FirstToken + sentence.TokenCount;
        for (var i = sentence.Index + 1; i < document.Sentences.Length && IsRun(document.Sentences[i], sentence.Paragraph); i++)
        {
            var next = document.Sentences[i];
            var nextEnd = next.FirstToken + next.TokenCount;
            pieces = pieces[^1].End.Value == end || i > sentence.Index + 1 ? pieces.SetItem(pieces.Length - 1, pieces[^1].Start..nextEnd) : pieces.Add(next.FirstToken..nextEnd);
        }

        return pieces;
    }

    private bool IsRun(Sentence sentence, int paragraph) =>
        sentence.Paragraph == paragraph && !attributed.Contains(sentence.Index) && IsQuoted(sentence.FirstToken, sentence.FirstToken + sentence.TokenCount);

    private bool IsQuoted(int from, int to)
    {
        var any = false;
        for (var i = from; i < to; i++)
        {
            if (quotations[i] || quotations.IsMark(i))
                any = true;
            else if (document.Tokens[i].Upos != UniversalTag.Punct)
                return false;
        }

        return any;
    }
}
