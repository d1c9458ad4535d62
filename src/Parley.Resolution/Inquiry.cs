using NodaTime;
using Parley.Language;
using Parley.Reports;
using Parley.Resolution.Actors;
using Parley.Resolution.Names;
using Parley.Resolution.Reading;

namespace Parley.Resolution;

/// <summary>What a name or phrase by itself means as of a day, and what else it may.</summary>
/// <param name="Found">What it means most likely.</param>
/// <param name="Office">The office that counts on the day, of a person who has one.</param>
/// <param name="Others">Other actors of that name, the likelier first.</param>
public sealed record Inquiry(Resolution Found, Role? Office, ImmutableArray<NamedActor> Others)
{
    /// <summary>Asks for <paramref name="phrase"/>, as if it stood alone in a report of that day.</summary>
    /// <param name="knowledge">What is known of the world.</param>
    /// <param name="language">The language stage.</param>
    /// <param name="phrase">A name, or a phrase such as <c>the Egyptian foreign minister</c>.</param>
    /// <param name="day">The day; null where names and offices of all times count.</param>
    public static Inquiry Of(Knowledge knowledge, LanguagePipeline language, string phrase, LocalDate? day)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(phrase);
        var document = language.Analyze(phrase, new AnalysisContext(day is { } known ? PartialDate.OfDay(known) : null));
        var context = new DocumentContext(document, day, knowledge);
        var candidates = knowledge.Names.Find(phrase).ToArray();
        var found = candidates.Length > 0
            ? context.Explain(new SpottedName(new Span(0, phrase.Length), 0, Math.Max(2, context.Words.Length), [.. candidates]), new Span(0, phrase.Length))
            : new PhraseReader(context).Read(new Span(0, phrase.Length));
        var office = found.Actor is { Kind: ActorKind.Person } person ? context.RoleOf(person) : null;
        return new Inquiry(found, office, [.. candidates.Where(candidate => candidate.Actor != found.Actor).DistinctBy(static candidate => candidate.Actor.Name)]);
    }
}
