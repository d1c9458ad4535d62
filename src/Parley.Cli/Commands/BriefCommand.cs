using System.CommandLine;
using Parley.Cli.Briefs;
using Parley.Ledger.Sqlite;
using Parley.Reports;
using Parley.Talks;

namespace Parley.Cli.Commands;

/// <summary><c>parley brief</c>: where talks stand, from the ledger.</summary>
internal static class BriefCommand
{
    public static Command Build(Surroundings surroundings)
    {
        var conflict = new Argument<string?>("conflict") { Description = "The conflict to tell of; all where left out.", Arity = ArgumentArity.ZeroOrOne };
        var format = new Option<string>("--format") { Description = "How to write it.", DefaultValueFactory = static _ => "text" };
        format.AcceptOnlyFromAmong([.. BriefWriter.Formats]);
        var ledger = CommonOptions.Ledger();
        var asOf = CommonOptions.AsOf();
        var command = new Command("brief", "Tells where the talks stand, each line with its source.") { conflict, format, ledger, asOf };
        command.AddExamples(
            ("parley brief", "the state of talks from ./parley.db"),
            ("parley brief --as-of 2021-05-18", "as it was reported by the end of 18 May 2021"),
            ("parley brief --format html > brief.html", "a page to hand on"));
        command.SetAction(parsed => Run(
            surroundings, parsed.GetValue(ledger)!, parsed.GetValue(conflict), parsed.GetValue(format)!, parsed.GetValue(asOf)));
        return command;
    }

    private static int Run(Surroundings surroundings, string path, string? conflict, string format, PartialDate? asOf)
    {
        if (!SqliteLedger.Open(path, create: false).IsOk(out var ledger, out var fault))
        {
            surroundings.Tell(fault);
            return ExitCode.Nothing;
        }

        using (ledger)
        {
            if (conflict is not null)
            {
                surroundings.Tell(new Fault(CliFaults.NoSuchConflict, conflict));
                return ExitCode.Nothing;
            }

            BriefWriter.Write(BriefBuilder.Build(ledger.Readings(), asOf), format, surroundings);
            return ExitCode.Done;
        }
    }
}
