using System.Text.Json;
using System.Text.Json.Serialization;
using Parley.Reports;
using Parley.Reports.Findings;

namespace Parley.Findings.Gold;

/// <summary>Reads gold reports: one JSON object a file, whose citations are words of its <c>text</c>. The handbook shows the form.</summary>
public static class GoldFiles
{
    /// <summary>Reads a <c>.json</c> file, or all of a folder and those within it, in the order of their names.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="faults">What is wrong with them is added here; a wrong file is left out.</param>
    public static ImmutableArray<GoldReport> Read(string path, List<Fault> faults)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(faults);
        try
        {
            var files = Directory.Exists(path) ? Directory.GetFiles(path, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray() : [path];
            if (files.Length == 0)
                faults.Add(new Fault(FindingsFaults.CannotReadGold, path, "the folder has no .json files"));
            return [.. files.Select(file => Parse(file, File.ReadAllBytes(file), faults)).OfType<GoldReport>()];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            faults.Add(new Fault(FindingsFaults.CannotReadGold, path, failure.Message.TrimEnd('.')));
            return [];
        }
    }

    private static GoldReport? Parse(string path, byte[] bytes, List<Fault> faults)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, GoldJsonContext.Default.GoldFile)?.ToReport(path, faults);
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException)
        {
            faults.Add(new Fault(FindingsFaults.NoGold, path, failure.Message.TrimEnd('.')));
            return null;
        }
    }
}

/// <summary>The file as written.</summary>
internal sealed record GoldFile(
    string? Id, string? Outlet, string? Title, string? Published, string? Text, ConflictParties? Conflict, ImmutableArray<GoldFileStatement>? Statements,
    ImmutableArray<GoldFileToll>? Tolls, ImmutableArray<GoldFileScheduled>? Scheduled, ImmutableArray<GoldFileContact>? Contacts, ImmutableArray<GoldFilePosition>? Positions)
{
    /// <exception cref="ArgumentException">The text is none.</exception>
    public GoldReport? ToReport(string path, List<Fault> faults)
    {
        var report = new Report(Text ?? "")
        {
            File = path,
            Title = Title,
            Outlet = Outlet is null ? null : new Outlet(Outlet),
            Published = PartialDate.TryParse(Published, out var date) ? date : null,
        };
        var id = Id ?? Path.GetFileNameWithoutExtension(path);
        var statements = ImmutableArray.CreateBuilder<GoldStatement>();
        foreach (var own in Statements ?? [])
        {
            var pieces = own.Pieces(report.Text);
            if (pieces.Contains(null))
            {
                faults.Add(new Fault(FindingsFaults.NotInText, $"{path}: statement {statements.Count}", $"\"{own.Content}\""));
                return null;
            }

            statements.Add(own.ToStatement([.. pieces.OfType<Span>()]));
        }

        var text = report.Text;
        return new GoldReport(id, report, Conflict ?? ConflictParties.None, statements.ToImmutable())
        {
            Tolls = Place("toll", Tolls, static own => own.Evidence, static own => own.Nth, static (own, span) => new GoldToll(own.Outcome, Known(own.Victims), own.Min, own.Max, span)),
            Scheduled = Place("scheduled", Scheduled, static own => own.Evidence, static own => own.Nth, static (own, span) => new GoldScheduled(Known(own.Date), span)),
            Contacts = Place("contact", Contacts, static own => own.Evidence, static own => own.Nth, static (own, span) => new GoldContact(own.From ?? "", own.To ?? "", own.Means, own.Happened, own.Planned, span)),
            Positions = Place("position", Positions, static own => own.Evidence, static own => own.Nth, static (own, span) => new GoldPosition(own.Party ?? "", own.Stance, span)),
        };

        static string? Known(string? value) => string.IsNullOrEmpty(value) ? null : value;

        ImmutableArray<TGold> Place<TFile, TGold>(string kind, ImmutableArray<TFile>? all, Func<TFile, string?> evidence, Func<TFile, int?> nth, Func<TFile, Span, TGold> make)
        {
            var placed = ImmutableArray.CreateBuilder<TGold>();
            foreach (var own in all ?? [])
            {
                if (GoldFileStatement.Find(text, evidence(own) ?? "", nth(own) ?? 1) is { } span)
                    placed.Add(make(own, span));
                else
                    faults.Add(new Fault(FindingsFaults.NotInText, $"{path}: {kind}", $"\"{evidence(own)}\""));
            }

            return placed.ToImmutable();
        }
    }
}

internal sealed record GoldFileStatement(
    string? Source, bool Named, string? Actor, string? Content, ImmutableArray<string>? Parts, int? Nth, StatementKind Kind, Certainty Certainty, string? Relay, string? Why, int? Inside)
{
    /// <summary>Where each piece of the content stands; null for one that does not.</summary>
    public ImmutableArray<Span?> Pieces(string text) =>
        Parts is { IsDefaultOrEmpty: false } parts ? [.. parts.Select(part => Find(text, part, 1))] : [Find(text, Content ?? "", Nth ?? 1)];

    public GoldStatement ToStatement(ImmutableArray<Span> content) => new()
    {
        Source = Source ?? "",
        Content = content,
        Named = Named,
        Actor = string.IsNullOrEmpty(Actor) ? null : Actor,
        Kind = Kind,
        Certainty = Certainty,
        Relay = Relay,
        Why = Why,
        Inside = Inside,
    };

    /// <summary>Where words stand for the nth time; null for nowhere.</summary>
    public static Span? Find(string text, string words, int nth)
    {
        var at = -1;
        for (var i = 0; i < nth && words.Length > 0; i++)
        {
            at = text.IndexOf(words, at + 1, StringComparison.Ordinal);
            if (at < 0)
                return null;
        }

        return at < 0 ? null : new Span(at, at + words.Length);
    }
}

internal sealed record GoldFileToll(TollOutcome Outcome, string? Victims, long? Min, long? Max, string? Evidence, int? Nth);

internal sealed record GoldFileScheduled(string? Date, string? Evidence, int? Nth);

internal sealed record GoldFileContact(string? From, string? To, ContactMeans Means, bool Happened, bool Planned, string? Evidence, int? Nth);

internal sealed record GoldFilePosition(string? Party, Stance Stance, string? Evidence, int? Nth);

[JsonSerializable(typeof(GoldFile))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
internal sealed partial class GoldJsonContext : JsonSerializerContext;
