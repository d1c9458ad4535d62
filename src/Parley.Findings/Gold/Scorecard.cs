namespace Parley.Findings.Gold;

/// <summary>
/// Measures in the order in which they were first taken: of sets (how much of gold was found, and how much of what was found is gold) and of
/// fields (how many are as in gold).
/// </summary>
public sealed class Scorecard
{
    private readonly List<Measure> _measures = [];
    private readonly List<Miss> _misses = [];

    /// <summary>The measures.</summary>
    public IReadOnlyList<Measure> Measures => _measures;

    /// <summary>What is wrong, in the order in which it was met.</summary>
    public IReadOnlyList<Miss> Misses => _misses;

    /// <summary>Adds to a measure of sets.</summary>
    public void AddSet(string name, int right, int gold, int found) => Add(new Measure(name, right, gold, found));

    /// <summary>Adds facts that are as in gold or not, each counted once, to a measure of sets.</summary>
    /// <typeparam name="T">What is compared.</typeparam>
    /// <param name="name">The measure.</param>
    /// <param name="report">The gold report's name.</param>
    /// <param name="gold">What gold has.</param>
    /// <param name="read">What was read.</param>
    public void AddFacts<T>(string name, string report, IEnumerable<T> gold, IEnumerable<T> read)
    {
        var (wanted, found) = (gold.ToHashSet(), read.ToHashSet());
        AddSet(name, wanted.Count(found.Contains), wanted.Count, found.Count);
        foreach (var missed in wanted.Where(own => !found.Contains(own)))
            AddMiss(name, report, $"missed: {missed}");
        foreach (var extra in found.Where(own => !wanted.Contains(own)))
            AddMiss(name, report, $"extra: {extra}");
    }

    /// <summary>Adds one field to a measure of fields.</summary>
    public void AddField(string name, bool isRight) => Add(new Measure(name, isRight ? 1 : 0, 1, null));

    /// <summary>Adds what is wrong.</summary>
    /// <param name="name">The measure.</param>
    /// <param name="report">The gold report's name.</param>
    /// <param name="what">What.</param>
    public void AddMiss(string name, string report, string what) => _misses.Add(new Miss(name, report, what));

    private void Add(Measure more)
    {
        var at = _measures.FindIndex(own => own.Name == more.Name);
        if (at < 0)
            _measures.Add(more);
        else
            _measures[at] = more with { Right = _measures[at].Right + more.Right, Gold = _measures[at].Gold + more.Gold, Found = _measures[at].Found + more.Found };
    }
}

/// <summary>How much is right.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Right">How many are right.</param>
/// <param name="Gold">Of how many in gold.</param>
/// <param name="Found">How many were found; null for fields, which gold and reading both have.</param>
public sealed record Measure(string Name, int Right, int Gold, int? Found)
{
    /// <summary>From 0 to 1: F1 for sets, the share that is right for fields; 1 where there was nothing to find and nothing was.</summary>
    public double Value => Gold + (Found ?? Gold) is var sum and > 0 ? 2.0 * Right / sum : 1;
}

/// <summary>Something that was read otherwise than gold has it.</summary>
/// <param name="Measure">In which measure it counts.</param>
/// <param name="Report">The gold report's name.</param>
/// <param name="What">What.</param>
public sealed record Miss(string Measure, string Report, string What);
