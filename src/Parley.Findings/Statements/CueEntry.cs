using Parley.Reports.Findings;

namespace Parley.Findings.Statements;

/// <summary>What a cue takes as its content, and where.</summary>
[Flags]
internal enum CueFrames
{
    /// <summary>Nothing of its own.</summary>
    None = 0,

    /// <summary>A clause with or without "that": <c>said (that) it was late</c>.</summary>
    Clause = 1,

    /// <summary>A question: <c>asked whether it was late</c>.</summary>
    Question = 2,

    /// <summary>An infinitive: <c>vowed to stay</c>.</summary>
    Infinitive = 4,

    /// <summary>Quoted words.</summary>
    Quotation = 8,

    /// <summary>A noun: <c>condemned the raid</c>.</summary>
    Noun = 16,

    /// <summary>A gerund: <c>denied shelling the town</c>.</summary>
    Gerund = 32,

    /// <summary>Someone and what is to be done or is said of them: <c>urged both to stop</c>, <c>described it as a farce</c>, <c>accused it of theft</c>.</summary>
    OfSomeone = 64,
}

/// <summary>A word, or several, that leads attributions.</summary>
/// <param name="Lemma">The lemma of its first word.</param>
/// <param name="Rest">The words that follow the first as they stand, most often a preposition; empty for one word.</param>
/// <param name="Frames">What it takes as its content.</param>
/// <param name="Prepositions">Those with which a noun is its content: <c>spoke of</c>.</param>
/// <param name="Does">What it does to the content.</param>
/// <param name="IsSaid">Whether its content is something said or thought, not a thing that someone is for or against.</param>
internal sealed record CueEntry(
    string Lemma, ImmutableArray<string> Rest, CueFrames Frames, ImmutableArray<string> Prepositions, Certainty Does, bool IsSaid);
