using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Parley.Language.Numerics;

/// <summary>
/// Quads of bytes by the instruction made for them. Four rows by 16 outputs stay in registers.
/// </summary>
internal sealed unsafe class VnniKernel : ProductKernel
{
    private const int Block = Int8Matrix.Block;
    private const int Quad = 4;

    private readonly int _inputs, _outputs;
    private readonly BlockedWeights _weights;

    public VnniKernel(ReadOnlySpan<sbyte> weights, int inputs, int outputs)
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
                var row = 0;
                for (; row + 4 <= product.Rows; row += 4)
                    Four(product, row, weights + (long)block * _inputs, block, offsets + block);
                for (; row < product.Rows; row++)
                    One(product, row, weights + (long)block * _inputs, block, offsets + block);
            }
        }
    }

    private void One(in Product product, int row, sbyte* w, int block, int* offsets)
    {
        var (low, high) = (Vector256.Load(offsets), Vector256.Load(offsets + 8));
        var x = product.Input + (long)row * product.InputStride;
        for (var at = 0; at < _inputs; at += Quad, w += Quad * Block)
        {
            var quad = Quads(x + at);
            low = AvxVnni.MultiplyWideningAndAdd(low, quad, Vector256.Load(w));
            high = AvxVnni.MultiplyWideningAndAdd(high, quad, Vector256.Load(w + 32));
        }

        product.Put(row, block, low, high);
    }

    private void Four(in Product product, int row, sbyte* w, int block, int* offsets)
    {
        Vector256<int> a0, a1, b0, b1, c0, c1, d0, d1;
        a0 = b0 = c0 = d0 = Vector256.Load(offsets);
        a1 = b1 = c1 = d1 = Vector256.Load(offsets + 8);
        var a = product.Input + (long)row * product.InputStride;
        byte* b = a + product.InputStride, c = b + product.InputStride, d = c + product.InputStride;
        for (var at = 0; at < _inputs; at += Quad, w += Quad * Block)
        {
            var (w0, w1) = (Vector256.Load(w), Vector256.Load(w + 32));
            var x = Quads(a + at);
            a0 = AvxVnni.MultiplyWideningAndAdd(a0, x, w0);
            a1 = AvxVnni.MultiplyWideningAndAdd(a1, x, w1);
            x = Quads(b + at);
            b0 = AvxVnni.MultiplyWideningAndAdd(b0, x, w0);
            b1 = AvxVnni.MultiplyWideningAndAdd(b1, x, w1);
            x = Quads(c + at);
            c0 = AvxVnni.MultiplyWideningAndAdd(c0, x, w0);
            c1 = AvxVnni.MultiplyWideningAndAdd(c1, x, w1);
            x = Quads(d + at);
            d0 = AvxVnni.MultiplyWideningAndAdd(d0, x, w0);
            d1 = AvxVnni.MultiplyWideningAndAdd(d1, x, w1);
        }

        product.Put(row, block, a0, a1);
        product.Put(row + 1, block, b0, b1);
        product.Put(row + 2, block, c0, c1);
        product.Put(row + 3, block, d0, d1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Quads(byte* at) => Vector256.Create(Unsafe.ReadUnaligned<int>(at)).AsByte();
}
