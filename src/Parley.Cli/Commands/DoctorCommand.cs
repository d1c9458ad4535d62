using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using Parley.Intake.Languages;
using Parley.Ledger.Sqlite;
using Parley.Reading;

namespace Parley.Cli.Commands;

/// <summary><c>parley doctor</c>: what is wrong with this set-up, in plain words.</summary>
internal static class DoctorCommand
{
    /// <summary>Below this much free space a ledger may soon fail to grow.</summary>
    private const long LittleSpace = 1L << 30;

    public static Command Build(Surroundings surroundings)
    {
        var ledger = CommonOptions.Ledger();
        var command = new Command("doctor", "Checks this set-up and the ledger, and says in plain words what is wrong.") { ledger };
        command.AddExamples(
            ("parley doctor", "checks the set-up and ./parley.db"),
            ("parley doctor --ledger crawl.db", "checks another ledger: integrity, citations, and a digest of its content"));
        command.SetAction(parsed => Run(surroundings, parsed.GetValue(ledger)!));
        return command;
    }

    private static int Run(Surroundings surroundings, string path)
    {
        var output = surroundings.Out;
        var wrong = 0;
        output.WriteLine($"Parley {typeof(DoctorCommand).Assembly.GetName().Version?.ToString(3)}, reader {Pipeline.Version}, {RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription}");
        Tell(LanguagesWork(), "languages are told apart", "the language check fails: install Parley anew");
        Tell(HasSpace(path, out var free), $"{free} free where the ledger is", $"only {free} free where the ledger is: make room");
        CheckLedger();
        output.WriteLine(wrong == 0 ? "All is well." : string.Create(CultureInfo.InvariantCulture, $"{wrong} thing{(wrong == 1 ? " is" : "s are")} wrong."));
        return wrong == 0 ? ExitCode.Done : ExitCode.Partly;

        void Tell(bool well, string good, string bad)
        {
            output.WriteLine(well ? $"  ok     {good}" : $"  WRONG  {bad}");
            wrong += well ? 0 : 1;
        }

        void CheckLedger()
        {
            if (path.Length > 0 && !File.Exists(path) && !Directory.Exists(path))
            {
                Tell(Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))),
                    $"no ledger at {path} yet: parley read makes one", $"no ledger at {path}, and no folder to make one in: make the folder");
                return;
            }

            if (!SqliteLedger.Open(path, create: false).IsOk(out var ledger, out var fault))
            {
                Tell(false, "", Terminal.Safe(fault.ToString()));
                return;
            }

            using (ledger)
            {
                var faults = ledger.Check().Take(20).ToList();
                if (faults.Count > 0)
                {
                    Tell(false, "", $"ledger {path} is damaged: restore a backup, or read the reports again into a new one");
                    foreach (var line in faults)
                        output.WriteLine($"           {Terminal.Safe(line)}");
                    return;
                }

                var count = ledger.Statistics();
                Tell(true, string.Create(CultureInfo.InvariantCulture, $"ledger {path}: {count.Reports:N0} reports, {count.Findings:N0} findings in {count.Readings:N0} readings, {count.Refusals:N0} inputs not read; every citation stands in its text"), "");
                output.WriteLine($"         content digest {ledger.Digest()}");
            }
        }
    }

    private static bool LanguagesWork()
    {
        // One sentence that the fast path knows, and one that the models must tell.
        var check = new LanguageCheck();
        return check.Detect("The envoy said that the talks in Cairo were close to an end and that an answer was expected.") == "en"
            && check.Detect("Le médiateur a déclaré que les pourparlers du Caire touchaient à leur fin et qu’une réponse était attendue.", "fr") == "fr";
    }

    private static bool HasSpace(string path, out string free)
    {
        var folder = path.Length == 0 ? "." : Path.GetDirectoryName(Path.GetFullPath(path)) ?? "/";
        var bytes = new DriveInfo(Directory.Exists(folder) ? folder : Path.GetPathRoot(folder)!).AvailableFreeSpace;
        free = string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1L << 30):0.0} GiB");
        return bytes >= LittleSpace;
    }
}
