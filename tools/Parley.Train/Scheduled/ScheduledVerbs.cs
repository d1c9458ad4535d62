using System.CommandLine;
using System.Globalization;
using Parley.Findings.Scheduled;
using Parley.Language.Models;
using Parley.Train.Gold;
using Parley.Train.Networks;

namespace Parley.Train.Scheduled;

/// <summary><c>scheduled</c>: trains which times are those of something to come.</summary>
internal static class ScheduledVerbs
{
    /// <summary>Trains the decision.</summary>
    public static Command Train()
    {
        var folders = new Argument<DirectoryInfo[]>("folders") { Description = "Folders of gold reports.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<FileInfo>("--out") { Description = "Where the model goes.", Required = true };
        var command = new Command("scheduled", "Trains models/en/scheduled.model.") { folders, output };
        command.SetAction(result =>
        {
            var examples = new List<(uint[] Features, int Label)>();
            var (marked, unfound) = (0, 0);
            foreach (var (gold, document, _, _) in GoldReading.Read(result.GetRequiredValue(folders)))
            {
                var left = gold.Scheduled.ToList();
                marked += left.Count;
                var reader = new AppointmentReader(document, gold.Report.Published!.Value.LastDay);
                var hit = new HashSet<int>();
                foreach (var own in reader.Read())
                {
                    var at = left.FindIndex(other => other.Date == own.Date.ToString() && other.Evidence.Start < own.Head.Span.End && other.Evidence.End > own.Head.Span.Start);
                    if (at >= 0)
                        hit.Add(at);
                    examples.Add((reader.Features(own).ToArray(), at >= 0 ? 1 : 0));
                }

                unfound += left.Count - hit.Count;
            }

            var model = new Model();
            new ScheduledModel(Learning.Of(examples, classes: 1, new LearningOptions())).Write(model);
            File.WriteAllBytes(result.GetRequiredValue(output).FullName, model.ToBytes());
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{examples.Count} times, {marked} appointments; {unfound} are told by no time"));
        });
        return command;
    }
}
