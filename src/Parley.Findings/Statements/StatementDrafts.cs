using System.Globalization;
using Parley.Language;
using Parley.Reports;
using Parley.Reports.Findings;
using Parley.Resolution;

namespace Parley.Findings.Statements;

/// <summary>Makes statements of attributions as a document is read from its beginning to its end: cut, sourced and told who speaks.</summary>
/// <param name="document">The text.</param>
/// <param name="resolved">Whom its mentions mean.</param>
/// <param name="quotations">Its quotation marks.</param>
/// <param name="lexicon">The words that lead attributions.</param>
/// <param name="outlet">Who publishes it; null where not known.</param>
/// <param name="explains">Whether each statement is to tell why it was read so.</param>
internal sealed class StatementDrafts(Document document, ResolvedDocument resolved, QuotationMask quotations, CueLexicon lexicon, string? outlet, bool explains)
{
    /// <summary>In characters; no sentence's content is so long that another told in it starts farther on.</summary>
    private const int FarthestHolder = 3000;

    /// <summary>How sure it is that a quoted sentence is of whoever spoke before it.</summary>
    private const double GoingOn = 0.7;

    /// <summary>A statement, the number of its speaker (negative for none), and the lemma of the noun of those whom <c>one of them</c> is one of.</summary>
    private readonly record struct Draft(Statement Statement, int Speaker, string? Members);

    private readonly List<Draft> _drafts = [];
    private readonly SpeakerIdentities _identities = new(document, resolved);
    private readonly WithheldNames _withheld = new();
    private readonly Dictionary<int, Citation> _relays = [];
    private readonly RelayReader _relay = new(document, resolved, outlet);
    private readonly SayingTimes _times = new(document);
    private readonly SpeakerThreads _threads = new(document);
    private readonly List<Sentence> _waiting = [];
    private Sentence _sentence;
    private int _before;

    /// <summary>Who spoke in the last sentence in which anyone did; not one told of within that.</summary>
    private int _speaker = -1;

    /// <summary>Goes on to the next sentence.</summary>
    public void Begin(Sentence sentence)
    {
        if (_waiting.Count > 0 && _waiting[^1].Paragraph != sentence.Paragraph)
            _waiting.Clear();
        (_sentence, _before) = (sentence, _drafts.Count);
    }

    /// <summary>Takes an attribution of the sentence.</summary>
    public void Add(Attribution found)
    {
        var content = ImmutableArray.CreateBuilder<Range>(found.Content.Length);
        foreach (var piece in found.Content)
        {
            if (Trim(piece) is { } kept)
                content.Add(kept);
        }

        if (content.Count == 0)
            return;
        Citation? source = null;
        var speaker = -1;
        SpeakerIdentity identity = default;
        if (found.Source is { } range)
        {
            var head = HeadOf(range);
            source = Cite(range);
            speaker = _threads.Of(head, range, isTold: _drafts.Count > _before);
            identity = _identities.Know(speaker, head, range);
        }

        AddWaiting(source, speaker, identity);
        var pieces = content.ToImmutable();
        var relay = RelayOf(speaker, found, out var how);
        var saying = _times.Of(found, _sentence, speaker);
        var hedge = HedgeOf(pieces);
        Add(new Statement
        {
            Id = "",
            Confidence = found.Likelihoods.Cue,
            Source = source,
            Named = identity.Named,
            Actor = identity.Actor,
            Cue = Cite(found.Cue),
            Content = [.. pieces.Select(Cite)],
            Kind = KindOf(pieces),
            Certainty = found.Entry is { Does: not Certainty.Asserted } entry ? entry.Does : CertaintyOf(hedge),
            Relay = relay,
            Frame = lexicon.FrameOf(document.Tokens[found.Head]),
            Said = saying.When,
            Explanation = explains ? StatementExplanation.Of(document, found, identity, saying, hedge, how) : null,
        }, speaker);
    }

    /// <summary>Ends the sentence: where it holds nothing but quoted words, they are whoever's spoke before it, or speaks after it.</summary>
    /// <param name="withheld">The withholding of a name that it tells; null for none.</param>
    public void End(Withholding? withheld)
    {
        if (withheld is { } own)
            Withhold(own);
        if (_drafts.Count > _before)
            _speaker = _drafts[_before].Speaker;
        if (_drafts.Count > _before || !IsQuoted(_sentence))
            return;
        if (_drafts.Count > 0 && _drafts[^1] is { Statement.Source: { } source } last && IsNear(last.Statement.Content[^1].Span.End))
            GoOn(_sentence, source, last.Speaker, new SpeakerIdentity(last.Statement.Named, last.Statement.Actor, "as it was called before"), isBefore: false);
        else
            _waiting.Add(_sentence);
    }

