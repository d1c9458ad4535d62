using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Parley.Language.Lemmas;
using Parley.Language.Numerics;

namespace Parley.Language.Syntax;

/// <summary>
/// Gives every word its tags, features, lemma, head and relation. Sentences run through the network side by side, those of like
/// length together; what comes out does not depend on which ones those are. Safe for many threads.
/// </summary>
internal sealed class SyntaxReader(SyntaxModel model, Lemmatizer lemmatizer)
{
    /// <summary>Words that are read at a time; bounds the memory that a long text needs.</summary>
    private const int BlockWords = 2048;

    private readonly ConcurrentBag<Workspace> _workspaces = [];

    /// <summary>Fills in <paramref name="words"/>' syntax.</summary>
    public void Read(string text, Word[] words, ReadOnlySpan<SentenceBounds> sentences)
    {
        if (!_workspaces.TryTake(out var workspace))
            workspace = new Workspace(model, lemmatizer);
        for (var first = 0; first < sentences.Length;)
        {
            var (end, count) = (first, 0);
            while (end < sentences.Length && (end == first || count + sentences[end].WordCount <= BlockWords))
                count += sentences[end++].WordCount;
            workspace.Read(text, words, sentences[first..end]);
            first = end;
        }

        _workspaces.Add(workspace);
    }

    /// <summary>The network's buffers, reused from text to text.</summary>
    private sealed class Workspace(SyntaxModel model, Lemmatizer lemmatizer)
    {
        /// <summary>Sentences side by side; four share each load of weights.</summary>
        private const int Lanes = 16;

        /// <summary>Forms whose lemma and way into the first layer are kept from text to text.</summary>
        private const int FormsKept = 4096;

        /// <summary>Words of one group that are scored at a time.</summary>
        private const int GroupRows = 64;

        private readonly int _units = model.Units;
        private readonly FormCache _forms = new(FormsKept + BlockWords, 8 * model.Units);
        private readonly int[] _ngrams = new int[WordFeatures.MostNgrams];
        private readonly float[] _vector = new float[model.Embeddings.Width];
        private readonly byte[] _hidden = new byte[Lanes * model.Units];
        private readonly float[] _cells = new float[Lanes * model.Units];
        private readonly float[] _gates = new float[Lanes * 4 * model.Units];
        private readonly WordGroups _groups = new();
        private readonly byte[] _gathered = new byte[GroupRows * Math.Max(2 * model.Units, model.LabelWidth)];
        private readonly float[] _gatheredScales = new float[GroupRows];
        private readonly float[] _groupScores = new float[GroupRows * Math.Max(model.LabelWidth, model.FeatureScores.Max(static scores => scores.Matrix.PaddedOutputs))];
        private byte[] _formBytes = [], _low = [], _high = [], _dependents = [];
        private float[] _formScales = [], _wordGates = [], _tags = [], _roles = [], _bilinear = [], _scores = [], _bestScores = [];
        private int[] _heads = [];
        private ulong[] _masks = [];
        private (int First, int Count)[] _order = [];

        public void Read(string text, Word[] words, ReadOnlySpan<SentenceBounds> sentences)
        {
            var first = sentences[0].FirstWord;
            var count = sentences[^1].FirstWord + sentences[^1].WordCount - first;
            Order(sentences, first);
            var wide = 2 * _units;
            Grow(ref _low, count * wide);
            Grow(ref _high, count * wide);
            ReadForms(text, words.AsSpan(first, count));
            RunFirst(model.Layers[0].Forward, 0, sentences.Length);
            RunFirst(model.Layers[0].Backward, 1, sentences.Length);
            ReadTags(text, words.AsSpan(first, count));
            for (var layer = 1; layer < model.Layers.Length; layer++)
            {
                RunNext(model.Layers[layer].Forward, 0, count, sentences.Length);
                RunNext(model.Layers[layer].Backward, 1, count, sentences.Length);
                (_low, _high) = (_high, _low);
            }

            ReadRoles(count);
            foreach (var sentence in sentences)
                ReadTree(words, sentence, sentence.FirstWord - first);
            ReadRelations(words.AsSpan(first, count), first);
        }

        /// <summary>Longer sentences first, so that those still running are always the first lanes.</summary>
        private void Order(ReadOnlySpan<SentenceBounds> sentences, int first)
        {
            Grow(ref _order, sentences.Length);
            for (var i = 0; i < sentences.Length; i++)
                _order[i] = (sentences[i].FirstWord - first, sentences[i].WordCount);
            _order.AsSpan(0, sentences.Length).Sort(static (a, b) => a.Count != b.Count ? b.Count.CompareTo(a.Count) : a.First.CompareTo(b.First));
        }

