using System.Collections.Frozen;
using Parley.Findings.Statements;
using Parley.Language;
using Parley.Language.Models;
using Parley.Train.Networks;

namespace Parley.Train.Statements;

/// <summary>What the training of attributions may be told.</summary>
/// <param name="Seed">Of the order of examples.</param>
/// <param name="Epochs">How often each example is seen.</param>
/// <param name="Bits">The number of weights a decision, as a power of two.</param>
/// <param name="Rate">AdaGrad's learning rate.</param>
/// <param name="Drop">The share of features left out of an example each time.</param>
/// <param name="Penalty">On large weights.</param>
/// <param name="Rarest">Lemmas that lead fewer attributions are no candidates of their own.</param>
internal sealed record AttributionOptions(ulong Seed = 1, int Epochs = 8, int Bits = 19, float Rate = 0.05f, float Drop = 0.2f, float Penalty = 1e-5f, int Rarest = 2);

/// <summary>Trains the decisions on attributions from texts that have all of theirs annotated.</summary>
internal sealed class AttributionTrainer(AttributionOptions options)
{
    private readonly CueLexicon _lexicon = new();
    private readonly SentenceView _view = new();
    private readonly uint[] _room = new uint[FeatureList.Room];
    private readonly List<(uint[] Features, int Label)> _cues = [], _attitudes = [], _reaches = [];
    private readonly List<(uint[][] Choices, int Right)> _sources = [], _starts = [], _ends = [];

    /// <summary>Trains on <paramref name="texts"/>.</summary>
    public AttributionModel Train(IReadOnlyList<(Document Document, ImmutableArray<AnnotatedAttribution> Attributions)> texts)
    {
        var golds = texts.Select(static text => (text.Document, Gold: GoldSentences.Of(text.Document, text.Attributions))).ToArray();
        var lemmas = golds.SelectMany(static text => text.Gold.SelectMany(gold => gold.Value).Select(gold => text.Document.Tokens[gold.Head]))
            .Where(static token => token.Upos != UniversalTag.Punct || !token.Is(","))
            .GroupBy(static token => SentenceView.Hash(token.Lemma)).Where(group => group.Count() >= options.Rarest).Select(static group => group.Key).ToFrozenSet();
        foreach (var (document, gold) in golds)
        {
            var quotations = new QuotationMask(document);
            foreach (var sentence in document.Sentences)
                Take(sentence, quotations, gold.GetValueOrDefault(sentence.Index, []), lemmas);
        }

        return new AttributionModel(Binary(_cues), Binary(_attitudes), Binary(_reaches), Choice(_sources), Choice(_starts), Choice(_ends), default, lemmas);
    }

    private void Take(Sentence sentence, QuotationMask quotations, ImmutableArray<GoldAttribution> attributions, FrozenSet<uint> lemmas)
    {
        _view.Fill(sentence, quotations);
        var features = new AttributionFeatures(_view, _lexicon);
        var heads = attributions.Select(gold => gold.Head - sentence.FirstToken).ToHashSet();
        var list = new FeatureList(_room);
        for (var token = 0; token < _view.Count; token++)
        {
            if (!heads.Contains(token) && !AttributionCandidates.MayBeCue(_view, token, _lexicon, lemmas))
                continue;
            features.Cue(ref list, token, HolderOf(token, heads));
            _cues.Add((list.Values.ToArray(), heads.Contains(token) ? 1 : 0));
        }

        features.Know(heads);
        foreach (var gold in attributions)
            Take(gold, features, sentence.FirstToken, heads);
    }

    private int HolderOf(int token, HashSet<int> heads)
    {
        var at = _view.Head(token);
        while (at >= 0 && !heads.Contains(at))
            at = _view.Head(at);
        return at;
    }

