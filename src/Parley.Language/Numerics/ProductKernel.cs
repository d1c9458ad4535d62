using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Parley.Language.Numerics;

/// <summary>What an <see cref="Int8Matrix"/> multiplies: rows of bytes in, rows of numbers out.</summary>
internal readonly unsafe struct Product
{
    /// <summary>Rows of bytes, <see cref="InputStride"/> apart.</summary>
    public required byte* Input { get; init; }

    /// <summary>In bytes.</summary>
    public required int InputStride { get; init; }

    public required int Rows { get; init; }

    /// <summary>What one step of a row's bytes is worth, <see cref="ScaleStride"/> apart.</summary>
    public required float* InputScales { get; init; }

    /// <summary>1, or 0 where one scale serves all rows.</summary>
    public required int ScaleStride { get; init; }

    /// <summary>What one step of an output's weights is worth.</summary>
    public required float* OutputScales { get; init; }

    /// <summary>A number for each output; null where the product is added to what is there.</summary>
    public required float* Bias { get; init; }

    /// <summary>Rows of numbers, <see cref="OutputStride"/> apart.</summary>
    public required float* Output { get; init; }

    /// <summary>In numbers.</summary>
    public required int OutputStride { get; init; }

    /// <summary>Scales the whole-number sums of <paramref name="row"/> with 16 outputs from <paramref name="output"/> on, and writes or adds them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(int row, int output, Vector256<int> low, Vector256<int> high)
    {
        var scale = Vector256.Create(InputScales[row * ScaleStride]);
        var to = Output + (long)row * OutputStride + output;
        var rest = Bias == null ? to : Bias + output;
        (Vector256.ConvertToSingle(low) * (Vector256.Load(OutputScales + output) * scale) + Vector256.Load(rest)).Store(to);
        (Vector256.ConvertToSingle(high) * (Vector256.Load(OutputScales + output + 8) * scale) + Vector256.Load(rest + 8)).Store(to + 8);
    }
}

/// <summary>
/// The loops of an <see cref="Int8Matrix"/>, over weights laid out as the kernel takes them. Kernels differ in speed, never in a
/// result.
/// </summary>
internal abstract class ProductKernel
{
    public abstract void Multiply(in Product product);
}

/// <summary>One product after the other: what the other kernels must agree with.</summary>
internal sealed unsafe class PlainKernel(ReadOnlySpan<sbyte> weights, int inputs, int outputs) : ProductKernel
{
    private readonly sbyte[] _weights = weights[..(inputs * outputs)].ToArray();

    public override void Multiply(in Product product)
    {
        Span<int> sums = stackalloc int[Int8Matrix.Block];
        for (var row = 0; row < product.Rows; row++)
        {
            var input = new ReadOnlySpan<byte>(product.Input + (long)row * product.InputStride, inputs);
            for (var block = 0; block < outputs; block += Int8Matrix.Block)
            {
                for (var i = 0; i < Int8Matrix.Block; i++)
                    sums[i] = Sum(input, _weights.AsSpan((block + i) * inputs, inputs));
                product.Put(row, block, Vector256.Create<int>(sums), Vector256.Create<int>(sums[8..]));
            }
        }
    }

    private static int Sum(ReadOnlySpan<byte> input, ReadOnlySpan<sbyte> weights)
    {
        var sum = 0;
        for (var i = 0; i < input.Length; i++)
            sum += (input[i] - Int8Matrix.Zero) * weights[i];
        return sum;
    }
}
