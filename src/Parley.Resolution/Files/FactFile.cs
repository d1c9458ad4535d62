using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using NodaTime;
using Parley.Reports;
using Parley.Resolution.Actors;
using Parley.Resolution.Conflicts;

namespace Parley.Resolution.Files;

/// <summary>
/// Known actors and conflicts as one file: a table of all texts, then the entries by the numbers of their texts. It is compiled from
/// <c>data/</c> and built into the assembly.
/// </summary>
/// <remarks>Layout: magic with the version, checksum (XXH3, 64 bits) of all that follows, texts, actors, conflicts. Numbers are of 7 bits a byte.</remarks>
internal static class FactFile
{
    private const int Header = 16;

    private static ReadOnlySpan<byte> Magic => "ParleyF1"u8;

    /// <summary>The file's bytes; the same facts give the same.</summary>
    public static byte[] Write(IReadOnlyCollection<Actor> actors, IReadOnlyCollection<Conflict> conflicts)
    {
        using var body = new MemoryStream();
        var texts = new Dictionary<string, int>(StringComparer.Ordinal);
        using (var writer = new FactWriter(body, texts))
        {
            writer.WriteList(actors, WriteActor);
            writer.WriteList(conflicts, WriteConflict);
        }

        using var whole = new MemoryStream();
        whole.Write(Magic);
        whole.Write(new byte[8]);
        using (var writer = new BinaryWriter(whole, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write7BitEncodedInt(texts.Count);
            foreach (var text in texts.OrderBy(static pair => pair.Value).Select(static pair => pair.Key))
                writer.Write(text);
        }

        whole.Write(body.ToArray());
        var bytes = whole.ToArray();
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(8), XxHash3.HashToUInt64(bytes.AsSpan(Header)));
        return bytes;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are of another kind or version, or damaged.</exception>
    public static (ImmutableArray<Actor> Actors, ImmutableArray<Conflict> Conflicts) Read(byte[] bytes)
    {
        if (bytes.Length < Header || !bytes.AsSpan().StartsWith(Magic))
            throw new InvalidDataException("The bytes are no file of facts of this version.");
        if (BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(8)) != XxHash3.HashToUInt64(bytes.AsSpan(Header)))
            throw new InvalidDataException("The file of facts is damaged: its checksum does not fit.");
        using var reader = new FactReader(new MemoryStream(bytes, Header, bytes.Length - Header));
        return (reader.ReadList(ReadActor), reader.ReadList(ReadConflict));
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

/// <summary>Writes texts by their numbers, counted from 1; 0 is none.</summary>
internal sealed class FactWriter(Stream stream, Dictionary<string, int> texts) : BinaryWriter(stream, Encoding.UTF8, leaveOpen: true)
{
    public void WriteNumber(int number) => Write7BitEncodedInt(number);

    public void WriteText(string? text)
    {
        var number = 0;
        if (text is not null && !texts.TryGetValue(text, out number))
            texts.Add(text, number = texts.Count + 1);
        WriteNumber(number);
    }

    public void WriteTexts(ImmutableArray<string> list) => WriteList(list, static (to, text) => to.WriteText(text));

    public void WriteList<T>(IReadOnlyCollection<T> list, Action<FactWriter, T> write)
    {
        WriteNumber(list.Count);
        foreach (var item in list)
            write(this, item);
    }

    public void WriteSpan(DateSpan span)
    {
        WriteDate(span.From);
        WriteDate(span.To);
    }

    /// <summary>Year, month and day in one number, those that are not known 0.</summary>
    private void WriteDate(PartialDate? date) => WriteNumber(date is not { } known ? 0
        : (known.Year * 13 + (known.Precision >= DatePrecision.Month ? known.FirstDay.Month : 0)) * 32 + (known.Precision >= DatePrecision.Day ? known.FirstDay.Day : 0));
}

/// <summary>Reads what <see cref="FactWriter"/> wrote.</summary>
internal sealed class FactReader : BinaryReader
{
    private readonly string[] _texts;

    public FactReader(Stream stream)
        : base(stream, Encoding.UTF8)
    {
        _texts = new string[ReadNumber()];
        for (var i = 0; i < _texts.Length; i++)
            _texts[i] = ReadString();
    }

    public int ReadNumber() => Read7BitEncodedInt();

    public string? ReadText() => ReadNumber() is > 0 and var number ? _texts[number - 1] : null;

    public ImmutableArray<string> ReadTexts() => ReadList(static from => from.ReadText()!);

    public ImmutableArray<T> ReadList<T>(Func<FactReader, T> read)
    {
        var count = ReadNumber();
        if (count == 0)
            return [];
        var list = ImmutableArray.CreateBuilder<T>(count);
        for (var i = 0; i < count; i++)
            list.Add(read(this));
        return list.MoveToImmutable();
    }

    public DateSpan ReadSpan() => new(ReadDate(), ReadDate());

    private PartialDate? ReadDate()
    {
        var number = ReadNumber();
        var (year, month, day) = (number / 32 / 13, number / 32 % 13, number % 32);
        return number == 0 ? null
            : month == 0 ? PartialDate.OfYear(year)
            : day == 0 ? PartialDate.OfMonth(year, month)
            : PartialDate.OfDay(new LocalDate(year, month, day));
    }
}
