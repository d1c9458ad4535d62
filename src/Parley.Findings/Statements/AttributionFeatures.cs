using Parley.Language;
using Parley.Language.Models;

namespace Parley.Findings.Statements;

/// <summary>
/// The features on which an attribution's decisions rest: whether a word is a cue, how far the cue reaches, who its source is, where its
/// content begins and ends. Changing any of them asks for training anew.
/// </summary>
internal sealed class AttributionFeatures(SentenceView view, CueLexicon lexicon)
{
    private bool[] _above = [], _isCue = [];
    private int _cue, _first, _end, _sourceFirst, _sourceEnd, _sourceHead;
    private uint _cueKind, _cueLemma, _frames;

    /// <summary>Of whether a token heads a cue.</summary>
    /// <param name="list">Filled.</param>
    /// <param name="token">In the sentence.</param>
    /// <param name="holder">The nearest cue above it in the tree; -1 for none.</param>
    public void Cue(ref FeatureList list, int token, int holder)
    {
        list.Clear();
        var (lemma, xpos, relation, upos) = (view.Lemma(token), view.Xpos(token), view.Relation(token), (uint)view.Upos(token));
        var head = view.Head(token);
        var (before, after) = (QuotedBefore(token), QuotedAfter(token));
        var frames = FramesOf(token);
        list.Add(upos, 7);
        list.Add(lemma);
        list.Add(lemma, xpos);
        list.Add(lemma, relation);
        list.Add(xpos, relation);
        list.Add(lemma, view.Lemma(token + 1));
        list.Add(lemma, view.Lemma(token - 1));
        list.Add(upos, view.Form(token + 1), view.Form(token - 1));
        list.Add(xpos, (uint)view.Upos(token - 1), (uint)view.Upos(token + 1));
        list.Add(view.Lemma(head), relation);
        list.Add(xpos, relation, (uint)view.Upos(head));
        list.Add(lemma, before, after);
        list.Add(xpos, before, after);
        list.Add(relation, before, after);
        list.Add(view.IsQuoted(token) ? 1u : 0, upos);
        list.Add(frames, xpos);
        list.Add(frames, relation);
        list.Add(holder < 0 ? 0 : 1 + Link(token, holder), view.Lemma(holder < 0 ? -1 : holder), upos);
        list.Add(holder < 0 ? 0 : 1 + Link(token, holder), lemma);
        list.Add(holder < 0 ? 0 : 1u, view.IsQuoted(token) ? 1u : 0, relation);
        list.Add(view.Name(token), upos);
        list.Add(view.Form(token - 1), lemma, view.Form(token + 1));
        list.Add((uint)Math.Min(token, 3), xpos, (uint)Math.Min(view.Count - 1 - token, 3));
        list.Add(Suffix(token), upos);
        var (subject, complement, kinds) = (0u, 0u, 0u);
        foreach (var child in view.Tokens[token].Children)
        {
            var own = child.Index - view.Sentence.FirstToken;
            var kind = view.Relation(own);
            kinds = kinds * 31 + kind;
            if (list.Count > FeatureList.Room - 16)
                break;
            var isSubject = child.IsRelated("nsubj");
            if (isSubject)
                subject = own < token ? 1 : 2u;
            list.AddTo(101, lemma, kind);
            list.AddTo(102, upos, kind);
            list.AddTo(103, frames, kind);
            list.AddTo(104, kind, (uint)view.Upos(own));
            list.AddTo(105, kind, isSubject ? view.Lemma(own) : view.Lemma(view.Left(own)));
            list.AddTo(106, kind, view.Name(own));
            if (child.IsRelated("ccomp") || child.IsRelated("xcomp") || child.IsRelated("obj") || child.IsRelated("parataxis") || child.IsRelated("acl") || child.IsRelated("obl") || child.IsRelated("nmod"))
                complement |= child.IsRelated("ccomp") ? 1 : child.IsRelated("xcomp") ? 2u : child.IsRelated("obj") ? 4u : child.IsRelated("parataxis") ? 8u : 16;
        }

        list.Add(lemma, subject, complement);
        list.Add(frames, subject, complement);
        list.Add(relation, subject, complement);
        list.Add(xpos, kinds);
        list.Add(upos, complement, before * 4 + after);
    }

