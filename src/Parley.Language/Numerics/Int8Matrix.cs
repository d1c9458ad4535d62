using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Parley.Language.Numerics;

/// <summary>
/// Weights [outputs, inputs] of 8 bits, each output's row scaled by its largest weight. Inputs are rows of unsigned bytes,
/// 128 standing for zero, so products are sums of whole numbers: exact, and the same by every kernel.
/// </summary>
/// <remarks>
/// In memory: blocks of 16 outputs; within a block, for every 4 inputs the 16 outputs' 4 weights each: what one instruction of
/// AVX-VNNI takes. Inputs are padded to a multiple of 4 and outputs to a multiple of 16 with zeros.
/// </remarks>
internal sealed class Int8Matrix
{
    /// <summary>The byte that stands for zero.</summary>
    public const byte Zero = 128;

    /// <summary>The byte that is this far from <see cref="Zero"/> stands for a row's largest number.</summary>
    public const int Largest = 127;

    private const int Block = 16;
    private const int Quad = 4;
    private const int RowsAtOnce = 4;

    private readonly sbyte[] _weights;
    private readonly float[] _scales;
    private readonly int[] _offsets;
    private readonly float[] _bias;

    /// <summary>Takes <paramref name="weights"/>, output after output, with a scale and a bias each.</summary>
    public Int8Matrix(int inputs, ReadOnlySpan<sbyte> weights, ReadOnlySpan<float> scales, ReadOnlySpan<float> bias)
    {
        Inputs = inputs;
        Outputs = scales.Length;
        PaddedInputs = RoundUp(inputs, Quad);
        PaddedOutputs = RoundUp(Outputs, Block);
        _weights = new sbyte[PaddedInputs * PaddedOutputs];
        _scales = new float[PaddedOutputs];
        _offsets = new int[PaddedOutputs];
        _bias = new float[PaddedOutputs];
        scales.CopyTo(_scales);
        bias.CopyTo(_bias);
        for (var output = 0; output < Outputs; output++)
        {
            var row = weights.Slice(output * inputs, inputs);
            for (var input = 0; input < inputs; input++)
            {
                _weights[output / Block * Block * PaddedInputs + input / Quad * Quad * Block + output % Block * Quad + input % Quad] = row[input];
                _offsets[output] -= Zero * row[input];
            }
        }
    }

    public int Inputs { get; }

    public int Outputs { get; }

    /// <summary>How many bytes a row of inputs takes; those beyond <see cref="Inputs"/> count for nothing.</summary>
    public int PaddedInputs { get; }

    /// <summary>How many numbers a row of outputs takes.</summary>
    public int PaddedOutputs { get; }

    /// <summary>Rows <c>Y = X · Wᵀ + b</c>.</summary>
    /// <param name="input">Rows of bytes, <paramref name="inputStride"/> apart.</param>
    /// <param name="inputStride">In bytes; at least <see cref="PaddedInputs"/>.</param>
    /// <param name="rows">How many.</param>
    /// <param name="inputScales">What one step of a row's bytes is worth: one number a row, or one for all.</param>
    /// <param name="output">Rows of numbers, <paramref name="outputStride"/> apart.</param>
    /// <param name="outputStride">At least <see cref="PaddedOutputs"/>.</param>
    /// <param name="add">Whether to add to what is there, without the bias, rather than write.</param>
    public void Multiply(
        ReadOnlySpan<byte> input, int inputStride, int rows, ReadOnlySpan<float> inputScales, Span<float> output, int outputStride, bool add = false)
    {
        if (rows == 0)
            return;
        ArgumentOutOfRangeException.ThrowIfLessThan(input.Length, (rows - 1) * inputStride + PaddedInputs, nameof(input));
        ArgumentOutOfRangeException.ThrowIfLessThan(output.Length, (rows - 1) * outputStride + PaddedOutputs, nameof(output));
        Span<int> sums = stackalloc int[RowsAtOnce * Block];
        for (var block = 0; block < PaddedOutputs; block += Block)
        {
            var weights = _weights.AsSpan(block * PaddedInputs, Block * PaddedInputs);
            for (var row = 0; row < rows; row += RowsAtOnce)
            {
                var count = Math.Min(RowsAtOnce, rows - row);
                if (AvxVnni.IsSupported && count == RowsAtOnce)
                    SumFourRows(input[(row * inputStride)..], inputStride, weights, sums);
                else
                    SumRows(input[(row * inputStride)..], inputStride, count, weights, sums);
                for (var i = 0; i < count; i++)
                {
                    var scale = inputScales.Length == 1 ? inputScales[0] : inputScales[row + i];
                    Finish(sums.Slice(i * Block, Block), block, scale, output.Slice((row + i) * outputStride + block, Block), add);
                }
            }
        }
    }

    private void Finish(ReadOnlySpan<int> sums, int block, float scale, Span<float> output, bool add)
    {
        var whole = Vector512.Create(sums) + Vector512.Create<int>(_offsets.AsSpan(block));
        var product = Vector512.ConvertToSingle(whole) * (Vector512.Create<float>(_scales.AsSpan(block)) * scale);
        var rest = add ? Vector512.Create<float>(output) : Vector512.Create<float>(_bias.AsSpan(block));
        (product + rest).CopyTo(output);
    }

