using System.Runtime.InteropServices;
using Parley.Resolution.Names;

namespace Parley.Resolution.Places;

/// <summary>Which places a name may mean, whatever its case, accents, hyphens and apostrophes. Immutable, and safe for many threads.</summary>
public sealed class PlaceIndex
{
    private readonly Dictionary<ulong, Place[]> _entries = [];
    private readonly HashSet<ulong> _prefixes = [];

    /// <summary>Indexes places, each by its name and its other ones.</summary>
    internal PlaceIndex(ImmutableArray<NamedPlace> places)
    {
        _entries.EnsureCapacity(places.Length * 3 / 2);
        foreach (var (place, names) in places)
        {
            Add(place, place.Name);
            foreach (var name in names)
                Add(place, name);
        }
    }

    /// <summary>The places that <paramref name="name"/> may mean, those of the files before towns, larger towns before smaller.</summary>
    public ReadOnlySpan<Place> Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var prefixes = NameFolding.Prefixes(name);
        return prefixes.IsEmpty ? [] : Find(prefixes[^1]);
    }

    /// <summary>The places of a folded name's hash.</summary>
    internal ReadOnlySpan<Place> Find(ulong hash) => _entries.TryGetValue(hash, out var found) ? found : [];

    /// <summary>Whether a longer name begins with the words of this hash.</summary>
    internal bool IsPrefix(ulong hash) => _prefixes.Contains(hash);

    private void Add(Place place, string name)
    {
        var hash = 0UL;
        foreach (var range in NameFolding.Words(name))
        {
            if (NameFolding.HashOf(name.AsSpan(range)) is not (not 0 and var word))
                continue;
            if (hash != 0)
                _prefixes.Add(hash);
            hash = NameFolding.Then(hash, word);
        }

        if (hash == 0)
            return;
        ref var found = ref CollectionsMarshal.GetValueRefOrAddDefault(_entries, hash, out _);
        if (found is null || Array.IndexOf(found, place) < 0)
            found = [.. found ?? [], place];
    }
}

/// <summary>A place and its other names.</summary>
internal readonly record struct NamedPlace(Place Place, ImmutableArray<string> Names);
