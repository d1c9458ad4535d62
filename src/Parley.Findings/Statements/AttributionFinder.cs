using Parley.Language;
using Parley.Language.Models;

namespace Parley.Findings.Statements;

/// <summary>
/// Finds the attributions of a sentence by trained decisions over its tree, its quotation marks and the lexicon of cues: from the root
/// down which words are cues, then for each how far it reaches, who its source is and what its content. One thread's own.
/// </summary>
internal sealed class AttributionFinder
{
    /// <summary>How many of the likeliest beginnings of a content are tried with all its ends.</summary>
    private const int Beginnings = 4;

    /// <summary>In tokens, how far an aside within a content reaches behind its cue: <c>he told the Wire on Friday</c>.</summary>
    private const int LongestAside = 12;

    private readonly AttributionModel _model;
    private readonly CueLexicon _lexicon;
    private readonly QuotationMask _quotations;
    private readonly SentenceView _view = new();
    private readonly AttributionFeatures _features;
    private readonly uint[] _room = new uint[FeatureList.Room];
    private float[] _scores = [];
    private double[] _cues = [];

    public AttributionFinder(AttributionModel model, CueLexicon lexicon, QuotationMask quotations)
    {
        (_model, _lexicon, _quotations) = (model, lexicon, quotations);
        _features = new AttributionFeatures(_view, lexicon);
    }

    /// <summary>The attributions of <paramref name="sentence"/> in the order of their cues.</summary>
    /// <param name="sentence">Of the document that the quotation marks are of.</param>
    public IEnumerable<Attribution> Find(Sentence sentence)
    {
        _view.Fill(sentence, _quotations);
        if (_scores.Length < _view.Count)
            (_scores, _cues) = (new float[_view.Count * 2], new double[_view.Count * 2]);
        if (!FindCues())
            yield break;
        _features.Know(Enumerable.Range(0, _view.Count).Where(token => _cues[token] > 0));
        for (var cue = 0; cue < _view.Count; cue++)
        {
            if (_cues[cue] > 0 && Complete(cue) is { } found)
                yield return found;
        }
    }

    private bool FindCues()
    {
        var any = false;
        _cues.AsSpan(0, _view.Count).Clear();
        var list = new FeatureList(_room);
        foreach (var token in _view.FromRoot)
        {
            if (!AttributionCandidates.MayBeCue(_view, token, _lexicon, _model.Lemmas))
                continue;
            var holder = HolderOf(token);
            _features.Cue(ref list, token, holder);
            var likelihood = Logistic(_model.Cue.Score(list.Values));
            if (likelihood < FloorOf(token, holder))
                continue;
            _cues[token] = likelihood;
            any = true;
        }

        return any;
    }

    private int HolderOf(int token)
    {
        var at = _view.Head(token);
        while (at >= 0 && _cues[at] == 0)
            at = _view.Head(at);
        return at;
    }

    private Attribution? Complete(int cue)
    {
        var list = new FeatureList(_room);
        _features.Cue(ref list, cue, HolderOf(cue));
        var isAttitude = _model.Attitude.Score(list.Values) > 0;
        var floor = isAttitude ? _model.Floors.Attitude : FloorOf(cue, HolderOf(cue));
        if (_cues[cue] < floor)
            return null;
        _features.Look(cue);
        var (first, end) = Reach(cue);
        _features.Bound(first, end);
        var (source, sure) = SourceOf(cue, first, end);
        if (Content(cue, first, end, source) is not { } content)
            return null;
        var from = _view.Sentence.FirstToken;
        var pieces = Pieces(content.Start, content.End, first, end, source);
        if (pieces.IsEmpty)
            return null;
        return new Attribution(
            source is { } range ? (range.Start.Value + from)..(range.End.Value + from) : null, (first + from)..(end + from), cue + from,
            pieces, EntryOf(cue), isAttitude, new AttributionLikelihoods(_cues[cue], floor, sure, content.Likelihood));
    }

    private double FloorOf(int cue, int holder) => _view.IsQuoted(cue) ? _model.Floors.Quoted : holder >= 0 ? _model.Floors.Told : _model.Floors.Said;

    private (int First, int End) Reach(int cue)
    {
        var (first, end) = (cue, cue + 1);
        var list = new FeatureList(_room);
        while (end < _view.Count)
        {
            _features.Reach(ref list, first, end, isBefore: false);
            if (_model.Reach.Score(list.Values) <= 0)
                break;
            end++;
        }

        while (first > 0)
        {
            _features.Reach(ref list, first, end, isBefore: true);
            if (_model.Reach.Score(list.Values) <= 0)
                break;
            first--;
        }

        return (first, end);
    }

