using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace Parley.Train.Networks;

/// <summary>
/// Weights that are learned, with a gradient a shard of the batch. Shards are as many whatever the number of processors, and
/// their gradients are added in order, so that training gives the same weights on every machine with the same kernels.
/// </summary>
internal abstract class Parameter(string name)
{
    public string Name => name;

    public abstract Matrix Value { get; }

    /// <summary>The sum of squares of the gradient, after the shards' are added.</summary>
    public abstract double GatherGradient();

    /// <summary>One step of Adam; clears the gradient.</summary>
    public abstract void Step(AdamStep step);

    /// <summary>The gradient of one shard, for tests: flat, as <see cref="Value"/> lies.</summary>
    public abstract Span<float> Gradient(int shard);

    /// <summary>Takes the running mean of the weights for the weights, or back again.</summary>
    public abstract void SwapAverage();
}

/// <summary>Constants of one step of Adam (Kingma and Ba 2015), its bias corrections taken into the rate.</summary>
internal readonly record struct AdamStep(float Rate, float Beta1, float Beta2, float GradientScale, float AverageDecay)
{
    private const float Epsilon = 1e-8f;

    public static AdamStep At(int number, float rate, float gradientScale, float averageDecay)
    {
        const float beta1 = 0.9f, beta2 = 0.95f;
        var corrected = rate * MathF.Sqrt(1 - MathF.Pow(beta2, number)) / (1 - MathF.Pow(beta1, number));
        return new AdamStep(corrected, beta1, beta2, gradientScale, averageDecay);
    }

    /// <summary>Steps all of <paramref name="value"/>, moves its running mean towards it, and clears the gradient.</summary>
    public void Apply(Span<float> value, Span<float> gradient, Span<float> first, Span<float> second, Span<float> average)
    {
        var rate = Vector512.Create(Rate);
        var epsilon = Vector512.Create(Epsilon);
        for (var i = 0; i < value.Length; i += Vector512<float>.Count)
        {
            var g = Vector512.Create<float>(gradient[i..]) * GradientScale;
            var m = Vector512.Create<float>(first[i..]) * Beta1 + g * (1 - Beta1);
            var v = Vector512.Create<float>(second[i..]) * Beta2 + g * g * (1 - Beta2);
            var stepped = Vector512.Create<float>(value[i..]) - rate * m / (Vector512.Sqrt(v) + epsilon);
            m.CopyTo(first[i..]);
            v.CopyTo(second[i..]);
            stepped.CopyTo(value[i..]);
            (Vector512.Create<float>(average[i..]) * AverageDecay + stepped * (1 - AverageDecay)).CopyTo(average[i..]);
        }

        gradient.Clear();
    }
}

/// <summary>Dense weights [inputs, outputs], kept in panels (see <see cref="Gemm"/>), with their transpose for the way back.</summary>
internal sealed unsafe class Weights : Parameter
{
    private readonly Matrix _first, _second, _average;
    private readonly Matrix[] _gradients = new Matrix[Shards.Count];
    private readonly bool _needsTranspose;

    public Weights(string name, int inputs, int outputs, bool needsTranspose = true) : base(name)
    {
        Inputs = inputs;
        Outputs = outputs;
        PaddedInputs = inputs == 1 ? 1 : Matrix.RoundUp(inputs, Matrix.Lane);
        PaddedOutputs = Matrix.RoundUp(outputs, Matrix.Lane);
        Value = New();
        _first = New();
        _second = New();
        _average = New();
        for (var i = 0; i < _gradients.Length; i++)
            _gradients[i] = New();
        _needsTranspose = needsTranspose && inputs > 1;
        Transposed = _needsTranspose ? new Matrix(PaddedOutputs, PaddedInputs) : new Matrix();

        Matrix New() => new(PaddedInputs, PaddedOutputs);
    }

    public int Inputs { get; }

    public int Outputs { get; }

    public int PaddedInputs { get; }

    public int PaddedOutputs { get; }

    public override Matrix Value { get; }

    public Matrix Transposed { get; }

    public ref float this[int input, int output] =>
        ref Value.Data[(long)(output / Matrix.Lane * Matrix.Lane) * PaddedInputs + (long)input * Matrix.Lane + output % Matrix.Lane];

    public float* GradientData(int shard) => _gradients[shard].Data;

    public override Span<float> Gradient(int shard) => _gradients[shard].Span;

    /// <summary>Fills with numbers from -scale to scale; the default is Glorot's.</summary>
    public Weights Initialise(Generator generator, float? scale = null)
    {
        var range = scale ?? MathF.Sqrt(6f / (Inputs + Outputs));
        for (var input = 0; input < Inputs; input++)
        {
            for (var output = 0; output < Outputs; output++)
                this[input, output] = generator.NextUniform(range);
        }

        Refresh();
        return this;
    }

