namespace Parley.Findings.Statements;

/// <summary>An attribution as ranges of its document's tokens, before its words are cut to what a statement cites.</summary>
/// <param name="Source">Who; null where nobody is named.</param>
/// <param name="Cue">What marks it, from its first to its last token.</param>
/// <param name="Head">The token that heads the cue.</param>
/// <param name="Content">What, in pieces where the cue splits it.</param>
/// <param name="Entry">What the lexicon says of the cue; null where it has none.</param>
/// <param name="IsAttitude">Whether it tells of an attitude towards a thing, not of something said or thought.</param>
/// <param name="Likelihood">From 0 to 1: that the cue is one.</param>
internal sealed record Attribution(
    Range? Source, Range Cue, int Head, ImmutableArray<Range> Content, CueEntry? Entry, bool IsAttitude, double Likelihood);