    /// <summary>The source's tokens, null for none, and how likely that is.</summary>
    private (Range? Source, double Likelihood) SourceOf(int cue, int first, int end)
    {
        var offset = _view.Sentence.FirstToken;
        var expected = SourceFinder.Find(_view.Tokens[cue]) is { } noun ? noun.Index - offset : -1;
        var list = new FeatureList(_room);
        _features.Source(ref list, -1, expected);
        var (best, most) = (-1, _model.Source.Score(list.Values));
        var sum = Math.Exp(most);
        for (var token = 0; token < _view.Count; token++)
        {
            if ((token >= first && token < end) || !AttributionCandidates.MayBeSource(_view, token))
                continue;
            _features.Source(ref list, token, expected);
            var score = _model.Source.Score(list.Values);
            sum += Math.Exp(score);
            if (score > most)
                (best, most) = (token, score);
        }

        var likelihood = Math.Exp(most) / sum;

        if (best < 0)
        {
            _features.Attribute(-1, -1, -1);
            return (null, likelihood);
        }

        var extent = SourceFinder.Extent(SourceFinder.Top(_view.Tokens[best]));
        var (from, to) = (extent.Start.Value - offset, extent.End.Value - offset);
        if (best < first)
            to = Math.Min(to, first);
        else
            from = Math.Max(from, end);
        if (from >= to)
            (from, to) = (best, best + 1);
        _features.Attribute(best, from, to);
        return (from..to, likelihood);
    }

    private (int Start, int End, double Likelihood)? Content(int cue, int first, int end, Range? source)
    {
        var list = new FeatureList(_room);
        _features.Nothing(ref list);
        var none = _model.Start.Score(list.Values);
        var scores = _scores.AsSpan(0, _view.Count);
        scores.Fill(float.NegativeInfinity);
        for (var token = 0; token < _view.Count; token++)
        {
            if (!AttributionCandidates.MayStart(_view, token, _features))
                continue;
            _features.Start(ref list, token);
            scores[token] = _model.Start.Score(list.Values);
        }

        var total = LogSum(scores, none);
        var (best, bestStart, bestEnd) = (float.NegativeInfinity, -1, -1);
        for (var k = 0; k < Beginnings; k++)
        {
            var start = ArgMax(scores);
            if (start < 0 || (k > 0 && scores[start] - total < best) || (k == 0 && none > scores[start]))
                break;
            var own = scores[start] - total;
            scores[start] = float.NegativeInfinity;
            var (last, likelihood) = EndOf(start);
            if (last >= 0 && own + likelihood > best)
                (best, bestStart, bestEnd) = (own + likelihood, start, last);
        }

        return bestStart < 0 ? null : (bestStart, bestEnd, Math.Exp(best));
    }

    /// <summary>The likeliest last token of the content that begins with <paramref name="start"/>, and how likely (log).</summary>
    private (int Last, float Likelihood) EndOf(int start)
    {
        var list = new FeatureList(_room);
        var (best, most, sum) = (-1, float.NegativeInfinity, 0.0);
        var roots = new ContentRoots(_view, start);
        for (var token = start; token < _view.Count; token++)
        {
            var count = roots.Add(token, _features);
            if (!AttributionCandidates.MayEnd(_view, token, _features))
                continue;
            _features.End(ref list, start, token, count);
            var score = _model.End.Score(list.Values);
            sum += Math.Exp(score);
            if (score > most)
                (best, most) = (token, score);
        }

        return (best, most - (float)Math.Log(sum));
    }

    /// <summary>The content without the cue, the source and what stands with them in an aside, in the document's tokens.</summary>
    private ImmutableArray<Range> Pieces(int start, int last, int first, int end, Range? source)
    {
        var offset = _view.Sentence.FirstToken;
        var (from, to) = (first, end);
        if (source is { } range && range.Start.Value <= last && range.End.Value > start)
            (from, to) = (Math.Min(from, range.Start.Value), Math.Max(to, range.End.Value));
        if (to <= start || from > last)
            return [(start + offset)..(last + 1 + offset)];
        if (from > 0 && _view.IsPunctuation(from - 1))
        {
            var behind = to;
            while (behind <= last && behind - to < LongestAside && !_view.IsPunctuation(behind))
                behind++;
            if (behind <= last && _view.IsPunctuation(behind))
                to = behind;
        }

        var pieces = ImmutableArray.CreateBuilder<Range>(2);
        AddBare(start, from);
        AddBare(to, last + 1);
        return pieces.ToImmutable();

        // What parts a piece from the aside belongs to neither; a quotation mark is the piece's.
        void AddBare(int left, int right)
        {
            while (left < right && _view.IsPunctuation(left) && !_view.IsMark(left))
                left++;
            while (right > left && _view.IsPunctuation(right - 1) && !_view.IsMark(right - 1))
                right--;
            if (left < right)
                pieces.Add((left + offset)..(right + offset));
        }
    }

    private CueEntry? EntryOf(int cue)
    {
        foreach (var entry in _lexicon.Of(_view.Tokens[cue]))
        {
            var follows = true;
            for (var i = 0; i < entry.Rest.Length && follows; i++)
                follows = cue + 1 + i < _view.Count && _view.Tokens[cue + 1 + i].Is(entry.Rest[i]);
            if (follows)
                return entry;
        }

        return null;
    }

    private static int ArgMax(ReadOnlySpan<float> scores)
    {
        var best = -1;
        for (var i = 0; i < scores.Length; i++)
        {
            if (!float.IsNegativeInfinity(scores[i]) && (best < 0 || scores[i] > scores[best]))
                best = i;
        }

        return best;
    }

    private static float LogSum(ReadOnlySpan<float> scores, float none)
    {
        var most = none;
        foreach (var score in scores)
            most = Math.Max(most, score);
        var sum = Math.Exp(none - most);
        foreach (var score in scores)
            sum += Math.Exp(score - most);
        return most + (float)Math.Log(sum);
    }

    private static double Logistic(float score) => 1 / (1 + Math.Exp(-score));
}
