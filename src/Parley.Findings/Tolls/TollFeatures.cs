using Parley.Findings.Trees;
using Parley.Language;
using Parley.Language.Models;
using Parley.Reports.Findings;
using Parley.Resolution;

namespace Parley.Findings.Tolls;

/// <summary>The features on which it is decided what befell those whom a count tells of, and to whom they belong.</summary>
internal sealed class TollFeatures(ResolvedDocument resolved)
{
    /// <summary>In tokens to either side of a count.</summary>
    private const int Near = 8;

    private readonly TreeFeatures _tree = new();

    /// <summary>Features of what befell those counted; good until the next are asked for.</summary>
    /// <param name="count">The count.</param>
    /// <param name="before">What the count before it in the sentence was decided to tell; 0 for nothing or none.</param>
    /// <param name="isConflict">Whether the document is about an armed conflict.</param>
    public ReadOnlySpan<uint> OfOutcome(in Count count, int before, bool isConflict)
    {
        _tree.Clear();
        var top = count.Top;
        _tree.AddTree(top);
        var noun = count.Noun is { } own ? TreeFeatures.Lemma(own) : 0;
        _tree.Add(TreeFeatures.Own, noun, count.Noun is { } person && PersonNouns.Is(person) ? 1u : 0);
        _tree.Add(TreeFeatures.Own + 1, (uint)before, noun);
        _tree.Add(TreeFeatures.Own + 2, (uint)before, TreeFeatures.Link(top));
        _tree.Add(TreeFeatures.Own + 3, isConflict ? 1u : 0);
        _tree.Add(TreeFeatures.Own + 4, count.Number.Is("a") || count.Number.Is("an") || count.Number.Is("one") ? 1u : 0, noun);
        var tokens = top.Document.Tokens;
        var (first, last) = (top.Sentence.FirstToken, top.Sentence.FirstToken + top.Sentence.TokenCount);
        for (var i = Math.Max(first, count.Tokens.Start.Value - Near); i < Math.Min(last, count.Tokens.End.Value + Near); i++)
        {
            if (tokens[i].Upos is UniversalTag.Verb or UniversalTag.Noun or UniversalTag.Adj)
                _tree.Add(TreeFeatures.Own + 5, TreeFeatures.Lemma(tokens[i]), i < top.Index ? 1u : 2u);
        }

        if (count.Number.Index != top.Index)
            _tree.Add(TreeFeatures.Own + 6, TreeFeatures.Link(count.Number), noun);
        _tree.Add(TreeFeatures.Own + 7, resolved.SideAt(top) is null ? 0u : 1u, TreeFeatures.Link(top));
        _tree.AddWords(top.Sentence, TreeFeatures.Own + 8);
        return _tree.Values;
    }

