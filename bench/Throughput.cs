using System.Diagnostics;
using System.Globalization;
using Parley.Findings.Statements;
using Parley.Language;
using Parley.Resolution;

namespace Parley.Benchmarks;

/// <summary>
/// Words a second of the whole language stage, and of who is meant and who says what where that is asked, over the documents of treebanks, start-up apart, and the memory it took. Each document is
/// analysed by itself, as reports are; several threads share the list. Every round begins with a pipeline that has read the warm-up
/// texts, of the same kind but others, and none of those that are measured: as a pipeline is that has run for a while.
/// </summary>
internal static class Throughput
{
    private const int Rounds = 5;

    public static int Run(TreebankRun run)
    {
        var clock = Stopwatch.StartNew();
        LanguagePipeline.Create(run.Mode).Analyze("It begins.");
        Tell($"start-up            {clock.Elapsed.TotalSeconds:F3} s, first sentence analysed");
        for (var round = 1; round <= Rounds; round++)
        {
            GC.Collect(); // The last round's pipeline.
            var pipeline = LanguagePipeline.Create(run.Mode);
            Analyze(pipeline, run.WarmUp, run);
            var processor = Process.GetCurrentProcess().TotalProcessorTime;
            clock.Restart();
            var words = Analyze(pipeline, run.Texts, run);
            var seconds = clock.Elapsed.TotalSeconds;
            var worked = (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds;
            Tell($"round {round}, {run.Threads} threads  {words / seconds:N0} words/s ({words:N0} words in {run.Texts.Count} documents; {words / worked:N0} a second of processor time)");
        }

        Tell($"peak memory         {Process.GetCurrentProcess().PeakWorkingSet64 / (1 << 20)} MB");
        return 0;
    }

    private static long Analyze(LanguagePipeline pipeline, IReadOnlyList<string> texts, TreebankRun run)
    {
        var words = 0L;
        var (resolver, reader) = run.WithStatements ? (new Resolver(Knowledge.BuiltIn), new StatementReader()) : (null, null);
        Parallel.ForEach(texts, new ParallelOptions { MaxDegreeOfParallelism = run.Threads }, text =>
        {
            var document = pipeline.Analyze(text);
            Interlocked.Add(ref words, document.Tokens.Count);
            if (resolver is not null)
                reader!.Read(document, resolver.Read(document, null));
        });
        return words;
    }

    private static void Tell(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
