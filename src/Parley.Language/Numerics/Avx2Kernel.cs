using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Parley.Language.Numerics;

/// <summary>
/// Pairs of 8-bit products in 16 bits, four of which cannot overflow as both factors are of 7 bits, widened to 32 bits two pairs at a
/// time. Up to four rows by 16 outputs stay in registers.
/// </summary>
internal sealed unsafe class Avx2Kernel : ProductKernel
{
    private const int Block = Int8Matrix.Block;

    /// <summary>Inputs a turn.</summary>
    private const int Turn = Int8Matrix.Turn;

    private readonly int _inputs, _outputs;
    private readonly BlockedWeights _weights;

    public Avx2Kernel(ReadOnlySpan<sbyte> weights, int inputs, int outputs)
    {
        (_inputs, _outputs) = (inputs, outputs);
        _weights = new BlockedWeights(weights, inputs, outputs);
    }

    public override void Multiply(in Product product)
    {
        fixed (sbyte* weights = _weights.Weights)
        fixed (int* offsets = _weights.Offsets)
        {
            for (var block = 0; block < _outputs; block += Block)
            {
                var w = weights + (long)block * _inputs;
                var row = 0;
                for (; product.Rows - row > 2; row += 4)
                    Four(product, row, w, block, offsets + block);
                if (product.Rows - row == 2)
                    Two(product, row, w, block, offsets + block);
                else if (product.Rows - row == 1)
                    One(product, row, w, block, offsets + block);
            }
        }
    }

    /// <summary>Three or four rows; the fourth of three is the third again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Four(in Product product, int row, sbyte* w, int block, int* offsets)
    {
        Vector256<int> a0, a1, b0, b1, c0, c1, d0, d1;
        a0 = b0 = c0 = d0 = Vector256.Load(offsets);
        a1 = b1 = c1 = d1 = Vector256.Load(offsets + 8);
        var ones = Vector256<short>.One;
        nint stride = product.InputStride, last = row + 3 < product.Rows ? 3 * stride : 2 * stride;
        var x = product.Input + row * stride;
        for (var end = x + _inputs; x < end; x += Turn, w += Turn * Block)
        {
            var (w00, w01, w10, w11) = (Vector256.Load(w), Vector256.Load(w + 32), Vector256.Load(w + 64), Vector256.Load(w + 96));
            var (first, second) = (Quad(x), Quad(x + 4));
            a0 += Sum(first, w00, second, w10, ones);
            a1 += Sum(first, w01, second, w11, ones);
            (first, second) = (Quad(x + stride), Quad(x + stride + 4));
            b0 += Sum(first, w00, second, w10, ones);
            b1 += Sum(first, w01, second, w11, ones);
            (first, second) = (Quad(x + 2 * stride), Quad(x + 2 * stride + 4));
            c0 += Sum(first, w00, second, w10, ones);
            c1 += Sum(first, w01, second, w11, ones);
            (first, second) = (Quad(x + last), Quad(x + last + 4));
            d0 += Sum(first, w00, second, w10, ones);
            d1 += Sum(first, w01, second, w11, ones);
        }

        product.Put(row, block, a0, a1);
        product.Put(row + 1, block, b0, b1);
        product.Put(row + 2, block, c0, c1);
        if (row + 3 < product.Rows)
            product.Put(row + 3, block, d0, d1);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Two(in Product product, int row, sbyte* w, int block, int* offsets)
    {
        Vector256<int> a0, a1, b0, b1;
        a0 = b0 = Vector256.Load(offsets);
        a1 = b1 = Vector256.Load(offsets + 8);
        var ones = Vector256<short>.One;
        nint stride = product.InputStride;
        var x = product.Input + row * stride;
        for (var end = x + _inputs; x < end; x += Turn, w += Turn * Block)
        {
            var (w00, w01, w10, w11) = (Vector256.Load(w), Vector256.Load(w + 32), Vector256.Load(w + 64), Vector256.Load(w + 96));
            var (first, second) = (Quad(x), Quad(x + 4));
            a0 += Sum(first, w00, second, w10, ones);
            a1 += Sum(first, w01, second, w11, ones);
            (first, second) = (Quad(x + stride), Quad(x + stride + 4));
            b0 += Sum(first, w00, second, w10, ones);
            b1 += Sum(first, w01, second, w11, ones);
        }

        product.Put(row, block, a0, a1);
        product.Put(row + 1, block, b0, b1);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void One(in Product product, int row, sbyte* w, int block, int* offsets)
    {
        var (low, high) = (Vector256.Load(offsets), Vector256.Load(offsets + 8));
        var ones = Vector256<short>.One;
        var x = product.Input + (nint)row * product.InputStride;
        for (var end = x + _inputs; x < end; x += Turn, w += Turn * Block)
        {
            var (first, second) = (Quad(x), Quad(x + 4));
            low += Sum(first, Vector256.Load(w), second, Vector256.Load(w + 64), ones);
            high += Sum(first, Vector256.Load(w + 32), second, Vector256.Load(w + 96), ones);
        }

        product.Put(row, block, low, high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Quad(byte* at) => Vector256.Create(*(int*)at).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Sum(Vector256<byte> first, Vector256<sbyte> w0, Vector256<byte> second, Vector256<sbyte> w1, Vector256<short> ones) =>
        Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(first, w0) + Avx2.MultiplyAddAdjacent(second, w1), ones);
}
