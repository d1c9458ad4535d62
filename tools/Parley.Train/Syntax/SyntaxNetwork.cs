using System.Numerics.Tensors;
using Parley.Train.Networks;

namespace Parley.Train.Syntax;

/// <summary>
/// Tagger and parser in one (Dozat and Manning 2017): bidirectional layers over the words' features; tags off the first layer,
/// arcs and labels by biaffine scores of heads and dependents.
/// </summary>
internal sealed unsafe class SyntaxNetwork
{
    private readonly SyntaxConfig _config;
    private readonly int[] _wordCounts;

    public SyntaxNetwork(SyntaxConfig config, SyntaxLabels labels)
    {
        _config = config;
        _wordCounts = labels.WordCounts;
        Labels = labels;
        var generator = new Generator(config.Seed);
        Words = new Embedding("words", labels.Words.Length + 1, config.WordWidth, generator);
        Suffixes = new Embedding("suffixes", labels.Suffixes.Length + 1, config.SuffixWidth, generator);
        Prefixes = new Embedding("prefixes", labels.Prefixes.Length + 1, config.PrefixWidth, generator);
        Shapes = new Embedding("shapes", labels.Shapes.Length + 1, config.ShapeWidth, generator);
        Ngrams = new Embedding("ngrams", config.NgramRows, config.NgramWidth, generator);
        Layers = new BiLstm[config.Layers];
        for (var i = 0; i < Layers.Length; i++)
            Layers[i] = new BiLstm($"layer{i + 1}", i == 0 ? config.InputWidth : 2 * config.Units, config.Units, generator);
        var wide = 2 * config.Units;
        Upos = new Linear("upos", wide, labels.Upos.Length, generator);
        Xpos = new Linear("xpos", wide, labels.Xpos.Length, generator);
        Features = new Linear("features", wide, labels.Features.Length, generator);
        Roles = new Linear("roles", wide, 2 * config.ArcWidth + 2 * config.LabelWidth, generator);
        Arcs = new Weights("arcs", config.ArcWidth, config.ArcWidth).Initialise(generator, 0.01f);
        RelationScores = new Weights("relations", config.LabelWidth, config.LabelWidth * labels.Relations.Length).Initialise(generator, 0.01f);
        ArcRoot = new Weights("arcs.root", 1, config.ArcWidth).Initialise(generator, 0.1f);
        RelationRoot = new Weights("relations.root", 1, config.LabelWidth).Initialise(generator, 0.1f);
        Parameters =
        [
            Words, Suffixes, Prefixes, Shapes, Ngrams, .. Layers.SelectMany(static layer => layer.Parameters), .. Upos.Parameters,
            .. Xpos.Parameters, .. Features.Parameters, .. Roles.Parameters, Arcs, RelationScores, ArcRoot, RelationRoot,
        ];
    }

    public SyntaxConfig Config => _config;

    public SyntaxLabels Labels { get; }

    public Embedding Words { get; }

    public Embedding Suffixes { get; }

    public Embedding Prefixes { get; }

    public Embedding Shapes { get; }

    public Embedding Ngrams { get; }

    public BiLstm[] Layers { get; }

    public Linear Upos { get; }

    public Linear Xpos { get; }

    public Linear Features { get; }

    /// <summary>For each word: dependent and head of an arc, dependent and head of a label.</summary>
    public Linear Roles { get; }

    public Weights Arcs { get; }

    /// <summary>[label width, labels · label width]: for each label the bilinear form of dependent and head.</summary>
    public Weights RelationScores { get; }

    public Weights ArcRoot { get; }

    public Weights RelationRoot { get; }

    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>
    /// Runs forward and back over the sentences of one shard; the gradients of loss times <paramref name="weight"/> go to the
    /// parameters. Without a generator nothing is dropped.
    /// </summary>
    public double Learn(ReadOnlySpan<Example> examples, Workspace w, int shard, float weight, Generator? generator)
    {
        w.IsLearning = true;
        var (lanes, loss) = RunForward(examples, w, shard, weight, generator);
        RectifyBack(w);
        Roles.RunBack(w.States[^1].Output, w.RolesGradient, w.OutputGradients[^1], shard, w.Scratch);
        for (var i = Layers.Length - 1; i >= 0; i--)
        {
            Dropout.ApplyByLane(w.OutputGradients[i], w.LayerMasks[i]);
            var below = i == 0 ? w.InputGradient.Resize(w.Input.Rows, w.Input.Columns) : w.OutputGradients[i - 1];
            Layers[i].RunBack(i == 0 ? w.Input : w.States[i - 1].Output, lanes, w.States[i], w.OutputGradients[i], below, shard, w.Scratch);
        }

        SpreadInputGradient(examples, lanes, w, shard);
        return loss;
    }

