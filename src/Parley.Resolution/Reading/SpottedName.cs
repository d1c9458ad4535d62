using Parley.Reports;
using Parley.Resolution.Names;

namespace Parley.Resolution.Reading;

/// <summary>A known name in a document.</summary>
/// <param name="Span">Its characters, without a possessive.</param>
/// <param name="FirstWord">Index of its first word among the document's <see cref="SpottedWord"/>s.</param>
/// <param name="EndWord">Index after its last.</param>
/// <param name="Candidates">Whom it may mean; never empty.</param>
internal readonly record struct SpottedName(Span Span, int FirstWord, int EndWord, ImmutableArray<NamedActor> Candidates);

/// <summary>A word of a text as names are made of them: hyphens, spaces and marks part words, apostrophes and dots do not.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset after its last letter or digit.</param>
/// <param name="Hash">Of its folded letters.</param>
/// <param name="Bare">Of its letters without a possessive; the same where it has none.</param>
/// <param name="BareEnd">Offset after the last of these.</param>
/// <param name="IsOpening">Whether a mark or a sentence's end stands before it, so that no name runs on to it.</param>
internal readonly record struct SpottedWord(int Start, int End, ulong Hash, ulong Bare, int BareEnd, bool IsOpening);
