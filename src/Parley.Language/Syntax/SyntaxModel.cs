using Parley.Language.Models;
using Parley.Language.Numerics;

namespace Parley.Language.Syntax;

/// <summary>
/// The trained tagger and parser (Dozat and Manning 2017): bidirectional LSTMs over the words' features, tags off the first layer,
/// arcs and labels by biaffine scores off the last. All weights are of 8 bits.
/// </summary>
internal sealed class SyntaxModel
{
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
        Tags = Matrix(model, "tags");
        Upos = [.. model.Lines("upos").Select(static label => Enum.Parse<UniversalTag>(label, ignoreCase: true))];
        Xpos = Interned(model, "xpos");
        Morphologies = [.. model.Lines("features").Select(static text => new Morphology(text))];
        Relations = Interned(model, "relations");
        Root = Array.IndexOf(Relations, "root");
        Roles = Matrix(model, "roles");
        Arcs = Matrix(model, "arcs");
        ArcRoot = model.Numbers<float>("arcs.root");
        RelationScores = Matrix(model, "relation-scores");
        RelationRoot = model.Numbers<float>("relations.root");
    }

    /// <summary>Units of each direction.</summary>
    public int Units { get; }

    public int ArcWidth { get; }

    public int LabelWidth { get; }

    public WordFeatures Features { get; }

    public WordEmbeddings Embeddings { get; }

    public Layer[] Layers { get; }

    /// <summary>Scores of <see cref="Upos"/>, then of <see cref="Xpos"/>, then of <see cref="Morphologies"/>.</summary>
    public Int8Matrix Tags { get; }

    public UniversalTag[] Upos { get; }

    public string[] Xpos { get; }

    public Morphology[] Morphologies { get; }

    public string[] Relations { get; }

    /// <summary>Index of the relation <c>root</c>.</summary>
    public int Root { get; }

    /// <summary>For each word: dependent and head of an arc, dependent and head of a label, each ending in a constant.</summary>
    public Int8Matrix Roles { get; }

    public Int8Matrix Arcs { get; }

    public float[] ArcRoot { get; }

    public Int8Matrix RelationScores { get; }

    public float[] RelationRoot { get; }

    private static Direction Direction(Model model, string name) => new(Matrix(model, name + ".input"), Matrix(model, name + ".recurrent"));

    private static Int8Matrix Matrix(Model model, string name)
    {
        var scales = model.Numbers<float>(name + ".scales");
        var weights = model.Numbers<sbyte>(name);
        return new Int8Matrix(weights.Length / scales.Length, weights, scales, model.Numbers<float>(name + ".bias"));
    }

    private static string[] Interned(Model model, string name) => [.. model.Lines(name).Select(string.Intern)];
}

/// <summary>One direction of a layer; gates in the order input, forget, output, candidate.</summary>
internal sealed record Direction(Int8Matrix Input, Int8Matrix Recurrent);

/// <summary>A layer's two directions.</summary>
internal sealed record Layer(Direction Forward, Direction Backward);
