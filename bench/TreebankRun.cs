using System.Globalization;
using System.Text;
using Parley.Language;

namespace Parley.Benchmarks;

/// <summary>What <c>throughput</c> and <c>components</c> run over: <c>FILE.conllu|FOLDER… [--warm-up FILE.conllu…] [--fast] [--statements] [--threads N]</c>.</summary>
/// <param name="Texts">What is measured, a text a document.</param>
/// <param name="WarmUp">What is read before; the same as is measured where nothing else is given.</param>
/// <param name="Mode">Which network.</param>
/// <param name="Threads">How many.</param>
/// <param name="WithStatements">Whether who is meant, and who says what, is read too.</param>
internal sealed record TreebankRun(IReadOnlyList<string> Texts, IReadOnlyList<string> WarmUp, LanguageMode Mode, int Threads, bool WithStatements)
{
    /// <summary>Words of warm-up a file, about: more changes nothing.</summary>
    private const int WarmUpCharacters = 500_000;

    public static TreebankRun Of(ReadOnlySpan<string> arguments)
    {
        var (threads, mode, isWarmUp, withStatements) = (2, LanguageMode.Default, false, false);
        List<string> measured = [], warmUp = [];
        for (var i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case "--threads":
                    threads = int.Parse(arguments[++i], CultureInfo.InvariantCulture);
                    break;
                case "--fast":
                    mode = LanguageMode.Fast;
                    break;
                case "--statements":
                    withStatements = true;
                    break;
                case "--warm-up":
                    isWarmUp = true;
                    break;
                default:
                    (isWarmUp ? warmUp : measured).Add(arguments[i]);
                    break;
            }
        }

        string[] texts = [.. measured.SelectMany(path => Directory.Exists(path) ? Directory.GetFiles(path, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText) : Documents(path))];
        return new TreebankRun(texts, warmUp.Count == 0 ? texts : [.. warmUp.SelectMany(Beginning)], mode, threads, withStatements);
    }

    private static IEnumerable<string> Beginning(string path)
    {
        var characters = 0;
        return Documents(path).TakeWhile(text => (characters += text.Length) < WarmUpCharacters);
    }

    /// <summary>The texts of a treebank's documents: sentences parted by a space, paragraphs by a blank line.</summary>
    private static IEnumerable<string> Documents(string path)
    {
        var text = new StringBuilder();
        var opensParagraph = false;
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal) && text.Length > 0)
            {
                yield return text.ToString();
                text.Clear();
            }

            opensParagraph |= line.StartsWith("# newpar", StringComparison.Ordinal);
            if (line.StartsWith("# text = ", StringComparison.Ordinal))
            {
                text.Append(text.Length == 0 ? "" : opensParagraph ? "\n\n" : " ").Append(line.AsSpan("# text = ".Length));
                opensParagraph = false;
            }
        }

        if (text.Length > 0)
            yield return text.ToString();
    }
}
