using Parley.Language;
using Parley.Resolution.Reading;

namespace Parley.Resolution.Affiliations;

/// <summary>Chooses among the candidates for a mention: their number in the list.</summary>
internal delegate int AffiliationChoice(Token head, ChoiceList choices);

/// <summary>
/// Decides for whom the mentions of a document speak, from its beginning to its end, each in the light of those before it. What the rules read of
/// a mention is one of the features that a trained model weighs.
/// </summary>
/// <param name="context">The document.</param>
/// <param name="phrases">Reads a mention by rule.</param>
/// <param name="choose">The choice among candidates.</param>
internal sealed class AffiliationReader(DocumentContext context, PhraseReader phrases, AffiliationChoice choose)
{
    /// <summary>
    /// What is added for nobody. In the reports that the weights are trained on hardly anyone speaks for nobody, more do in news; and a side that
    /// is read wrongly does more harm than one that is not read.
    /// </summary>
    private const float Abstaining = 1.2f;

    private readonly Dictionary<int, int> _decided = [];
    private readonly ChoiceList _choices = new();
    private int _next;

    /// <summary>By a model.</summary>
    public AffiliationReader(DocumentContext context, PhraseReader phrases, AffiliationModel model)
        : this(context, phrases, (_, choices) => Best(model, choices))
    {
    }

    /// <summary>All for whom a mention may speak.</summary>
    public CandidateList Candidates => field ??= new CandidateList(context);

    private MentionChains Chains => field ??= new MentionChains(context, Candidates);

    private AffiliationFeatures Features => field ??= new AffiliationFeatures(context, Candidates, Chains);

    /// <summary>The name of the side, state or body for which the mention headed by a token speaks; null for nobody.</summary>
    public string? Of(Token head)
    {
        var chosen = Decide(head);
        return chosen < 0 ? null : Candidates[chosen].Name;
    }

    /// <summary>Decides on all mentions up to the document's end.</summary>
    public void Finish()
    {
        foreach (var head in Chains.Heads)
            Decide(context.Document.Tokens[head]);
    }

    private int Decide(Token head)
    {
        for (; _next < Chains.Heads.Length && Chains.Heads[_next] < head.Index; _next++)
            Choose(context.Document.Tokens[Chains.Heads[_next]]);
        return Choose(head);
    }

    private int Choose(Token head)
    {
        if (_decided.TryGetValue(head.Index, out var known))
            return known;
        var span = head.Sentence.SubtreeSpan(head);
        var rule = phrases.Read(head.Upos == UniversalTag.Pron ? head.Span : span, acts: true);
        Features.Fill(head, rule, _decided, _choices);
        return _decided[head.Index] = _choices.Candidate(choose(head, _choices));
    }

    private static int Best(AffiliationModel model, ChoiceList choices)
    {
        var (best, score) = (0, float.NegativeInfinity);
        for (var i = 0; i < choices.Count; i++)
        {
            var own = model.Choice.Score(choices.Features(i)) + (choices.Candidate(i) < 0 ? Abstaining : 0);
            if (own > score)
                (best, score) = (i, own);
        }

        return best;
    }
}
