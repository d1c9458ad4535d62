using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using Parley.Language.Numerics;

namespace Parley.Train.Networks;

/// <summary>
/// One layer of long short-term memory in both directions (Hochreiter and Schmidhuber 1997; Graves and Schmidhuber 2005), over a
/// batch of sentences side by side: row <c>time · lanes + lane</c>. Its output is [forward | backward], each of
/// <c>units</c> columns. What goes from step to step is dropped by one mask a sentence (Gal and Ghahramani 2016).
/// </summary>
internal sealed class BiLstm
{
    public BiLstm(string name, int inputs, int units, Generator generator)
    {
        Units = units;
        Forward = new Direction(name + ".forward", inputs, units, isBackward: false, generator);
        Backward = new Direction(name + ".backward", inputs, units, isBackward: true, generator);
    }

    public int Units { get; }

    public Direction Forward { get; }

    public Direction Backward { get; }

    public IEnumerable<Parameter> Parameters => [.. Forward.Parameters, .. Backward.Parameters];

    /// <summary>What a shard keeps from its way forward for its way back.</summary>
    internal sealed class State
    {
        public Matrix Output { get; } = new();

        public Pass Forward { get; } = new();

        public Pass Backward { get; } = new();
    }

    /// <summary>One direction's gates [time · lanes, 4 · units: input, forget, output, candidate], cells, and the hidden state that entered each step.</summary>
    internal sealed class Pass
    {
        public Matrix Gates { get; } = new();

        public Matrix Cells { get; } = new();

        public Matrix Entering { get; } = new();

        public Matrix Mask { get; } = new();

        public Matrix Hidden { get; } = new();

        public Matrix CellGradient { get; } = new();
    }

    public void Run(Matrix input, Lanes lanes, State state, float dropout, Generator? generator)
    {
        state.Output.Reserve(input.Rows, 2 * Units);
        Forward.Run(input, lanes, state.Forward, state.Output, 0, dropout, generator);
        Backward.Run(input, lanes, state.Backward, state.Output, Units, dropout, generator);
    }

    /// <summary>Adds the weights' gradients to <paramref name="shard"/>'s, and the input's to <paramref name="inputGradient"/>.</summary>
    public void RunBack(Matrix input, Lanes lanes, State state, Matrix outputGradient, Matrix inputGradient, int shard, Matrix scratch)
    {
        Forward.RunBack(input, lanes, state.Forward, outputGradient, 0, inputGradient, shard, scratch);
        Backward.RunBack(input, lanes, state.Backward, outputGradient, Units, inputGradient, shard, scratch);
    }

    internal sealed unsafe class Direction
    {
        private readonly int _units;
        private readonly bool _isBackward;

        public Direction(string name, int inputs, int units, bool isBackward, Generator generator)
        {
            _units = units;
            _isBackward = isBackward;
            Input = new Weights(name + ".input", inputs, 4 * units).Initialise(generator, MathF.Sqrt(6f / (inputs + units)));
            Recurrent = new Weights(name + ".recurrent", units, 4 * units).Initialise(generator, MathF.Sqrt(6f / (2 * units)));
            Bias = new Weights(name + ".bias", 1, 4 * units);
            for (var i = units; i < 2 * units; i++)
                Bias[0, i] = 1; // To remember is the default (Jozefowicz, Zaremba and Sutskever 2015).
        }

        public Weights Input { get; }

        public Weights Recurrent { get; }

        public Weights Bias { get; }

        public IEnumerable<Parameter> Parameters => [Input, Recurrent, Bias];

        public void Run(Matrix input, Lanes lanes, Pass pass, Matrix output, int column, float dropout, Generator? generator)
        {
            var (rows, units) = (input.Rows, _units);
            var gates = pass.Gates.Reserve(rows, 4 * units);
            var cells = pass.Cells.Reserve(rows, units);
            var entering = pass.Entering.Reserve(rows, units);
            var hidden = pass.Hidden.Resize(lanes.Count, units);
            var mask = pass.Mask.Resize(lanes.Count, units);
            Dropout.FillMask(mask, dropout, generator);
            for (var row = 0; row < rows; row++)
                Bias.Value.Span.CopyTo(gates.Row(row));
            Gemm.MultiplyPanels(input.Data, rows, input.Columns, input.Columns, Input.Value.Data, gates.Data, 4 * units, 4 * units, add: true);
            for (var step = 0; step < lanes.Steps; step++)
            {
                var time = _isBackward ? lanes.Steps - 1 - step : step;
                var first = time * lanes.Count;
                Buffer.MemoryCopy(hidden.Data, entering[first], (long)lanes.Count * units * 4, (long)lanes.Count * units * 4);
                Gemm.MultiplyPanels(hidden.Data, lanes.Count, units, units, Recurrent.Value.Data, gates[first], 4 * units, 4 * units, add: true);
                for (var lane = 0; lane < lanes.Count; lane++)
                {
                    var before = step == 0 ? null : cells[first + (_isBackward ? lanes.Count : -lanes.Count) + lane];
                    var isInside = time < lanes.Length(lane);
                    StepOne(gates[first + lane], before, cells[first + lane], hidden[lane], output[first + lane] + column, mask[lane], isInside);
                }
            }
        }

