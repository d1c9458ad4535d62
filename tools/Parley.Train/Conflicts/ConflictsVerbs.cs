using System.CommandLine;
using System.Globalization;
using NodaTime.Text;
using Parley.Findings.Gold;
using Parley.Language;
using Parley.Language.Models;
using Parley.Reports;
using Parley.Resolution;
using Parley.Resolution.Conflicts;
using Parley.Train.Networks;

namespace Parley.Train.Conflicts;

/// <summary><c>conflicts</c> and <c>score-conflicts</c>: trains and measures who fights and who mediates.</summary>
internal static class ConflictsVerbs
{
    /// <summary>Trains the decisions.</summary>
    public static Command Train()
    {
        var tables = new Argument<FileInfo[]>("tables") { Description = "Tables of reports in brief: id, date, text, parties, mediators.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<FileInfo>("--out") { Description = "Where the model goes.", Required = true };
        var options = new LearningOptions(Epochs: 30, Rate: 0.03f, Drop: 0.3f);
        var epochs = new Option<int>("--epochs") { DefaultValueFactory = _ => options.Epochs, Description = "How often each example is seen." };
        var drop = new Option<float>("--drop") { DefaultValueFactory = _ => options.Drop, Description = "The share of features left out each time." };
        var rate = new Option<float>("--rate") { DefaultValueFactory = _ => options.Rate, Description = "The learning rate." };
        var penalty = new Option<float>("--penalty") { DefaultValueFactory = _ => options.Penalty, Description = "On large weights." };
        var armed = new Option<DirectoryInfo?>("--armed") { Description = "A folder of gold reports from which it is learnt only whether a report is about an armed conflict." };
        var command = new Command("conflicts", "Trains models/en/conflicts.model.") { tables, armed, output, epochs, drop, rate, penalty };
        command.SetAction(result =>
        {
            var pipeline = LanguagePipeline.Create();
            var trainer = new ConflictTrainer(options with { Epochs = result.GetValue(epochs), Drop = result.GetValue(drop), Rate = result.GetValue(rate), Penalty = result.GetValue(penalty) }, Knowledge.BuiltIn);
            var cases = result.GetRequiredValue(tables).SelectMany(static file => ConflictCase.Read(file.FullName)).ToArray();
            foreach (var (report, document, date) in cases.AsParallel().AsOrdered().Select(report => Analyse(pipeline, report)))
                trainer.Take(report, document, date);
            foreach (var (report, document, date) in Gold(result.GetValue(armed)).AsParallel().AsOrdered().Select(report => Analyse(pipeline, report)))
                trainer.Take(report, document, date, isArmedOnly: true);
            var model = new Model();
            trainer.Train().Write(model);
            File.WriteAllBytes(result.GetRequiredValue(output).FullName, model.ToBytes());
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cases.Length} reports; {trainer.Unfound} of {trainer.Names} names are no participant's"));
        });
        return command;
    }

    /// <summary>Measures them.</summary>
    public static Command Score()
    {
        var table = new Argument<FileInfo>("table") { Description = "A table of reports in brief: id, date, text, parties, mediators." };
        var path = new Option<FileInfo>("--model") { Description = "A model; by default the one built in." };
        var misses = new Option<bool>("--misses") { Description = "Lists what is wrong." };
        var command = new Command("score-conflicts", "Says who fights and who mediates in the reports of a table, and counts what is right.") { table, path, misses };
        command.SetAction(result =>
        {
            var model = result.GetValue(path) is { } file ? ConflictModel.Read(Model.Read(File.ReadAllBytes(file.FullName))) : ConflictModel.BuiltIn;
            ConflictScorer.Score(result.GetRequiredValue(table).FullName, Knowledge.BuiltIn, model, Console.Out, result.GetValue(misses) ? Console.Out : null);
        });
        return command;
    }

    private static ConflictCase[] Gold(DirectoryInfo? folder)
    {
        if (folder is null)
            return [];
        var faults = new List<Fault>();
        var reports = GoldFiles.Read(folder.FullName, faults);
        if (faults.Count > 0)
            throw new InvalidDataException(string.Join('\n', faults));
        return [.. reports.Select(static own => new ConflictCase(own.Id, LocalDatePattern.Iso.Format(own.Report.Published!.Value.LastDay), own.Report.Text, own.Conflict.Parties, own.Conflict.Mediators))];
    }

    private static (ConflictCase Report, Document Document, NodaTime.LocalDate Date) Analyse(LanguagePipeline pipeline, ConflictCase report)
    {
        var date = LocalDatePattern.Iso.Parse(report.Date).Value;
        return (report, pipeline.Analyze(report.Text, new AnalysisContext(PartialDate.OfDay(date))), date);
    }
}