    /// <summary>The plain kernel, or that of AVX2 where there is one: 16 outputs of up to four rows.</summary>
    private void SumRows(ReadOnlySpan<byte> input, int stride, int rows, ReadOnlySpan<sbyte> weights, Span<int> sums)
    {
        for (var row = 0; row < rows; row++)
        {
            var bytes = input.Slice(row * stride, PaddedInputs);
            if (AvxVnni.IsSupported)
                SumRowByVnni(bytes, weights, sums.Slice(row * Block, Block));
            else if (Avx2.IsSupported)
                SumRowByAvx2(bytes, weights, sums.Slice(row * Block, Block));
            else
                SumRowPlainly(bytes, weights, sums.Slice(row * Block, Block));
        }
    }

    internal static void SumRowPlainly(ReadOnlySpan<byte> bytes, ReadOnlySpan<sbyte> weights, Span<int> sums)
    {
        sums.Clear();
        for (var quad = 0; quad < bytes.Length; quad += Quad)
        {
            for (var i = 0; i < Block * Quad; i++)
                sums[i / Quad] += bytes[quad + i % Quad] * weights[quad * Block + i];
        }
    }

    /// <summary>Sixteen-bit products, which cannot overflow where the eight-bit instruction would saturate.</summary>
    internal static void SumRowByAvx2(ReadOnlySpan<byte> bytes, ReadOnlySpan<sbyte> weights, Span<int> sums)
    {
        // Each of the four holds the sums of four outputs, in two halves a pair of neighbours each.
        Span<Vector256<int>> four = [Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero];
        var quads = MemoryMarshal.Cast<byte, int>(bytes);
        for (var quad = 0; quad < quads.Length; quad++)
        {
            var x = Avx2.ConvertToVector256Int16(Vector128.Create(quads[quad]).AsByte());
            for (var i = 0; i < 4; i++)
            {
                var w = Avx2.ConvertToVector256Int16(Vector128.Create(weights.Slice(quad * Block * Quad + i * 16, 16)));
                four[i] += Avx2.MultiplyAddAdjacent(x, w);
            }
        }

        for (var output = 0; output < Block; output++)
            sums[output] = four[output / 4][output % 4 * 2] + four[output / 4][output % 4 * 2 + 1];
    }

    internal static void SumRowByVnni(ReadOnlySpan<byte> bytes, ReadOnlySpan<sbyte> weights, Span<int> sums)
    {
        var (low, high) = (Vector256<int>.Zero, Vector256<int>.Zero);
        var quads = MemoryMarshal.Cast<byte, int>(bytes);
        ref var w = ref MemoryMarshal.GetReference(weights);
        for (var quad = 0; quad < quads.Length; quad++)
        {
            var x = Vector256.Create(quads[quad]).AsByte();
            low = AvxVnni.MultiplyWideningAndAdd(low, x, Vector256.LoadUnsafe(ref w, (nuint)(quad * 64)));
            high = AvxVnni.MultiplyWideningAndAdd(high, x, Vector256.LoadUnsafe(ref w, (nuint)(quad * 64 + 32)));
        }

        low.CopyTo(sums);
        high.CopyTo(sums[8..]);
    }

    /// <summary>Four rows by 16 outputs stay in registers while they run over the inputs.</summary>
    private void SumFourRows(ReadOnlySpan<byte> input, int stride, ReadOnlySpan<sbyte> weights, Span<int> sums)
    {
        Vector256<int> a0, a1, b0, b1, c0, c1, d0, d1;
        a0 = a1 = b0 = b1 = c0 = c1 = d0 = d1 = Vector256<int>.Zero;
        ref var w = ref MemoryMarshal.GetReference(weights);
        ref var x = ref MemoryMarshal.GetReference(input);
        var (second, third, fourth) = ((nuint)stride, (nuint)(2 * stride), (nuint)(3 * stride));
        for (nuint at = 0; at < (nuint)PaddedInputs; at += Quad)
        {
            var w0 = Vector256.LoadUnsafe(ref w, at * Block);
            var w1 = Vector256.LoadUnsafe(ref w, at * Block + 32);
            var row = Quads(ref x, at);
            a0 = AvxVnni.MultiplyWideningAndAdd(a0, row, w0);
            a1 = AvxVnni.MultiplyWideningAndAdd(a1, row, w1);
            row = Quads(ref x, at + second);
            b0 = AvxVnni.MultiplyWideningAndAdd(b0, row, w0);
            b1 = AvxVnni.MultiplyWideningAndAdd(b1, row, w1);
            row = Quads(ref x, at + third);
            c0 = AvxVnni.MultiplyWideningAndAdd(c0, row, w0);
            c1 = AvxVnni.MultiplyWideningAndAdd(c1, row, w1);
            row = Quads(ref x, at + fourth);
            d0 = AvxVnni.MultiplyWideningAndAdd(d0, row, w0);
            d1 = AvxVnni.MultiplyWideningAndAdd(d1, row, w1);
        }

        ref var sum = ref MemoryMarshal.GetReference(sums);
        a0.StoreUnsafe(ref sum);
        a1.StoreUnsafe(ref sum, 8);
        b0.StoreUnsafe(ref sum, 16);
        b1.StoreUnsafe(ref sum, 24);
        c0.StoreUnsafe(ref sum, 32);
        c1.StoreUnsafe(ref sum, 40);
        d0.StoreUnsafe(ref sum, 48);
        d1.StoreUnsafe(ref sum, 56);

        static Vector256<byte> Quads(ref byte start, nuint at) =>
            Vector256.Create(System.Runtime.CompilerServices.Unsafe.ReadUnaligned<int>(ref System.Runtime.CompilerServices.Unsafe.Add(ref start, at))).AsByte();
    }

    private static int RoundUp(int number, int multiple) => (number + multiple - 1) / multiple * multiple;
}
