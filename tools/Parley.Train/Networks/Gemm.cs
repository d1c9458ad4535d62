using System.Runtime.Intrinsics;

namespace Parley.Train.Networks;

/// <summary>
/// Products of matrices. Weights lie in panels of 32 columns, each panel row after row, so that the inner loop reads memory
/// in order; a block of 8 rows by 32 columns stays in registers while it runs over the common dimension (Goto and van de Geijn 2008,
/// without their outer blocking: all that is met here fits the second cache).
/// </summary>
internal static unsafe class Gemm
{
    public const int RowBlock = 8;
    private const int Panel = Matrix.Lane;

    /// <summary><c>C (+)= X · W</c>: X with its rows in memory order, W in panels.</summary>
    public static void MultiplyPanels(float* x, int rows, int common, int strideX, float* weights, float* c, int columns, int strideC, bool add)
    {
        for (var panel = 0; panel < columns; panel += Panel)
        {
            var b = weights + (long)panel * common;
            for (var row = 0; row < rows; row += RowBlock)
                Block(x + (long)row * strideX, strideX, 1, b, Panel, c + (long)row * strideC + panel, strideC, common, add);
        }
    }

    /// <summary>
    /// <c>G += Xᵀ · D</c>: the gradient of weights, in panels. <paramref name="scratch"/> has room for
    /// <paramref name="rows"/> times 32 numbers.
    /// </summary>
    public static void AddGradient(
        float* x, int strideX, float* d, int strideD, int rows, int inputs, int outputs, float* gradient, float* scratch)
    {
        for (var panel = 0; panel < outputs; panel += Panel)
        {
            for (var row = 0; row < rows; row++)
            {
                var from = d + (long)row * strideD + panel;
                Vector512.Load(from).Store(scratch + row * Panel);
                Vector512.Load(from + 16).Store(scratch + row * Panel + 16);
            }

            var g = gradient + (long)panel * inputs;
            for (var input = 0; input < inputs; input += RowBlock)
                Block(x + input, 1, strideX, scratch, Panel, g + input * Panel, Panel, rows, add: true);
        }
    }

    /// <summary>W in panels of its columns, from [inputs, outputs] to its transpose in panels, [outputs, inputs].</summary>
    public static void Transpose(float* weights, int inputs, int outputs, float* transposed)
    {
        // Tile by tile, each of which fits the first cache.
        for (var panel = 0; panel < outputs; panel += Panel)
        {
            for (var block = 0; block < inputs; block += Panel)
            {
                var from = weights + (long)panel * inputs + block * Panel;
                var to = transposed + (long)block * outputs + panel * Panel;
                for (var i = 0; i < Panel; i++)
                {
                    for (var j = 0; j < Panel; j++)
                        to[i * Panel + j] = from[j * Panel + i];
                }
            }
        }
    }

