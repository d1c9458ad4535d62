using Parley.Findings.Statements;
using Parley.Findings.Trees;
using Parley.Language;
using Parley.Language.Models;
using Parley.Reports;
using Parley.Reports.Findings;
using Parley.Resolution;

namespace Parley.Findings.Tolls;

/// <summary>The counts of a document from its beginning to its end, with what was decided on those before each.</summary>
internal sealed class TollScenes
{
    /// <summary>Sides and places of a sentence that are looked at.</summary>
    private const int Most = 8;

    private readonly Document _document;
    private readonly ResolvedDocument _resolved;
    private readonly CountReader _counts;
    private readonly StatementIndex _statements;
    private int _sentence = -1, _lastSentence = -10;
    private string? _last, _home, _homeFighting;

    public TollScenes(Document document, ResolvedDocument resolved, ImmutableArray<Statement> statements)
    {
        (_document, _resolved) = (document, resolved);
        _counts = new CountReader(document);
        _statements = new StatementIndex(statements);
    }

    /// <summary>What the count before in the sentence was decided to tell; 0 for nothing.</summary>
    public int Before { get; private set; }

    /// <summary>The counts, in order.</summary>
    public IEnumerable<Count> Counts()
    {
        foreach (var sentence in _document.Sentences)
        {
            if (sentence.TokenCount > TreeFeatures.LongestSentence)
                continue;
            Before = 0;
            _sentence = sentence.Index;
            foreach (var count in _counts.Read(sentence))
                yield return count;
        }
    }

    /// <summary>Keeps what was decided on the count at hand.</summary>
    public void Decide(int outcome) => Before = outcome > 0 ? outcome : Before;

    /// <summary>Keeps to whom those counted were decided to belong.</summary>
    public void Decide(string? victims) => (_last, _lastSentence) = (victims, _sentence);

    /// <summary>What the report tells of the sides to which those counted may belong.</summary>
    public TollScene Of(in Count count, TollOutcome outcome)
    {
        var top = count.Top;
        var named = new List<(string, uint)>();
        var places = new List<(string, uint)>();
        foreach (var token in top.Sentence.Tokens)
        {
            if (named.Count < Most && _resolved.SideAt(token) is { } side)
                named.Add((side, Way(top, token)));
            else if (places.Count < Most && token.Upos == UniversalTag.Propn && _resolved.CountryAt(token.Span) is { } country)
                places.Add((country, Way(top, token)));
        }

        var statement = Statement(count);
        return new TollScene
        {
            Conflict = _resolved.Conflict,
            Outcome = outcome,
            SpeaksFor = _resolved.SpeaksFor(top),
            Doer = Doer(top) is { } doer ? _resolved.SpeaksFor(doer) : null,
            Last = _last,
            LastNear = _sentence - _lastSentence <= 1,
            Source = statement?.Actor,
            Named = named,
            Places = places,
            Home = _home ??= ForemostState(_resolved.Sides),
            HomeFighting = _homeFighting ??= ForemostState(_resolved.Conflict.Parties),
            States = (uint)_resolved.Conflict.Parties.Count(_resolved.IsState),
            IsState = _resolved.IsState,
        };
    }

    /// <summary>The narrowest statement whose content tells the count; null for the report's own voice.</summary>
    public Statement? Statement(in Count count) => _statements.Narrowest(new Span(_document.Tokens[count.Tokens.Start.Value].Span.Start, _document.Tokens[count.Tokens.End.Value - 1].Span.End));

    /// <summary>From the count to what it hangs on, with what belongs to it.</summary>
    public Span Evidence(in Count count)
    {
        var top = count.Top;
        var own = top.Sentence.SubtreeSpan(top);
        var (start, end) = (Math.Min(own.Start, _document.Tokens[count.Tokens.Start.Value].Span.Start), Math.Max(own.End, _document.Tokens[count.Tokens.End.Value - 1].Span.End));
        if (top.Head is { } head)
            (start, end) = (Math.Min(start, head.Span.Start), Math.Max(end, head.Span.End));
        return SideMentions.WithoutMarks(_document.Text, start, end);
    }

    /// <summary>All to whom those counted may belong.</summary>
    public static IEnumerable<string> Candidates(TollScene scene)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var side in new[] { scene.SpeaksFor, scene.Doer, scene.Last, scene.Source }.OfType<string>()
            .Concat(scene.Named.Select(static own => own.Name)).Concat(scene.Places.Select(static own => own.Name)).Concat(scene.Conflict.Parties).Append(scene.Home).Where(static name => name.Length > 0))
        {
            if (seen.Add(side))
                yield return side;
        }
    }

    /// <summary>The state of which the report speaks most; empty for none.</summary>
    private string ForemostState(IEnumerable<string> sides) =>
        sides.Where(_resolved.IsState).OrderByDescending(_resolved.WeightOf).ThenBy(static name => name, StringComparer.Ordinal).FirstOrDefault() ?? "";

    private static Token? Doer(Token top)
    {
        var at = top;
        for (var steps = 0; steps < 3 && at.Head is { } head; steps++, at = head)
        {
            if (head.Upos == UniversalTag.Verb && !at.IsRelated("nsubj") && SourceFinder.Find(head) is { } doer && doer.Index != top.Index)
                return doer;
        }

        return null;
    }

    /// <summary>How the tree leads from a count to a name: down from it, beside it, or elsewhere.</summary>
    private static uint Way(Token top, Token name)
    {
        var (at, path) = (name, 0u);
        for (var steps = 0; steps < 5; steps++)
        {
            if (at.Index == top.Index)
                return FeatureHash.Add(path, 1);
            if (at.Head is not { } head)
                break;
            if (top.Head is { } governor && head.Index == governor.Index)
                return FeatureHash.Add(TreeFeatures.Link(at), 2);
            path = FeatureHash.Add(path, TreeFeatures.Link(at));
            at = head;
        }

        return name.Index < top.Index ? 3u : 4u;
    }
}
