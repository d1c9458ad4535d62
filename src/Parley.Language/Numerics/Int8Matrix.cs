using System.Runtime.Intrinsics.X86;

namespace Parley.Language.Numerics;

/// <summary>
/// Weights [outputs, inputs] of 7 bits and a sign, each output's row scaled by its largest weight. Inputs are rows of bytes of 7 bits,
/// 64 standing for zero, so products are sums of whole numbers: exact, and the same by every kernel.
/// </summary>
/// <remarks>
/// Models keep an eighth bit. It is rounded off here: sums of four products then fit 16 bits, which makes processors without AVX-VNNI
/// half as fast again, and trees no worse (decision 12). Inputs are padded to a multiple of 8 and outputs to a multiple of 16 with zeros.
/// </remarks>
internal sealed class Int8Matrix
{
    /// <summary>The byte that stands for zero.</summary>
    public const byte Zero = 64;

    /// <summary>The byte that is this far from <see cref="Zero"/> stands for a row's largest number; so does the weight.</summary>
    public const int Largest = 63;

    /// <summary>Outputs that a kernel sums at a time.</summary>
    internal const int Block = 16;

    /// <summary>Inputs come in multiples of this.</summary>
    internal const int Turn = 8;

    /// <summary>What a model's largest weight is.</summary>
    private const float ModelLargest = 127;

    private readonly ProductKernel _kernel;
    private readonly float[] _scales;
    private readonly float[] _bias;

    /// <summary>Takes a model's <paramref name="weights"/>, output after output, with a scale and a bias each.</summary>
    public Int8Matrix(int inputs, ReadOnlySpan<sbyte> weights, ReadOnlySpan<float> scales, ReadOnlySpan<float> bias)
        : this(inputs, weights, scales, bias, AvxVnni.IsSupported ? KernelKind.Vnni : Avx2.IsSupported ? KernelKind.Avx2 : KernelKind.Plain)
    {
    }

    /// <summary>The same by a kernel of choice, which the machine must have.</summary>
    internal Int8Matrix(int inputs, ReadOnlySpan<sbyte> weights, ReadOnlySpan<float> scales, ReadOnlySpan<float> bias, KernelKind kind)
    {
        Inputs = inputs;
        Outputs = scales.Length;
        PaddedInputs = RoundUp(inputs, Turn);
        PaddedOutputs = RoundUp(Outputs, Block);
        _scales = new float[PaddedOutputs];
        _bias = new float[PaddedOutputs];
        for (var output = 0; output < Outputs; output++)
            _scales[output] = scales[output] * (ModelLargest / Largest);
        bias.CopyTo(_bias);
        var padded = new sbyte[PaddedOutputs * PaddedInputs];
        for (var i = 0; i < weights.Length; i++)
            padded[i / inputs * PaddedInputs + i % inputs] = (sbyte)MathF.Round(weights[i] * (Largest / ModelLargest));
        _kernel = kind switch
        {
            KernelKind.Vnni => new VnniKernel(padded, PaddedInputs, PaddedOutputs),
            KernelKind.Avx2 => new Avx2Kernel(padded, PaddedInputs, PaddedOutputs),
            _ => new PlainKernel(padded, PaddedInputs, PaddedOutputs),
        };
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
    public unsafe void Multiply(
        ReadOnlySpan<byte> input, int inputStride, int rows, ReadOnlySpan<float> inputScales, Span<float> output, int outputStride, bool add = false)
    {
        if (rows == 0)
            return;
        ArgumentOutOfRangeException.ThrowIfLessThan(input.Length, (rows - 1) * inputStride + PaddedInputs, nameof(input));
        ArgumentOutOfRangeException.ThrowIfLessThan(output.Length, (rows - 1) * outputStride + PaddedOutputs, nameof(output));
        if (inputScales.Length != 1)
            ArgumentOutOfRangeException.ThrowIfLessThan(inputScales.Length, rows, nameof(inputScales));
        fixed (byte* x = input)
        fixed (float* y = output, scales = inputScales, outputScales = _scales, bias = _bias)
        {
            _kernel.Multiply(new Product
            {
                Input = x,
                InputStride = inputStride,
                Rows = rows,
                InputScales = scales,
                ScaleStride = inputScales.Length == 1 ? 0 : 1,
                OutputScales = outputScales,
                Bias = add ? null : bias,
                Output = y,
                OutputStride = outputStride,
            });
        }
    }

    private static int RoundUp(int number, int multiple) => (number + multiple - 1) / multiple * multiple;
}

/// <summary>Which instructions an <see cref="Int8Matrix"/> uses.</summary>
internal enum KernelKind
{
    /// <summary>None in particular.</summary>
    Plain,

    /// <summary>Pairs of 16-bit products.</summary>
    Avx2,

    /// <summary>Quads of 8-bit products.</summary>
    Vnni,
}