    /// <summary>
    /// 8 rows by 32 columns: <c>C (+)= A · B</c> over <paramref name="common"/>. Each number is summed in the same order, whatever the
    /// kernel, so that all give the same bits.
    /// </summary>
    private static void Block(float* a, int rowStride, int columnStride, float* b, int strideB, float* c, int strideC, int common, bool add)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            BlockOf512(a, rowStride, columnStride, b, strideB, c, strideC, common, add);
            return;
        }

        // Sixteen registers hold a quarter of the block.
        for (var row = 0; row < RowBlock; row += 4)
        {
            for (var column = 0; column < Panel; column += 16)
                BlockOf256(a + (long)row * rowStride, rowStride, columnStride, b + column, strideB, c + (long)row * strideC + column, strideC, common, add);
        }
    }

    /// <summary>4 rows by 16 columns.</summary>
    private static void BlockOf256(float* a, int rowStride, int columnStride, float* b, int strideB, float* c, int strideC, int common, bool add)
    {
        Vector256<float> c00, c01, c10, c11, c20, c21, c30, c31;
        c00 = c01 = c10 = c11 = c20 = c21 = c30 = c31 = Vector256<float>.Zero;
        float* a1 = a + rowStride, a2 = a1 + rowStride, a3 = a2 + rowStride;
        for (var k = 0; k < common; k++)
        {
            var b0 = Vector256.Load(b);
            var b1 = Vector256.Load(b + 8);
            var x = Vector256.Create(*a);
            c00 = Vector256.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector256.FusedMultiplyAdd(x, b1, c01);
            x = Vector256.Create(*a1);
            c10 = Vector256.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector256.FusedMultiplyAdd(x, b1, c11);
            x = Vector256.Create(*a2);
            c20 = Vector256.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector256.FusedMultiplyAdd(x, b1, c21);
            x = Vector256.Create(*a3);
            c30 = Vector256.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector256.FusedMultiplyAdd(x, b1, c31);
            a += columnStride;
            a1 += columnStride;
            a2 += columnStride;
            a3 += columnStride;
            b += strideB;
        }

        Put(c, c00, c01, add);
        Put(c += strideC, c10, c11, add);
        Put(c += strideC, c20, c21, add);
        Put(c + strideC, c30, c31, add);
    }

    private static void Put(float* c, Vector256<float> left, Vector256<float> right, bool add)
    {
        if (add)
        {
            left += Vector256.Load(c);
            right += Vector256.Load(c + 8);
        }

        left.Store(c);
        right.Store(c + 8);
    }

    private static void BlockOf512(float* a, int rowStride, int columnStride, float* b, int strideB, float* c, int strideC, int common, bool add)
    {
        Vector512<float> c00, c01, c10, c11, c20, c21, c30, c31, c40, c41, c50, c51, c60, c61, c70, c71;
        c00 = c01 = c10 = c11 = c20 = c21 = c30 = c31 = c40 = c41 = c50 = c51 = c60 = c61 = c70 = c71 = Vector512<float>.Zero;
        for (var k = 0; k < common; k++)
        {
            var b0 = Vector512.Load(b);
            var b1 = Vector512.Load(b + 16);
            var at = a;
            var x = Vector512.Create(*at);
            c00 = Vector512.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector512.FusedMultiplyAdd(x, b1, c01);
            at += rowStride;
            x = Vector512.Create(*at);
            c10 = Vector512.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector512.FusedMultiplyAdd(x, b1, c11);
            at += rowStride;
            x = Vector512.Create(*at);
            c20 = Vector512.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector512.FusedMultiplyAdd(x, b1, c21);
            at += rowStride;
            x = Vector512.Create(*at);
            c30 = Vector512.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector512.FusedMultiplyAdd(x, b1, c31);
            at += rowStride;
            x = Vector512.Create(*at);
            c40 = Vector512.FusedMultiplyAdd(x, b0, c40);
            c41 = Vector512.FusedMultiplyAdd(x, b1, c41);
            at += rowStride;
            x = Vector512.Create(*at);
            c50 = Vector512.FusedMultiplyAdd(x, b0, c50);
            c51 = Vector512.FusedMultiplyAdd(x, b1, c51);
            at += rowStride;
            x = Vector512.Create(*at);
            c60 = Vector512.FusedMultiplyAdd(x, b0, c60);
            c61 = Vector512.FusedMultiplyAdd(x, b1, c61);
            at += rowStride;
            x = Vector512.Create(*at);
            c70 = Vector512.FusedMultiplyAdd(x, b0, c70);
            c71 = Vector512.FusedMultiplyAdd(x, b1, c71);
            a += columnStride;
            b += strideB;
        }

        Put(c, c00, c01, add);
        Put(c += strideC, c10, c11, add);
        Put(c += strideC, c20, c21, add);
        Put(c += strideC, c30, c31, add);
        Put(c += strideC, c40, c41, add);
        Put(c += strideC, c50, c51, add);
        Put(c += strideC, c60, c61, add);
        Put(c + strideC, c70, c71, add);
    }

    private static void Put(float* c, Vector512<float> left, Vector512<float> right, bool add)
    {
        if (add)
        {
            left += Vector512.Load(c);
            right += Vector512.Load(c + 16);
        }

        left.Store(c);
        right.Store(c + 16);
    }
}
