using Parley.Resolution.Actors;
using Parley.Resolution.Conflicts;
using Parley.Resolution.Names;

namespace Parley.Resolution.Files;

/// <summary>
/// Known actors and conflicts as one file: the index of the actors' names, tables of all texts and dates, then the entries by the numbers of
/// their texts and dates. It is compiled from <c>data/</c> and built into the assembly.
/// </summary>
/// <remarks>Columns of <see cref="ColumnWriter"/>; the last holds the actors, then the conflicts, in numbers of 7 bits a byte.</remarks>
internal static class FactFile
{
    private static ReadOnlySpan<byte> Magic => "ParleyF2"u8;

    /// <summary>The file's bytes; the same facts give the same.</summary>
    public static byte[] Write(ImmutableArray<Actor> actors, IReadOnlyCollection<Conflict> conflicts)
    {
        using var entries = new MemoryStream();
        using var writer = new FactWriter(entries);
        writer.WriteList(actors, WriteActor);
        writer.WriteList(conflicts, WriteConflict);
        var columns = new ColumnWriter();
        ActorNames.Of(actors).Write(columns);
        columns.Write(writer.Texts);
        columns.Write<int>(writer.Dates);
        columns.Write<byte>(entries.ToArray());
        return columns.ToFile(Magic);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are of another kind or version, or damaged.</exception>
    public static (ImmutableArray<Actor> Actors, ImmutableArray<Conflict> Conflicts, ActorNames Names) Read(byte[] bytes)
    {
        var columns = new ColumnReader(bytes, Magic);
        var names = ActorNames.Read(columns);
        var reader = new FactReader(columns.ReadTexts(), columns.Read<int>(), columns.Read<byte>());
        return (reader.ReadList(ReadActor), reader.ReadList(ReadConflict), names);
    }

    private static void WriteActor(FactWriter writer, Actor actor)
    {
        writer.WriteText(actor.Name);
        writer.WriteNumber((int)actor.Kind);
        writer.WriteList(actor.Names, static (to, name) =>
        {
            to.WriteText(name.Name);
            to.WriteSpan(name.Used);
        });
        writer.WriteTexts(actor.Adjectives);
        writer.WriteTexts(actor.People);
        writer.WriteText(actor.Capital);
        writer.WriteTexts(actor.Seats);
        writer.WriteText(actor.Code);
        writer.WriteText(actor.ActsFor);
        writer.WriteTexts(actor.PartOf);
        writer.WriteText(actor.Country);
        writer.WriteSpan(actor.Existed);
        writer.WriteList(actor.Roles, static (to, role) =>
        {
            to.WriteText(role.Title);
            to.WriteText(role.Of);
            to.WriteSpan(role.Held);
        });
        writer.WriteText(actor.Source);
    }

    private static Actor ReadActor(FactReader reader) => new()
    {
        Name = reader.ReadText()!,
        Kind = (ActorKind)reader.ReadNumber(),
        Names = reader.ReadList(static from => new DatedName(from.ReadText()!, from.ReadSpan())),
        Adjectives = reader.ReadTexts(),
        People = reader.ReadTexts(),
        Capital = reader.ReadText(),
        Seats = reader.ReadTexts(),
        Code = reader.ReadText(),
        ActsFor = reader.ReadText(),
        PartOf = reader.ReadTexts(),
        Country = reader.ReadText(),
        Existed = reader.ReadSpan(),
        Roles = reader.ReadList(static from => new Role(from.ReadText()!, from.ReadText()!, from.ReadSpan())),
        Source = reader.ReadText(),
    };

    private static void WriteConflict(FactWriter writer, Conflict conflict)
    {
        writer.WriteText(conflict.Name);
        writer.WriteTexts(conflict.Names);
        writer.WriteTexts(conflict.Region);
        writer.WriteList(conflict.Sides, static (to, side) => to.WriteTexts(side));
        writer.WriteTexts(conflict.Mediators);
        writer.WriteList(conflict.Rounds, static (to, round) =>
        {
            to.WriteText(round.Name);
            to.WriteSpan(round.Lasted);
        });
        writer.WriteSpan(conflict.Lasted);
        writer.WriteText(conflict.Source);
    }

    private static Conflict ReadConflict(FactReader reader) => new()
    {
        Name = reader.ReadText()!,
        Names = reader.ReadTexts(),
        Region = reader.ReadTexts(),
        Sides = reader.ReadList(static from => from.ReadTexts()),
        Mediators = reader.ReadTexts(),
        Rounds = reader.ReadList(static from => new Round(from.ReadText(), from.ReadSpan())),
        Lasted = reader.ReadSpan(),
        Source = reader.ReadText(),
    };
}