    /// <summary>Brings the transpose up to date after <see cref="Value"/> changed.</summary>
    public void Refresh()
    {
        if (_needsTranspose)
            Gemm.Transpose(Value.Data, PaddedInputs, PaddedOutputs, Transposed.Data);
    }

    public override double GatherGradient()
    {
        var sum = _gradients[0].Span;
        for (var shard = 1; shard < _gradients.Length; shard++)
        {
            var other = _gradients[shard].Span;
            TensorPrimitives.Add(sum, other, sum);
            other.Clear();
        }

        return TensorPrimitives.SumOfSquares<float>(sum);
    }

    public override void Step(AdamStep step)
    {
        step.Apply(Value.Span, _gradients[0].Span, _first.Span, _second.Span, _average.Span);
        Refresh();
    }

    public override void SwapAverage()
    {
        for (var i = 0; i < Value.Count; i++)
            (Value.Data[i], _average.Data[i]) = (_average.Data[i], Value.Data[i]);
        Refresh();
    }
}

/// <summary>Rows of weights of which each step touches few: only these are stepped (lazy Adam).</summary>
internal sealed unsafe class Embedding : Parameter
{
    private readonly Matrix _first, _second, _average;
    private readonly Matrix[] _gradients = new Matrix[Shards.Count];
    private readonly List<int>[] _touched = new List<int>[Shards.Count];
    private readonly bool[][] _isTouched = new bool[Shards.Count][];
    private readonly int[] _averagedAt;
    private int _steps;
    private float _decay;

    public Embedding(string name, int rows, int columns, Generator generator) : base(name)
    {
        columns = Matrix.RoundUp(columns, Vector512<float>.Count);
        Value = new Matrix(rows, columns);
        foreach (ref var number in Value.Span)
            number = generator.NextUniform(MathF.Sqrt(3f / columns));
        _first = new Matrix(rows, columns);
        _second = new Matrix(rows, columns);
        _average = new Matrix(rows, columns);
        _averagedAt = new int[rows];
        for (var i = 0; i < Shards.Count; i++)
        {
            _gradients[i] = new Matrix(rows, columns);
            _touched[i] = [];
            _isTouched[i] = new bool[rows];
        }
    }

    public override Matrix Value { get; }

    public ReadOnlySpan<float> this[int row] => Value.Row(row);

    public override Span<float> Gradient(int shard) => _gradients[shard].Span;

    /// <summary>Adds <paramref name="gradient"/> times <paramref name="scale"/> to the gradient of <paramref name="row"/>.</summary>
    public void AddGradient(int shard, int row, ReadOnlySpan<float> gradient, float scale)
    {
        if (!_isTouched[shard][row])
        {
            _isTouched[shard][row] = true;
            _touched[shard].Add(row);
        }

        var sum = _gradients[shard].Row(row);
        TensorPrimitives.MultiplyAdd(gradient, scale, sum, sum);
    }

    public override double GatherGradient()
    {
        for (var shard = 1; shard < Shards.Count; shard++)
        {
            foreach (var row in _touched[shard])
            {
                AddGradient(0, row, _gradients[shard].Row(row), 1);
                _gradients[shard].Row(row).Clear();
                _isTouched[shard][row] = false;
            }

            _touched[shard].Clear();
        }

        var squares = 0.0;
        foreach (var row in _touched[0])
            squares += TensorPrimitives.SumOfSquares<float>(_gradients[0].Row(row));
        return squares;
    }

    public override void Step(AdamStep step)
    {
        _steps++;
        foreach (var row in _touched[0])
        {
            CatchUp(row, step.AverageDecay);
            step.Apply(Value.Row(row), _gradients[0].Row(row), _first.Row(row), _second.Row(row), _average.Row(row));
            _averagedAt[row] = _steps;
            _isTouched[0][row] = false;
        }

        _decay = step.AverageDecay;
        _touched[0].Clear();
    }

    public override void SwapAverage()
    {
        for (var row = 0; row < Value.Rows; row++)
        {
            CatchUp(row, _decay, _steps);
            _averagedAt[row] = _steps;
            var value = Value.Row(row);
            var average = _average.Row(row);
            for (var i = 0; i < value.Length; i++)
                (value[i], average[i]) = (average[i], value[i]);
        }
    }

    /// <summary>The row stood still since it was last averaged; its mean moved towards it all the same.</summary>
    private void CatchUp(int row, float decay) => CatchUp(row, decay, _steps - 1);

    private void CatchUp(int row, float decay, int until)
    {
        var missed = until - _averagedAt[row];
        if (missed <= 0)
            return;
        var keep = MathF.Pow(decay, missed);
        var value = Value.Row(row);
        var average = _average.Row(row);
        for (var i = 0; i < value.Length; i++)
            average[i] = keep * average[i] + (1 - keep) * value[i];
    }
}

/// <summary>Into how many parts a batch falls; see <see cref="Parameter"/>.</summary>
internal static class Shards
{
    public const int Count = 2;
}