        /// <summary>A form's way into the first layer does not depend on where it stands, so it is computed once.</summary>
        private void ReadForms(string text, ReadOnlySpan<Word> words)
        {
            _forms.Fill(text, words);
            var (first, count) = (_forms.FirstNew, _forms.Count - _forms.FirstNew);
            var (width, gates) = (model.Embeddings.Width, 4 * _units);
            Grow(ref _formBytes, count * width);
            Grow(ref _formScales, count);
            for (var i = 0; i < count; i++)
            {
                var word = words[_forms.FirstOf(first + i)];
                var numbers = model.Features.Find(text.AsSpan(word.Start, word.End - word.Start), _ngrams, out var ngrams);
                model.Embeddings.Write(numbers, _ngrams.AsSpan(0, ngrams), _vector);
                _formScales[i] = Quantization.ToBytes(_vector, _formBytes.AsSpan(i * width));
            }

            if (count == 0)
                return;
            var scales = _formScales.AsSpan(0, count);
            var output = _forms.Rows[(2 * first * gates)..];
            model.Layers[0].Forward.Input.Multiply(_formBytes, width, count, scales, output, 2 * gates);
            model.Layers[0].Backward.Input.Multiply(_formBytes, width, count, scales, output[gates..], 2 * gates);
        }

        /// <summary>The first layer: what enters it is kept by form, both directions side by side.</summary>
        private void RunFirst(Direction direction, int side, int sentences)
        {
            for (var lane = 0; lane < sentences; lane += Lanes)
                RunLanes(direction, side, Lane(lane, sentences), _forms.Rows[(side * 4 * _units)..], 8 * _units, _forms.Numbers, _low);
        }

        private void RunNext(Direction direction, int side, int count, int sentences)
        {
            Grow(ref _wordGates, count * 4 * _units);
            direction.Input.Multiply(_low, 2 * _units, count, [1f / Int8Matrix.Largest], _wordGates, 4 * _units);
            for (var lane = 0; lane < sentences; lane += Lanes)
                RunLanes(direction, side, Lane(lane, sentences), _wordGates, 4 * _units, [], _high);
        }

        private ReadOnlySpan<(int First, int Count)> Lane(int first, int sentences) => _order.AsSpan(first, Math.Min(Lanes, sentences - first));

        /// <summary>
        /// One direction over up to <see cref="Lanes"/> sentences. Rows of <paramref name="entering"/> are <paramref name="stride"/>
        /// apart; <paramref name="rows"/> says which one a word has, its own if empty.
        /// </summary>
        private void RunLanes(
            Direction direction, int side, ReadOnlySpan<(int First, int Count)> lanes, ReadOnlySpan<float> entering, int stride, ReadOnlySpan<int> rows, byte[] output)
        {
            var width = 4 * _units;
            var active = lanes.Length;
            _hidden.AsSpan().Fill(Int8Matrix.Zero);
            _cells.AsSpan().Clear();
            for (var step = 0; step < lanes[0].Count; step++)
            {
                while (lanes[active - 1].Count <= step)
                    active--;
                for (var lane = 0; lane < active; lane++)
                {
                    var word = Word(lanes[lane]);
                    entering.Slice((rows.IsEmpty ? word : rows[word]) * stride, width).CopyTo(_gates.AsSpan(lane * width));
                }

                if (step > 0)
                    direction.Recurrent.Multiply(_hidden, _units, active, [1f / Int8Matrix.Largest], _gates, width, add: true);
                for (var lane = 0; lane < active; lane++)
                {
                    var hidden = _hidden.AsSpan(lane * _units, _units);
                    Step(_gates.AsSpan(lane * width, width), _cells.AsSpan(lane * _units, _units), hidden);
                    hidden.CopyTo(output.AsSpan(Word(lanes[lane]) * 2 * _units + side * _units));
                }

                int Word((int First, int Count) lane) => side == 0 ? lane.First + step : lane.First + lane.Count - 1 - step;
            }
        }

