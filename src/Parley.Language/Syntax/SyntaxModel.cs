using Parley.Language.Models;
using Parley.Language.Numerics;

namespace Parley.Language.Syntax;

/// <summary>
/// The trained tagger and parser (Dozat and Manning 2017): bidirectional LSTMs over the words' features, tags off the first layer,
/// arcs and labels by biaffine scores off the last. All weights are of 8 bits.
/// </summary>
internal sealed class SyntaxModel
{
    private const int Kinds = (int)UniversalTag.Verb + 1;

    private readonly ulong[] _relationMasks;

    /// <summary>Reads the model from its sections; see the trainer's <c>SyntaxExport</c>, which writes them.</summary>
    /// <exception cref="InvalidDataException">A section is missing.</exception>
    public SyntaxModel(Model model)
    {
        var sizes = model.Numbers<int>("sizes");
        (Units, var layers, ArcWidth, LabelWidth, var ngramRows) = (sizes[0], sizes[1], sizes[2], sizes[3], sizes[4]);
        Features = new WordFeatures(model.Lines("words"), model.Lines("suffixes"), model.Lines("prefixes"), model.Lines("shapes"), ngramRows);
        Embeddings = new WordEmbeddings(model);
        Layers = new Layer[layers];
        for (var i = 0; i < layers; i++)
            Layers[i] = new Layer(Direction(model, $"layer{i + 1}.forward"), Direction(model, $"layer{i + 1}.backward"));
        Upos = [.. model.Lines("upos").Select(static label => Enum.Parse<UniversalTag>(label, ignoreCase: true))];
        Xpos = Interned(model, "xpos");
        Morphologies = [.. model.Lines("features").Select(static text => new Morphology(text))];
        var tagged = Upos.Length + Xpos.Length;
        Tags = Matrix(model, "tags", 0, tagged);
        FeatureScores = ReadFeatureScores(model, tagged);
        Relations = Interned(model, "relations");
        Root = Array.IndexOf(Relations, "root");
        Roles = Matrix(model, "roles");
        Arcs = Matrix(model, "arcs");
        ArcRoot = model.Numbers<float>("arcs.root");
        RelationScores = [.. Relations.Select((_, relation) => Matrix(model, "relation-scores", relation * LabelWidth, LabelWidth))];
        _relationMasks = ReadRelationMasks(model.Numbers<ulong>("relations.masks"));
    }

    /// <summary>Units of each direction.</summary>
    public int Units { get; }

    public int ArcWidth { get; }

    public int LabelWidth { get; }

    public WordFeatures Features { get; }

    public WordEmbeddings Embeddings { get; }

    public Layer[] Layers { get; }

    /// <summary>Scores of <see cref="Upos"/>, then of <see cref="Xpos"/>.</summary>
    public Int8Matrix Tags { get; }

    public UniversalTag[] Upos { get; }

    public string[] Xpos { get; }

    public Morphology[] Morphologies { get; }

    /// <summary>For each of <see cref="Xpos"/>, the <see cref="Morphologies"/> that the treebanks have with it, and their scores.</summary>
    public (int[] Features, Int8Matrix Matrix)[] FeatureScores { get; }

    public string[] Relations { get; }

    /// <summary>Index of the relation <c>root</c>.</summary>
    public int Root { get; }

    /// <summary>For each word: dependent and head of an arc, dependent and head of a label, each ending in a constant.</summary>
    public Int8Matrix Roles { get; }

    public Int8Matrix Arcs { get; }

    public float[] ArcRoot { get; }

    /// <summary>For each of <see cref="Relations"/>, what a dependent is multiplied by before it meets its head.</summary>
    public Int8Matrix[] RelationScores { get; }

    /// <summary>
    /// Which of <see cref="Relations"/>, one bit each, the treebanks have between a word and its head; all where they have no such pair.
    /// Of a hundred relations, fewer than two are of another kind.
    /// </summary>
    public ulong RelationsBetween(UniversalTag word, UniversalTag head, bool isHeadBefore) => _relationMasks[Pair(word, head, isHeadBefore)];

    private static int Pair(UniversalTag word, UniversalTag head, bool isHeadBefore) => ((int)word * Kinds + (int)head) * 2 + (isHeadBefore ? 1 : 0);

    private ulong[] ReadRelationMasks(ulong[] masks)
    {
        var all = (Relations.Length < 64 ? (1UL << Relations.Length) - 1 : ulong.MaxValue) & ~(1UL << Root); // That is for the root alone.
        var pairs = new ulong[Kinds * Kinds * 2];
        Array.Fill(pairs, all);
        for (var i = 0; i < masks.Length; i++)
        {
            if ((masks[i] & all) != 0)
                pairs[Pair(Upos[i / 2 / Upos.Length], Upos[i / 2 % Upos.Length], i % 2 == 1)] = masks[i] & all;
        }

        return pairs;
    }

    private (int[] Features, Int8Matrix Matrix)[] ReadFeatureScores(Model model, int first)
    {
        var masks = model.Numbers<ulong>("features.masks");
        var wide = masks.Length / Xpos.Length;
        var all = Enumerable.Range(0, Morphologies.Length).ToArray();
        return [.. Xpos.Select((_, tag) =>
        {
            int[] known = [.. all.Where(feature => (masks[tag * wide + feature / 64] >> feature & 1) != 0)];
            var features = known.Length > 0 ? known : all;
            return (features, Matrix(model, "tags", [.. features.Select(feature => first + feature)]));
        })];
    }

    private static Direction Direction(Model model, string name) => new(Matrix(model, name + ".input"), Matrix(model, name + ".recurrent"));

    private static Int8Matrix Matrix(Model model, string name) => Matrix(model, name, 0, model.Numbers<float>(name + ".scales").Length);

    private static Int8Matrix Matrix(Model model, string name, int first, int count) => Matrix(model, name, [.. Enumerable.Range(first, count)]);

    /// <summary>Some of a matrix's outputs.</summary>
    private static Int8Matrix Matrix(Model model, string name, int[] outputs)
    {
        var (scales, bias, weights) = (model.Numbers<float>(name + ".scales"), model.Numbers<float>(name + ".bias"), model.Numbers<sbyte>(name));
        var inputs = weights.Length / scales.Length;
        var rows = new sbyte[outputs.Length * inputs];
        for (var i = 0; i < outputs.Length; i++)
            weights.AsSpan(outputs[i] * inputs, inputs).CopyTo(rows.AsSpan(i * inputs));
        return new Int8Matrix(inputs, rows, [.. outputs.Select(output => scales[output])], [.. outputs.Select(output => bias[output])]);
    }

    private static string[] Interned(Model model, string name) => [.. model.Lines(name).Select(string.Intern)];
}

/// <summary>One direction of a layer; gates in the order input, forget, output, candidate.</summary>
internal sealed record Direction(Int8Matrix Input, Int8Matrix Recurrent);

/// <summary>A layer's two directions.</summary>
internal sealed record Layer(Direction Forward, Direction Backward);