    private void Take(GoldAttribution gold, AttributionFeatures features, int offset, HashSet<int> heads)
    {
        var list = new FeatureList(_room);
        var cue = gold.Head - offset;
        if (gold.IsAttitude is { } isAttitude)
        {
            features.Cue(ref list, cue, HolderOf(cue, heads));
            _attitudes.Add((list.Values.ToArray(), isAttitude ? 1 : 0));
        }

        features.Look(cue);
        var (first, end) = (gold.Cue.Start.Value - offset, gold.Cue.End.Value - offset);
        for (var at = cue + 1; at <= end && at < _view.Count; at++)
        {
            features.Reach(ref list, cue, at, isBefore: false);
            _reaches.Add((list.Values.ToArray(), at < end ? 1 : 0));
        }

        for (var at = cue; at >= first && at > 0; at--)
        {
            features.Reach(ref list, at, end, isBefore: true);
            _reaches.Add((list.Values.ToArray(), at > first ? 1 : 0));
        }

        features.Bound(first, end);
        TakeSource(gold, features, cue, offset);
        TakeContent(gold, features, offset);
    }

    private void TakeSource(GoldAttribution gold, AttributionFeatures features, int cue, int offset)
    {
        var list = new FeatureList(_room);
        var expected = SourceFinder.Find(_view.Tokens[cue]) is { } noun ? noun.Index - offset : -1;
        features.Source(ref list, -1, expected);
        var (choices, right) = (new List<uint[]> { list.Values.ToArray() }, gold.Source is null ? 0 : -1);
        for (var token = 0; token < _view.Count; token++)
        {
            if ((token >= gold.Cue.Start.Value - offset && token < gold.Cue.End.Value - offset) || !AttributionCandidates.MayBeSource(_view, token))
                continue;
            if (gold.SourceHead == token + offset)
                right = choices.Count;
            features.Source(ref list, token, expected);
            choices.Add(list.Values.ToArray());
        }

        if (right >= 0)
            _sources.Add((choices.ToArray(), right));
        if (gold.Source is { } source)
            features.Attribute(gold.SourceHead - offset, source.Start.Value - offset, source.End.Value - offset);
        else
            features.Attribute(-1, -1, -1);
    }

    private void TakeContent(GoldAttribution gold, AttributionFeatures features, int offset)
    {
        var list = new FeatureList(_room);
        features.Nothing(ref list);
        var (starts, right) = (new List<uint[]> { list.Values.ToArray() }, gold.Content is null ? 0 : -1);
        var (first, last) = gold.Content is { } content ? (content.Start.Value - offset, content.End.Value - 1 - offset) : (-1, -1);
        for (var token = 0; token < _view.Count; token++)
        {
            if (!AttributionCandidates.MayStart(_view, token, features))
                continue;
            if (token == first)
                right = starts.Count;
            features.Start(ref list, token);
            starts.Add(list.Values.ToArray());
        }

        if (right < 0)
            return;
        _starts.Add((starts.ToArray(), right));
        if (first < 0)
            return;
        var (ends, rightEnd) = (new List<uint[]>(), -1);
        var roots = new ContentRoots(_view, first);
        for (var token = first; token < _view.Count; token++)
        {
            var count = roots.Add(token, features);
            if (!AttributionCandidates.MayEnd(_view, token, features))
                continue;
            if (token == last)
                rightEnd = ends.Count;
            features.End(ref list, first, token, count);
            ends.Add(list.Values.ToArray());
        }

        if (rightEnd >= 0)
            _ends.Add((ends.ToArray(), rightEnd));
    }

    private LinearWeights Binary(List<(uint[] Features, int Label)> examples)
    {
        var trainer = NewTrainer();
        Run(examples, example => trainer.Learn(example.Features, example.Label), trainer);
        return trainer.Quantise();
    }

    private LinearWeights Choice(List<(uint[][] Choices, int Right)> examples)
    {
        var trainer = NewTrainer();
        Run(examples, example => trainer.LearnChoice(example.Choices, example.Right), trainer);
        return trainer.Quantise();
    }

    private LinearTrainer NewTrainer() => new(1, options.Bits, options.Rate, options.Penalty, options.Drop, options.Seed);

    private void Run<T>(List<T> examples, Action<T> learn, LinearTrainer trainer)
    {
        var (order, generator) = (examples.ToArray(), new Generator(options.Seed));
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            generator.Shuffle(order.AsSpan());
            foreach (var example in order)
                learn(example);
            if (epoch >= options.Epochs / 2)
                trainer.Sample();
        }

        if (options.Epochs < 2)
            trainer.Sample();
    }
}
