namespace Parley.Language.Numerics;

/// <summary>
/// Weights as the instructions on quads of bytes take them: blocks of 16 outputs; within a block, for every 4 inputs the 16 outputs' 4
/// weights each.
/// </summary>
internal sealed class BlockedWeights
{
    private const int Block = Int8Matrix.Block;
    private const int Quad = 4;

    public BlockedWeights(ReadOnlySpan<sbyte> weights, int inputs, int outputs)
    {
        Weights = new sbyte[inputs * outputs];
        Offsets = new int[outputs];
        for (var output = 0; output < outputs; output++)
        {
            for (var input = 0; input < inputs; input++)
            {
                var weight = weights[output * inputs + input];
                Weights[output / Block * Block * inputs + input / Quad * Quad * Block + output % Block * Quad + input % Quad] = weight;
                Offsets[output] -= Int8Matrix.Zero * weight;
            }
        }
    }

    public sbyte[] Weights { get; }

    /// <summary>What makes up, in each output's sum, for bytes counting from <see cref="Int8Matrix.Zero"/>.</summary>
    public int[] Offsets { get; }
}
