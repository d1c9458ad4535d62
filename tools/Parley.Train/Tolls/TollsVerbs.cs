using System.CommandLine;
using System.Globalization;
using Parley.Language.Models;
using Parley.Train.Gold;

namespace Parley.Train.Tolls;

/// <summary><c>tolls</c>: trains what counts tell of people harmed.</summary>
internal static class TollsVerbs
{
    /// <summary>Trains the decisions.</summary>
    public static Command Train()
    {
        var folders = new Argument<DirectoryInfo[]>("folders") { Description = "Folders of gold reports.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<FileInfo>("--out") { Description = "Where the model goes.", Required = true };
        var command = new Command("tolls", "Trains models/en/tolls.model.") { folders, output };
        command.SetAction(result =>
        {
            var trainer = new TollTrainer();
            var reports = GoldReading.Read(result.GetRequiredValue(folders));
            foreach (var (gold, document, resolved, statements) in reports)
                trainer.Take(gold, document, resolved, statements);
            var model = new Model();
            trainer.Train().Write(model);
            File.WriteAllBytes(result.GetRequiredValue(output).FullName, model.ToBytes());
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{reports.Count} reports, {trainer.Marked} tolls; {trainer.Unfound} are told by no count, {trainer.Strangers} belong to nobody who is a candidate"));
        });
        return command;
    }
}
