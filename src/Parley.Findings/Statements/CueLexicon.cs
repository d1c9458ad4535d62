using System.Collections.Frozen;
using Parley.Language;
using Parley.Reports.Data;
using Parley.Reports.Findings;

namespace Parley.Findings.Statements;

/// <summary>The cues and hedges of <c>Statements/Data</c>.</summary>
internal sealed class CueLexicon
{
    private readonly FrozenDictionary<string, ImmutableArray<CueEntry>> _verbs, _nouns, _adjectives;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _hedges;
    private readonly FrozenDictionary<(string Lemma, bool IsNoun), StatementFrame> _frames;

    public CueLexicon()
    {
        var rows = Rows;
        (_verbs, _nouns, _adjectives) = (Of(rows, "verb"), Of(rows, "noun"), Of(rows, "adj"));
        _hedges = WordList.Load(typeof(CueLexicon).Assembly, "Statements.hedges.tsv").Select(static row => row[0])
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _frames = WordList.Load(typeof(CueLexicon).Assembly, "Statements.frames.tsv")
            .ToFrozenDictionary(static row => (row[0], row[1] == "noun"), static row => Enum.Parse<StatementFrame>(row[2], ignoreCase: true));
    }

    /// <summary>Its examples, the attribution's parts in braces.</summary>
    public static IEnumerable<string> Examples => Rows.Select(static row => row[6]);

    private static ImmutableArray<string[]> Rows => WordList.Load(typeof(CueLexicon).Assembly, "Statements.cues.tsv");

    /// <summary>The cues that a verb begins, the longest first; none for most.</summary>
    private ImmutableArray<CueEntry> Verbs(string lemma) => _verbs.GetValueOrDefault(lemma, []);

    /// <summary>The cues that a noun begins.</summary>
    private ImmutableArray<CueEntry> Nouns(string lemma) => _nouns.GetValueOrDefault(lemma, []);

    /// <summary>The cues that an adjective begins.</summary>
    private ImmutableArray<CueEntry> Adjectives(string lemma) => _adjectives.GetValueOrDefault(lemma, []);

    /// <summary>The cues that a token begins by its part of speech.</summary>
    public ImmutableArray<CueEntry> Of(Token token) => token.Upos switch
    {
        UniversalTag.Verb or UniversalTag.Aux => Verbs(token.Lemma),
        UniversalTag.Adj => Adjectives(token.Lemma),
        UniversalTag.Noun => Nouns(token.Lemma),
        _ => [],
    };

    /// <summary>What a report does to what it tells by this cue.</summary>
    public StatementFrame FrameOf(Token cue) => _frames.GetValueOrDefault((cue.Lemma, cue.Upos == UniversalTag.Noun));

    /// <summary>Whether <paramref name="word"/> hedges.</summary>
    public bool IsHedge(ReadOnlySpan<char> word) => _hedges.Contains(word);

    /// <summary>By the first word's lemma; of cues that begin alike the longest comes first, to be tried first.</summary>
    private static FrozenDictionary<string, ImmutableArray<CueEntry>> Of(ImmutableArray<string[]> rows, string kind) =>
        rows.Where(row => row[1] == kind).Select(Read).GroupBy(static entry => entry.Lemma, StringComparer.Ordinal).ToFrozenDictionary(
            static group => group.Key, static group => group.OrderByDescending(static entry => entry.Rest.Length).ToImmutableArray(), StringComparer.Ordinal);

    private static CueEntry Read(string[] row)
    {
        var words = row[0].Split(' ');
        var (frames, prepositions) = (CueFrames.None, ImmutableArray.CreateBuilder<string>());
        foreach (var frame in row[4].Split(','))
        {
            var known = frame switch
            {
                "clause" => CueFrames.Clause,
                "wh" => CueFrames.Question,
                "inf" => CueFrames.Infinitive,
                "quote" or "colon" => CueFrames.Quotation,
                "np" => CueFrames.Noun,
                "ger" => CueFrames.Gerund,
                _ when frame.StartsWith("obj+", StringComparison.Ordinal) => CueFrames.OfSomeone,
                _ => CueFrames.None,
            };
            frames |= known;
            if (known == CueFrames.None)
                prepositions.Add(frame);
        }

        return new CueEntry(words[0], [.. words.Skip(1)], frames, prepositions.ToImmutable(), Enum.Parse<Certainty>(row[3], ignoreCase: true), row[5] == "said");
    }
}
