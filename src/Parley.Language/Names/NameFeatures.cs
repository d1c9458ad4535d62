namespace Parley.Language.Names;

/// <summary>The features by which a token's label is judged, as hashes; the trainer and the reader share them.</summary>
internal ref struct NameFeatures
{
    /// <summary>No token has more.</summary>
    public const int Most = 96;

    private readonly ReadOnlySpan<TokenTraits> _tokens;
    private readonly Span<uint> _features;
    private int _count;
    private uint _template;

    private NameFeatures(ReadOnlySpan<TokenTraits> tokens, Span<uint> features)
    {
        _tokens = tokens;
        _features = features;
    }

    /// <summary>Writes the features of the token at <paramref name="index"/> of a sentence.</summary>
    /// <param name="tokens">The sentence; see <see cref="Prepare"/>.</param>
    /// <param name="index">Which token.</param>
    /// <param name="features">Where they go: at least <see cref="Most"/>.</param>
    /// <returns>How many there are.</returns>
    public static int Extract(ReadOnlySpan<TokenTraits> tokens, int index, Span<uint> features)
    {
        var extractor = new NameFeatures(tokens, features);
        extractor.AddWords(index);
        extractor.AddShapes(index);
        extractor.AddLists(index);
        extractor.AddRun(index);
        return extractor._count;
    }

    /// <summary>Sees how a sentence is written whose tokens have been read, and finds its runs of capitals; hyphens may stand within a run.</summary>
    public static void Prepare(Span<TokenTraits> tokens)
    {
        ReadCase(tokens);
        for (var i = 0; i < tokens.Length;)
        {
            var end = i;
            if (tokens[i].IsCapital)
            {
                while (end + 1 < tokens.Length && (tokens[end + 1].IsCapital || (end + 2 < tokens.Length && tokens[end + 1].Lower == s_hyphen && tokens[end + 2].IsCapital)))
                    end++;
            }

            for (var j = i; j <= end; j++)
                (tokens[j].RunStart, tokens[j].RunEnd) = (i, end);
            i = end + 1;
        }
    }

    /// <summary>Tells headlines in capitals and sentences in small letters from others: there, case says nothing of a word.</summary>
    private static void ReadCase(Span<TokenTraits> tokens)
    {
        var (small, upper, capital) = (0, 0, 0);
        for (var i = 0; i < tokens.Length; i++)
        {
            var casing = tokens[i].Casing;
            small += casing is Casing.Lower ? 1 : 0;
            upper += casing is Casing.Upper ? 1 : 0;

            // Who writes names small may still begin a sentence with a capital, and write "I".
            capital += casing is Casing.Initial or Casing.Mixed && i > 0 ? 1 : 0;
        }

        var isShouted = upper > 2 && upper > 2 * (small + capital);
        var isSmall = capital + upper == 0;
        if (!isShouted && !isSmall)
            return;
        foreach (ref var token in tokens)
        {
            token.Casing = token.Casing switch
            {
                Casing.Upper when isShouted => Casing.Shouted,
                Casing.Lower when isSmall => Casing.Small,
                var other => other,
            };
        }
    }

    private static readonly uint s_hyphen = NameHash.OfLower("-");

    /// <summary>Stands for what lies before a sentence's first token and after its last.</summary>
    private const uint Edge = 0x5EED;

    private readonly uint Lower(int index) => (uint)index < (uint)_tokens.Length ? _tokens[index].Lower : Edge;

    private readonly uint Shape(int index) => (uint)index < (uint)_tokens.Length ? _tokens[index].Shape : Edge;

    private readonly uint CasingAt(int index) => (uint)index < (uint)_tokens.Length ? (uint)_tokens[index].Casing : 15;

    private readonly uint Common(int index) => (uint)index < (uint)_tokens.Length ? _tokens[index].Common : 15u;

    private readonly uint Lists(int index) => (uint)index < (uint)_tokens.Length ? (uint)_tokens[index].Listed : Edge;

    private void Add(uint value) => _features[_count++] = NameHash.Mix(++_template, value);

    private void Add(uint first, uint second) => Add(NameHash.Mix(first, second));

    private void Add(uint first, uint second, uint third) => Add(NameHash.Mix(NameHash.Mix(first, second), third));

    private void AddWords(int index)
    {
        ref readonly var token = ref _tokens[index];
        var (before, after) = (Lower(index - 1), Lower(index + 1));
        Add(1);
        Add(token.Lower);
        Add(token.Lower, (uint)token.Casing);
        Add(before);
        Add(after);
        Add(Lower(index - 2));
        Add(Lower(index + 2));
        Add(before, token.Lower);
        Add(token.Lower, after);
        Add(before, after);
        Add(before, token.Shape);
        Add(after, token.Shape);
        Add(Lower(index - 2), before);
        Add(after, Lower(index + 2));
        Add(token.Prefix2, (uint)token.Casing);
        Add(token.Prefix3);
        Add(token.Prefix4);
        Add(token.Suffix2, (uint)token.Casing);
        Add(token.Suffix3);
        Add(token.Suffix4);
        Add(token.Suffix3, before);
        Add(token.Suffix3, (uint)token.Casing);
    }

    private void AddShapes(int index)
    {
        ref readonly var token = ref _tokens[index];
        Add(token.Shape);
        Add(Shape(index - 1), token.Shape);
        Add(token.Shape, Shape(index + 1));
        Add(Shape(index - 1), token.Shape, Shape(index + 1));
        Add(CasingAt(index - 2) << 16 | CasingAt(index - 1) << 12 | (uint)token.Casing << 8 | CasingAt(index + 1) << 4 | CasingAt(index + 2));
        Add(token.Common | (uint)token.Casing << 8 | (index == 0 ? 1u << 16 : 0));
        Add(token.Common | (uint)token.Casing << 8, Common(index - 1) | CasingAt(index - 1) << 8, Common(index + 1) | CasingAt(index + 1) << 8);
        Add(token.Common | (uint)token.Casing << 8, Common(index + 1) | CasingAt(index + 1) << 8);
        Add(token.Common | (uint)token.Casing << 8, Common(index - 1) | CasingAt(index - 1) << 8);
    }

    private void AddLists(int index)
    {
        var (lists, casing) = (Lists(index), CasingAt(index));
        Add(lists);
        Add(lists, casing);
        Add(lists, casing, Common(index));
        Add(Lists(index - 1), lists);
        Add(lists, Lists(index + 1));
        Add(Lists(index - 1), lists, Lists(index + 1));
        Add(Lower(index - 1), lists, casing);
        Add(Lower(index + 1), lists, casing);
        var template = _template;
        for (var bit = 0; bit < 13; bit++)
        {
            _template++;
            if ((lists >> bit & 1) != 0)
                Add(casing);
        }

        _template = template + 24;
    }

    /// <summary>What the run of capitals about the token says: its ends, its length, the words around it.</summary>
    private void AddRun(int index)
    {
        ref readonly var token = ref _tokens[index];
        if (!token.IsCapital && token.Lower != s_hyphen)
            return;
        var (start, end) = (token.RunStart, token.RunEnd);
        var place = (start == index ? 1u : 0) | (end == index ? 2u : 0);
        Add(Lower(end), place);
        Add(Lower(start), place);
        Add(Lower(start - 1), place);
        Add(Lower(end + 1), place);
        Add((uint)Math.Min(5, end - start), place);
        Add(Lists(start), Lists(end), place);
        Add(Lower(end + 1), Lower(end + 2), place);
        Add(Lower(start - 2), Lower(start - 1), place);
        Add(Common(end), Common(start), place | (uint)Math.Min(5, end - start) << 4);
    }
}
