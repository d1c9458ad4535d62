using System.CommandLine;
using System.Globalization;
using Parley.Language;
using Parley.Language.Names;

namespace Parley.Train.Names;

/// <summary>Measures what names cost a word, on one thread: the text of the treebanks' development parts, read again and again.</summary>
internal static class NameTiming
{
    public static Command Build()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "The folder that holds ud/.", Required = true };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = static _ => 60, Description = "How often all documents are read; the fastest round counts." };
        var command = new Command("time-names", "Microseconds that the names of a word cost, on one thread.") { data, rounds };
        command.SetAction(result =>
        {
            var pipeline = LanguagePipeline.Create(LanguageMode.Fast);
            var documents = Directory.EnumerateFiles(Path.Combine(result.GetRequiredValue(data).FullName, "ud"), "*-dev.conllu").Order(StringComparer.Ordinal)
                .SelectMany(Texts).Select(text => pipeline.Analyze(text)).ToArray();
            var words = documents.Sum(static document => document.Tokens.Count);
            var reader = NameReader.Get();
            var (best, names) = (TimeSpan.MaxValue, 0);
            for (var round = 0; round < result.GetValue(rounds); round++)
            {
                var start = TimeProvider.System.GetTimestamp();
                names = 0;
                foreach (var document in documents)
                    names += reader.Read(document).Length;
                var taken = TimeProvider.System.GetElapsedTime(start);
                best = taken < best ? taken : best;
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{documents.Length} documents, {words} words, {names} names: {best.TotalMicroseconds / words:0.00} µs a word"));
        });
        return command;
    }

    private static IEnumerable<string> Texts(string path)
    {
        var text = new List<string>();
        foreach (var line in File.ReadLines(path).Append("# newdoc"))
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal) && text.Count > 0)
            {
                yield return string.Join(' ', text);
                text.Clear();
            }
            else if (line.StartsWith("# text = ", StringComparison.Ordinal))
            {
                text.Add(line["# text = ".Length..]);
            }
        }
    }
}
