using Parley.Language;
using Parley.Language.Models;
using Parley.Language.Names;
using Parley.Reports;

namespace Parley.Findings.Statements;

/// <summary>
/// What the decisions ask of a sentence's tokens, worked out once: hashes of its words, the extents of its subtrees, its depth, its quotation
/// marks. Tokens are counted from the sentence's first. Filled anew for each sentence; one thread's own.
/// </summary>
internal sealed class SentenceView
{
    /// <summary>What stands for the kind of name of a token that stands in none, and of one that stands in a time.</summary>
    private const byte NoName = 255, Time = 254;

    /// <summary>What stands for the lemma and form of every proper noun: whose name it is must decide nothing.</summary>
    private const uint ProperNoun = 3;

    private int[] _heads = [], _lefts = [], _rights = [], _depths = [], _order = [];
    private uint[] _lemmas = [], _forms = [], _relations = [], _xpos = [];
    private byte[] _names = [];
    private bool[] _quoted = [], _marks = [], _punctuation = [];
    private UniversalTag[] _upos = [];

    /// <summary>The sentence that is looked at.</summary>
    public Sentence Sentence { get; private set; }

    /// <summary>Its tokens.</summary>
    public TokenList Tokens { get; private set; }

    /// <summary>How many tokens it has.</summary>
    public int Count => Tokens.Count;

    /// <summary>The head of a token; -1 for the root.</summary>
    public int Head(int token) => _heads[token];

    /// <summary>The first token of a subtree.</summary>
    public int Left(int token) => _lefts[token];

    /// <summary>The last token of a subtree.</summary>
    public int Right(int token) => _rights[token];

    /// <summary>How many steps a token is from the root.</summary>
    public int Depth(int token) => _depths[token];

    /// <summary>Hashes of a token's lemma, plain form, relation and Penn tag; of what lies outside the sentence, 1 before and 2 behind it.</summary>
    public uint Lemma(int token) => Of(_lemmas, token);

    /// <inheritdoc cref="Lemma"/>
    public uint Form(int token) => Of(_forms, token);

    /// <inheritdoc cref="Lemma"/>
    public uint Relation(int token) => Of(_relations, token);

    /// <inheritdoc cref="Lemma"/>
    public uint Xpos(int token) => Of(_xpos, token);

    /// <summary>A token's part of speech; other outside the sentence.</summary>
    public UniversalTag Upos(int token) => (uint)token < (uint)Count ? _upos[token] : UniversalTag.X;

    /// <summary>The kind of the name in which a token stands, as a number; others for a time and for neither.</summary>
    public uint Name(int token) => (uint)token < (uint)Count ? _names[token] : NoName;

    /// <summary>Whether a token stands within quotation marks.</summary>
    public bool IsQuoted(int token) => (uint)token < (uint)Count && _quoted[token];

    /// <summary>Whether a token is a quotation mark.</summary>
    public bool IsMark(int token) => (uint)token < (uint)Count && _marks[token];

    /// <summary>Whether a token is punctuation.</summary>
    public bool IsPunctuation(int token) => (uint)token < (uint)Count && _punctuation[token];

    /// <summary>The tokens, those nearer to the root first.</summary>
    public ReadOnlySpan<int> FromRoot => _order.AsSpan(0, Count);

    /// <summary>Whether <paramref name="upper"/> is <paramref name="token"/> or what it hangs on, directly or not.</summary>
    public bool IsWithin(int token, int upper)
    {
        if (token < _lefts[upper] || token > _rights[upper])
            return false;
        while (token >= 0 && _depths[token] > _depths[upper])
            token = _heads[token];
        return token == upper;
    }

