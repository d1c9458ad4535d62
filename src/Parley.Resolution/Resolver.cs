using NodaTime;
using Parley.Language;
using Parley.Reports;
using Parley.Reports.Findings;
using Parley.Resolution.Actors;
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

    /// <summary>Canonical names of the sides, states and bodies of which the document speaks, those that no list has by the report's own.</summary>
    public IEnumerable<string> Sides => _affiliations.Candidates.Sides;

    /// <summary>The side that the name headed by <paramref name="head"/> names, or whose adjective or people it is; null where it names none.</summary>
    public string? SideAt(Token head) => _affiliations.Candidates.At(head) is { } named && _affiliations.Candidates.IsSide(named.Candidate) ? _affiliations.Candidates[named.Candidate].Name : null;

    /// <summary>The country in which the place named at <paramref name="span"/> lies; null where none is known.</summary>
    public string? CountryAt(Span span) => _context.PlaceAt(span) is { Countries: [var country, ..] } ? country : null;

    /// <summary>Whether a side of this canonical name is a known state or territory.</summary>
    public bool IsState(string name) => _context.Knowledge.Actors.Find(name) is { Kind: ActorKind.State or ActorKind.Territory };

    /// <summary>How much the document speaks of a known side, of its people and of places in its country; 0 for not at all.</summary>
    public double WeightOf(string name) => _context.WeightOf(name);
}