        private static void Step(ReadOnlySpan<float> gates, Span<float> cells, Span<byte> hidden)
        {
            var units = cells.Length;
            var halfSteps = Vector256.Create(Int8Matrix.Largest / 2f);
            var zero = Vector256.Create(Int8Matrix.Zero + 0.5f);
            ref var gate = ref MemoryMarshal.GetReference(gates);
            ref var cell = ref MemoryMarshal.GetReference(cells);
            ref var to = ref MemoryMarshal.GetReference(hidden);
            for (nuint i = 0; i < (nuint)units; i += 8)
            {
                // cell = sigmoid(f) · cell + sigmoid(i) · tanh(c); hidden = sigmoid(o) · tanh(cell): with sigmoid(x) = (1 + tanh(x / 2)) / 2 and
                // every tangent a ratio, one division each instead of five in all.
                var inP = Activations.Ratio(Vector256.LoadUnsafe(ref gate, i) * 0.5f, out var inQ);
                var forgetP = Activations.Ratio(Vector256.LoadUnsafe(ref gate, (nuint)units + i) * 0.5f, out var forgetQ);
                var candidateP = Activations.Ratio(Vector256.LoadUnsafe(ref gate, (nuint)(3 * units) + i), out var candidateQ);
                var kept = (forgetP + forgetQ) * Vector256.LoadUnsafe(ref cell, i);
                var entering = (inP + inQ) * candidateP;
                var inward = inQ * candidateQ;
                var next = (kept * inward + entering * forgetQ) * 0.5f / (inward * forgetQ);
                next.StoreUnsafe(ref cell, i);
                var outP = Activations.Ratio(Vector256.LoadUnsafe(ref gate, (nuint)(2 * units) + i) * 0.5f, out var outQ);
                var p = Activations.Ratio(next, out var q);
                var whole = Vector256.ConvertToInt32Native((outP + outQ) * p * halfSteps / (outQ * q) + zero);
                var half = Vector128.NarrowWithSaturation(whole.GetLower(), whole.GetUpper());
                Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, i), Vector128.NarrowWithSaturation(half, half).AsInt64()[0]);
            }
        }

        private void ReadTags(string text, Span<Word> words)
        {
            var stride = model.Tags.PaddedOutputs;
            Grow(ref _tags, words.Length * stride);
            Grow(ref _masks, words.Length);
            model.Tags.Multiply(_low, 2 * _units, words.Length, [1f / Int8Matrix.Largest], _tags, stride);
            for (var i = 0; i < words.Length; i++)
            {
                ref var word = ref words[i];
                var scores = _tags.AsSpan(i * stride, model.Tags.Outputs);
                word.Upos = model.Upos[Best(scores[..model.Upos.Length])];
                var tag = Best(scores[model.Upos.Length..]);
                word.Xpos = model.Xpos[tag];
                word.Lemma = Lemma(text, word, _forms.Numbers[i]);
                _masks[i] = 1UL << tag;
            }

            ReadFeatures(words);
        }

        /// <summary>The features of words that share a tag, together: those that the tag goes with are few.</summary>
        private void ReadFeatures(Span<Word> words)
        {
            var width = 2 * _units;
            _groups.Fill(_masks.AsSpan(0, words.Length));
            for (var tag = 0; tag < model.Xpos.Length; tag++)
            {
                var (features, matrix) = model.FeatureScores[tag];
                foreach (var group in _groups.Of(tag, GroupRows))
                {
                    for (var row = 0; row < group.Length; row++)
                        _low.AsSpan(group[row] * width, width).CopyTo(_gathered.AsSpan(row * width));
                    matrix.Multiply(_gathered, width, group.Length, [1f / Int8Matrix.Largest], _groupScores, matrix.PaddedOutputs);
                    for (var row = 0; row < group.Length; row++)
                        words[group[row]].Features = model.Morphologies[features[Best(_groupScores.AsSpan(row * matrix.PaddedOutputs, features.Length))]];
                }
            }
        }

        /// <summary>The lemma of a word of this form; the same as the form had last where its tags are those it had then.</summary>
        private string Lemma(string text, in Word word, int form)
        {
            var letters = text.AsSpan(word.Start, word.End - word.Start);
            if (letters.Length > FormCache.LongestForm)
                return lemmatizer.Lemma(letters, word.Upos, word.Xpos!);
            ref var last = ref _forms.LemmaOf(form);
            if (last.Upos != word.Upos || !ReferenceEquals(last.Xpos, word.Xpos))
                last = new FormCache.LastLemma(word.Upos, word.Xpos, lemmatizer.Lemma(letters, word.Upos, word.Xpos!));
            return last.Lemma;
        }

        private void ReadRoles(int count)
        {
            var stride = model.Roles.PaddedOutputs;
            Grow(ref _roles, count * stride);
            model.Roles.Multiply(_low, 2 * _units, count, [1f / Int8Matrix.Largest], _roles, stride);
            var leak = Vector512.Create(0.1f);
            for (var i = 0; i < count * stride; i += 16)
            {
                var role = Vector512.Create<float>(_roles.AsSpan(i));
                Vector512.MaxNative(role, role * leak).CopyTo(_roles.AsSpan(i));
            }

            var (arc, label) = (model.ArcWidth, model.LabelWidth);
            Grow(ref _dependents, count * arc);
            Grow(ref _bilinear, count * arc);
            Grow(ref _formScales, count);
            for (var i = 0; i < count; i++)
            {
                var row = _roles.AsSpan(i * stride, stride);
                row[arc - 1] = row[2 * arc - 1] = row[2 * arc + label - 1] = row[2 * arc + 2 * label - 1] = 1;
                _formScales[i] = Quantization.ToBytes(row[..arc], _dependents.AsSpan(i * arc));
            }

            model.Arcs.Multiply(_dependents, arc, count, _formScales.AsSpan(0, count), _bilinear, arc);
        }

        private void ReadTree(Word[] words, SentenceBounds sentence, int offset)
        {
            var (count, arc, stride) = (sentence.WordCount, model.ArcWidth, model.Roles.PaddedOutputs);
            Grow(ref _scores, count * (count + 1));
            Grow(ref _heads, count);
            var candidates = _roles.AsSpan(offset * stride + arc);
            for (var dependent = 0; dependent < count; dependent++)
            {
                var bilinear = _bilinear.AsSpan((offset + dependent) * arc, arc);
                var scores = _scores.AsSpan(dependent * (count + 1), count + 1);
                Dots.Of(bilinear, model.ArcRoot, 0, scores[..1]);
                Dots.Of(bilinear, candidates, stride, scores[1..]);
            }

            var heads = _heads.AsSpan(0, count);
            SpanningTree.Find(_scores.AsSpan(0, count * (count + 1)), count, heads);
            for (var i = count - 1; i >= 0; i--)
            {
                ref var word = ref words[sentence.FirstWord + i];
                word.Head = heads[i] == 0 ? Language.Word.None : sentence.FirstWord + heads[i] - 1;
                if (heads[i] == 0)
                    continue;
                ref var head = ref words[word.Head];
                word.NextSibling = head.FirstChild;
                head.FirstChild = sentence.FirstWord + i;
            }
        }

        /// <summary>The relation of each word to its head, the best of those that the treebanks have between such words: relation by relation, as each has a matrix.</summary>
        private void ReadRelations(Span<Word> words, int first)
        {
            var (label, stride) = (model.LabelWidth, model.Roles.PaddedOutputs);
            var (dependents, heads) = (2 * model.ArcWidth, 2 * model.ArcWidth + label);
            Grow(ref _bestScores, words.Length);
            for (var i = 0; i < words.Length; i++)
            {
                ref var word = ref words[i];
                _bestScores[i] = float.MinValue;
                _masks[i] = 0;
                if (word.Head == Language.Word.None)
                {
                    word.Relation = model.Relations[model.Root];
                    continue;
                }

                _formScales[i] = Quantization.ToBytes(_roles.AsSpan(i * stride + dependents, label), _dependents.AsSpan(i * label));
                _masks[i] = model.RelationsBetween(word.Upos, words[word.Head - first].Upos, word.Head - first < i);
            }

            _groups.Fill(_masks.AsSpan(0, words.Length));
            for (var relation = 0; relation < model.Relations.Length; relation++)
            {
                foreach (var group in _groups.Of(relation, GroupRows))
                {
                    for (var row = 0; row < group.Length; row++)
                    {
                        _dependents.AsSpan(group[row] * label, label).CopyTo(_gathered.AsSpan(row * label));
                        _gatheredScales[row] = _formScales[group[row]];
                    }

                    model.RelationScores[relation].Multiply(_gathered, label, group.Length, _gatheredScales.AsSpan(0, group.Length), _groupScores, label);
                    for (var row = 0; row < group.Length; row++)
                    {
                        ref var word = ref words[group[row]];
                        var score = Dots.Of(_groupScores.AsSpan(row * label, label), _roles.AsSpan((word.Head - first) * stride + heads, label));
                        if (score > _bestScores[group[row]])
                            (_bestScores[group[row]], word.Relation) = (score, model.Relations[relation]);
                    }
                }
            }
        }

        /// <summary>Index of the largest score, the first among equals.</summary>
        private static int Best(ReadOnlySpan<float> scores)
        {
            var (best, at) = (scores[0], 0);
            if (scores.Length >= 8)
            {
                var largest = Vector256.Create(scores);
                for (at = 8; at + 8 <= scores.Length; at += 8)
                    largest = Vector256.MaxNative(largest, Vector256.Create(scores[at..]));
                for (var i = 0; i < 8; i++)
                    best = Math.Max(best, largest[i]);
            }

            for (; at < scores.Length; at++)
                best = Math.Max(best, scores[at]);
            at = 0;
            for (var sought = Vector256.Create(best); at + 8 <= scores.Length; at += 8)
            {
                var found = Vector256.Equals(Vector256.Create(scores[at..]), sought).ExtractMostSignificantBits();
                if (found != 0)
                    return at + System.Numerics.BitOperations.TrailingZeroCount(found);
            }

            while (scores[at] != best)
                at++;
            return at;
        }

        private static void Grow<T>(ref T[] buffer, int length)
        {
            if (buffer.Length < length)
                buffer = new T[length + length / 4];
        }
    }
}
