using System.CommandLine;
using Parley.Language;
using Parley.Language.Models;
using Parley.Language.Names;

namespace Parley.Train.Names;

/// <summary>The verbs that make and measure the models of names.</summary>
internal static class NamesVerbs
{
    /// <summary>Held out for tuning: every so many'th document of the training corpora.</summary>
    private const int HeldOut = 8;

    /// <summary>Features that fewer tokens have are left out.</summary>
    private const int Rarest = 2;

    private const int SmallEvery = 8, CapitalEvery = 15;

    private static Option<DirectoryInfo> Data() => new("--data") { Description = "The folder that holds names/, ud/ and actors/.", Required = true };

    private static Option<FileInfo> Out() => new("--out") { Description = "Where the model goes.", Required = true };

    /// <summary>Shows what the corpora are read as.</summary>
    public static Command Corpus()
    {
        var data = Data();
        var command = new Command("names-corpus", "Prints the sentences that names are learnt from, names in brackets.") { data };
        command.SetAction(result =>
        {
            foreach (var sentence in NamesCorpus.Read(result.GetRequiredValue(data).FullName))
                Console.WriteLine($"{sentence.Corpus}\t{sentence.Document}\t{Show(sentence)}");
        });
        return command;
    }

    /// <summary>Compiles the gazetteer.</summary>
    public static Command Compile()
    {
        var data = Data();
        var lists = new Option<FileInfo>("--lists") { Description = "What Names/gazetteers.mjs wrote.", Required = true };
        var output = Out();
        var command = new Command("gazetteer", "Compiles lists of names into models/en/gazetteer.model.") { data, lists, output };
        command.SetAction(result =>
        {
            var folder = result.GetRequiredValue(data).FullName;
            var model = GazetteerCompiler.Compile(
                result.GetRequiredValue(lists).FullName, Path.Combine(folder, "actors", "CountryInfo.120116.txt"),
                Path.Combine(folder, "actors", "Phoenix.MilNonState.actors.txt"), new WordStatistics(folder).IsOrdinary);
            File.WriteAllBytes(result.GetRequiredValue(output).FullName, model.ToBytes());
        });
        return command;
    }

    /// <summary>Trains the tagger.</summary>
    public static Command Train()
    {
        var data = Data();
        var output = Out();
        var epochs = new Option<int>("--epochs") { DefaultValueFactory = static _ => 12, Description = "How often each sentence is seen." };
        var kept = new Option<int>("--features") { DefaultValueFactory = static _ => 280_000, Description = "How many features are kept." };
        var seed = new Option<ulong>("--seed") { DefaultValueFactory = static _ => 1, Description = "Sets the order of sentences." };
        var held = new Option<bool>("--hold-out") { Description = "Trains without every eighth document, and measures on these." };
        var command = new Command("names", "Trains the tagger of names: models/en/names.model.") { data, output, epochs, kept, seed, held };
        command.SetAction(result =>
        {
            var folder = result.GetRequiredValue(data).FullName;
            var gazetteer = new Gazetteer(Model.Get("gazetteer"));
            var corpora = NamesCorpus.Read(folder);
            var training = result.GetValue(held) ? corpora.RemoveAll(IsHeldOut) : corpora;
            var model = new Model();
            new WordStatistics(folder).AddTo(model, training);
            var trainer = new NameTrainer([.. training, .. Recased(training)], gazetteer, new CommonWords(model), Rarest, Console.Out);
            trainer.Train(model, result.GetValue(epochs), result.GetValue(kept), result.GetValue(seed));
            File.WriteAllBytes(result.GetRequiredValue(output).FullName, model.ToBytes());
            if (result.GetValue(held))
                ScoreHeldOut(corpora, new NameReader(new NameTagger(model)), new NameDocuments());
        });
        return command;
    }

    /// <summary>Shows the names in a text.</summary>
    public static Command ShowNames()
    {
        var file = new Argument<FileInfo>("file") { Description = "A text." };
        var command = new Command("show-names", "Prints the names in a text, by the model built in.") { file };
        command.SetAction(result =>
        {
            var document = LanguagePipeline.Create().Analyze(File.ReadAllText(result.GetRequiredValue(file).FullName));
            foreach (var name in document.Names)
                Console.WriteLine($"{(name.Within is null ? "" : "    ")}{name.Kind}\t{name.Span.In(document.Text)}");
        });
        return command;
    }

