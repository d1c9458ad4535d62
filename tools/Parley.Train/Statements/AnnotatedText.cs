using Parley.Reports;

namespace Parley.Train.Statements;

/// <summary>An attribution as annotated: each part in the pieces in which it stands.</summary>
/// <param name="Source">Empty where nobody is named.</param>
/// <param name="Cue">Empty where it has none.</param>
/// <param name="Content">What is said.</param>
/// <param name="IsAttitude">Whether it tells of an attitude towards a thing; null where the corpus does not say.</param>
internal sealed record AnnotatedAttribution(ImmutableArray<Span> Source, ImmutableArray<Span> Cue, ImmutableArray<Span> Content, bool? IsAttitude);

/// <summary>A text with all its attributions.</summary>
internal sealed record AnnotatedText(string Name, string Text, ImmutableArray<AnnotatedAttribution> Attributions);
