using Parley.Reports;
using Parley.Resolution.Actors;
using Parley.Resolution.Files;

namespace Parley.Resolution.Conflicts;

/// <summary>Reads conflicts from YAML as <c>data/conflicts/README.md</c> describes it.</summary>
public static class ConflictFiles
{
    /// <summary>Reads all <c>.yaml</c> files of a folder and those within it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="actors">Whom sides and mediators must be among.</param>
    /// <param name="faults">What is wrong with them is added here, with file and line; wrong entries are left out.</param>
    public static ImmutableArray<Conflict> Read(string folder, ActorSet actors, List<Fault> faults)
    {
        ArgumentNullException.ThrowIfNull(actors);
        ArgumentNullException.ThrowIfNull(faults);
        var conflicts = ImmutableArray.CreateBuilder<Conflict>();
        var where = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in new YamlFolder(faults).Read(folder, "conflicts"))
        {
            if (Read(entry, actors) is not { } conflict)
                continue;
            if (where.TryAdd(conflict.Name, entry.Where))
                conflicts.Add(conflict);
            else
                entry.Refuse(ResolutionFaults.Twice, $"\"{conflict.Name}\", as at {where[conflict.Name]}");
        }

        return conflicts.ToImmutable();
    }

    private static Conflict? Read(YamlEntry entry, ActorSet actors)
    {
        var name = entry.Required("name");
        var conflict = new Conflict
        {
            Name = name ?? "",
            Names = entry.Texts("names"),
            Region = entry.Texts("region"),
            Sides = entry.Lists("sides"),
            Mediators = entry.Texts("mediators"),
            Rounds = Rounds(entry),
            Lasted = entry.Span(),
            Source = entry.Source(),
        };
        entry.RefuseOthers();
        var isWhole = name is not null;
        if (conflict.Sides.Length < 2 || conflict.Sides.Any(static side => side.IsEmpty))
        {
            entry.Refuse(ResolutionFaults.BadEntry, "\"sides\" needs two lists of actors and more");
            isWhole = false;
        }

        foreach (var missing in conflict.Sides.SelectMany(static side => side).Concat(conflict.Mediators).Where(actor => actors.Find(actor) is null))
        {
            entry.Refuse(ResolutionFaults.NoSuchActor, $"\"{missing}\" of \"{name}\"");
            isWhole = false;
        }

        return isWhole ? conflict : null;
    }

    private static ImmutableArray<Round> Rounds(YamlEntry entry)
    {
        var rounds = ImmutableArray.CreateBuilder<Round>();
        foreach (var round in entry.Entries("rounds"))
        {
            rounds.Add(new Round(round.Text("name"), round.Span()));
            round.RefuseOthers();
        }

        return rounds.ToImmutable();
    }
}
