using System.Runtime.Intrinsics.X86;
using CsCheck;
using Parley.Language.Numerics;

namespace Parley.Language.Tests.Numerics;

/// <summary>Every kernel gives the same whole numbers, extremes included.</summary>
public class Int8MatrixTests
{
    private static readonly Gen<(byte[] Bytes, sbyte[] Weights)> s_block = Gen.Int[1, 20].SelectMany(static quads => Gen.Select(
        Gen.OneOf(Gen.Byte, Gen.Const((byte)255)).Array[quads * 4], Gen.OneOf(Gen.SByte[-127, 127], Gen.Const((sbyte)-127), Gen.Const((sbyte)127)).Array[quads * 64]));

    [Fact]
    public void TheKernelsOfAvx2AndVnniAgreeWithThePlainOne() => s_block.Sample(static (bytes, weights) =>
    {
        var (plain, fast) = (new int[16], new int[16]);
        Int8Matrix.SumRowPlainly(bytes, weights, plain);
        if (Avx2.IsSupported)
        {
            Int8Matrix.SumRowByAvx2(bytes, weights, fast);
            Assert.Equal(plain, fast);
        }

        if (AvxVnni.IsSupported)
        {
            Int8Matrix.SumRowByVnni(bytes, weights, fast);
            Assert.Equal(plain, fast);
        }
    });

    [Fact]
    public void AProductIsThatOfTheNumbersBehindTheBytesForAnyCountOfRows() =>
        Gen.Select(Gen.Int[1, 9], Gen.Int[1, 12], Gen.Int[1, 40]).SelectMany(static (rows, quads, outputs) => Gen.Select(
            Gen.Const((rows, inputs: quads * 4, outputs)), Gen.Byte.Array[rows * quads * 4], Gen.SByte[-127, 127].Array[quads * 4 * outputs])).Sample(
            static (size, bytes, weights) =>
        {
            var scales = Enumerable.Range(1, size.outputs).Select(static i => 1f / i).ToArray();
            var bias = Enumerable.Range(1, size.outputs).Select(static i => (float)i).ToArray();
            var matrix = new Int8Matrix(size.inputs, weights, scales, bias);
            var output = new float[size.rows * matrix.PaddedOutputs];
            matrix.Multiply(bytes, size.inputs, size.rows, [0.5f], output, matrix.PaddedOutputs);
            for (var row = 0; row < size.rows; row++)
            {
                for (var i = 0; i < size.outputs; i++)
                {
                    var sum = Enumerable.Range(0, size.inputs).Sum(input => (bytes[row * size.inputs + input] - 128) * weights[i * size.inputs + input]);
                    Assert.Equal(sum * 0.5 * scales[i] + bias[i], output[row * matrix.PaddedOutputs + i], 1e-2 * Math.Max(1, Math.Abs(sum * 1e-4)));
                }
            }
        });

    [Fact]
    public void TheApproximateTangentIsNearTheTrueOneAndPlainAndVectorAgree() => Gen.Float[-20, 20].Sample(static x =>
    {
        Assert.Equal(Math.Tanh(x), Activations.Tanh(x), 2e-6);
        Assert.Equal(Activations.Tanh(x), Activations.Tanh(System.Runtime.Intrinsics.Vector512.Create(x))[7]);
    });
}
