using System.CommandLine;
using System.Globalization;
using Parley.Findings.Statements;
using Parley.Language;
using Parley.Language.Models;

namespace Parley.Train.Statements;

/// <summary>The verbs that make and measure the decisions on attributions.</summary>
internal static class StatementsVerbs
{
    /// <summary>Trains them.</summary>
    public static Command Train()
    {
        var reports = new Option<DirectoryInfo[]>("--reports") { Description = "Folders of marked reports, as data/attribution.", AllowMultipleArgumentsPerToken = true };
        var brat = new Option<DirectoryInfo[]>("--brat") { Description = "Folders with text/ and attributions/, as PolNeAR's: to check the method only, what is trained on it is not to be shipped." };
        var plain = new Option<FileInfo[]>("--plain") { Description = "Texts without any attribution, one a line.", AllowMultipleArgumentsPerToken = true };
        var examples = new Option<bool>("--examples") { Description = "Trains on the examples of the lexicon of cues too." };
        var output = new Option<FileInfo>("--out") { Description = "Where the model goes.", Required = true };
        var epochs = new Option<int>("--epochs") { DefaultValueFactory = static _ => new AttributionOptions().Epochs, Description = "How often each example is seen." };
        var bits = new Option<int>("--bits") { DefaultValueFactory = static _ => new AttributionOptions().Bits, Description = "Weights a decision, as a power of two." };
        var rate = new Option<float>("--rate") { DefaultValueFactory = static _ => new AttributionOptions().Rate, Description = "The learning rate." };
        var drop = new Option<float>("--drop") { DefaultValueFactory = static _ => new AttributionOptions().Drop, Description = "The share of features left out each time." };
        var floors = new Option<float[]>("--floors") { DefaultValueFactory = static _ => [0.5f, 0.6f, 0.8f, 0.7f], Arity = new ArgumentArity(4, 4), AllowMultipleArgumentsPerToken = true, Description = "How likely a cue must be to count: said, told within another, quoted, an attitude." };
        var seed = new Option<ulong>("--seed") { DefaultValueFactory = static _ => new AttributionOptions().Seed, Description = "Of the order of examples." };
        var command = new Command("statements", "Trains models/en/statements.model.") { reports, brat, plain, examples, output, epochs, bits, rate, drop, floors, seed };
        command.SetAction(result =>
        {
            var texts = (result.GetValue(reports) ?? []).SelectMany(static folder => MarkedReports.Read(folder.FullName))
                .Concat((result.GetValue(brat) ?? []).SelectMany(static folder => Brat.Read(folder.FullName)))
                .Concat((result.GetValue(plain) ?? []).SelectMany(static file => File.ReadLines(file.FullName)).Select(static line => new AnnotatedText("plain", line, [])))
                .Concat(result.GetValue(examples) ? CueLexicon.Examples.Select(static example => MarkedReports.Parse("example", example)) : []).ToArray();
            var pipeline = LanguagePipeline.Create();
            var analysed = texts.AsParallel().AsOrdered().Select(text => (pipeline.Analyze(text.Text), text.Attributions)).ToArray();
            var trainer = new AttributionTrainer(new AttributionOptions(
                result.GetValue(seed), result.GetValue(epochs), result.GetValue(bits), result.GetValue(rate), result.GetValue(drop)));
            var marks = result.GetRequiredValue(floors);
            var model = new Model();
            (trainer.Train(analysed) with { Floors = new CueFloors(marks[0], marks[1], marks[2], marks[3]) }).Write(model);
            var bytes = model.ToBytes();
            File.WriteAllBytes(result.GetRequiredValue(output).FullName, bytes);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{texts.Length} texts, {texts.Sum(static text => text.Attributions.Length)} attributions; {bytes.Length:N0} bytes"));
        });
        return command;
    }

    /// <summary>Measures them.</summary>
    public static Command Score()
    {
        var reports = new Option<DirectoryInfo[]>("--reports") { Description = "Folders of marked reports.", AllowMultipleArgumentsPerToken = true };
        var brat = new Option<DirectoryInfo[]>("--brat") { Description = "Folders with text/ and attributions/." };
        var path = new Option<FileInfo>("--model") { Description = "A model; by default the one built in." };
        var misses = new Option<bool>("--misses") { Description = "Prints what is missed." };
        var command = new Command("score-statements", "Sources, cues and contents: exact and overlap F1.") { reports, brat, path, misses };
        command.SetAction(result =>
        {
            var texts = (result.GetValue(reports) ?? []).SelectMany(static folder => MarkedReports.Read(folder.FullName))
                .Concat((result.GetValue(brat) ?? []).SelectMany(static folder => Brat.Read(folder.FullName))).ToArray();
            var model = result.GetValue(path) is { } file ? AttributionModel.Read(Model.Read(File.ReadAllBytes(file.FullName))) : AttributionModel.BuiltIn;
            var pipeline = LanguagePipeline.Create();
            var scorer = new AttributionScorer(model, result.GetValue(misses) ? Console.Out : null);
            foreach (var (document, attributions) in texts.AsParallel().AsOrdered().Select(text => (pipeline.Analyze(text.Text), text.Attributions)))
                scorer.Score(document, attributions);
            scorer.Report(Console.Out);
        });
        return command;
    }
}
