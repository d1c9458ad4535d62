using System.Text;
using Parley.Resolution.Files;

namespace Parley.Resolution.Places;

/// <summary>The fields of all places, each field a column. Immutable; a <see cref="Place"/> is made of them when it is asked for.</summary>
internal sealed class PlaceColumns
{
    private const char Separator = '|';

    /// <summary>Where each name begins, with the end of the last, and the letters of all in UTF-8.</summary>
    private readonly int[] _nameStarts;
    private readonly byte[] _nameLetters;

    /// <summary>What lies after the column's end is a town: these come last.</summary>
    private readonly byte[] _kinds;

    private readonly ImmutableArray<string>[] _countryLists;
    private readonly ushort[] _countries;

    /// <summary>In thousandths of a degree.</summary>
    private readonly int[] _latitudes;
    private readonly int[] _longitudes;

    private readonly ushort[] _radii;
    private readonly int[] _populations;
    private readonly int[] _geonamesIds;

    /// <summary>Numbers of texts, counted from 1; 0 is none, as is what lies after the column's end.</summary>
    private readonly ushort[] _within;
    private readonly string[] _withinTexts;

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public PlaceColumns(ColumnReader reader)
    {
        _nameStarts = reader.Read<int>();
        _nameLetters = reader.Read<byte>();
        _kinds = reader.Read<byte>();
        _countryLists = Array.ConvertAll(reader.ReadTexts(), static list => ImmutableArray.Create(list.Split(Separator, StringSplitOptions.RemoveEmptyEntries)));
        _countries = reader.Read<ushort>();
        _latitudes = reader.Read<int>();
        _longitudes = reader.Read<int>();
        _radii = reader.Read<ushort>();
        _populations = reader.Read<int>();
        _geonamesIds = reader.Read<int>();
        _withinTexts = reader.ReadTexts();
        _within = reader.Read<ushort>();
    }

    /// <summary>How many places there are.</summary>
    public int Count => _countries.Length;

    /// <summary>Writes the columns; coordinates are rounded to thousandths of a degree, a hundred metres.</summary>
    public static void Write(ColumnWriter writer, Place[] places)
    {
        var lists = Array.ConvertAll(places, static place => string.Join(Separator, place.Countries));
        string[] distinctLists = [.. lists.Distinct().Order(StringComparer.Ordinal)];
        string[] withinTexts = [.. places.Select(static place => place.Within).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        var notTowns = places[..(Array.FindLastIndex(places, static place => place.Kind != PlaceKind.Town) + 1)];
        var within = places[..(Array.FindLastIndex(places, static place => place.Within is not null) + 1)];
        writer.Write(places.Select(static place => place.Name));
        writer.Write<byte>(Array.ConvertAll(notTowns, static place => (byte)place.Kind));
        writer.Write(distinctLists);
        writer.Write<ushort>(Array.ConvertAll(lists, list => checked((ushort)Array.BinarySearch(distinctLists, list, StringComparer.Ordinal))));
        writer.Write<int>(Array.ConvertAll(places, static place => (int)Math.Round(place.Latitude * 1000)));
        writer.Write<int>(Array.ConvertAll(places, static place => (int)Math.Round(place.Longitude * 1000)));
        writer.Write<ushort>(Array.ConvertAll(places, static place => checked((ushort)place.Radius)));
        writer.Write<int>(Array.ConvertAll(places, static place => place.Population));
        writer.Write<int>(Array.ConvertAll(places, static place => place.GeonamesId));
        writer.Write(withinTexts);
        writer.Write<ushort>(Array.ConvertAll(within, place => place.Within is null ? (ushort)0 : checked((ushort)(Array.BinarySearch(withinTexts, place.Within, StringComparer.Ordinal) + 1))));
    }

    /// <summary>The place of a number.</summary>
    public Place Make(int number) => new(
        Encoding.UTF8.GetString(_nameLetters, _nameStarts[number], _nameStarts[number + 1] - _nameStarts[number]),
        number < _kinds.Length ? (PlaceKind)_kinds[number] : PlaceKind.Town, _countryLists[_countries[number]],
        _latitudes[number] / 1000.0, _longitudes[number] / 1000.0, _radii[number], _populations[number], _geonamesIds[number],
        number < _within.Length && _within[number] is > 0 and var text ? _withinTexts[text - 1] : null);
}
