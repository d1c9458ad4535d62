using System.Collections.Frozen;
using Parley.Reports.Data;
using Parley.Reports.Findings;

namespace Parley.Findings.Statements;

/// <summary>The speech verbs and hedges of <c>Statements/Data</c>.</summary>
internal sealed class CueLexicon
{
    private readonly FrozenDictionary<string, Certainty>.AlternateLookup<ReadOnlySpan<char>> _verbs;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _hedges;

    public CueLexicon()
    {
        var assembly = typeof(CueLexicon).Assembly;
        _verbs = WordList.Load(assembly, "Statements.cues.tsv")
            .ToFrozenDictionary(
                static row => row[0], static row => Enum.Parse<Certainty>(row[1], ignoreCase: true), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        _hedges = WordList.Load(assembly, "Statements.hedges.tsv").Select(static row => row[0])
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Whether <paramref name="word"/>, in lower case, is a form of a speech verb, and how its source then puts the content.</summary>
    public bool IsVerb(ReadOnlySpan<char> word, out Certainty certainty) => _verbs.TryGetValue(word, out certainty);

    /// <summary>Whether <paramref name="word"/> hedges.</summary>
    public bool IsHedge(ReadOnlySpan<char> word) => _hedges.Contains(word);
}
