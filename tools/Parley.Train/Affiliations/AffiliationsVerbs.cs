using System.CommandLine;
using System.Globalization;
using Parley.Language;
using Parley.Language.Models;
using Parley.Reports;
using Parley.Resolution;
using Parley.Resolution.Affiliations;

namespace Parley.Train.Affiliations;

/// <summary><c>affiliations</c> and <c>score-affiliations</c>: trains and measures for whom a mention speaks.</summary>
internal static class AffiliationsVerbs
{
    /// <summary>Trains the choice.</summary>
    public static Command Train()
    {
        var tables = new Argument<FileInfo[]>("tables") { Description = "Tables of reports with mentions marked: id, date, text.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<FileInfo>("--out") { Description = "Where the model goes.", Required = true };
        var options = new AffiliationOptions();
        var epochs = new Option<int>("--epochs") { DefaultValueFactory = _ => options.Epochs, Description = "How often each report is read." };
        var drop = new Option<float>("--drop") { DefaultValueFactory = _ => options.Drop, Description = "The share of features left out each time." };
        var rate = new Option<float>("--rate") { DefaultValueFactory = _ => options.Rate, Description = "The learning rate." };
        var penalty = new Option<float>("--penalty") { DefaultValueFactory = _ => options.Penalty, Description = "On large weights." };
        var command = new Command("affiliations", "Trains models/en/affiliations.model.") { tables, output, epochs, drop, rate, penalty };
        command.SetAction(result =>
        {
            var reports = Analyse(result.GetRequiredValue(tables));
            var trainer = new AffiliationTrainer(options with { Epochs = result.GetValue(epochs), Drop = result.GetValue(drop), Rate = result.GetValue(rate), Penalty = result.GetValue(penalty) }, Knowledge.BuiltIn);
            var model = new Model();
            trainer.Train(reports).Write(model);
            File.WriteAllBytes(result.GetRequiredValue(output).FullName, model.ToBytes());
            var marks = reports.Sum(static report => report.Report.Mentions.Length);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{reports.Length} reports, {marks} mentions; {trainer.Unfound} name someone who is no candidate"));
        });
        return command;
    }

    /// <summary>Measures it.</summary>
    public static Command Score()
    {
        var tables = new Argument<FileInfo[]>("tables") { Description = "Tables of reports with mentions marked: id, date, text.", Arity = ArgumentArity.OneOrMore };
        var path = new Option<FileInfo>("--model") { Description = "A model; by default the one built in." };
        var misses = new Option<bool>("--misses") { Description = "Lists what is wrong." };
        var command = new Command("score-affiliations", "Says for whom the marked mentions speak, and counts what is right.") { tables, path, misses };
        command.SetAction(result =>
        {
            var model = result.GetValue(path) is { } file ? AffiliationModel.Read(Model.Read(File.ReadAllBytes(file.FullName))) : AffiliationModel.BuiltIn;
            AffiliationScorer.Score(Analyse(result.GetRequiredValue(tables)), model, Knowledge.BuiltIn, Console.Out, result.GetValue(misses) ? Console.Out : null);
        });
        return command;
    }

    private static (MarkedMentions Report, Document Document)[] Analyse(FileInfo[] tables)
    {
        var pipeline = LanguagePipeline.Create();
        return
        [
            .. tables.SelectMany(static file => MarkedMentions.Read(file.FullName)).ToArray().AsParallel().AsOrdered()
                .Select(report => (report, pipeline.Analyze(report.Text, new AnalysisContext(PartialDate.OfDay(report.Date))))),
        ];
    }
}
