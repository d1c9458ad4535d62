using Parley.Reports;

namespace Parley.Intake;

/// <summary>What unpacking an input yields, in the input's order: material for a report, a fault, or things passed over.</summary>
/// <param name="Origin">Where it came from.</param>
public abstract record IntakeItem(Origin Origin);

/// <summary>An input, or a part of one, that could not be used. The rest of the input goes on where it can.</summary>
public sealed record Refused(Origin Origin, Fault Fault) : IntakeItem(Origin);

/// <summary>Parts that are no articles by design (images in an archive, style sheets), told as a count.</summary>
/// <param name="Origin">The input that held them.</param>
/// <param name="Count">How many.</param>
/// <param name="What">What they were, in the plural, such as <c>resources that are no articles</c>.</param>
public sealed record PassedOver(Origin Origin, long Count, string What) : IntakeItem(Origin);

/// <summary>
/// The bytes of one report-to-be, small enough to be held (see <see cref="IntakeLimits"/>). Making a report of it
/// is pure computation and may run on any thread: <see cref="MaterialReader"/>.
/// </summary>
public abstract record Material(Origin Origin) : IntakeItem(Origin);

/// <summary>A web page.</summary>
/// <param name="Origin">Where it came from.</param>
/// <param name="Bytes">The page as served, after transfer and content decoding.</param>
/// <param name="Charset">The character set that HTTP declared; null where it declared none.</param>
public sealed record PageMaterial(Origin Origin, ReadOnlyMemory<byte> Bytes, string? Charset) : Material(Origin);

/// <summary>One schema.org NewsArticle object as JSON.</summary>
public sealed record ArticleMaterial(Origin Origin, ReadOnlyMemory<byte> Json) : Material(Origin);

/// <summary>Plain text or Markdown.</summary>
/// <param name="Origin">Where it came from.</param>
/// <param name="Bytes">The text in any character set.</param>
/// <param name="Charset">The character set that HTTP declared; null where it declared none.</param>
/// <param name="IsMarkdown">Whether Markdown's marks are to be read as marks.</param>
public sealed record TextMaterial(Origin Origin, ReadOnlyMemory<byte> Bytes, string? Charset, bool IsMarkdown) : Material(Origin);

/// <summary>One entry of a feed that carries its own text.</summary>
/// <param name="Origin">Where it came from.</param>
/// <param name="Draft">What the feed says of it, without paragraphs.</param>
/// <param name="Html">Its content, an HTML fragment.</param>
public sealed record EntryMaterial(Origin Origin, ReportDraft Draft, string Html) : Material(Origin);
