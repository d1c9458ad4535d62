using System.CommandLine;
using System.Globalization;
using Parley.Train.Names;
using Parley.Train.Treebanks;

namespace Parley.Train.Syntax;

/// <summary><c>syntax</c>: the tagger and parser.</summary>
internal static class SyntaxCommand
{
    public static Command Build()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "The folder that holds ud/.", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "Where the model goes.", Required = true };
        var units = new Option<int>("--units") { DefaultValueFactory = static _ => 192, Description = "Units of each direction." };
        var layers = new Option<int>("--layers") { DefaultValueFactory = static _ => 2, Description = "Bidirectional layers." };
        var epochs = new Option<int>("--epochs") { DefaultValueFactory = static _ => 30, Description = "Passes over the data." };
        var limit = new Option<int>("--sentences") { DefaultValueFactory = static _ => int.MaxValue, Description = "At most so many of each file, for trying things." };
        var batch = new Option<int>("--batch") { DefaultValueFactory = static _ => 600, Description = "Words a batch, about." };
        var seed = new Option<ulong>("--seed") { DefaultValueFactory = static _ => 1, Description = "Where the pseudo-random numbers start." };
        var command = new Command("syntax", "Trains the tagger and parser on the treebanks.") { data, output, units, layers, epochs, batch, limit, seed };
        command.SetAction(parsed =>
        {
            var config = new SyntaxConfig
            {
                Units = parsed.GetValue(units),
                Layers = parsed.GetValue(layers),
                Epochs = parsed.GetValue(epochs),
                BatchWords = parsed.GetValue(batch),
                Seed = parsed.GetValue(seed),
            };
            Train(parsed.GetValue(data)!.FullName, parsed.GetValue(output)!.FullName, config, parsed.GetValue(limit));
        });
        return command;
    }

    private static void Train(string data, string output, SyntaxConfig config, int limit)
    {
        var ewt = Read("en_ewt-train");
        var gum = Read("en_gum_open-train");
        var labels = SyntaxLabels.Of([.. ewt, .. gum]);
        var features = labels.ToWordFeatures(config.NgramRows);
        var network = new SyntaxNetwork(config, labels);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{ewt.Length} + {gum.Length} sentences; words {labels.Words.Length}, suffixes {labels.Suffixes.Length}, prefixes {labels.Prefixes.Length}, "
            + $"shapes {labels.Shapes.Length}, xpos {labels.Xpos.Length}, features {labels.Features.Length}, relations {labels.Relations.Length}"));
        var names = NamesCorpus.Read(data);
        Example[] training =
        [
            .. ewt.Select(sentence => labels.ToExample(sentence, features)),
            .. WithNames(gum, [.. names.Where(static sentence => sentence.Corpus == "gum")]),
            .. names.Where(static sentence => sentence.Corpus != "gum").Select(sentence => SyntaxLabels.ToExample(sentence, features)),
        ];
        var held = new Dictionary<string, Example[]>
        {
            ["EWT"] = [.. Read("en_ewt-dev").Select(sentence => labels.ToExample(sentence, features))],
            ["GUM"] = [.. WithNames(Read("en_gum_open-dev"), [.. GumNames.Read(PathOf("en_gum_open-dev"))])],
        };
        new SyntaxTrainer(network, Console.Out).Train(training, held);
        File.WriteAllBytes(output, SyntaxExport.ToModel(network).ToBytes());

        string PathOf(string name) => Path.Combine(data, "ud", name + ".conllu");

        ImmutableArray<TreebankSentence> Read(string name) => [.. Treebank.Read(PathOf(name)).Take(limit)];

        IEnumerable<Example> WithNames(ImmutableArray<TreebankSentence> sentences, ImmutableArray<NameSentence> named) =>
            sentences.Select((sentence, i) => labels.ToExample(sentence, features, named[i]));
    }
}