    /// <summary>Tells which tokens of the sentence head cues, before where their contents begin and end is asked.</summary>
    public void Know(IEnumerable<int> cues)
    {
        if (_isCue.Length < view.Count)
            _isCue = new bool[view.Count * 2];
        _isCue.AsSpan().Clear();
        foreach (var cue in cues)
            _isCue[cue] = true;
    }

    /// <summary>Makes ready for what hangs on the cue headed by <paramref name="cue"/>.</summary>
    public void Look(int cue)
    {
        if (_above.Length < view.Count)
            _above = new bool[view.Count * 2];
        _above.AsSpan().Clear();
        for (var at = cue; at >= 0; at = view.Head(at))
            _above[at] = true;
        (_cue, _first, _end, _sourceFirst, _sourceEnd, _sourceHead) = (cue, cue, cue + 1, -1, -1, -1);
        (_cueLemma, _frames) = (view.Lemma(cue), FramesOf(cue));
        _cueKind = FeatureHash.Add(view.Xpos(cue), view.Relation(cue));
    }

    /// <summary>Of whether the cue, which reaches from <paramref name="first"/> to before <paramref name="end"/>, takes in the token before or behind it.</summary>
    public void Reach(ref FeatureList list, int first, int end, bool isBefore)
    {
        list.Clear();
        var side = isBefore ? 1u : 2u;
        var token = isBefore ? first - 1 : end;
        var next = isBefore ? first - 2 : end + 1;
        var far = (uint)Math.Min(3, isBefore ? _cue - first : end - 1 - _cue);
        var edge = isBefore ? first : end - 1;
        var headed = view.Head(token) == _cue ? 1u : view.Head(token) >= first && view.Head(token) < end ? 2u : view.IsWithin(token, _cue) ? 3u : 4u;
        list.Add(side, far);
        list.Add(side, view.Lemma(token));
        list.Add(side, view.Lemma(token), _cueLemma);
        list.Add(side, view.Lemma(token), view.Relation(token));
        list.Add(side + 8, headed, view.Relation(token));
        list.Add(side + 16, headed, view.Xpos(token));
        list.Add(side + 24, view.Xpos(token), view.Xpos(edge));
        list.Add(side + 32, view.Xpos(token), view.Xpos(next));
        list.Add(side + 40, view.Lemma(token), view.Lemma(next));
        list.Add(side + 48, view.Lemma(token), view.Lemma(edge));
        list.Add(side + 56, _cueLemma, view.Relation(token));
        list.Add(side + 64, _cueLemma, headed * 8 + far);
        list.Add(side + 72, _frames, view.Lemma(token));
        list.Add(side + 80, _cueKind, view.Relation(token));
        list.Add(side + 88, far, view.Relation(token));
        list.Add(side + 96, (uint)view.Upos(token), far * 8 + headed);
        list.Add(side + 104, view.Form(token), view.Form(next));
        list.Add(side + 112, view.IsMark(next) ? 1u : view.IsMark(token) ? 2u : 0, view.Form(token));
    }

    /// <summary>Says where the cue begins and ends, now that it is decided.</summary>
    public void Bound(int first, int end) => (_first, _end) = (first, end);

