using System.CommandLine;
using System.Globalization;
using Parley.Language.Segmentation;
using Parley.Train.Treebanks;

namespace Parley.Train.Segmentation;

/// <summary><c>segmenter</c>: trains <c>models/en/segmenter.model</c> and tells its scores on the dev parts.</summary>
internal static class SegmenterCommand
{
    public static readonly string[] Treebanks = ["en_ewt", "en_gum_open"];

    public static Command Build()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "The folder that holds ud/.", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "Where to write the model.", Required = true };
        var seed = new Option<ulong>("--seed") { Description = "Of the order of examples.", DefaultValueFactory = static _ => new SegmenterOptions().Seed };
        var command = new Command("segmenter", "Trains where tokens and sentences end.") { data, output, seed };
        command.SetAction(parsed =>
        {
            var folder = Path.Combine(parsed.GetValue(data)!.FullName, "ud");
            var texts = new List<SegmentedText>();
            foreach (var treebank in Treebanks)
            {
                var sentences = Treebank.Read(Path.Combine(folder, $"{treebank}-train.conllu"));
                texts.Add(SegmentedText.Of(sentences));
                texts.Add(SegmentedText.Of(sentences, Respelling.Exchange));
            }

            texts.Add(SegmentedText.OfAbbreviations(Abbreviations.Rows));
            var segmenter = new SegmenterTrainer(new SegmenterOptions(Seed: parsed.GetValue(seed))).Train(texts);
            var bytes = segmenter.ToModel().ToBytes();
            File.WriteAllBytes(parsed.GetValue(output)!.FullName, bytes);
            parsed.InvocationConfiguration.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bytes.Length:N0} bytes"));
            foreach (var treebank in Treebanks)
            {
                var sentences = Treebank.Read(Path.Combine(folder, $"{treebank}-dev.conllu"));
                Tell(treebank, SegmentedText.Of(sentences));
                Tell(treebank + ", respelt", SegmentedText.Of(sentences, Respelling.Exchange));
            }

            void Tell(string name, SegmentedText gold) => parsed.InvocationConfiguration.Output.WriteLine(
                $"{name}: {SegmentationScore.Of(gold, segmenter)}");
        });
        return command;
    }
}
