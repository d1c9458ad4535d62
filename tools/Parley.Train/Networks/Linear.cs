using System.Numerics.Tensors;

namespace Parley.Train.Networks;

/// <summary>A linear map with a bias.</summary>
internal sealed unsafe class Linear(string name, int inputs, int outputs, Generator generator)
{
    public Weights Weights { get; } = new Weights(name + ".weights", inputs, outputs).Initialise(generator);

    public Weights Bias { get; } = new(name + ".bias", 1, outputs);

    public IEnumerable<Parameter> Parameters => [Weights, Bias];

    /// <summary><c>Y = X · W + b</c></summary>
    public void Run(Matrix input, Matrix output)
    {
        output.Reserve(input.Rows, Weights.PaddedOutputs);
        for (var row = 0; row < output.Rows; row++)
            Bias.Value.Span.CopyTo(output.Row(row));
        Gemm.MultiplyPanels(input.Data, input.Rows, input.Columns, input.Columns, Weights.Value.Data, output.Data, output.Columns, output.Columns, add: true);
    }

    /// <summary>Adds the weights' gradients to <paramref name="shard"/>'s, and the input's to <paramref name="inputGradient"/>.</summary>
    public void RunBack(Matrix input, Matrix outputGradient, Matrix inputGradient, int shard, Matrix scratch)
    {
        scratch.Reserve(input.Rows, Matrix.Lane);
        Gemm.AddGradient(
            input.Data, input.Columns, outputGradient.Data, outputGradient.Columns, input.Rows, input.Columns, outputGradient.Columns,
            Weights.GradientData(shard), scratch.Data);
        AddColumnSums(outputGradient, Bias.Gradient(shard));
        Gemm.MultiplyPanels(
            outputGradient.Data, input.Rows, outputGradient.Columns, outputGradient.Columns, Weights.Transposed.Data,
            inputGradient.Data, input.Columns, input.Columns, add: true);
    }

    public static void AddColumnSums(Matrix matrix, Span<float> sums)
    {
        for (var row = 0; row < matrix.Rows; row++)
            TensorPrimitives.Add(sums, matrix.Row(row), sums);
    }
}

/// <summary>Inverted dropout: what stays is scaled up, so that reading needs no change.</summary>
internal static class Dropout
{
    /// <summary>Each number 0 with the chance <paramref name="rate"/>, else 1 / (1 - rate); all 1 without a generator.</summary>
    public static void FillMask(Matrix mask, float rate, Generator? generator)
    {
        if (generator is null || rate == 0)
        {
            mask.Span.Fill(1);
            return;
        }

        var threshold = (uint)(rate * 65536);
        var kept = 1 / (1 - rate);
        var span = mask.Span;
        for (var i = 0; i < span.Length; i += 4)
        {
            var bits = generator.Next();
            span[i] = (uint)(bits & 0xFFFF) < threshold ? 0 : kept;
            span[i + 1] = (uint)((bits >> 16) & 0xFFFF) < threshold ? 0 : kept;
            span[i + 2] = (uint)((bits >> 32) & 0xFFFF) < threshold ? 0 : kept;
            span[i + 3] = (uint)(bits >> 48) < threshold ? 0 : kept;
        }
    }

    /// <summary>Multiplies each row by its lane's mask: the same at every time.</summary>
    public static void ApplyByLane(Matrix matrix, Matrix mask)
    {
        for (var row = 0; row < matrix.Rows; row++)
            TensorPrimitives.Multiply(matrix.Row(row), mask.Row(row % mask.Rows), matrix.Row(row));
    }
}

/// <summary>Softmax and its cross-entropy.</summary>
internal static class Softmax
{
    /// <summary>
    /// Turns the first <paramref name="count"/> scores of <paramref name="row"/> into the gradient of the loss times
    /// <paramref name="weight"/> and the rest into zeros; gives the loss. All zeros where the label is not known (-1).
    /// </summary>
    public static double ToGradient(Span<float> row, int count, int gold, float weight)
    {
        if (gold < 0)
        {
            row.Clear();
            return 0;
        }

        var scores = row[..count];
        row[count..].Clear();
        TensorPrimitives.Subtract(scores, TensorPrimitives.Max<float>(scores), scores); // Else exponentials overflow.
        TensorPrimitives.SoftMax(scores, scores);
        var loss = -MathF.Log(MathF.Max(scores[gold], 1e-12f));
        scores[gold] -= 1;
        TensorPrimitives.Multiply(scores, weight, scores);
        return loss * weight;
    }
}