    /// <summary>Of whether <paramref name="token"/> heads the source; -1 for none.</summary>
    /// <param name="list">Filled.</param>
    /// <param name="token">In the sentence, or -1.</param>
    /// <param name="expected">Whom the tree gives; -1 for none.</param>
    public void Source(ref FeatureList list, int token, int expected)
    {
        list.Clear();
        if (token < 0)
        {
            list.Add(1);
            list.Add(_cueKind, 2);
            list.Add(_cueLemma, 3);
            list.Add(expected < 0 ? 1u : 2u, 4);
            list.Add(expected < 0 ? 1u : 2u, _cueKind, 5);
            list.Add(_frames, view.Xpos(_cue), 6);
            list.Add((uint)view.Upos(_cue), view.Lemma(_first), 7);
            list.Add(HasPassive() ? 1u : 2u, view.Xpos(_cue), 8);
            return;
        }

        list.Skip(8);
        var side = token < _first ? 1u : 2u;
        var distance = Bucket(token < _first ? _first - 1 - token : token - _end);
        var path = Path(token);
        var link = Link(token, _cue);
        var fits = token == expected ? 1u : expected < 0 ? 2u : 3u;
        var (upos, relation) = ((uint)view.Upos(token), view.Relation(token));
        list.Add(path);
        list.Add(path, _cueKind);
        list.Add(path, _cueLemma);
        list.Add(path, upos);
        list.Add(fits, side);
        list.Add(fits, _cueKind);
        list.Add(fits, upos, relation);
        list.Add(side, distance);
        list.Add(side, distance, upos);
        list.Add(side, relation, link);
        list.Add(side, distance, (uint)view.Upos(_cue));
        list.Add(view.Lemma(token), upos);
        list.Add(view.Name(token), upos);
        list.Add(view.Name(token), link, side);
        list.Add(view.IsQuoted(token) ? 1u : 2u, side, fits);
        list.Add(view.Form(view.Right(token) + 1), side, link);
        list.Add(view.Lemma(view.Left(token)), relation);
        list.Add(view.Form(token + 1), side, upos);
        list.Add(view.Form(token - 1), side, upos);
        list.Add(view.Left(token) == _end ? 1u : view.Right(token) + 1 == _first ? 2u : 3u, fits, upos);
        list.Add(view.Left(token) == _end ? 1u : view.Right(token) + 1 == _first ? 2u : 3u, _cueLemma);
        list.Add(relation, _cueLemma, side);
        list.Add(_frames, relation, link);
        list.Add(QuotedBefore(_first) * 4 + QuotedAfter(_end - 1), side, fits);
    }

    /// <summary>Says who the source is, now that it is decided; -1 for none.</summary>
    public void Attribute(int head, int first, int end) => (_sourceHead, _sourceFirst, _sourceEnd) = (head, first, end);

    /// <summary>Of whether the sentence holds no content of the cue.</summary>
    public void Nothing(ref FeatureList list)
    {
        list.Clear();
        list.Add(1);
        list.Add(_cueLemma, 2);
        list.Add(_cueKind, 3);
        list.Add(_frames, 4);
        list.Add((uint)view.Upos(_cue), view.Lemma(_end));
        list.Add((uint)view.Upos(_cue), view.Form(_end), _end + 1 >= view.Count ? 1u : 2u);
        list.Add(QuotedBefore(_first) * 4 + QuotedAfter(_end - 1));
    }

    /// <summary>Of whether the content begins at <paramref name="token"/>.</summary>
    public void Start(ref FeatureList list, int token)
    {
        list.Clear();
        list.Skip(8);
        var top = TopFrom(token);
        var link = LinkOf(top);
        var slot = StartSlot(token);
        var (relation, kind) = (view.Relation(top), FeatureHash.Add(view.Relation(top), link));
        var gap = Bucket(token < _first ? _first - token : token - _end);
        var quoted = (view.IsQuoted(token) ? 1u : 0) + (view.IsQuoted(token - 1) ? 2u : 0) + (view.IsMark(token) ? 4u : 0) + (view.IsMark(token - 1) ? 8u : 0) + (view.IsMark(token + 1) ? 16u : 0);
        list.Add(slot);
        list.Add(slot, gap);
        list.Add(slot, view.Lemma(token));
        list.Add(slot, (uint)view.Upos(token), (uint)view.Upos(token - 1));
        list.Add(view.Form(token - 1), (uint)view.Upos(token), slot);
        list.Add(kind);
        list.Add(kind, slot);
        list.Add(kind, _cueLemma);
        list.Add(kind, _cueKind);
        list.Add(kind, _frames);
        list.Add(kind, view.Lemma(token));
        list.Add(kind, view.Xpos(top));
        list.Add(kind, gap);
        list.Add(quoted, slot);
        list.Add(quoted, kind);
        list.Add(quoted, _cueLemma);
        list.Add(quoted, view.Form(token - 1));
        list.Add(slot, _cueLemma);
        list.Add(slot, _cueKind);
        list.Add(slot, _frames);
        list.Add(view.Lemma(token), _cueLemma);
        list.Add(view.Lemma(token), view.Lemma(_end - 1), slot);
        list.Add(relation, view.Xpos(top), slot);
        list.Add(view.Lemma(token - 1), view.Lemma(token));
        list.Add(_sourceHead < 0 ? 0 : _sourceFirst > _cue ? 2u : 1u, slot, kind);
        list.Add((uint)Math.Min(4, Math.Abs(view.Depth(top) - view.Depth(_cue))), slot, relation);
        list.Add(view.Relation(token), view.Relation(token - 1), slot);
        list.Add(FeatureHash.Add(kind, slot), view.Lemma(token), _cueKind);
        list.Add(FeatureHash.Add(kind, slot), view.Xpos(top), quoted);
        list.Add(FeatureHash.Add(kind, slot), _frames, gap);
        list.Add(view.Right(top) < _first ? 1u : view.Right(top) == view.Count - 1 ? 2u : view.IsPunctuation(view.Right(top) + 1) ? 3u : 4u, kind, slot);
        list.Add(view.Right(top) - token > 2 ? 1u : 2u, kind, (uint)view.Upos(token));
        list.Add(view.Name(token), slot, _cueLemma);
        list.Add(view.Form(_end), slot, kind);
        list.Add(view.Lemma(_first), slot, kind);
    }

