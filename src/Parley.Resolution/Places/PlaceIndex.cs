using Parley.Resolution.Names;

namespace Parley.Resolution.Places;

/// <summary>Which places a name may mean, whatever its case, accents, hyphens and apostrophes. Immutable to those who ask, and safe for many threads.</summary>
public sealed class PlaceIndex
{
    private readonly PlaceColumns _columns;
    private readonly FoldedNames _names;

    /// <summary>What was asked for before, by the place's number and by that of the folded name; few of all places ever are.</summary>
    private readonly Place?[] _places;
    private readonly Place[]?[] _found;

    /// <summary>Takes places and their names as they were stored.</summary>
    internal PlaceIndex(PlaceColumns columns, FoldedNames names) =>
        (_columns, _names, _places, _found) = (columns, names, new Place?[columns.Count], new Place[]?[names.Count]);

    /// <summary>All places, those of the files before towns, larger towns before smaller; each is made here.</summary>
    internal IEnumerable<Place> All => Enumerable.Range(0, _columns.Count).Select(PlaceOf);

    /// <summary>The places that <paramref name="name"/> may mean, those of the files before towns, larger towns before smaller.</summary>
    public ReadOnlySpan<Place> Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var prefixes = NameFolding.Prefixes(name);
        return prefixes.IsEmpty ? [] : Find(prefixes[^1]);
    }

    /// <summary>The places of a folded name's hash.</summary>
    internal ReadOnlySpan<Place> Find(ulong hash)
    {
        var index = _names.IndexOf(hash);
        return index < 0 ? [] : _found[index] ?? Make(index);
    }

    /// <summary>Whether a longer name begins with the words of this hash.</summary>
    internal bool IsPrefix(ulong hash) => _names.IsPrefix(hash);

    /// <summary>Threads that ask at the same time may each make the array: all hold the same places.</summary>
    private Place[] Make(int index)
    {
        var entries = _names.EntriesOf(index);
        var found = new Place[entries.Length];
        for (var i = 0; i < found.Length; i++)
            found[i] = PlaceOf(entries[i]);
        return _found[index] = found;
    }

    private Place PlaceOf(int number) => _places[number] ?? (Interlocked.CompareExchange(ref _places[number], _columns.Make(number), null) ?? _places[number]!);
}

/// <summary>A place and its other names.</summary>
internal readonly record struct NamedPlace(Place Place, ImmutableArray<string> Names);
