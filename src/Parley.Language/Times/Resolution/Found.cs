using Parley.Language.Times.Grammar;
using Parley.Reports;

namespace Parley.Language.Times.Resolution;

/// <summary>A draft where it stands in the report.</summary>
/// <param name="Draft">What its words tell.</param>
/// <param name="Span">Its characters.</param>
/// <param name="Sentence">Index of its sentence.</param>
/// <param name="Paragraph">Index of its paragraph.</param>
/// <param name="Tense">Whether what is said with it has been or is to come.</param>
/// <param name="IsLed">Whether <c>until</c>, <c>by</c> or the like stands before it.</param>
internal sealed record Found(Draft Draft, Span Span, int Sentence, int Paragraph, Tense Tense, bool IsLed)
{
    /// <summary>How it is joined to the next: by nothing, in a row (<c>and</c>), or as the two ends of a stretch (<c>to</c>).</summary>
    public Joint Joint { get; init; }

    /// <summary>Whether a bracket opens right before it.</summary>
    public bool IsBracketed { get; init; }
}

internal enum Joint : byte
{
    None,
    Row,
    Stretch,
}
