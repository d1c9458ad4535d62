using Parley.Language;
using Parley.Reports.Findings;
using Parley.Resolution;

namespace Parley.Findings.Statements;

/// <summary>
/// Reads who is said to have said or thought what: attributions from the trees and a lexicon of cues, and the sentences of a quotation that
/// goes on. Safe for many threads.
/// </summary>
public sealed class StatementReader
{
    /// <summary>In tokens; more are a list or a text without stops.</summary>
    private const int LongestSentence = 1000;

    private readonly AttributionModel _model;
    private readonly CueLexicon _lexicon = new();

    /// <summary>Reads by the model built in.</summary>
    public StatementReader() : this(AttributionModel.BuiltIn)
    {
    }

    internal StatementReader(AttributionModel model) => _model = model;

    /// <summary>The statements of <paramref name="document"/> in the order of its text.</summary>
    /// <param name="document">The report's text, analysed.</param>
    /// <param name="resolved">Whom its mentions mean.</param>
    /// <param name="outlet">The outlet that publishes it, through which nothing is relayed; null where not known.</param>
    /// <param name="explains">Whether each statement is to tell why it was read so.</param>
    public ImmutableArray<Statement> Read(Document document, ResolvedDocument resolved, string? outlet = null, bool explains = false)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(resolved);
        var quotations = new QuotationMask(document);
        var finder = new AttributionFinder(_model, _lexicon, quotations);
        var drafts = new StatementDrafts(document, resolved, quotations, _lexicon, outlet, explains);
        foreach (var sentence in document.Sentences)
        {
            if (sentence.TokenCount > LongestSentence)
                continue;
            var withheld = AnonymityReader.Find(sentence);
            drafts.Begin(sentence);
            foreach (var found in finder.Find(sentence))
            {
                if (!(withheld is { } own && AnonymityReader.IsPart(found, own.Reason)) && !AnonymityReader.IsWithholding(found, document.Tokens))
                    drafts.Add(found);
            }

            drafts.End(withheld);
        }

        return drafts.Finish();
    }
}
