using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Parley.Language.Numerics;

/// <summary>
/// Pairs of 16-bit products, which cannot overflow where the 8-bit instruction of AVX2 would saturate. In memory: blocks of 16
/// outputs; within a block, for every 2 inputs the 16 outputs' 2 weights each, of 8 bits, widened as they are read: that costs less
/// than reading twice as much from the second cache. Up to six rows by 16 outputs stay in registers.
/// </summary>
internal sealed unsafe class Avx2Kernel : ProductKernel
{
    private const int Block = Int8Matrix.Block;

    /// <summary>Rows that go through all blocks before the next ones do, so that they stay in the second cache.</summary>
    private const int RowsAtOnce = 96;

    private readonly int _inputs, _outputs;
    private readonly sbyte[] _weights;

    public Avx2Kernel(ReadOnlySpan<sbyte> weights, int inputs, int outputs)
    {
        (_inputs, _outputs) = (inputs, outputs);
        _weights = new sbyte[inputs * outputs];
        for (var output = 0; output < outputs; output++)
        {
            for (var input = 0; input < inputs; input++)
                _weights[output / Block * Block * inputs + input / 2 * 2 * Block + output % Block * 2 + input % 2] = weights[output * inputs + input];
        }
    }

    public override void Multiply(in Product product)
    {
        var widened = ArrayPool<short>.Shared.Rent(Math.Min(product.Rows, RowsAtOnce) * _inputs);
        fixed (sbyte* weights = _weights)
        fixed (short* x = widened)
        {
            for (var first = 0; first < product.Rows; first += RowsAtOnce)
            {
                var rows = Math.Min(RowsAtOnce, product.Rows - first);
                for (var row = 0; row < rows; row++)
                    Widen(product.Input + (long)(first + row) * product.InputStride, x + row * _inputs);
                for (var block = 0; block < _outputs; block += Block)
                    MultiplyBlock(product, first, rows, x, weights + (long)block * _inputs, block);
            }
        }

        ArrayPool<short>.Shared.Return(widened);
    }

    private void Widen(byte* from, short* to)
    {
        var i = 0;
        for (; i + 16 <= _inputs; i += 16)
            (Avx2.ConvertToVector256Int16(from + i) - Vector256.Create((short)Int8Matrix.Zero)).Store(to + i);
        for (; i < _inputs; i++)
            to[i] = (short)(from[i] - Int8Matrix.Zero);
    }

    /// <summary>Rows in sixes, and what is left so that weights are read as seldom as may be.</summary>
    private void MultiplyBlock(in Product product, int first, int rows, short* x, sbyte* w, int block)
    {
        var row = 0;
        for (; rows - row > 8 || rows - row is 5 or 6; row = Math.Min(row + 6, rows))
            Six(product, first + row, Math.Min(6, rows - row), x + row * _inputs, w, block);
        for (; rows - row > 2; row = Math.Min(row + 4, rows))
            Four(product, first + row, Math.Min(4, rows - row), x + row * _inputs, w, block);
        if (rows - row == 2)
            Two(product, first + row, x + row * _inputs, w, block);
        else if (rows - row == 1)
            One(product, first + row, x + row * _inputs, w, block);
    }

    /// <summary>Five or six rows; the sixth of five is one of them again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Six(in Product product, int row, int rows, short* a, sbyte* w, int block)
    {
        Vector256<int> a0, a1, b0, b1, c0, c1, d0, d1, e0, e1, f0, f1;
        a0 = a1 = b0 = b1 = c0 = c1 = d0 = d1 = e0 = e1 = f0 = f1 = Vector256<int>.Zero;
        nint stride = _inputs * sizeof(short), last = rows == 6 ? stride : 0;
        var end = a + _inputs;
        var d = (byte*)a + 3 * stride;
        for (; a < end; a += 2, d += 4, w += 2 * Block)
        {
            var w0 = Avx2.ConvertToVector256Int16(w);
            var w1 = Avx2.ConvertToVector256Int16(w + 16);
            var x = Pair(a);
            a0 += Avx2.MultiplyAddAdjacent(x, w0);
            a1 += Avx2.MultiplyAddAdjacent(x, w1);
            x = Pair((byte*)a + stride);
            b0 += Avx2.MultiplyAddAdjacent(x, w0);
            b1 += Avx2.MultiplyAddAdjacent(x, w1);
            x = Pair((byte*)a + 2 * stride);
            c0 += Avx2.MultiplyAddAdjacent(x, w0);
            c1 += Avx2.MultiplyAddAdjacent(x, w1);
            x = Pair(d);
            d0 += Avx2.MultiplyAddAdjacent(x, w0);
            d1 += Avx2.MultiplyAddAdjacent(x, w1);
            x = Pair(d + stride);
            e0 += Avx2.MultiplyAddAdjacent(x, w0);
            e1 += Avx2.MultiplyAddAdjacent(x, w1);
            x = Pair(d + stride + last);
            f0 += Avx2.MultiplyAddAdjacent(x, w0);
            f1 += Avx2.MultiplyAddAdjacent(x, w1);
        }

        product.Put(row, block, a0, a1);
        product.Put(row + 1, block, b0, b1);
        product.Put(row + 2, block, c0, c1);
        product.Put(row + 3, block, d0, d1);
        product.Put(row + 4, block, e0, e1);
        if (rows == 6)
            product.Put(row + 5, block, f0, f1);
    }

