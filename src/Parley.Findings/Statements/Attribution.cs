namespace Parley.Findings.Statements;

/// <summary>An attribution as ranges of its document's tokens, before its words are cut to what a statement cites.</summary>
/// <param name="Source">Who; null where nobody is named.</param>
/// <param name="Cue">What marks it, from its first to its last token.</param>
/// <param name="Head">The token that heads the cue.</param>
/// <param name="Content">What, in pieces where the cue splits it.</param>
/// <param name="Entry">What the lexicon says of the cue; null where it has none.</param>
/// <param name="IsAttitude">Whether it tells of an attitude towards a thing, not of something said or thought.</param>
/// <param name="Likelihoods">How sure the models are.</param>
internal sealed record Attribution(
    Range? Source, Range Cue, int Head, ImmutableArray<Range> Content, CueEntry? Entry, bool IsAttitude, AttributionLikelihoods Likelihoods);

/// <summary>How sure the models are of an attribution, each from 0 to 1.</summary>
/// <param name="Cue">That the cue is one.</param>
/// <param name="Floor">What was asked of it.</param>
/// <param name="Source">That this heads the source, or that there is none.</param>
/// <param name="Content">That the content runs from its first to its last word.</param>
internal readonly record struct AttributionLikelihoods(double Cue, double Floor, double Source, double Content);
