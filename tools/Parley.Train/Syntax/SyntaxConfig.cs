namespace Parley.Train.Syntax;

/// <summary>
/// Sizes of the network and the course of its training. All widths are multiples of 32 but those of embeddings, of 16: matrices lie in
/// panels of 32 columns, and others would run into each other.
/// </summary>
internal sealed record SyntaxConfig
{
    public int WordWidth { get; init; } = 96;

    public int SuffixWidth { get; init; } = 48;

    public int PrefixWidth { get; init; } = 32;

    public int ShapeWidth { get; init; } = 16;

    public int NgramWidth { get; init; } = 64;

    public int NgramRows { get; init; } = 1 << 14;

    /// <summary>Units of each direction.</summary>
    public int Units { get; init; } = 160;

    /// <summary>How many bidirectional layers; tags are read off the first.</summary>
    public int Layers { get; init; } = 2;

    /// <summary>Width of heads and dependents for arcs, the constant at the end included.</summary>
    public int ArcWidth { get; init; } = 192;

    /// <summary>Width of heads and dependents for labels, the constant at the end included.</summary>
    public int LabelWidth { get; init; } = 64;

    public float Dropout { get; init; } = 0.33f;

    public float RecurrentDropout { get; init; } = 0.25f;

    /// <summary>The chance that one of a word's features is hidden.</summary>
    public float FeatureDropout { get; init; } = 0.2f;

    public float Rate { get; init; } = 2e-3f;

    public int Epochs { get; init; } = 40;

    /// <summary>Words a batch, about.</summary>
    public int BatchWords { get; init; } = 600;

    public ulong Seed { get; init; } = 1;

    public int InputWidth => WordWidth + SuffixWidth + PrefixWidth + ShapeWidth + NgramWidth;
}
