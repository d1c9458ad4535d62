using NodaTime;
using Parley.Language;
using Parley.Reports;
using Parley.Reports.Findings;
using Parley.Resolution.Affiliations;
using Parley.Resolution.Reading;

namespace Parley.Resolution;

/// <summary>Says whom the names, roles, demonyms and pronouns of a document mean, as of a date. Safe for many threads.</summary>
/// <param name="knowledge">What is known of the world.</param>
public sealed class Resolver(Knowledge knowledge)
{
    /// <summary>Looks at a document as a whole; mentions are then resolved in its light.</summary>
    /// <param name="document">The document.</param>
    /// <param name="date">The day as of which names and offices hold: the report's; null where it is not known.</param>
    public ResolvedDocument Read(Document document, LocalDate? date)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new ResolvedDocument(new DocumentContext(document, date, knowledge));
    }
}

/// <summary>A document whose known names have been found.</summary>
public sealed class ResolvedDocument
{
    private readonly DocumentContext _context;
    private readonly PhraseReader _phrases;
    private readonly AffiliationReader _affiliations;

    internal ResolvedDocument(DocumentContext context)
    {
        _context = context;
        _phrases = new PhraseReader(context);
        _affiliations = new AffiliationReader(context, _phrases, AffiliationModel.BuiltIn);
    }

    /// <summary>Who fights whom in it, and who is shown mediating between them.</summary>
    public ConflictParties Conflict => _context.Conflict;

    /// <summary>What the mention at <paramref name="span"/> means: a name, a noun with what describes it, or a pronoun.</summary>
    /// <param name="span">The mention.</param>
    /// <param name="acts">Whether it is known to act, as a speaker does: then it is no mere place.</param>
    public Resolution Of(Span span, bool acts = false) => _phrases.Read(span, acts);

    /// <summary>
    /// The canonical name of the side, state or body for which whoever is meant by the mention headed by <paramref name="head"/> speaks, or to
    /// which they belong: of a known actor, or the report's own; null where the report does not say.
    /// </summary>
    public string? SpeaksFor(Token head) => _affiliations.Of(head);
}