    /// <summary>Features of a side as that to which those counted belong; nobody where it is null.</summary>
    /// <param name="count">The count.</param>
    /// <param name="side">A canonical name.</param>
    /// <param name="scene">What the sentence and the report tell of sides.</param>
    public ReadOnlySpan<uint> OfVictims(in Count count, string? side, TollScene scene)
    {
        _tree.Clear();
        var top = count.Top;
        var noun = count.Noun is { } own ? TreeFeatures.Lemma(own) : 0;
        var kind = side is null ? 1u : scene.IsState(side) ? 2u : 3u;
        var outcome = (uint)scene.Outcome;
        var standing = side is null ? 0u : scene.Conflict.Parties.Contains(side, StringComparer.Ordinal) ? 1u : scene.Conflict.Mediators.Contains(side, StringComparer.Ordinal) ? 2u : 3u;
        _tree.Add(1, kind, standing);
        _tree.Add(2, FeatureHash.Add(kind, standing), noun);
        _tree.Add(3, FeatureHash.Add(kind, standing), FeatureHash.Add(outcome, scene.ParticipantCount));
        var told = Equal(side, scene.SpeaksFor);
        var doer = Equal(side, scene.Doer);
        var last = Equal(side, scene.Last);
        var source = Equal(side, scene.Source);
        _tree.Add(4, FeatureHash.Add(kind, told), noun);
        _tree.Add(5, FeatureHash.Add(kind, told), FeatureHash.Add(standing, outcome));
        _tree.Add(6, FeatureHash.Add(kind, doer), outcome);
        _tree.Add(7, FeatureHash.Add(kind, last), FeatureHash.Add(scene.LastNear ? 1u : 0, noun));
        _tree.Add(8, FeatureHash.Add(kind, source), FeatureHash.Add(outcome, standing));
        _tree.Add(9, FeatureHash.Add(kind, FeatureHash.Add(told, doer)), FeatureHash.Add(last, source));
        var tied = false;
        foreach (var (name, path) in scene.Named)
        {
            var equals = Equal(side, name);
            tied |= equals == 2;
            _tree.Add(10, FeatureHash.Add(kind, equals), path);
            _tree.Add(11, FeatureHash.Add(kind, equals), FeatureHash.Add(path, outcome));
        }

        foreach (var (name, path) in scene.Places)
        {
            _tree.Add(12, FeatureHash.Add(kind, Equal(side, name)), path);
            _tree.Add(13, FeatureHash.Add(kind, Equal(side, name)), FeatureHash.Add(standing, (uint)scene.Places.Count));
        }

        _tree.Add(14, FeatureHash.Add(kind, tied ? 1u : 0), FeatureHash.Add((uint)Math.Min(3, scene.Named.Count), (uint)Math.Min(3, scene.Places.Count)));
        var home = FeatureHash.Add(side is null ? 0u : side == scene.Home ? 1u : 2u, side is null ? 0u : side == scene.HomeFighting ? 1u : 2u);
        var person = count.Noun is not { } people ? 0u : PersonNouns.IsAnyone(people) ? 1u : PersonNouns.Is(people) ? 2u : 3u;
        var shape = FeatureHash.Add(FeatureHash.Add((uint)Math.Min(2, scene.Named.Count(static own => own.Path > 4)), scene.Places.Count > 0 ? 1u : 0), scene.States);
        _tree.Add(16, FeatureHash.Add(kind, home), FeatureHash.Add(scene.States, scene.ParticipantCount));
        _tree.Add(17, FeatureHash.Add(kind, home), FeatureHash.Add(person, outcome));
        _tree.Add(18, FeatureHash.Add(kind, home), FeatureHash.Add(shape, person));
        _tree.Add(19, FeatureHash.Add(kind, home), FeatureHash.Add(doer, told));
        _tree.Add(20, FeatureHash.Add(kind, home), FeatureHash.Add(noun, scene.States));
        _tree.Add(21, FeatureHash.Add(kind, scene.SpeaksFor is null ? 1u : 0), FeatureHash.Add(person, shape));
        _tree.Add(15, FeatureHash.Add(kind, told), FeatureHash.Add(doer, FeatureHash.Add(last, standing)));
        return _tree.Values;
    }

    private static uint Equal(string? side, string? other) => other is null ? 0u : side is null ? 3u : string.Equals(side, other, StringComparison.Ordinal) ? 2u : 1u;
}

/// <summary>What a sentence and its report tell of the sides to which those counted may belong.</summary>
internal sealed class TollScene
{
    public required ConflictParties Conflict { get; init; }

    /// <summary>What befell them.</summary>
    public required TollOutcome Outcome { get; init; }

    /// <summary>For whom the counted noun itself speaks.</summary>
    public string? SpeaksFor { get; init; }

    /// <summary>For whom the subject of what befell them speaks.</summary>
    public string? Doer { get; init; }

    /// <summary>To whom those of the toll before belong, and whether it stands in the same sentence or the one before.</summary>
    public string? Last { get; init; }

    /// <inheritdoc cref="Last"/>
    public bool LastNear { get; init; }

    /// <summary>For whom the source of the statement speaks that tells the count.</summary>
    public string? Source { get; init; }

    /// <summary>Sides named in the sentence, each with the way through the tree to it from the count.</summary>
    public required IReadOnlyList<(string Name, uint Path)> Named { get; init; }

    /// <summary>Countries of the places named in the sentence.</summary>
    public required IReadOnlyList<(string Name, uint Path)> Places { get; init; }

    /// <summary>The state of which the report speaks most, and that of those that fight; empty for none.</summary>
    public required string Home { get; init; }

    /// <inheritdoc cref="Home"/>
    public required string HomeFighting { get; init; }

    /// <summary>How many states fight.</summary>
    public required uint States { get; init; }

    /// <summary>Whether a side is a state.</summary>
    public required Func<string, bool> IsState { get; init; }

    /// <summary>How many fight.</summary>
    public uint ParticipantCount => (uint)Math.Min(4, Conflict.Parties.Length);
}