    /// <summary>Measures the reader.</summary>
    public static Command Score()
    {
        var file = new Argument<FileInfo>("file") { Description = "Tokens with labels, .iob2 (Universal NER) or .conll (re3d)." };
        var path = new Option<FileInfo>("--model") { Description = "A model; by default the one built in." };
        var misses = new Option<bool>("--misses") { Description = "Prints each name missed and each found that is none." };
        var raw = new Option<bool>("--raw") { Description = "Reads the text of an .iob2 file through the whole pipeline, by the models built in." };
        var command = new Command("score-names", "Precision, recall and F1 of names, by type, on given tokens or raw text.") { file, path, misses, raw };
        command.SetAction(result =>
        {
            var reader = result.GetValue(path) is { } model
                ? new NameReader(new NameTagger(Model.Read(File.ReadAllBytes(model.FullName))))
                : NameReader.Get();
            var scorer = new NameScorer(reader, new NameDocuments(), result.GetValue(misses));
            var labelled = result.GetRequiredValue(file);
            if (result.GetValue(raw))
            {
                var counts = new NameCounts();
                RawText.Score(labelled.FullName, counts, result.GetValue(misses));
                counts.Report("PER", "ORG", "LOC");
                return;
            }

            if (labelled.Extension == ".iob2")
                UniversalNer.Score(labelled.FullName, scorer);
            else
                Re3d.Score(labelled.FullName, scorer);
            scorer.Report("PER", "ORG", "LOC");
        });
        return command;
    }

    /// <summary>Copies of some sentences in small letters, as people write in haste, and of some in capitals, as headlines are.</summary>
    private static IEnumerable<NameSentence> Recased(ImmutableArray<NameSentence> sentences)
    {
        for (var i = 0; i < sentences.Length; i++)
        {
            if (i % SmallEvery == 0)
                yield return Recase(sentences[i], static form => form.ToLowerInvariant());
            else if (i % CapitalEvery == 0)
                yield return Recase(sentences[i], static form => form.ToUpperInvariant());
        }
    }

    private static NameSentence Recase(NameSentence sentence, Func<string, string> recase) =>
        sentence with { Tokens = [.. sentence.Tokens.Select(token => token with { Form = recase(token.Form) })] };

    private static bool IsHeldOut(NameSentence sentence) => sentence.Corpus == "re3d" ? sentence.Number % HeldOut == 0 : sentence.Document % HeldOut == 0;

    private static void ScoreHeldOut(ImmutableArray<NameSentence> corpora, NameReader reader, NameDocuments documents)
    {
        foreach (var corpus in corpora.Where(IsHeldOut).GroupBy(static sentence => sentence.Corpus))
        {
            var scorer = new NameScorer(reader, documents, withMisses: false);
            foreach (var document in corpus.GroupBy(static sentence => sentence.Document))
            {
                var sentences = document.Where(static sentence => sentence.Tokens.All(static token => token.Label is not null)).ToArray();
                var gold = new List<(int, int, string)>();
                var first = 0;
                foreach (var sentence in sentences)
                {
                    gold.AddRange(NamesCorpus.Runs([.. sentence.Tokens.Select(static token => token.Label)])
                        .Where(static run => run.Kind <= NameKind.Place)
                        .Select(run => (first + run.First, run.Count, s_types[(int)run.Kind])));
                    first += sentence.Tokens.Length;
                }

                scorer.Score([.. sentences.Select(static sentence => sentence.Tokens)], gold);
            }

            Console.WriteLine($"{corpus.Key} held out");
            scorer.Report("PER", "ORG", "LOC");
        }
    }

    private static readonly string[] s_types = ["PER", "ORG", "LOC"];

    private static string Show(NameSentence sentence)
    {
        var runs = NamesCorpus.Runs([.. sentence.Tokens.Select(static token => token.Label)]).ToArray();
        var words = sentence.Tokens.Select(static token => token.Label is null ? token.Form + "?" : token.Form).ToArray();
        foreach (var (first, count, kind) in runs)
        {
            words[first] = $"[{kind}: {words[first]}";
            words[first + count - 1] += "]";
        }

        return string.Join(' ', words);
    }
}