    /// <summary>Counts what is right in <paramref name="w"/>'s tally; nothing is learned.</summary>
    public double Judge(ReadOnlySpan<Example> examples, Workspace w)
    {
        w.IsLearning = false;
        return RunForward(examples, w, 0, 1, null).Loss;
    }

    private (Lanes Lanes, double Loss) RunForward(ReadOnlySpan<Example> examples, Workspace w, int shard, float weight, Generator? generator)
    {
        var lanes = new Lanes(Lengths(examples));
        FillInput(examples, lanes, w, generator);
        var input = w.Input;
        for (var i = 0; i < Layers.Length; i++)
        {
            Layers[i].Run(input, lanes, w.States[i], _config.RecurrentDropout, generator);
            input = w.States[i].Output;
            Dropout.FillMask(w.LayerMasks[i].Resize(lanes.Count, input.Columns), _config.Dropout, generator);
            Dropout.ApplyByLane(input, w.LayerMasks[i]);
        }

        var (first, last) = (w.States[0].Output, w.States[^1].Output);
        foreach (var gradient in w.OutputGradients)
            gradient.Resize(last.Rows, last.Columns);
        var loss = LearnTags(Upos, Tally.Upos, Labels.Upos.Length, examples, static e => e.Upos, first, w.OutputGradients[0], lanes, w, shard, weight)
            + LearnTags(Xpos, Tally.Xpos, Labels.Xpos.Length, examples, static e => e.Xpos, first, w.OutputGradients[0], lanes, w, shard, weight)
            + LearnTags(Features, Tally.Features, Labels.Features.Length, examples, static e => e.Features, first, w.OutputGradients[0], lanes, w, shard, weight);
        Roles.Run(last, w.Roles);
        Rectify(w, generator);
        w.RolesGradient.Resize(w.Roles.Rows, w.Roles.Columns);
        loss += LearnArcs(examples, lanes, w, shard, weight);
        loss += LearnRelations(examples, lanes, w, shard, weight);
        return (lanes, loss);
    }

    private static int[] Lengths(ReadOnlySpan<Example> examples)
    {
        var lengths = new int[examples.Length];
        for (var i = 0; i < lengths.Length; i++)
            lengths[i] = examples[i].Length;
        return lengths;
    }

    private void FillInput(ReadOnlySpan<Example> examples, Lanes lanes, Workspace w, Generator? generator)
    {
        w.Input.Resize(lanes.Rows, _config.InputWidth);
        w.Scales.Resize(lanes.Rows, Workspace.FeatureCount);
        w.WordRows.Clear();
        for (var lane = 0; lane < lanes.Sentences; lane++)
        {
            var example = examples[lane];
            for (var time = 0; time < example.Length; time++)
            {
                var row = lanes.Row(lane, time);
                var scales = w.Scales.Row(row);
                for (var i = 0; i < Workspace.FeatureCount; i++)
                    scales[i] = generator is null ? 1 : generator.NextSingle() < _config.FeatureDropout ? 0 : 1 / (1 - _config.FeatureDropout);
                var numbers = example.Words[time];
                var word = numbers.Word;
                if (generator is not null && word > 0 && generator.NextSingle() < 0.25f / (0.25f + _wordCounts[word]))
                    word = 0;
                w.WordRows.Add((row, lane, time, word));
                var x = w.Input.Row(row);
                var at = 0;
                Put(x, ref at, Words[word], scales[0]);
                Put(x, ref at, Suffixes[numbers.Suffix], scales[1]);
                Put(x, ref at, Prefixes[numbers.Prefix], scales[2]);
                Put(x, ref at, Shapes[numbers.Shape], scales[3]);
                var mean = x.Slice(at, _config.NgramWidth);
                var ngrams = example.Ngrams[time];
                foreach (var ngram in ngrams)
                    TensorPrimitives.Add(mean, Ngrams[ngram], mean);
                TensorPrimitives.Multiply(mean, scales[4] / MathF.Sqrt(Math.Max(1, ngrams.Length)), mean);
            }
        }

        static void Put(Span<float> x, ref int at, ReadOnlySpan<float> values, float scale)
        {
            TensorPrimitives.Multiply(values, scale, x.Slice(at, values.Length));
            at += values.Length;
        }
    }

