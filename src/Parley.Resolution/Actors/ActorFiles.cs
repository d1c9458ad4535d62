using System.Collections.Frozen;
using Parley.Reports;
using Parley.Resolution.Files;

namespace Parley.Resolution.Actors;

/// <summary>Reads actors from YAML as <c>data/actors/README.md</c> describes it.</summary>
public static class ActorFiles
{
    private static readonly FrozenDictionary<string, ActorKind> s_kinds =
        Enum.GetValues<ActorKind>().ToFrozenDictionary(ToText, StringComparer.Ordinal);

    /// <summary>The kind as files write it: <c>armed-group</c>.</summary>
    public static string ToText(this ActorKind kind) => kind switch
    {
        ActorKind.GovernmentBody => "government-body",
        ActorKind.ArmedForces => "armed-forces",
        ActorKind.IntelligenceService => "intelligence-service",
        ActorKind.ArmedGroup => "armed-group",
        ActorKind.PoliticalGroup => "political-group",
        ActorKind.InternationalOrganisation => "international-organisation",
        ActorKind.OrganisationBody => "organisation-body",
        ActorKind.NonGovernmental => "non-governmental",
        ActorKind.State => "state",
        ActorKind.Territory => "territory",
        ActorKind.Police => "police",
        ActorKind.Alliance => "alliance",
        ActorKind.Format => "format",
        ActorKind.Outlet => "outlet",
        ActorKind.Company => "company",
        ActorKind.Person => "person",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Reads all <c>.yaml</c> files of a folder and those within it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="faults">What is wrong with them is added here, with file and line; wrong entries are left out.</param>
    /// <returns>The actors in the order of files and entries, parts after what they are parts of; references are not checked yet.</returns>
    public static ImmutableArray<LocatedActor> Read(string folder, List<Fault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        var actors = ImmutableArray.CreateBuilder<LocatedActor>();
        foreach (var entry in new YamlFolder(faults).Read(folder, "actors"))
            Read(entry, null, null, actors);
        return actors.ToImmutable();
    }

    private static void Read(YamlEntry entry, Actor? whole, string? source, ImmutableArray<LocatedActor>.Builder actors)
    {
        var name = entry.Required("name");
        var kind = Kind(entry);
        var isPerson = kind == ActorKind.Person;
        var actor = new Actor
        {
            Name = name ?? "",
            Kind = kind ?? default,
            Names = entry.Names("names"),
            Adjectives = entry.Texts("adjectives"),
            People = entry.Texts("people"),
            Capital = entry.Text("capital"),
            Seats = entry.Texts("seats"),
            Code = entry.Text("code"),
            ActsFor = entry.Text("acts-for") ?? whole?.Name,
            PartOf = entry.Texts("part-of"),
            Country = entry.Text("country") ?? CountryOf(whole),
            Existed = isPerson ? entry.Span("born", "died") : entry.Span(),
            Roles = isPerson ? Roles(entry) : [],
            Source = source is null ? entry.Source() : entry.Text("source") ?? source,
        };
        var parts = entry.Entries("parts").ToArray();
        entry.RefuseOthers();
        if (name is null || kind is null)
            return;
        CheckLife(entry, actor);
        actors.Add(new LocatedActor(actor, entry.Where));
        foreach (var part in parts)
            Read(part, actor, actor.Source ?? "", actors);
    }

    private static string? CountryOf(Actor? whole) => whole is { Kind: ActorKind.State } ? whole.Name : whole?.Country;

    private static ActorKind? Kind(YamlEntry entry)
    {
        if (entry.Required("kind") is not { } text)
            return null;
        if (s_kinds.TryGetValue(text, out var kind))
            return kind;
        entry.Refuse(ResolutionFaults.BadEntry, $"there is no kind \"{text}\"");
        return null;
    }

    private static ImmutableArray<Role> Roles(YamlEntry entry)
    {
        var roles = ImmutableArray.CreateBuilder<Role>();
        foreach (var role in entry.Entries("roles"))
        {
            var (title, of, held) = (role.Required("role"), role.Required("of"), role.Span());
            role.RefuseOthers();
            if (title is not null && of is not null)
                roles.Add(new Role(title, of, held));
        }

        return roles.ToImmutable();
    }

    /// <summary>Nobody holds an office before birth or after death.</summary>
    private static void CheckLife(YamlEntry entry, Actor actor)
    {
        foreach (var role in actor.Roles)
        {
            if (actor.Existed is { From: { } born } && role.Held.From is { } from && from.LastDay < born.FirstDay)
                entry.Refuse(ResolutionFaults.BadDates, $"{role.Title} from {from}, born {born}");
            if (actor.Existed is { To: { } died } && role.Held.To is { } to && to.FirstDay > died.LastDay)
                entry.Refuse(ResolutionFaults.BadDates, $"{role.Title} to {to}, died {died}");
        }
    }
}

/// <summary>An actor, and where its entry stands.</summary>
/// <param name="Actor">The actor.</param>
/// <param name="Where">File and line.</param>
public readonly record struct LocatedActor(Actor Actor, string Where);
