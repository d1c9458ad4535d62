using System.CommandLine;

namespace Parley.Train.Names;

/// <summary>The verbs that make and measure the model of names.</summary>
internal static class NamesVerbs
{
    /// <summary>Shows what the corpora are read as.</summary>
    public static Command Corpus()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "The folder that holds names/ and ud/.", Required = true };
        var command = new Command("names-corpus", "Prints the sentences that names are learnt from, names in brackets.") { data };
        command.SetAction(result =>
        {
            foreach (var sentence in NamesCorpus.Read(result.GetRequiredValue(data).FullName))
                Console.WriteLine($"{sentence.Corpus}\t{sentence.Document}\t{Show(sentence)}");
        });
        return command;
    }

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
