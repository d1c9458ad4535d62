using System.CommandLine;
using Parley.Language;
using Parley.Language.Coreference;

namespace Parley.Train.Coreference;

/// <summary>The verbs that measure coreference and learn its weights.</summary>
internal static class CoreferenceVerbs
{
    private const int Rounds = 3, Folds = 5;

    /// <summary>For he and she, it, they: what <see cref="ShowMargins"/> shows to be worth it.</summary>
    private static readonly int[] s_margins = [40, 120, 60];

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

    /// <summary>Learns the weights of pronouns from GUM's training part, and shows by held-out documents what a margin buys.</summary>
    public static Command Train()
    {
        var data = Data();
        var output = new Option<FileInfo>("--out") { Description = "Where the weights go: src/Parley.Language/Data/pronoun-weights.tsv.", Required = true };
        var penalty = new Option<double>("--penalty") { DefaultValueFactory = static _ => 2, Description = "On large weights." };
        var command = new Command("coreference", "Learns what counts for a pronoun's standing for a candidate.") { data, output, penalty };
        command.SetAction(result =>
        {
            var pipeline = LanguagePipeline.Create();
            var documents = GumEntities.Read(Path(result.GetRequiredValue(data), "train"))
                .Select(gold => (gold, pipeline.Analyze(gold.Text.Text))).ToList();
            var weights = PronounWeights.BuiltIn;
            var learnt = Array.Empty<int[]>();
            for (var round = 0; round < Rounds; round++)
            {
                // Whom a pronoun may stand for hangs on how those before it were resolved, so the cases are met anew.
                var cases = PronounCase.Collect(documents, weights);
                if (round == Rounds - 1)
                    ShowMargins(documents, cases, result.GetValue(penalty));
                learnt = PronounTrainer.Train(cases, result.GetValue(penalty));
                weights = new PronounWeights(learnt, s_margins);
            }

            Write(learnt, result.GetRequiredValue(output).FullName);
        });
        return command;
    }

    /// <summary>Links at several margins, each document read with weights learnt from those of the other folds.</summary>
    private static void ShowMargins(List<(GumDocument Gold, Document Document)> documents, List<PronounCase> cases, double penalty)
    {
        var folds = Enumerable.Range(0, Folds).Select(fold => PronounTrainer.Train(cases.Where(one => one.Document % Folds != fold), penalty)).ToList();
        for (var margin = 0; margin <= 160; margin += 20)
        {
            var (scorer, news) = (new CoreferenceScorer(false), new CoreferenceScorer(false));
            for (var i = 0; i < documents.Count; i++)
            {
                documents[i].Document.Mentions = CoreferenceReader.Read(documents[i].Document, new PronounWeights(folds[i % Folds], [margin, margin, margin]), null);
                scorer.Add(documents[i].Gold, documents[i].Document);
                if (documents[i].Gold.Genre == "news")
                    news.Add(documents[i].Gold, documents[i].Document);
            }

            scorer.Report($"margin {margin}", "pronoun");
            news.Report($"margin {margin}, news", "pronoun");
        }
    }

    private static void Write(int[][] weights, string path)
    {
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine("# What counts for a pronoun's standing for a candidate, in hundredths. Learnt from GUM by the verb `coreference` of Parley.Train.");
        writer.WriteLine("# feature\the, she\tit\tthey");
        writer.WriteLine(PronounWeights.MarginRow + "\t" + string.Join('\t', s_margins));
        foreach (var feature in Enum.GetValues<PronounFeature>())
            writer.WriteLine(feature + "\t" + string.Join('\t', weights.Select(group => group[(int)feature])));
    }

    private static string Path(DirectoryInfo data, string part) => System.IO.Path.Combine(data.FullName, "ud", $"en_gum_open-{part}.conllu");

    private static Option<DirectoryInfo> Data() => new("--data") { Description = "The folder that holds ud/.", Required = true };
}