    private void SpreadInputGradient(ReadOnlySpan<Example> examples, Lanes lanes, Workspace w, int shard)
    {
        foreach (var (row, lane, time, word) in w.WordRows)
        {
            var gradient = w.InputGradient.Row(row);
            var scales = w.Scales.Row(row);
            var numbers = examples[lane].Words[time];
            var at = 0;
            Take(Words, word, gradient, scales[0], ref at);
            Take(Suffixes, numbers.Suffix, gradient, scales[1], ref at);
            Take(Prefixes, numbers.Prefix, gradient, scales[2], ref at);
            Take(Shapes, numbers.Shape, gradient, scales[3], ref at);
            var ngrams = examples[lane].Ngrams[time];
            if (scales[4] == 0)
                continue;
            foreach (var ngram in ngrams)
                Ngrams.AddGradient(shard, ngram, gradient.Slice(at, _config.NgramWidth), scales[4] / MathF.Sqrt(ngrams.Length));
        }

        void Take(Embedding embedding, int number, ReadOnlySpan<float> gradient, float scale, ref int at)
        {
            var width = embedding.Value.Columns;
            if (scale != 0)
                embedding.AddGradient(shard, number, gradient.Slice(at, width), scale);
            at += width;
        }
    }

    private static double LearnTags(
        Linear head, Tally tally, int count, ReadOnlySpan<Example> examples, Func<Example, int[]> gold, Matrix input, Matrix inputGradient,
        Lanes lanes, Workspace w, int shard, float weight)
    {
        head.Run(input, w.TagScores);
        var loss = 0.0;
        for (var lane = 0; lane < lanes.Count; lane++)
        {
            var labels = lane < lanes.Sentences ? gold(examples[lane]) : [];
            for (var time = 0; time < lanes.Steps; time++)
            {
                var scores = w.TagScores.Row(lanes.Row(lane, time));
                var label = time < labels.Length ? labels[time] : -1;
                w.Count(tally, scores[..count], label);
                loss += Softmax.ToGradient(scores, count, label, weight);
            }
        }

        if (w.IsLearning)
            head.RunBack(input, w.TagScores, inputGradient, shard, w.Scratch);
        return loss;
    }

    /// <summary>Leaky rectifier and dropout, then the constants at the ends of the four parts.</summary>
    private void Rectify(Workspace w, Generator? generator)
    {
        Dropout.FillMask(w.RoleMask.Resize(w.Roles.Rows, w.Roles.Columns), _config.Dropout, generator);
        var values = w.Roles.Data;
        var mask = w.RoleMask.Data;
        for (var i = 0; i < w.Roles.Count; i++)
        {
            if (values[i] < 0)
                mask[i] *= 0.1f;
            values[i] *= mask[i];
        }

        for (var row = 0; row < w.Roles.Rows; row++)
        {
            foreach (var constant in Constants())
            {
                w.Roles[row][constant] = 1;
                w.RoleMask[row][constant] = 0;
            }
        }
    }

    private static void RectifyBack(Workspace w) => TensorPrimitives.Multiply(w.RolesGradient.Span, w.RoleMask.Span, w.RolesGradient.Span);

    private int[] Constants()
    {
        var (arc, label) = (_config.ArcWidth, _config.LabelWidth);
        return [arc - 1, 2 * arc - 1, 2 * arc + label - 1, 2 * arc + 2 * label - 1];
    }

