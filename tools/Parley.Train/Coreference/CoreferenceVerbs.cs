using System.CommandLine;
using Parley.Language;

namespace Parley.Train.Coreference;

/// <summary>The verbs that measure coreference and learn its weights.</summary>
internal static class CoreferenceVerbs
{
    /// <summary>Measures coreference on raw text.</summary>
    public static Command Score()
    {
        var data = Data();
        var misses = new Option<bool>("--misses") { Description = "Prints each link that is wrong and each pronoun left open." };
        var part = new Option<string>("--part") { DefaultValueFactory = static _ => "dev", Description = "dev or train." };
        var command = new Command("score-coreference", "Precision and recall of antecedents, and MUC, B³ and CEAFe, on GUM's raw text.") { data, misses, part };
        command.SetAction(result =>
        {
            var pipeline = LanguagePipeline.Create();
            var (all, news) = (new CoreferenceScorer(result.GetValue(misses)), new CoreferenceScorer(false));
            foreach (var gold in GumEntities.Read(Path(result.GetRequiredValue(data), result.GetValue(part)!)))
            {
                var document = pipeline.Analyze(gold.Text.Text);
                all.Add(gold, document);
                if (gold.Genre == "news")
                    news.Add(gold, document);
            }

            all.Report("all genres");
            news.Report("news");
        });
        return command;
    }

    private static string Path(DirectoryInfo data, string part) => System.IO.Path.Combine(data.FullName, "ud", $"en_gum_open-{part}.conllu");

    private static Option<DirectoryInfo> Data() => new("--data") { Description = "The folder that holds ud/.", Required = true };
}