    /// <summary>Of whether the content that begins at <paramref name="start"/> ends with <paramref name="token"/>.</summary>
    /// <param name="list">Filled.</param>
    /// <param name="start">Its first token.</param>
    /// <param name="token">At or behind it.</param>
    /// <param name="roots">How many tokens of it hang on none of it, the cue's own aside.</param>
    public void End(ref FeatureList list, int start, int token, int roots)
    {
        list.Clear();
        var (from, to) = (TopFrom(start), TopTo(token));
        var slot = EndSlot(token) + (token < _first ? 0 : start < _first ? 100u : 200u);
        var kind = FeatureHash.Add(view.Relation(to), LinkOf(to));
        var whole = (from == to ? 1u : 0) + (view.Right(from) == token ? 2u : 0) + (view.Left(to) == start ? 4u : 0) + (view.Right(from) > token ? 8u : 0);
        var next = token + 1;
        var hangs = next >= view.Count ? 0 : view.Head(next) < 0 ? 1u : view.Head(next) >= start && view.Head(next) <= token ? 2u : view.Head(next) == _cue ? 3u : 4u;
        var marks = (view.IsMark(start) ? 1u : 0) + (view.IsMark(token) ? 2u : 0) + (view.IsMark(next) ? 4u : 0) + (view.IsQuoted(token) ? 8u : 0) + (view.IsQuoted(next) ? 16u : 0) + (view.IsQuoted(start) ? 32u : 0) + (view.IsMark(next + 1) ? 64u : 0);
        var length = Bucket(token - start);
        list.Add(slot);
        list.Add(slot, whole);
        list.Add(slot, marks);
        list.Add(slot, (uint)roots);
        list.Add(slot, hangs, view.Form(next));
        list.Add(hangs, view.Relation(next), view.Lemma(next));
        list.Add(hangs, view.Relation(next), view.Relation(view.Head(next < view.Count ? next : token)));
        list.Add(hangs, view.Relation(from), view.Relation(next));
        list.Add(whole, kind);
        list.Add(whole, view.Relation(from), LinkOf(from));
        list.Add(whole, hangs, (uint)roots);
        list.Add(whole, length);
        list.Add(view.Form(token), view.Form(next));
        list.Add((uint)view.Upos(token), (uint)view.Upos(next), slot);
        list.Add((uint)view.Upos(token), (uint)view.Upos(next), whole);
        list.Add(view.Form(next), whole, slot);
        list.Add(view.Lemma(next), view.Lemma(next + 1), slot);
        list.Add(marks, view.Form(token));
        list.Add(marks, view.Form(next));
        list.Add(marks, whole);
        list.Add(slot, length);
        list.Add(slot, _cueLemma);
        list.Add(slot, _cueKind);
        list.Add(slot, view.Lemma(start));
        list.Add(kind, _cueLemma);
        list.Add(kind, view.Lemma(start));
        list.Add(view.Relation(from), view.Relation(to), (uint)roots);
        list.Add(_frames, whole, hangs);

        // Another cue within: what someone goes on to say is a content of its own.
        var (within, how) = CuesIn(start, token);
        list.AddTo(132, within, how);
        list.AddTo(133, within, whole);
        list.AddTo(134, FeatureHash.Add(within, how), slot);

        // What follows behind the marks: the next constituent, what it is, and whether it hangs on the content.
        var after = next;
        while (after < view.Count && view.IsPunctuation(after))
            after++;
        var parted = (uint)Math.Min(3, after - next);
        if (after >= view.Count)
        {
            list.AddTo(120, parted, whole);
            list.AddTo(121, parted, slot);
            return;
        }

        var top = TopFrom(after);
        var upper = view.Head(top);
        var bound = upper < 0 ? 1u : upper == _cue ? 2u : _above[upper] ? 3u : upper >= start && upper <= token ? 4u : 5u;
        var what = FeatureHash.Add(view.Relation(top), bound * 4 + parted);
        list.AddTo(122, what, view.Lemma(after));
        list.AddTo(123, what, whole);
        list.AddTo(124, what, view.Relation(from));
        list.AddTo(125, what, view.Xpos(top));
        list.AddTo(126, what, _cueLemma);
        list.AddTo(127, what, Bucket(view.Count - after));
        list.AddTo(128, what, view.Lemma(start));
        list.AddTo(129, what, (uint)view.Upos(upper < 0 ? -1 : upper));
        list.AddTo(130, FeatureHash.Add(what, view.Lemma(after)), length);
        list.AddTo(131, FeatureHash.Add(what, marks), 0);
        var other = _isCue[top] && top != _cue ? 1u : 0;
        list.AddTo(135, FeatureHash.Add(what, other), HasSubject(top));
        list.AddTo(136, FeatureHash.Add(other, bound), FeatureHash.Add(whole, view.Relation(top)));
    }