    private double LearnArcs(ReadOnlySpan<Example> examples, Lanes lanes, Workspace w, int shard, float weight)
    {
        var width = _config.ArcWidth;
        var stride = w.Roles.Columns;
        w.Bilinear.Reserve(w.Roles.Rows, width);
        Gemm.MultiplyPanels(w.Roles.Data, w.Roles.Rows, width, stride, Arcs.Value.Data, w.Bilinear.Data, width, width, add: false);
        w.BilinearGradient.Resize(w.Roles.Rows, width);
        Array.Resize(ref w.IsArcRight, w.Roles.Rows);
        var loss = 0.0;
        Span<float> scores = new float[lanes.Steps + 1];
        var root = ArcRoot.Value.Span;
        var rootGradient = ArcRoot.Gradient(shard);
        for (var lane = 0; lane < lanes.Sentences; lane++)
        {
            var example = examples[lane];
            if (example.Heads[0] < 0)
                continue;
            var n = example.Length;
            for (var dependent = 0; dependent < n; dependent++)
            {
                var row = lanes.Row(lane, dependent);
                ReadOnlySpan<float> bilinear = w.Bilinear.Row(row);
                scores[0] = TensorPrimitives.Dot(bilinear, root);
                for (var head = 0; head < n; head++)
                    scores[head + 1] = TensorPrimitives.Dot(bilinear, w.Roles.Row(lanes.Row(lane, head)).Slice(width, width));
                scores[dependent + 1] = float.MinValue / 2; // Nothing is its own head.
                w.IsArcRight[row] = w.Count(Tally.Arcs, scores[..(n + 1)], example.Heads[dependent]);
                loss += Softmax.ToGradient(scores[..(n + 1)], n + 1, example.Heads[dependent], weight);
                if (!w.IsLearning)
                    continue;
                var gradient = w.BilinearGradient.Row(row);
                TensorPrimitives.MultiplyAdd(root, scores[0], gradient, gradient);
                TensorPrimitives.MultiplyAdd(bilinear, scores[0], rootGradient, rootGradient);
                for (var head = 0; head < n; head++)
                {
                    var score = scores[head + 1];
                    if (score is < 1e-9f and > -1e-9f)
                        continue;
                    var headRow = lanes.Row(lane, head);
                    TensorPrimitives.MultiplyAdd(w.Roles.Row(headRow).Slice(width, width), score, gradient, gradient);
                    var headGradient = w.RolesGradient.Row(headRow).Slice(width, width);
                    TensorPrimitives.MultiplyAdd(bilinear, score, headGradient, headGradient);
                }
            }
        }

        if (!w.IsLearning)
            return loss;
        w.Scratch.Resize(w.Roles.Rows, Matrix.Lane);
        Gemm.AddGradient(w.Roles.Data, stride, w.BilinearGradient.Data, width, w.Roles.Rows, width, width, Arcs.GradientData(shard), w.Scratch.Data);
        Gemm.MultiplyPanels(
            w.BilinearGradient.Data, w.Roles.Rows, width, width, Arcs.Transposed.Data, w.RolesGradient.Data, width, stride, add: true);
        return loss;
    }

