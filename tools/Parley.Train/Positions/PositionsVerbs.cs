using System.CommandLine;
using System.Globalization;
using Parley.Findings.Positions;
using Parley.Language.Models;
using Parley.Train.Gold;
using Parley.Train.Networks;

namespace Parley.Train.Positions;

/// <summary><c>positions</c>: trains where parties stand.</summary>
internal static class PositionsVerbs
{
    /// <summary>Trains the decision.</summary>
    public static Command Train()
    {
        var folders = new Argument<DirectoryInfo[]>("folders") { Description = "Folders of gold reports.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<FileInfo>("--out") { Description = "Where the model goes.", Required = true };
        var command = new Command("positions", "Trains models/en/positions.model.") { folders, output };
        command.SetAction(result =>
        {
            var examples = new List<(uint[] Features, int Label)>();
            var (marked, hit) = (0, 0);
            foreach (var (gold, document, resolved, statements) in GoldReading.Read(result.GetRequiredValue(folders)))
            {
                var features = new PositionFeatures(document, resolved, statements);
                var found = new HashSet<string>(StringComparer.Ordinal);
                foreach (var mention in features.Mentions())
                {
                    var told = gold.Positions.FirstOrDefault(own => own.Party == mention.Side && own.Evidence.Start < mention.Token.Sentence.Span.End && own.Evidence.End > mention.Token.Sentence.Span.Start);
                    examples.Add((features.Of(mention).ToArray(), told is null ? 0 : (int)told.Stance + 1));
                    if (told is not null)
                        found.Add(told.Party);
                }

                (marked, hit) = (marked + gold.Positions.Length, hit + found.Count);
            }

            var model = new Model();
            new PositionModel(Learning.Of(examples, PositionModel.Stances, new LearningOptions())).Write(model);
            File.WriteAllBytes(result.GetRequiredValue(output).FullName, model.ToBytes());
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{examples.Count} words, {marked} positions; {marked - hit} are told by no word for the party"));
        });
        return command;
    }
}
