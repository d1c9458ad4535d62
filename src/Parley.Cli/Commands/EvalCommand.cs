using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Parley.Findings.Gold;
using Parley.Reading;
using Parley.Reports;

namespace Parley.Cli.Commands;

/// <summary><c>parley eval</c>: reads gold reports and scores what is read. Nothing is kept.</summary>
internal static class EvalCommand
{
    private const string AllMisses = "all";

    public static Command Build(Surroundings surroundings)
    {
        var what = new Argument<string[]>("gold") { Description = "Gold reports: .json files, or folders with some.", Arity = ArgumentArity.OneOrMore };
        var misses = new Option<string>("--misses") { Description = "Also tell what is wrong in one measure, or in all of them with \"all\".", HelpName = "measure" };
        var actors = OwnActors.Option();
        var format = new Option<string>("--format") { Description = "For the eye, or one JSON object.", DefaultValueFactory = static _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("eval", "Scores what is read against gold: reports in which people have marked what should be found.") { what, misses, actors, format };
        command.AddExamples(
            ("parley eval samples/gold", "every measure, a line each"),
            ("parley eval samples/gold --misses \"statement actor\"", "and which actors were read otherwise"),
            ("parley eval corrections --format json > scores.json", "for programs"));
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            surroundings, parsed.GetValue(what)!, parsed.GetValue(misses), parsed.GetValue(actors), parsed.GetValue(format)!, cancellation)));
        return command;
    }

    private static int Run(Surroundings surroundings, string[] what, string? misses, DirectoryInfo? actors, string format, CancellationToken cancellation)
    {
        if (OwnActors.Load(actors, surroundings) is not { } own)
            return ExitCode.Nothing;
        var faults = new List<Fault>();
        ImmutableArray<GoldReport> reports = [.. what.SelectMany(path => GoldFiles.Read(path, faults))];
        foreach (var fault in faults)
            surroundings.Tell(fault);
        if (reports.IsEmpty)
            return ExitCode.Nothing;
        var card = Evaluation.Score(reports, Pipeline.Full(own.Knowledge), surroundings.Threads, cancellation);
        if (misses is not null and not AllMisses && card.Measures.All(measure => measure.Name != misses))
        {
            surroundings.Tell(new Fault(CliFaults.NoSuchMeasure, $"--misses {misses}", string.Join(", ", card.Measures.Select(static measure => measure.Name))));
            return ExitCode.Nothing;
        }

        var told = misses is null ? [] : card.Misses.Where(miss => misses == AllMisses || miss.Measure == misses).ToArray();
        if (format == "json")
            WriteJson(reports.Length, card, told, surroundings.Out);
        else
            WriteText(card, told, surroundings.Out);
        return faults.Count == 0 ? ExitCode.Done : ExitCode.Partly;
    }

    private static void WriteText(Scorecard card, IEnumerable<Miss> misses, TextWriter output)
    {
        foreach (var measure in card.Measures)
        {
            output.WriteLine(measure.Found is { } found
                ? string.Create(CultureInfo.InvariantCulture, $"{measure.Name,-20} {measure.Value:F3}  (P {Share(measure.Right, found):F3}, R {Share(measure.Right, measure.Gold):F3}; {measure.Gold:N0} in gold, {found:N0} found)")
                : string.Create(CultureInfo.InvariantCulture, $"{measure.Name,-20} {measure.Value:F3}  ({measure.Right:N0} of {measure.Gold:N0})"));
        }

        foreach (var miss in misses)
            output.WriteLine(Terminal.Safe($"  {miss.Report}  {miss.Measure}  {miss.What}"));
    }

    private static double Share(int right, int of) => of == 0 ? 1 : (double)right / of;

    private static void WriteJson(int reports, Scorecard card, IEnumerable<Miss> misses, TextWriter output)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("version", Pipeline.Version);
            json.WriteNumber("reports", reports);
            json.WriteStartArray("measures");
            foreach (var measure in card.Measures)
            {
                json.WriteStartObject();
                json.WriteString("name", measure.Name);
                json.WriteNumber("value", Math.Round(measure.Value, 4));
                json.WriteNumber("right", measure.Right);
                json.WriteNumber("gold", measure.Gold);
                if (measure.Found is { } found)
                    json.WriteNumber("found", found);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("misses");
            foreach (var miss in misses)
            {
                json.WriteStartObject();
                json.WriteString("measure", miss.Measure);
                json.WriteString("report", miss.Report);
                json.WriteString("what", miss.What);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }
}
