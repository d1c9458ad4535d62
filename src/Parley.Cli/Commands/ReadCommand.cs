using System.CommandLine;
using Parley.Intake.Fetching;
using Parley.Ledger.Sqlite;
using Parley.Reports;

namespace Parley.Cli.Commands;

/// <summary><c>parley read</c>: reports in, findings kept, a brief or JSON Lines out.</summary>
internal static class ReadCommand
{
    public static Command Build(Surroundings surroundings)
    {
        var what = CommonOptions.What();
        var format = new Option<string>("--format")
        {
            Description = "What to write to standard output: where the talks stand, one JSON object a report, or nothing.",
            DefaultValueFactory = static _ => "brief",
        };
        format.AcceptOnlyFromAmong("brief", "jsonl", "none");
        var noFindings = new Option<bool>("--no-findings") { Description = "Keep the reports without reading anything out of them." };
        var explain = new Option<bool>("--explain") { Description = "Tell of each statement why it was read so: instead of the brief, or as \"explanation\" in the JSON." };
        var ledger = CommonOptions.Ledger();
        var asOf = CommonOptions.AsOf();
        var actors = OwnActors.Option();
        var network = new NetworkOptions();
        var command = new Command("read", "Reads reports, keeps them in the ledger and tells where the talks stand.")
        {
            what, format, noFindings, explain, ledger, asOf, actors,
        };
        network.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(explain) && (result.GetValue(noFindings) || result.GetValue(format) == "none"))
                result.AddError(new Fault(CliFaults.NothingToExplain, "--explain").ToString());
        });
        command.AddExamples(
            ("parley read samples/may-2021", "the sample reports, kept in ./parley.db, and a brief"),
            ("parley read https://news.example/feed.xml", "a feed and the pages it links to"),
            ("parley read report.txt --explain", "why each of its statements was read as it was"),
            ("parley read wire.jsonl --format jsonl > findings.jsonl", "one line of findings for each NewsArticle"),
            ("zcat crawl.warc.gz | parley read - --format none --ledger crawl.db", "an archive from standard input, only kept"));
        command.SetAction(async (parsed, cancellation) =>
        {
            if (OwnActors.Load(parsed.GetValue(actors), surroundings) is not { } own)
                return ExitCode.Nothing;
            if (!SqliteLedger.Open(parsed.GetValue(ledger)!, create: true).IsOk(out var store, out var fault))
            {
                surroundings.Tell(fault);
                return ExitCode.Nothing;
            }

            using (store)
            {
                var options = new ReadOptions(
                    [.. parsed.GetValue(what)!], parsed.GetValue(format)!, !parsed.GetValue(noFindings), parsed.GetValue(explain), parsed.GetValue(asOf), own, network.Of(parsed));
                return await new ReadRun(surroundings, store, options).RunAsync(cancellation);
            }
        });
        return command;
    }
}

/// <summary>What <c>parley read</c> was asked for.</summary>
/// <param name="Inputs">What to read.</param>
/// <param name="Format"><c>brief</c>, <c>jsonl</c> or <c>none</c>.</param>
/// <param name="Findings">Whether findings are read, or reports only kept.</param>
/// <param name="Explains">Whether findings tell why they were read so.</param>
/// <param name="AsOf">What the brief leaves out.</param>
/// <param name="Actors">Who is known.</param>
/// <param name="Network">How addresses are fetched.</param>
internal sealed record ReadOptions(
    ImmutableArray<string> Inputs, string Format, bool Findings, bool Explains, PartialDate? AsOf, OwnActors Actors, FetchOptions Network);
