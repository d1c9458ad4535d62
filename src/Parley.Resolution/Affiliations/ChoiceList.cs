using System.Runtime.InteropServices;

namespace Parley.Resolution.Affiliations;

/// <summary>Candidates for one mention with the features of each, filled afresh for each mention so that none allocates.</summary>
internal sealed class ChoiceList
{
    private readonly List<uint> _features = [];
    private readonly List<(int Candidate, int Start)> _choices = [];

    /// <summary>How many candidates.</summary>
    public int Count => _choices.Count;

    /// <summary>The number of the candidate at <paramref name="index"/>; negative for nobody.</summary>
    public int Candidate(int index) => _choices[index].Candidate;

    /// <summary>Its features; good until more are added.</summary>
    public ReadOnlySpan<uint> Features(int index)
    {
        var start = _choices[index].Start;
        var end = index + 1 < _choices.Count ? _choices[index + 1].Start : _features.Count;
        return CollectionsMarshal.AsSpan(_features)[start..end];
    }

    public void Clear()
    {
        _features.Clear();
        _choices.Clear();
    }

    /// <summary>Begins a candidate; what is added from here on are its features.</summary>
    public void Begin(int candidate) => _choices.Add((candidate, _features.Count));

    public void Add(uint feature) => _features.Add(feature);
}