    /// <summary>The reason is that of whoever's name is withheld; where the tree tells none, of who speaks in the sentence or spoke last.</summary>
    private void Withhold(Withholding withheld)
    {
        var speaker = _drafts.Count > _before ? _drafts[_before].Speaker : _speaker;
        var noun = withheld.Scope == WithholdingScope.Several ? _threads.LastPlural : null;
        if (withheld.Whose is { } whose && SourceFinder.Extent(whose) is var range)
        {
            speaker = SpeakerHere(whose) ?? _threads.Of(whose, range, isTold: false);
            noun = whose.Xpos == "NNS" ? whose.Lemma : noun;
        }

        _withheld.Add(Cite(withheld.Reason), speaker, noun, withheld.Scope);
    }

    /// <summary>Who speaks in the sentence by words that hold this noun; null for nobody.</summary>
    private int? SpeakerHere(Token noun)
    {
        for (var i = _before; i < _drafts.Count; i++)
        {
            if (_drafts[i].Statement.Source is { } source && source.Span.Contains(noun.Span))
                return _drafts[i].Speaker;
        }

        return null;
    }

    /// <summary>The statements, each with the reason for which its source is not named.</summary>
    public ImmutableArray<Statement> Finish()
    {
        var drafts = _drafts.OrderBy(static draft => draft.Statement.Content[0].Start).ThenByDescending(static draft => draft.Statement.Content[^1].End).ToArray();
        var ordered = drafts.Select(static (draft, i) => draft.Statement with { Id = string.Create(CultureInfo.InvariantCulture, $"s{i + 1}") }).ToArray();
        var finished = ImmutableArray.CreateBuilder<Statement>(ordered.Length);
        for (var i = 0; i < ordered.Length; i++)
        {
            var holder = HolderOf(ordered, drafts, i)?.Id;
            var why = !ordered[i].Named && ordered[i].Source is { } source ? _withheld.Of(drafts[i].Speaker, document.TokensIn(source.Span), drafts[i].Members, holder is not null) : null;
            finished.Add(ordered[i] with { Inside = holder, Why = why, Explanation = Finished(ordered[i].Explanation, holder, why) });
        }

        return finished.MoveToImmutable();
    }

    private static IReadOnlyList<Decision>? Finished(IReadOnlyList<Decision>? explanation, string? holder, Citation? why)
    {
        if (explanation is null || (holder is null && why is null))
            return explanation;
        List<Decision> all = [.. explanation];
        if (why is not null)
            all.Add(new Decision("why", "the report gives it for this speaker, or for those of whom it is one"));
        if (holder is not null)
            all.Add(new Decision("inside", "the narrowest statement whose content holds this one"));
        return all;
    }

    /// <summary>
    /// The narrowest statement in whose content another is told; those before it in the text come first, so the last that holds it. What a
    /// speaker is said to say within his own words (<c>he praised what he called a gain</c>) is told by the report, not by him.
    /// </summary>
    private static Statement? HolderOf(Statement[] ordered, Draft[] drafts, int index)
    {
        var inner = ordered[index];
        for (var i = index - 1; i >= 0 && ordered[i].Content[^1].Start + FarthestHolder > inner.Content[0].Start; i--)
        {
            if (drafts[index].Speaker >= 0 && drafts[i].Speaker == drafts[index].Speaker)
                continue;
            if (inner.Cue is { } cue && Holds(ordered[i], cue) && inner.Content.All(piece => Holds(ordered[i], piece)))
                return ordered[i];
        }

        return null;

        static bool Holds(Statement outer, Citation piece) => outer.Content.Any(content => content.Span.Contains(piece.Span));
    }

    private bool IsNear(int end) => document.TokenAt(end - 1) is { } token && token.Sentence.Paragraph == _sentence.Paragraph && token.Sentence.Index + 1 == _sentence.Index;

    /// <summary>Quoted sentences that stood before whoever said them was named.</summary>
    private void AddWaiting(Citation? source, int speaker, SpeakerIdentity identity)
    {
        if (source is not null)
        {
            foreach (var sentence in _waiting)
                GoOn(sentence, source, speaker, identity, isBefore: true);
        }

        _waiting.Clear();
    }