        private void StepOne(float* gates, float* before, float* cell, float* hidden, float* output, float* mask, bool isInside)
        {
            for (var i = 0; i < _units; i += Vector256<float>.Count)
            {
                var input = Activations.Sigmoid(Vector256.Load(gates + i));
                var forget = Activations.Sigmoid(Vector256.Load(gates + _units + i));
                var outward = Activations.Sigmoid(Vector256.Load(gates + 2 * _units + i));
                var candidate = Activations.Tanh(Vector256.Load(gates + 3 * _units + i));
                input.Store(gates + i);
                forget.Store(gates + _units + i);
                outward.Store(gates + 2 * _units + i);
                candidate.Store(gates + 3 * _units + i);
                var c = input * candidate;
                if (before != null)
                    c += forget * Vector256.Load(before + i);
                var h = outward * Activations.Tanh(c);
                if (!isInside)
                    c = h = Vector256<float>.Zero;
                c.Store(cell + i);
                h.Store(output + i);
                (h * Vector256.Load(mask + i)).Store(hidden + i);
            }
        }

        public void RunBack(
            Matrix input, Lanes lanes, Pass pass, Matrix outputGradient, int column, Matrix inputGradient, int shard, Matrix scratch)
        {
            var units = _units;
            var gates = pass.Gates;
            var hiddenGradient = pass.Hidden.Resize(lanes.Count, units);
            var cellGradient = pass.CellGradient.Resize(lanes.Count, units);
            for (var step = lanes.Steps - 1; step >= 0; step--)
            {
                var time = _isBackward ? lanes.Steps - 1 - step : step;
                var first = time * lanes.Count;
                for (var lane = 0; lane < lanes.Count; lane++)
                {
                    var before = step == 0 ? null : pass.Cells[first + (_isBackward ? lanes.Count : -lanes.Count) + lane];
                    StepOneBack(
                        gates[first + lane], before, pass.Cells[first + lane], hiddenGradient[lane], cellGradient[lane],
                        outputGradient[first + lane] + column, time < lanes.Length(lane));
                }

                Gemm.MultiplyPanels(gates[first], lanes.Count, 4 * units, 4 * units, Recurrent.Transposed.Data, hiddenGradient.Data, units, units, add: false);
                TensorPrimitives.Multiply(hiddenGradient.Span, pass.Mask.Span, hiddenGradient.Span);
            }

            // The gates now hold their gradients.
            scratch.Reserve(gates.Rows, Matrix.Lane);
            Gemm.AddGradient(input.Data, input.Columns, gates.Data, 4 * units, gates.Rows, input.Columns, 4 * units, Input.GradientData(shard), scratch.Data);
            Gemm.AddGradient(pass.Entering.Data, units, gates.Data, 4 * units, gates.Rows, units, 4 * units, Recurrent.GradientData(shard), scratch.Data);
            Linear.AddColumnSums(gates, Bias.Gradient(shard));
            Gemm.MultiplyPanels(
                gates.Data, gates.Rows, 4 * units, 4 * units, Input.Transposed.Data, inputGradient.Data, input.Columns, input.Columns, add: true);
        }

        private void StepOneBack(
            float* gates, float* before, float* cell, float* hiddenGradient, float* cellGradient, float* outputGradient, bool isInside)
        {
            var one = Vector256.Create(1f);
            for (var i = 0; i < _units; i += Vector256<float>.Count)
            {
                if (!isInside)
                {
                    var zero = Vector256<float>.Zero;
                    zero.Store(gates + i);
                    zero.Store(gates + _units + i);
                    zero.Store(gates + 2 * _units + i);
                    zero.Store(gates + 3 * _units + i);
                    zero.Store(cellGradient + i);
                    continue;
                }

                var (input, forget) = (Vector256.Load(gates + i), Vector256.Load(gates + _units + i));
                var (outward, candidate) = (Vector256.Load(gates + 2 * _units + i), Vector256.Load(gates + 3 * _units + i));
                var squashed = Activations.Tanh(Vector256.Load(cell + i));
                var dh = Vector256.Load(hiddenGradient + i) + Vector256.Load(outputGradient + i);
                var dc = Vector256.Load(cellGradient + i) + dh * outward * (one - squashed * squashed);
                var previous = before == null ? Vector256<float>.Zero : Vector256.Load(before + i);
                (dc * candidate * input * (one - input)).Store(gates + i);
                (dc * previous * forget * (one - forget)).Store(gates + _units + i);
                (dh * squashed * outward * (one - outward)).Store(gates + 2 * _units + i);
                (dc * input * (one - candidate * candidate)).Store(gates + 3 * _units + i);
                (dc * forget).Store(cellGradient + i);
            }
        }
    }
}

/// <summary>The sentences of a shard side by side; their number is rounded up to a block of rows, with empty ones at the end.</summary>
internal sealed class Lanes
{
    private readonly int[] _lengths;

    public Lanes(ReadOnlySpan<int> lengths)
    {
        _lengths = new int[Matrix.RoundUp(lengths.Length, Gemm.RowBlock)];
        lengths.CopyTo(_lengths);
        Sentences = lengths.Length;
        foreach (var length in lengths)
            Steps = Math.Max(Steps, length);
    }

    public int Sentences { get; }

    public int Count => _lengths.Length;

    public int Steps { get; }

    public int Rows => Steps * Count;

    public int Length(int lane) => _lengths[lane];

    public int Row(int lane, int time) => time * Count + lane;
}