    private double LearnRelations(ReadOnlySpan<Example> examples, Lanes lanes, Workspace w, int shard, float weight)
    {
        var (width, count) = (_config.LabelWidth, Labels.Relations.Length);
        var (stride, dependents, heads) = (w.Roles.Columns, 2 * _config.ArcWidth, 2 * _config.ArcWidth + _config.LabelWidth);
        var columns = RelationScores.PaddedOutputs;
        w.Bilinear.Reserve(w.Roles.Rows, columns);
        Gemm.MultiplyPanels(
            w.Roles.Data + dependents, w.Roles.Rows, width, stride, RelationScores.Value.Data, w.Bilinear.Data, columns, columns, add: false);
        w.BilinearGradient.Resize(w.Roles.Rows, columns);
        var loss = 0.0;
        Span<float> scores = new float[count];
        var root = RelationRoot.Value.Span[..width];
        var rootGradient = RelationRoot.Gradient(shard)[..width];
        for (var lane = 0; lane < lanes.Sentences; lane++)
        {
            var example = examples[lane];
            for (var dependent = 0; dependent < example.Length; dependent++)
            {
                var gold = example.Heads[dependent];
                if (gold < 0)
                    continue;
                var row = lanes.Row(lane, dependent);
                var headRow = gold == 0 ? -1 : lanes.Row(lane, gold - 1);
                ReadOnlySpan<float> head = gold == 0 ? root : w.Roles.Row(headRow).Slice(heads, width);
                var headGradient = gold == 0 ? rootGradient : w.RolesGradient.Row(headRow).Slice(heads, width);
                ReadOnlySpan<float> bilinear = w.Bilinear.Row(row);
                var gradient = w.BilinearGradient.Row(row);
                for (var label = 0; label < count; label++)
                    scores[label] = TensorPrimitives.Dot(bilinear.Slice(label * width, width), head);
                w.Count(Tally.Labelled, scores, example.Relations[dependent], w.IsArcRight[row]);
                loss += Softmax.ToGradient(scores, count, example.Relations[dependent], weight);
                if (!w.IsLearning)
                    continue;
                for (var label = 0; label < count; label++)
                {
                    TensorPrimitives.Multiply(head, scores[label], gradient.Slice(label * width, width));
                    TensorPrimitives.MultiplyAdd(bilinear.Slice(label * width, width), scores[label], headGradient, headGradient);
                }
            }
        }

        if (!w.IsLearning)
            return loss;
        w.Scratch.Resize(w.Roles.Rows, Matrix.Lane);
        Gemm.AddGradient(
            w.Roles.Data + dependents, stride, w.BilinearGradient.Data, columns, w.Roles.Rows, width, columns, RelationScores.GradientData(shard), w.Scratch.Data);
        Gemm.MultiplyPanels(
            w.BilinearGradient.Data, w.Roles.Rows, columns, columns, RelationScores.Transposed.Data, w.RolesGradient.Data + dependents, width, stride, add: true);
        return loss;
    }
}

/// <summary>What answers are counted.</summary>
internal enum Tally
{
    Upos,
    Xpos,
    Features,
    Arcs,

    /// <summary>Arcs whose label is right as well.</summary>
    Labelled,
}

/// <summary>What one shard needs on its way, kept from batch to batch.</summary>
internal sealed class Workspace(int layers)
{
    public const int FeatureCount = 5;

    private readonly int[] _right = new int[Enum.GetValues<Tally>().Length], _all = new int[Enum.GetValues<Tally>().Length];

    public bool[] IsArcRight = [];

    public bool IsLearning { get; set; }

    /// <summary>The share of right answers since it was last asked.</summary>
    public double TakeShare(Tally tally)
    {
        var share = (double)_right[(int)tally] / Math.Max(1, _all[(int)tally]);
        _right[(int)tally] = _all[(int)tally] = 0;
        return share;
    }

    /// <summary>Whether the best of <paramref name="scores"/> is <paramref name="gold"/>; counted unless learning.</summary>
    public bool Count(Tally tally, ReadOnlySpan<float> scores, int gold, bool isElseRight = true)
    {
        if (IsLearning || gold == -1)
            return false;
        var isRight = TensorPrimitives.IndexOfMax(scores) == gold && isElseRight;
        _all[(int)tally]++;
        _right[(int)tally] += isRight ? 1 : 0;
        return isRight;
    }

    public Matrix Input { get; } = new();

    public Matrix InputGradient { get; } = new();

    public Matrix Scales { get; } = new();

    public List<(int Row, int Lane, int Time, int Word)> WordRows { get; } = [];

    public BiLstm.State[] States { get; } = [.. Enumerable.Range(0, layers).Select(static _ => new BiLstm.State())];

    public Matrix[] LayerMasks { get; } = [.. Enumerable.Range(0, layers).Select(static _ => new Matrix())];

    public Matrix[] OutputGradients { get; } = [.. Enumerable.Range(0, layers).Select(static _ => new Matrix())];

    public Matrix TagScores { get; } = new();

    public Matrix Roles { get; } = new();

    public Matrix RoleMask { get; } = new();

    public Matrix RolesGradient { get; } = new();

    public Matrix Bilinear { get; } = new();

    public Matrix BilinearGradient { get; } = new();

    public Matrix Scratch { get; } = new();
}
