using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using Parley.Reports;

namespace Parley.Resolution.Places;

/// <summary>Places as one file, compiled from <c>data/places</c> and a table of towns, and built into the assembly.</summary>
/// <remarks>Layout: magic with the version, checksum (XXH3, 64 bits) of all that follows, then the entries, packed (Brotli).</remarks>
internal static class PlaceFile
{
    private const int Header = 16;

    private static ReadOnlySpan<byte> Magic => "ParleyP1"u8;

    /// <summary>Reads the tables of a folder, each named after a part of the world; what is wrong becomes a fault with file and line.</summary>
    public static ImmutableArray<NamedPlace> ReadTables(string folder, List<Fault> faults)
    {
        var places = ImmutableArray.CreateBuilder<NamedPlace>();
        foreach (var path in Directory.GetFiles(folder, "*.tsv").Where(static path => Path.GetFileName(path) != "countries.tsv").Order(StringComparer.Ordinal))
        {
            var number = 1;
            foreach (var line in File.ReadLines(path).Skip(1))
            {
                number++;
                if (Read(line) is { } place)
                    places.Add(place);
                else
                    faults.Add(new Fault(ResolutionFaults.BadEntry, $"{path}:{number}", "eight fields, a kind and three numbers were expected"));
            }
        }

        return places.ToImmutable();
    }

    /// <summary>Reads a table of towns: GeoNames' number, name, other name, country of two letters, population, latitude, longitude.</summary>
    public static ImmutableArray<NamedPlace> ReadTowns(string path, string countries)
    {
        var names = File.ReadLines(countries).Skip(1).Select(static line => line.Split('\t')).ToDictionary(static row => row[0], static row => row[1]);
        return [.. File.ReadLines(path).Select(static line => line.Split('\t')).OrderByDescending(static row => int.Parse(row[4], CultureInfo.InvariantCulture)).Select(row => new NamedPlace(
            new Place(
                row[1], PlaceKind.Town, [names[row[3]]], Number(row[5]), Number(row[6]), RadiusOf(int.Parse(row[4], CultureInfo.InvariantCulture)),
                int.Parse(row[4], CultureInfo.InvariantCulture), int.Parse(row[0], CultureInfo.InvariantCulture), null),
            row[2].Length > 0 && row[2] != row[1] ? [row[2]] : []))];
    }

    public static byte[] Write(ImmutableArray<NamedPlace> places)
    {
        using var body = new MemoryStream();
        using (var packed = new BrotliStream(body, CompressionLevel.SmallestSize, leaveOpen: true))
        using (var writer = new BinaryWriter(packed, Encoding.UTF8))
        {
            var countries = places.SelectMany(static place => place.Place.Countries).Distinct().Order(StringComparer.Ordinal).ToArray();
            writer.Write7BitEncodedInt(countries.Length);
            foreach (var country in countries)
                writer.Write(country);
            writer.Write7BitEncodedInt(places.Length);
            foreach (var (place, names) in places)
            {
                writer.Write(place.Name);
                writer.Write7BitEncodedInt(names.Length);
                foreach (var name in names)
                    writer.Write(name);
                writer.Write((byte)place.Kind);
                writer.Write7BitEncodedInt(place.Countries.Length);
                foreach (var country in place.Countries)
                    writer.Write7BitEncodedInt(Array.BinarySearch(countries, country, StringComparer.Ordinal));
                writer.Write((int)Math.Round(place.Latitude * 1000));
                writer.Write((int)Math.Round(place.Longitude * 1000));
                writer.Write7BitEncodedInt(place.Radius);
                writer.Write7BitEncodedInt(place.Population);
                writer.Write7BitEncodedInt(place.GeonamesId);
                writer.Write(place.Within ?? "");
            }
        }

        byte[] bytes = [.. Magic, .. new byte[8], .. body.ToArray()];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(8), XxHash3.HashToUInt64(bytes.AsSpan(Header)));
        return bytes;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are of another kind or version, or damaged.</exception>
    public static ImmutableArray<NamedPlace> Read(byte[] bytes)
    {
        if (bytes.Length < Header || !bytes.AsSpan().StartsWith(Magic) || BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(8)) != XxHash3.HashToUInt64(bytes.AsSpan(Header)))
            throw new InvalidDataException("The bytes are no file of places of this version, or damaged.");
        using var unpacked = new MemoryStream();
        using (var packed = new BrotliStream(new MemoryStream(bytes, Header, bytes.Length - Header), CompressionMode.Decompress))
            packed.CopyTo(unpacked);
        unpacked.Position = 0;
        using var reader = new BinaryReader(unpacked, Encoding.UTF8);
        var countries = new string[reader.Read7BitEncodedInt()];
        for (var i = 0; i < countries.Length; i++)
            countries[i] = reader.ReadString();
        var alone = Array.ConvertAll(countries, static country => ImmutableArray.Create(country));
        var places = ImmutableArray.CreateBuilder<NamedPlace>(reader.Read7BitEncodedInt());
        for (var i = places.Capacity; i > 0; i--)
            places.Add(ReadPlace(reader, countries, alone));
        return places.MoveToImmutable();
    }

    private static NamedPlace ReadPlace(BinaryReader reader, string[] countries, ImmutableArray<string>[] alone)
    {
        var name = reader.ReadString();
        var names = Repeat(reader.Read7BitEncodedInt(), reader.ReadString);
        var kind = (PlaceKind)reader.ReadByte();
        var count = reader.Read7BitEncodedInt();
        var within = count == 1 ? alone[reader.Read7BitEncodedInt()] : Repeat(count, () => countries[reader.Read7BitEncodedInt()]);
        var (latitude, longitude) = (reader.ReadInt32() / 1000.0, reader.ReadInt32() / 1000.0);
        var (radius, population, geonames) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
        return new NamedPlace(new Place(name, kind, within, latitude, longitude, radius, population, geonames, reader.ReadString() is { Length: > 0 } larger ? larger : null), names);
    }

    private static ImmutableArray<string> Repeat(int count, Func<string> read)
    {
        if (count == 0)
            return [];
        var list = ImmutableArray.CreateBuilder<string>(count);
        for (var i = 0; i < count; i++)
            list.Add(read());
        return list.MoveToImmutable();
    }

    private static NamedPlace? Read(string line)
    {
        if (line.Split('\t') is not [{ Length: > 0 } name, var names, var kind, var countries, var latitude, var longitude, var radius, var within]
            || !Enum.TryParse<PlaceKind>(kind, ignoreCase: true, out var known)
            || !double.TryParse(latitude, NumberStyles.Float, CultureInfo.InvariantCulture, out var north) || !double.TryParse(longitude, NumberStyles.Float, CultureInfo.InvariantCulture, out var east)
            || !int.TryParse(radius, NumberStyles.None, CultureInfo.InvariantCulture, out var reach))
        {
            return null;
        }

        return new NamedPlace(
            new Place(name, known, Split(countries), north, east, reach, 0, 0, within.Length > 0 ? within : null), Split(names));

        static ImmutableArray<string> Split(string list) => [.. list.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }

    /// <summary>About how far a town of so many people reaches, in km.</summary>
    private static int RadiusOf(int population) => Math.Max(1, (int)Math.Sqrt(population / 10_000.0));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
