using System.Diagnostics;
using System.Globalization;
using Parley.Language;

namespace Parley.Benchmarks;

/// <summary>
/// Words a second of the whole language stage over the documents of treebanks (<c>.conllu</c>), start-up apart, and the memory it took.
/// Each document is analysed by itself, as reports are; several threads share the list.
/// </summary>
internal static class Throughput
{
    private const int Rounds = 5;

    public static int Run(ReadOnlySpan<string> arguments)
    {
        var threads = 2;
        var paths = new List<string>();
        var isFast = false;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] == "--threads")
                threads = int.Parse(arguments[++i], CultureInfo.InvariantCulture);
            else if (arguments[i] == "--fast")
                isFast = true;
            else
                paths.Add(arguments[i]);
        }

        var texts = Texts(paths);
        var clock = Stopwatch.StartNew();
        var pipeline = LanguagePipeline.Create(isFast ? LanguageMode.Fast : LanguageMode.Default);
        pipeline.Analyze("It begins.");
        Tell($"start-up            {clock.Elapsed.TotalSeconds:F3} s, first sentence analysed");
        for (var round = 1; round <= Rounds; round++)
        {
            var words = 0L;
            var processor = Process.GetCurrentProcess().TotalProcessorTime;
            clock.Restart();
            Parallel.ForEach(
                texts, new ParallelOptions { MaxDegreeOfParallelism = threads },
                text => Interlocked.Add(ref words, pipeline.Analyze(text).Tokens.Count));
            var seconds = clock.Elapsed.TotalSeconds;
            var worked = (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds;
            Tell($"round {round}, {threads} threads  {words / seconds:N0} words/s ({words:N0} words in {texts.Length} documents; {words / worked:N0} a second of processor time)");
        }

        Tell($"peak memory         {Process.GetCurrentProcess().PeakWorkingSet64 / (1 << 20)} MB");
        return 0;
    }

    /// <summary>The texts of all documents of the treebanks at <paramref name="paths"/>.</summary>
    public static string[] Texts(IEnumerable<string> paths) => [.. paths.SelectMany(Documents)];

    /// <summary>The texts of a treebank's documents: sentences parted by a space, paragraphs by a blank line.</summary>
    private static IEnumerable<string> Documents(string path)
    {
        var text = new System.Text.StringBuilder();
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

    private static void Tell(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
