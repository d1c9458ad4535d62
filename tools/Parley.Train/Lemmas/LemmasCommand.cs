using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Parley.Language;
using Parley.Train.Segmentation;
using Parley.Train.Treebanks;

namespace Parley.Train.Lemmas;

/// <summary><c>lemmas</c>: learns <c>models/en/lemmatizer.model</c> and tells its scores on the dev parts' own tags.</summary>
internal static class LemmasCommand
{
    public static Command Build()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "The folder that holds ud/.", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "Where to write the model.", Required = true };
        var misses = new Option<int>("--misses") { Description = "How many of the commonest misses to list." };
        var command = new Command("lemmas", "Learns the dictionary forms of words.") { data, output, misses };
        command.SetAction(parsed =>
        {
            var folder = Path.Combine(parsed.GetValue(data)!.FullName, "ud");
            var writer = parsed.InvocationConfiguration.Output;
            var lemmatizer = LemmatizerTrainer.Train(
                SegmenterCommand.Treebanks.SelectMany(treebank => Treebank.Read(Path.Combine(folder, $"{treebank}-train.conllu"))));
            var bytes = lemmatizer.ToModel().ToBytes();
            File.WriteAllBytes(parsed.GetValue(output)!.FullName, bytes);
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bytes.Length:N0} bytes"));
            foreach (var treebank in SegmenterCommand.Treebanks)
            {
                var words = Treebank.Read(Path.Combine(folder, $"{treebank}-dev.conllu")).SelectMany(static sentence => sentence.Words).ToArray();
                var tags = words.Select(static word => Enum.Parse<UniversalTag>(word.Upos, ignoreCase: true)).ToArray();
                var watch = Stopwatch.StartNew();
                var found = words.Select((word, i) => lemmatizer.Lemma(word.Form, tags[i], word.Xpos)).ToArray();
                var speed = words.Length / watch.Elapsed.TotalSeconds;
                var wrong = words.Select((word, i) => (Word: word, Found: found[i])).Where(static pair => pair.Word.Lemma != pair.Found).ToArray();
                writer.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{treebank}: {1 - (double)wrong.Length / words.Length:0.0000} of {words.Length}, {speed / 1000:0}k words a second"));
                foreach (var group in wrong.GroupBy(static pair => $"{pair.Word.Form} {pair.Word.Upos} {pair.Word.Xpos}: {pair.Found}, not {pair.Word.Lemma}")
                    .OrderByDescending(static group => group.Count()).ThenBy(static group => group.Key, StringComparer.Ordinal).Take(parsed.GetValue(misses)))
                {
                    writer.WriteLine($"  {group.Count()} {group.Key}");
                }
            }
        });
        return command;
    }
}
