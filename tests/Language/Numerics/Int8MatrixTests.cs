using System.Runtime.Intrinsics.X86;
using CsCheck;
using Parley.Language.Numerics;

namespace Parley.Language.Tests.Numerics;

/// <summary>Every kernel gives the same whole numbers, extremes included.</summary>
public class Int8MatrixTests
{
    private static readonly Gen<(int Rows, int Inputs, int Outputs)> s_sizes = Gen.Select(Gen.Int[1, 40], Gen.Int[1, 20].Select(static turns => turns * 8), Gen.Int[1, 40]);

    /// <summary>Bytes and weights with many extremes, where narrower sums would overflow.</summary>
    private static readonly Gen<((int Rows, int Inputs, int Outputs) Size, byte[] Bytes, sbyte[] Weights)> s_products = s_sizes.SelectMany(static size => Gen.Select(
        Gen.Const(size),
        Gen.OneOf(Gen.Byte[1, 127], Gen.Const((byte)127), Gen.Const((byte)1)).Array[size.Rows * size.Inputs],
        Gen.OneOf(Gen.SByte[-127, 127], Gen.Const((sbyte)-127), Gen.Const((sbyte)127)).Array[size.Inputs * size.Outputs]));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TheKernelsOfAvx2AndVnniAgreeWithThePlainOneToTheBit(bool add) => s_products.Sample((size, bytes, weights) =>
    {
        var plain = Multiply(KernelKind.Plain);
        if (Avx2.IsSupported)
            Assert.Equal(plain, Multiply(KernelKind.Avx2));
        if (AvxVnni.IsSupported)
            Assert.Equal(plain, Multiply(KernelKind.Vnni));

        float[] Multiply(KernelKind kind)
        {
            var scales = Enumerable.Range(1, size.Outputs).Select(static i => 1f / i).ToArray();
            var bias = Enumerable.Range(1, size.Outputs).Select(static i => (float)i).ToArray();
            var matrix = new Int8Matrix(size.Inputs, weights, scales, bias, kind);
            var output = Enumerable.Range(0, size.Rows * matrix.PaddedOutputs).Select(static i => i / 8f).ToArray();
            var inputScales = Enumerable.Range(0, size.Rows).Select(static i => 0.5f / (i + 1)).ToArray();
            matrix.Multiply(bytes, size.Inputs, size.Rows, inputScales, output, matrix.PaddedOutputs, add);
            return output;
        }
    });

    [Fact]
    public void AProductIsThatOfTheNumbersBehindTheBytes() => s_products.Sample(static (size, bytes, weights) =>
    {
        var scales = Enumerable.Range(1, size.Outputs).Select(static i => 1f / i).ToArray();
        var bias = Enumerable.Range(1, size.Outputs).Select(static i => (float)i).ToArray();
        var matrix = new Int8Matrix(size.Inputs, weights, scales, bias);
        var output = new float[size.Rows * matrix.PaddedOutputs];
        matrix.Multiply(bytes, size.Inputs, size.Rows, [0.5f], output, matrix.PaddedOutputs);
        for (var row = 0; row < size.Rows; row++)
        {
            for (var i = 0; i < size.Outputs; i++)
            {
                // A weight is off by half a step of seven bits at the most: one of the model's.
                var (sum, off) = (0.0, 0.0);
                for (var input = 0; input < size.Inputs; input++)
                {
                    var number = bytes[row * size.Inputs + input] - 64;
                    sum += number * weights[i * size.Inputs + input];
                    off += Math.Abs(number) * 1.01;
                }

                Assert.Equal(sum * 0.5 * scales[i] + bias[i], output[row * matrix.PaddedOutputs + i], off * 0.5 * scales[i] + 1e-2);
            }
        }
    });

    [Fact]
    public void TheApproximateTangentIsNearTheTrueOneAndPlainAndVectorAgree() => Gen.Float[-20, 20].Sample(static x =>
    {
        Assert.Equal(Math.Tanh(x), Activations.Tanh(x), 2e-6);
        Assert.Equal(Activations.Tanh(x), Activations.Tanh(System.Runtime.Intrinsics.Vector256.Create(x))[7]);
    });
}