    /// <summary>Looks at <paramref name="sentence"/>.</summary>
    /// <param name="sentence">Of any length.</param>
    /// <param name="quotations">Of its document.</param>
    public void Fill(Sentence sentence, QuotationMask quotations)
    {
        (Sentence, Tokens) = (sentence, sentence.Tokens);
        if (_heads.Length < Count)
            Grow(Count);
        for (var i = 0; i < Count; i++)
        {
            var token = Tokens[i];
            _heads[i] = token.Head is { } head ? head.Index - sentence.FirstToken : -1;
            (_lefts[i], _rights[i], _depths[i], _order[i]) = (i, i, -1, i);
            (_lemmas[i], _forms[i], _relations[i], _xpos[i]) = (Hash(token.Lemma), Hash(token.Text), Hash(token.Relation), Hash(token.Xpos));
            _upos[i] = token.Upos;
            _names[i] = NoName;
            if (token.Upos == UniversalTag.Propn)
                _lemmas[i] = _forms[i] = ProperNoun;
            (_quoted[i], _marks[i]) = (quotations[token.Index], quotations.IsMark(token.Index));
            _punctuation[i] = token.Upos == UniversalTag.Punct;
        }

        FillTree();
        FillTimes();
        FillNames();
    }

    /// <summary>The hash of a word, whatever its case and the shape of its marks.</summary>
    public static uint Hash(ReadOnlySpan<char> text) => FeatureHash.Plain(text);

    private uint Of(uint[] hashes, int token) => token < 0 ? 1 : token >= Count ? 2 : hashes[token];

    private void FillTree()
    {
        var heads = _heads.AsSpan(0, Count);
        for (var i = 0; i < Count; i++)
        {
            if (_depths[i] < 0)
                DepthOf(i);
        }

        Array.Sort(_order, 0, Count, Comparer<int>.Create((a, b) => _depths[a] != _depths[b] ? _depths[a].CompareTo(_depths[b]) : a.CompareTo(b)));
        for (var k = Count - 1; k > 0; k--)
        {
            var (token, head) = (_order[k], heads[_order[k]]);
            if (head < 0)
                continue;
            _lefts[head] = Math.Min(_lefts[head], _lefts[token]);
            _rights[head] = Math.Max(_rights[head], _rights[token]);
        }
    }

    private void DepthOf(int token)
    {
        // Up to a token whose depth is known, then down again.
        var steps = 0;
        var at = token;
        while (at >= 0 && _depths[at] < 0)
            (at, steps) = (_heads[at], steps + 1);
        var depth = (at < 0 ? -1 : _depths[at]) + steps;
        for (at = token; at >= 0 && _depths[at] < 0; at = _heads[at])
            _depths[at] = depth--;
    }

    private void FillNames()
    {
        var names = Sentence.Root.Document.Names;
        var first = Sentence.FirstToken;
        var span = Sentence.Span;
        for (var n = FirstAt(names, static name => name.Span, span.Start); n < names.Length && names[n].Span.Start < span.End; n++)
        {
            if (names[n].Within is not null)
                continue;
            for (var i = (Sentence.Root.Document.TokenAt(names[n].Span.Start)?.Index ?? int.MaxValue) - first; i < Count && Tokens[i].Span.End <= names[n].Span.End; i++)
                _names[i] = (byte)(names[n].Kind is NameKind.Place or NameKind.Group or NameKind.Facility ? NameKind.Organization : names[n].Kind);
        }
    }

    private void FillTimes()
    {
        var document = Sentence.Root.Document;
        var span = Sentence.Span;
        for (var n = FirstAt(document.Times, static time => time.Span, span.Start); n < document.Times.Length && document.Times[n].Span.Start < span.End; n++)
        {
            foreach (var token in document.TokensIn(document.Times[n].Span))
            {
                if (token.Index - Sentence.FirstToken is var own && own < Count)
                    _names[own] = Time;
            }
        }
    }

    /// <summary>The first of <paramref name="items"/>, in the order of their starts, that starts at <paramref name="start"/> or behind it.</summary>
    private static int FirstAt<T>(ImmutableArray<T> items, Func<T, Span> span, int start)
    {
        var (low, high) = (0, items.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (span(items[middle]).Start < start)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private void Grow(int count)
    {
        count = Math.Max(64, count * 2);
        (_heads, _lefts, _rights, _depths, _order) = (new int[count], new int[count], new int[count], new int[count], new int[count]);
        (_lemmas, _forms, _relations, _xpos) = (new uint[count], new uint[count], new uint[count], new uint[count]);
        (_names, _quoted, _marks, _punctuation, _upos) = (new byte[count], new bool[count], new bool[count], new bool[count], new UniversalTag[count]);
    }
}
