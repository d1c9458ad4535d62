using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Parley.Language;
using Parley.Resolution;
using Parley.Resolution.Actors;

namespace Parley.Cli.Commands;

/// <summary><c>parley who</c>: whom a name or phrase means as of a date, and why.</summary>
internal static class WhoCommand
{
    public static Command Build(Surroundings surroundings)
    {
        var name = new Argument<string>("name") { Description = "A name, or a phrase such as \"the Egyptian foreign minister\"." };
        var asOf = CommonOptions.AsOf();
        asOf.Description = "The day as of which names and offices hold; today unless given.";
        var actors = OwnActors.Option();
        var format = new Option<string>("--format") { Description = "For the eye, or one JSON object.", DefaultValueFactory = static _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("who", "Explains whom a name means as of a date: the actor, whom it speaks for, the offices held, and why.") { name, asOf, actors, format };
        command.AddExamples(
            ("parley who Netanyahu --as-of 2021-05-14", "who that was then, and in what office"),
            ("parley who \"the Egyptian foreign minister\" --as-of 2021-05", "an office rather than a name"),
            ("parley who IDF --format json", "the same for programs"),
            ("parley who \"Quiet Brigade\" --actors my-actors", "with actors of your own"));
        command.SetAction(parsed =>
        {
            var asked = parsed.GetValue(asOf)?.LastDay ?? surroundings.Clock.GetCurrentInstant().InUtc().Date;
            if (OwnActors.Load(parsed.GetValue(actors), surroundings) is not { } own)
                return ExitCode.Nothing;
            var phrase = parsed.GetValue(name)!.Trim();
            var inquiry = Inquiry.Of(own.Knowledge, LanguagePipeline.Create(), phrase, asked);
            if (parsed.GetValue(format) == "json")
                WriteJson(inquiry, phrase, asked.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), surroundings.Out);
            else
                WriteText(inquiry, phrase, asked.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), surroundings.Out);
            return inquiry.Found.Actor is null && inquiry.Found.Party is null ? ExitCode.Partly : ExitCode.Done;
        });
        return command;
    }

    private static void WriteText(Inquiry inquiry, string phrase, string day, TextWriter output)
    {
        var found = inquiry.Found;
        if (found.Actor is null && found.Party is null)
        {
            output.WriteLine(Terminal.Safe($"Nobody known goes by \"{phrase}\" as of {day}: {found.Reason}."));
            return;
        }

        output.WriteLine(Terminal.Safe(found.Actor is { } actor ? $"{actor.Name} ({actor.Kind.ToText()})" : phrase));
        Line("as of", day);
        if (inquiry.Office is { } office)
            Line("office", Text(office));
        Line("counts as", found.Party?.Name ?? "nobody that is known");
        Line("why", found.Reason);
        Line("confidence", found.Confidence.ToString("0.00", CultureInfo.InvariantCulture));
        if (found.Actor is not { } known)
            return;
        Line("also called", string.Join(", ", known.Names.Select(static name => name.Used.ToString() is { Length: > 0 } used ? $"{name.Name} ({used})" : name.Name)));
        Line("part of", string.Join(", ", known.PartOf));
        Line("existed", known.Kind == ActorKind.Person ? "" : known.Existed.ToString());
        foreach (var role in known.Roles)
            Line("held", Text(role));
        Line("source", known.Source ?? "");
        Line("may also be", string.Join(", ", inquiry.Others.Select(static other => $"{other.Actor.Name} ({other.Actor.Kind.ToText()})")));

        void Line(string label, string value)
        {
            if (value.Length > 0)
                output.WriteLine(Terminal.Safe($"  {label,-12} {value}"));
        }
    }

    private static string Text(Role role) => $"{role.Title} of {role.Of}, {role.Held}".TrimEnd(' ', ',');

    private static void WriteJson(Inquiry inquiry, string phrase, string day, TextWriter output)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("asked", phrase);
            json.WriteString("asOf", day);
            json.WriteString("actor", inquiry.Found.Actor?.Name);
            json.WriteString("kind", inquiry.Found.Actor?.Kind.ToText());
            json.WriteString("party", inquiry.Found.Party?.Name);
            json.WriteString("reason", inquiry.Found.Reason);
            json.WriteNumber("confidence", Math.Round(inquiry.Found.Confidence, 2));
            json.WriteStartArray("roles");
            foreach (var role in inquiry.Found.Actor?.Roles ?? [])
            {
                json.WriteStartObject();
                json.WriteString("role", role.Title);
                json.WriteString("of", role.Of);
                json.WriteString("from", role.Held.From?.ToString());
                json.WriteString("to", role.Held.To?.ToString());
                json.WriteBoolean("counts", role == inquiry.Office);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("others");
            foreach (var other in inquiry.Others)
                json.WriteStringValue(other.Actor.Name);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }
}
