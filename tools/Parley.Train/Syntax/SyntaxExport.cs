using Parley.Language.Models;
using Parley.Train.Networks;

namespace Parley.Train.Syntax;

/// <summary>Writes a network as the reader's model: weights of 8 bits, each row scaled by its largest.</summary>
internal static class SyntaxExport
{
    public static Model ToModel(SyntaxNetwork network)
    {
        var (config, labels) = (network.Config, network.Labels);
        var model = new Model();
        model.Add<int>("sizes", [config.Units, config.Layers, config.ArcWidth, config.LabelWidth, config.NgramRows]);
        model.Add("words", labels.Words);
        model.Add("suffixes", labels.Suffixes);
        model.Add("prefixes", labels.Prefixes);
        model.Add("shapes", labels.Shapes);
        model.Add("upos", labels.Upos);
        model.Add("xpos", labels.Xpos);
        model.Add("features", labels.Features);
        model.Add("relations", labels.Relations);
        AddRows(model, "embeddings.words", network.Words);
        AddRows(model, "embeddings.suffixes", network.Suffixes);
        AddRows(model, "embeddings.prefixes", network.Prefixes);
        AddRows(model, "embeddings.shapes", network.Shapes);
        AddRows(model, "embeddings.ngrams", network.Ngrams);
        for (var i = 0; i < network.Layers.Length; i++)
        {
            AddDirection(model, $"layer{i + 1}.forward", network.Layers[i].Forward);
            AddDirection(model, $"layer{i + 1}.backward", network.Layers[i].Backward);
        }

        AddMatrix(model, "tags", (network.Upos.Weights, network.Upos.Bias), (network.Xpos.Weights, network.Xpos.Bias), (network.Features.Weights, network.Features.Bias));
        AddMatrix(model, "roles", (network.Roles.Weights, network.Roles.Bias));
        AddMatrix(model, "arcs", (network.Arcs, null));
        AddMatrix(model, "relation-scores", (network.RelationScores, null));
        model.Add<float>("arcs.root", network.ArcRoot.Value.Span[..config.ArcWidth]);
        model.Add<float>("relations.root", network.RelationRoot.Value.Span[..config.LabelWidth]);
        model.Add<ulong>("features.masks", labels.Masks.Features);
        model.Add<ulong>("relations.masks", labels.Masks.Relations);
        return model;
    }

    private static void AddDirection(Model model, string name, BiLstm.Direction direction)
    {
        AddMatrix(model, name + ".input", (direction.Input, direction.Bias));
        AddMatrix(model, name + ".recurrent", (direction.Recurrent, null));
    }

    /// <summary>Matrices of the same inputs, their outputs one after the other.</summary>
    private static void AddMatrix(Model model, string name, params ReadOnlySpan<(Weights Weights, Weights? Bias)> parts)
    {
        var (rows, scales, biases) = (new List<sbyte>(), new List<float>(), new List<float>());
        foreach (var (weights, bias) in parts)
        {
            var row = new float[weights.Inputs];
            for (var output = 0; output < weights.Outputs; output++)
            {
                for (var input = 0; input < row.Length; input++)
                    row[input] = weights[input, output];
                scales.Add(Quantize(row, rows));
                biases.Add(bias is null ? 0 : bias[0, output]);
            }
        }

        model.Add<sbyte>(name, rows.ToArray());
        model.Add<float>(name + ".scales", scales.ToArray());
        model.Add<float>(name + ".bias", biases.ToArray());
    }

    private static void AddRows(Model model, string name, Embedding embedding)
    {
        var (rows, scales) = (new List<sbyte>(), new List<float>());
        for (var row = 0; row < embedding.Value.Rows; row++)
            scales.Add(Quantize(embedding[row], rows));
        model.Add<sbyte>(name, rows.ToArray());
        model.Add<float>(name + ".scales", scales.ToArray());
    }

    private static float Quantize(ReadOnlySpan<float> row, List<sbyte> to)
    {
        var most = 0f;
        foreach (var number in row)
            most = Math.Max(most, Math.Abs(number));
        foreach (var number in row)
            to.Add(most == 0 ? (sbyte)0 : (sbyte)MathF.Round(number / most * 127));
        return most / 127;
    }
}
