using System.Diagnostics;
using System.Globalization;
using Parley.Resolution;

namespace Parley.Benchmarks;

/// <summary>How long the known facts take to load, what memory they hold, and how many names a second one core looks up.</summary>
internal static class LookUps
{
    private const int Rounds = 5;

    public static int Run()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();
        var knowledge = Knowledge.BuiltIn;
        Tell($"load            {clock.Elapsed.TotalMilliseconds:F0} ms");
        Tell($"memory          {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6:F1} MB held");
        var names = knowledge.Actors.All.SelectMany(static actor => actor.Names.Select(static name => name.Name).Append(actor.Name)).Concat(["nobody at all", "Zzyzx"]).ToArray();
        var best = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            var found = 0;
            clock.Restart();
            for (var pass = 0; pass < 10; pass++)
            {
                foreach (var name in names)
                    found += knowledge.Names.Find(name).Length;
            }

            best = Math.Max(best, 10 * names.Length / clock.Elapsed.TotalSeconds);
            GC.KeepAlive(found);
        }

        Tell($"look-ups        {best:N0} a second, one thread, {names.Length:N0} names");
        return 0;
    }

    private static void Tell(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
