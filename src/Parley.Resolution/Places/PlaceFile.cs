using System.Globalization;
using Parley.Reports;
using Parley.Resolution.Files;
using Parley.Resolution.Names;

namespace Parley.Resolution.Places;

/// <summary>Places as one file, compiled from <c>data/places</c> and a table of towns, and built into the assembly.</summary>
/// <remarks>Columns of <see cref="ColumnWriter"/>: the index of the names, then the fields of <see cref="PlaceColumns"/>.</remarks>
internal static class PlaceFile
{
    private static ReadOnlySpan<byte> Magic => "ParleyP2"u8;

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

    /// <summary>The file's bytes; the same places give the same.</summary>
    public static byte[] Write(ImmutableArray<NamedPlace> places)
    {
        var names = new FoldedNamesBuilder();
        for (var number = 0; number < places.Length; number++)
        {
            foreach (var name in places[number].Names.Prepend(places[number].Place.Name))
            {
                if (names.EntriesOf(name) is { } entries && !entries.Contains(number))
                    entries.Add(number);
            }
        }

        var columns = new ColumnWriter();
        names.Build().Write(columns);
        PlaceColumns.Write(columns, [.. places.Select(static place => place.Place)]);
        return columns.ToFile(Magic);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are of another kind or version, or damaged.</exception>
    public static PlaceIndex Read(byte[] bytes)
    {
        var columns = new ColumnReader(bytes, Magic);
        var names = FoldedNames.Read(columns);
        return new PlaceIndex(new PlaceColumns(columns), names);
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