    private void GoOn(Sentence sentence, Citation source, int speaker, SpeakerIdentity identity, bool isBefore)
    {
        if (Trim(sentence.FirstToken..(sentence.FirstToken + sentence.TokenCount)) is not { } range)
            return;
        var hedge = HedgeOf([range]);
        var saying = _times.Before(speaker, sentence);
        var relay = _relays.GetValueOrDefault(speaker);
        Add(new Statement
        {
            Id = "",
            Confidence = GoingOn,
            Source = source,
            Named = identity.Named,
            Actor = identity.Actor,
            Content = [Cite(range)],
            Kind = KindOf([range]),
            Certainty = CertaintyOf(hedge),
            Relay = relay,
            Said = saying.When,
            Explanation = explains ? StatementExplanation.OfQuoted(isBefore, identity, saying, hedge, relay is not null) : null,
        }, speaker);
    }

    private void Add(Statement statement, int speaker)
    {
        var members = statement.Source is { } source && document.TokensIn(source.Span)[0].Upos == UniversalTag.Num ? _threads.LastPlural : null;
        _drafts.Add(new Draft(statement, speaker, members));
    }

    private IEnumerable<Token> Tokens(Range range)
    {
        for (var i = range.Start.Value; i < range.End.Value; i++)
            yield return document.Tokens[i];
    }

    private Token HeadOf(Range range)
    {
        foreach (var token in Tokens(range))
        {
            if (token.Head is not { } head || head.Index < range.Start.Value || head.Index >= range.End.Value)
            {
                if (token.Upos != UniversalTag.Punct)
                    return token;
            }
        }

        return document.Tokens[range.End.Value - 1];
    }

    /// <summary>The outlet that this, or what the same speaker said before, came through.</summary>
    private Citation? RelayOf(int speaker, Attribution found, out string? how)
    {
        how = null;
        if (_relay.Read(found) is { } range)
        {
            var relay = Cite(range);
            if (speaker >= 0)
                _relays[speaker] = relay;
            how = "the sentence names whom it was told or who carried it";
            return relay;
        }

        // Who is spoken of anew may have said it elsewhere.
        if (speaker < 0 || found.Source is not { } source || !_identities.IsBack(HeadOf(source), source) || !_relays.TryGetValue(speaker, out var before))
            return null;
        how = StatementExplanation.RelayedBefore;
        return before;
    }

    private static Certainty CertaintyOf(string? hedge) => hedge is null ? Certainty.Asserted : Certainty.Hedged;

    /// <summary>The first word that hedges a content; null for none.</summary>
    private string? HedgeOf(ImmutableArray<Range> content)
    {
        foreach (var range in content)
        {
            for (var i = range.Start.Value; i < range.End.Value; i++)
            {
                if (lexicon.IsHedge(document.Tokens[i].Text))
                    return document.Tokens[i].Text.ToString();
            }
        }

        return null;
    }

    /// <summary>Whether all words of the sentence are quoted.</summary>
    private bool IsQuoted(Sentence sentence)
    {
        var any = false;
        foreach (var token in sentence.Tokens)
        {
            if (token.Upos == UniversalTag.Punct)
                continue;
            if (!quotations[token.Index])
                return false;
            any = true;
        }

        return any;
    }

    /// <summary>The stretch without outer quotation marks, commas and stops; null where nothing is left.</summary>
    private Range? Trim(Range range)
    {
        var (from, to) = (range.Start.Value, range.End.Value);
        var tokens = document.Tokens;
        while (from < to && IsEdge(from))
            from++;
        while (to > from && IsEdge(to - 1))
            to--;
        if (from >= to)
            return null;

        // An inner quotation keeps both its marks, and the stop within them.
        if (quotations[to - 1] && !quotations[from])
        {
            for (var mark = to; mark < tokens.Count && mark <= to + 1; mark++)
            {
                if (!quotations.IsMark(mark))
                    continue;
                to = mark + 1;
                break;
            }
        }

        if (from > 0 && quotations.IsMark(from - 1) && quotations[from] && !quotations[to - 1])
            from--;
        return from..to;

        bool IsEdge(int i) => quotations.IsMark(i) || tokens[i].Text is "," or ":" or "." or "!" or "?" or ";" or "…" or "–" or "—" or "-";
    }

    private StatementKind KindOf(IEnumerable<Range> content)
    {
        var (quoted, words) = (0, 0);
        foreach (var range in content)
        {
            for (var i = range.Start.Value; i < range.End.Value; i++)
            {
                if (document.Tokens[i].Upos == UniversalTag.Punct)
                    continue;
                words++;
                quoted += quotations[i] ? 1 : 0;
            }
        }

        return quoted == 0 ? StatementKind.Indirect : quoted == words ? StatementKind.Direct : StatementKind.Mixed;
    }

    private Citation Cite(Range range) =>
        Citation.Of(document.Text, new Span(document.Tokens[range.Start.Value].Span.Start, document.Tokens[range.End.Value - 1].Span.End));
}
