using System.CommandLine;
using System.Globalization;
using Parley.Train.Treebanks;

namespace Parley.Train.Syntax;

/// <summary><c>syntax</c>: the tagger and parser.</summary>
internal static class SyntaxCommand
{
    public static Command Build()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "The folder that holds ud/.", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "Where the model goes.", Required = true };
        var units = new Option<int>("--units") { DefaultValueFactory = static _ => 160, Description = "Units of each direction." };
        var layers = new Option<int>("--layers") { DefaultValueFactory = static _ => 2, Description = "Bidirectional layers." };
        var arcs = new Option<int>("--arc-width") { DefaultValueFactory = static _ => 192, Description = "Width of heads and dependents for arcs." };
        var labelWidth = new Option<int>("--label-width") { DefaultValueFactory = static _ => 64, Description = "Width of heads and dependents for labels." };
        var epochs = new Option<int>("--epochs") { DefaultValueFactory = static _ => 40, Description = "Passes over the data." };
        var limit = new Option<int>("--sentences") { DefaultValueFactory = static _ => int.MaxValue, Description = "At most so many of each file, for trying things." };
        var seed = new Option<ulong>("--seed") { DefaultValueFactory = static _ => 1, Description = "Where the pseudo-random numbers start." };
        foreach (var width in (ReadOnlySpan<Option<int>>)[units, arcs, labelWidth])
        {
            width.Validators.Add(static result =>
            {
                var value = result.GetValueOrDefault<int>();
                if (value <= 0 || value % 32 != 0)
                    result.AddError($"{result.Option.Name} must be a multiple of 32.");
            });
        }

        var command = new Command("syntax", "Trains the tagger and parser on the treebanks.") { data, output, units, layers, arcs, labelWidth, epochs, limit, seed };
        command.SetAction(parsed =>
        {
            var config = new SyntaxConfig
            {
                Units = parsed.GetValue(units),
                Layers = parsed.GetValue(layers),
                ArcWidth = parsed.GetValue(arcs),
                LabelWidth = parsed.GetValue(labelWidth),
                Epochs = parsed.GetValue(epochs),
                Seed = parsed.GetValue(seed),
            };
            Train(parsed.GetValue(data)!.FullName, parsed.GetValue(output)!.FullName, config, parsed.GetValue(limit));
        });
        return command;
    }

    private static void Train(string data, string output, SyntaxConfig config, int limit)
    {
        string[] files = ["en_ewt", "en_gum_open"];
        var training = files.SelectMany(file => Treebank.Read(Path.Combine(data, "ud", $"{file}-train.conllu")).Take(limit)).ToList();
        var labels = SyntaxLabels.Of(training);
        var features = labels.ToWordFeatures(config.NgramRows);
        var network = new SyntaxNetwork(config, labels);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{training.Count} sentences; words {labels.Words.Length}, suffixes {labels.Suffixes.Length}, prefixes {labels.Prefixes.Length}, shapes {labels.Shapes.Length}, "
            + $"xpos {labels.Xpos.Length}, features {labels.Features.Length}, relations {labels.Relations.Length}"));
        var held = files.ToDictionary(
            static file => file,
            file => Treebank.Read(Path.Combine(data, "ud", $"{file}-dev.conllu")).Select(sentence => labels.ToExample(sentence, features)).ToArray());
        new SyntaxTrainer(network, Console.Out).Train([.. training.Select(sentence => labels.ToExample(sentence, features))], held);
        File.WriteAllBytes(output, SyntaxExport.ToModel(network).ToBytes());
    }
}