    /// <summary>How many other cues a stretch holds, three at most, and how the first that goes on from what stands before it does so.</summary>
    private (uint Count, uint How) CuesIn(int start, int end)
    {
        var (count, how) = (0u, 0u);
        for (var token = start; token <= end; token++)
        {
            if (!_isCue[token] || token == _cue)
                continue;
            count++;
            if (how == 0 && view.Head(token) is var head && head >= 0 && (head == _cue || (head >= start && head < token)))
                how = FeatureHash.Add(FeatureHash.Add(view.Relation(token), HasSubject(token)), head == _cue ? 1u : 2u);
        }

        return (Math.Min(count, 3), how);
    }

    /// <summary>Two where a clause has a subject of its own, one where it has none.</summary>
    private uint HasSubject(int token) => view.Tokens[token].Child("nsubj") is null ? 1u : 2u;

    /// <summary>Whether the content may take in this token's neighbour: for counting what hangs outside.</summary>
    public bool IsOwn(int token) => (token >= _first && token < _end) || (token >= _sourceFirst && token < _sourceEnd);

    private uint FramesOf(int token)
    {
        var frames = 0u;
        foreach (var entry in lexicon.Of(view.Tokens[token]))
        {
            if (entry.Rest.IsEmpty)
                frames |= (uint)entry.Frames | (entry.IsSaid ? 256u : 512);
            else
                frames |= token + 1 < view.Count && view.Tokens[token + 1].Is(entry.Rest[0]) ? 1024u : 2048u;
        }

        return frames;
    }

    /// <summary>Whether quoted words, or their mark, stand right before a token, a comma between: 0 no, 1 yes, 2 farther off.</summary>
    private uint QuotedBefore(int token)
    {
        var at = token - 1;
        while (at >= 0 && view.IsPunctuation(at) && !view.IsMark(at))
            at--;
        return view.IsMark(at) ? 1u : at >= 1 && view.IsMark(at - 1) || at >= 2 && view.IsMark(at - 2) || at >= 3 && view.IsMark(at - 3) ? 2u : 0;
    }