    /// <summary>Three or four rows; the fourth of three is one of them again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Four(in Product product, int row, int rows, short* a, sbyte* w, int block)
    {
        Vector256<int> a0, a1, b0, b1, c0, c1, d0, d1;
        a0 = a1 = b0 = b1 = c0 = c1 = d0 = d1 = Vector256<int>.Zero;
        nint stride = _inputs * sizeof(short), last = rows == 4 ? stride : 0;
        var end = a + _inputs;
        for (; a < end; a += 2, w += 2 * Block)
        {
            var w0 = Avx2.ConvertToVector256Int16(w);
            var w1 = Avx2.ConvertToVector256Int16(w + 16);
            var x = Pair(a);
            a0 += Avx2.MultiplyAddAdjacent(x, w0);
            a1 += Avx2.MultiplyAddAdjacent(x, w1);
            x = Pair((byte*)a + stride);
            b0 += Avx2.MultiplyAddAdjacent(x, w0);
            b1 += Avx2.MultiplyAddAdjacent(x, w1);
            x = Pair((byte*)a + 2 * stride);
            c0 += Avx2.MultiplyAddAdjacent(x, w0);
            c1 += Avx2.MultiplyAddAdjacent(x, w1);
            x = Pair((byte*)a + 2 * stride + last);
            d0 += Avx2.MultiplyAddAdjacent(x, w0);
            d1 += Avx2.MultiplyAddAdjacent(x, w1);
        }

        product.Put(row, block, a0, a1);
        product.Put(row + 1, block, b0, b1);
        product.Put(row + 2, block, c0, c1);
        if (rows == 4)
            product.Put(row + 3, block, d0, d1);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Two(in Product product, int row, short* a, sbyte* w, int block)
    {
        Vector256<int> a0, a1, b0, b1;
        a0 = a1 = b0 = b1 = Vector256<int>.Zero;
        nint stride = _inputs * sizeof(short);
        var end = a + _inputs;
        for (; a < end; a += 2, w += 2 * Block)
        {
            var w0 = Avx2.ConvertToVector256Int16(w);
            var w1 = Avx2.ConvertToVector256Int16(w + 16);
            var x = Pair(a);
            a0 += Avx2.MultiplyAddAdjacent(x, w0);
            a1 += Avx2.MultiplyAddAdjacent(x, w1);
            x = Pair((byte*)a + stride);
            b0 += Avx2.MultiplyAddAdjacent(x, w0);
            b1 += Avx2.MultiplyAddAdjacent(x, w1);
        }

        product.Put(row, block, a0, a1);
        product.Put(row + 1, block, b0, b1);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void One(in Product product, int row, short* a, sbyte* w, int block)
    {
        var (low, high) = (Vector256<int>.Zero, Vector256<int>.Zero);
        var end = a + _inputs;
        for (; a < end; a += 2, w += 2 * Block)
        {
            var x = Pair(a);
            low += Avx2.MultiplyAddAdjacent(x, Avx2.ConvertToVector256Int16(w));
            high += Avx2.MultiplyAddAdjacent(x, Avx2.ConvertToVector256Int16(w + 16));
        }

        product.Put(row, block, low, high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Pair(void* at) => Vector256.Create(*(int*)at).AsInt16();
}
