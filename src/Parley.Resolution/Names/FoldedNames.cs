using Parley.Resolution.Files;

namespace Parley.Resolution.Names;

/// <summary>Numbers of entries by the hashes of their folded names. Immutable; made of names by <see cref="FoldedNamesBuilder"/>, or read as it was stored.</summary>
internal sealed class FoldedNames
{
    private readonly SortedHashes _names;
    private readonly SortedHashes _prefixes;

    /// <summary>By the place of the name's hash: its only entry; where there are more, the complement of their place in <see cref="_lists"/>.</summary>
    private readonly int[] _entries;

    /// <summary>The lists of two entries and more, each after its length.</summary>
    private readonly int[] _lists;

    internal FoldedNames(SortedHashes names, int[] entries, int[] lists, SortedHashes prefixes) =>
        (_names, _entries, _lists, _prefixes) = (names, entries, lists, prefixes);

    /// <summary>How many folded names there are.</summary>
    public int Count => _names.Count;

    public static FoldedNames Read(ColumnReader reader) => new(SortedHashes.Read(reader), reader.Read<int>(), reader.Read<int>(), SortedHashes.Read(reader));

    public void Write(ColumnWriter writer)
    {
        _names.Write(writer);
        writer.Write<int>(_entries);
        writer.Write<int>(_lists);
        _prefixes.Write(writer);
    }

    /// <summary>The number of a folded name, below <see cref="Count"/>; -1 where no entry has it.</summary>
    public int IndexOf(ulong hash) => _names.IndexOf(hash);

    /// <summary>The entries of the folded name of this number, in the order in which they were added.</summary>
    public ReadOnlySpan<int> EntriesOf(int index)
    {
        ref readonly var entry = ref _entries[index];
        return entry >= 0 ? new ReadOnlySpan<int>(in entry) : _lists.AsSpan(~entry + 1, _lists[~entry]);
    }

    /// <summary>Whether a longer name begins with the words of this hash.</summary>
    public bool IsPrefix(ulong hash) => _prefixes.IndexOf(hash) >= 0;
}

/// <summary>Folds names and collects their entries.</summary>
internal sealed class FoldedNamesBuilder
{
    private readonly Dictionary<ulong, List<int>> _entries = [];
    private readonly HashSet<ulong> _prefixes = [];

    /// <summary>The entries of a name so far, for the caller to add to; null where the name has no letters.</summary>
    public List<int>? EntriesOf(string name)
    {
        var prefixes = NameFolding.Prefixes(name);
        if (prefixes.IsEmpty)
            return null;
        foreach (var prefix in prefixes.AsSpan()[..^1])
            _prefixes.Add(prefix);
        if (!_entries.TryGetValue(prefixes[^1], out var entries))
            _entries.Add(prefixes[^1], entries = []);
        return entries;
    }

    public FoldedNames Build()
    {
        var names = SortedHashes.Of(_entries.Keys);
        var (entries, lists) = (new int[names.Count], new List<int>());
        foreach (var (hash, list) in _entries.OrderBy(static pair => pair.Key))
        {
            entries[names.IndexOf(hash)] = list is [var only] ? only : ~lists.Count;
            if (list.Count > 1)
            {
                lists.Add(list.Count);
                lists.AddRange(list);
            }
        }

        return new FoldedNames(names, entries, [.. lists], SortedHashes.Of(_prefixes));
    }
}