    private uint QuotedAfter(int token)
    {
        var at = token + 1;
        while (at < view.Count && view.IsPunctuation(at) && !view.IsMark(at))
            at++;
        return view.IsMark(at) ? 1u : view.IsMark(at + 1) || view.IsMark(at + 2) || view.IsMark(at + 3) || view.IsMark(at + 4) ? 2u : 0;
    }

    private bool HasPassive()
    {
        foreach (var child in view.Tokens[_cue].Children)
        {
            if (child.Relation is "aux:pass" or "nsubj:pass")
                return true;
        }

        return false;
    }

    private uint Suffix(int token)
    {
        var text = view.Tokens[token].Text;
        if (view.Upos(token) == UniversalTag.Propn)
            return 0;
        return SentenceView.Hash(text.Length > 3 ? text[^3..] : text);
    }

    /// <summary>The highest token whose subtree begins with <paramref name="token"/> and does not hold the cue.</summary>
    private int TopFrom(int token)
    {
        var top = token;
        while (view.Head(top) is var head and >= 0 && view.Left(head) == token && !_above[head])
            top = head;
        return top;
    }

    private int TopTo(int token)
    {
        var top = token;
        while (view.Head(top) is var head and >= 0 && view.Right(head) == token && !_above[head])
            top = head;
        return top;
    }

    /// <summary>How a subtree's top hangs with regard to the cue.</summary>
    private uint LinkOf(int top) => _above[top] ? 9 : Link(top, _cue);

    private uint Link(int token, int cue)
    {
        var head = view.Head(token);
        if (head == cue)
            return 1;
        if (head < 0)
            return 2;
        if (head == view.Head(cue))
            return 3;
        if (view.IsWithin(cue, head))
            return 4;
        if (view.IsWithin(head, cue))
            return view.Head(head) == cue ? 5 : 6u;
        return view.Head(head) == view.Head(cue) ? 7 : 8u;
    }

    /// <summary>The relations from a token up to what it and the cue both hang on, and down to the cue.</summary>
    private uint Path(int token)
    {
        var hash = 17u;
        var at = token;
        for (var steps = 0; steps < 4 && at >= 0 && !view.IsWithin(_cue, at); steps++, at = view.Head(at))
            hash = FeatureHash.Add(hash, view.Relation(at));
        hash = FeatureHash.Add(hash, 99);
        var down = _cue;
        for (var steps = 0; steps < 4 && down >= 0 && down != at; steps++, down = view.Head(down))
            hash = FeatureHash.Add(hash, view.Relation(down));
        return hash;
    }

    private uint StartSlot(int token)
    {
        var before = token - 1;
        while (before >= 0 && view.IsMark(before))
            before--;
        if (token >= _end)
        {
            return before == _end - 1 ? 1
                : before == _sourceEnd - 1 && before >= 0 ? 2
                : view.IsPunctuation(before) && (before - 1 == _end - 1 || before - 1 == _sourceEnd - 1) ? 3
                : view.IsPunctuation(before) ? 4
                : 5u;
        }

        if (token >= _first)
            return 11;
        return before < 0 ? 6 : token >= _sourceFirst && token < _sourceEnd ? 7 : before == _sourceEnd - 1 ? 8 : view.IsPunctuation(before) ? 9 : 10u;
    }

    private uint EndSlot(int token)
    {
        var next = token + 1;
        var skipped = 0u;
        while (next < view.Count && view.IsPunctuation(next))
        {
            next++;
            skipped = 1;
        }

        return (next >= view.Count ? 1 : next == _first ? 2 : next == _sourceFirst ? 3 : token >= _sourceFirst && token < _sourceEnd ? 4 : token >= _first && token < _end ? 5 : 6u) * 2 + skipped;
    }

    private static uint Bucket(int distance) => distance switch
    {
        < 4 => (uint)Math.Max(0, distance),
        < 6 => 4,
        < 10 => 5,
        < 16 => 6,
        < 25 => 7,
        _ => 8,
    };
}
