using System.Diagnostics;
using System.Globalization;

namespace Parley.Benchmarks;

/// <summary>Microseconds a word of each component of the language stage, one thread, over the documents of treebanks.</summary>
internal static class Components
{
    private const int Rounds = 5;

    public static int Run(TreebankRun run)
    {
        var best = new double[LanguageComponents.Names.Length];
        Array.Fill(best, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            var components = new LanguageComponents(run.Mode);
            foreach (var text in run.WarmUp)
                components.Read(text, static _ => { });
            var spent = new long[best.Length];
            var words = run.Texts.Sum(text =>
            {
                var clock = Stopwatch.GetTimestamp();
                return (long)components.Read(text, component =>
                {
                    var now = Stopwatch.GetTimestamp();
                    spent[component] += now - clock;
                    clock = now;
                });
            });
            for (var i = 0; i < best.Length; i++)
                best[i] = Math.Min(best[i], spent[i] * 1e6 / Stopwatch.Frequency / words);
        }

        for (var i = 0; i < best.Length; i++)
            Tell(LanguageComponents.Names[i], best[i]);
        Tell("all", best.Sum());
        return 0;

        static void Tell(string name, double time) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-14} {time,8:F2} µs a word"));
    }
}
