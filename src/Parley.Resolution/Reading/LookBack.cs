using Parley.Language;
using Parley.Reports;
using Parley.Resolution.Actors;
using Parley.Resolution.Names;

namespace Parley.Resolution.Reading;

/// <summary>A mention without a name of its own: what coreference says it looks back to, else the last one before it that its noun fits.</summary>
internal sealed class LookBack(DocumentContext context)
{
    /// <summary>In tokens; a noun looks back no farther to the last of its kind.</summary>
    private const int Farthest = 3000;

    public Resolution? Read(Phrase phrase, RoleClass kind)
    {
        if (ByCoreference(phrase.Span, phrase.Head) is { } found)
            return found;
        if (!phrase.IsDefinite)
            return null;
        if (OfficeWords.IsAnyone(phrase.Head.Lemma))
            return phrase.Span.Start > 0 && context.Document.TokenAt(phrase.Span.Start) is { Index: > 0 } first && context.Document.Tokens[first.Index - 1].Is("the") ? BySameNoun(phrase) : null;
        if (kind is RoleClass.Office or RoleClass.Body && ByPlace(phrase) is { } there)
            return there;
        if (kind == RoleClass.Office && ByOffice(phrase) is { } holder)
            return holder;
        if (kind is RoleClass.Office && BySameNoun(phrase) is { } earlier)
            return earlier;
        if (kind is RoleClass.Body && (context.FightingState ?? Foremost()) is { } state)
            return new Resolution(phrase.Span, ResolutionKind.Known, state, state, null, $"\"{phrase.Head.Text}\" without a name; the report is most about {state.Name}", 0.5);
        foreach (var name in context.Names.Reverse().Where(name => name.Span.End <= phrase.Span.Start).Concat(context.Names.Where(name => name.Span.Start >= phrase.Span.End)))
        {
            var (best, confidence) = context.Choose(name);
            var party = context.PartyOf(best.Actor);
            if (best.Actor.Kind == ActorKind.Person && kind is not RoleClass.Office)
                continue;
            if (party is null || !(Fits(kind, best, party, phrase.Head.Lemma) || IsNamedSo(best, phrase)))
                continue;
            var isPerson = kind is RoleClass.Office;
            return new Resolution(phrase.Span, isPerson ? ResolutionKind.Local : ResolutionKind.Known, isPerson ? null : best.Actor, party,
                isPerson ? context.Document.Text[phrase.Span.Start..phrase.Span.End] : null,
                $"\"{phrase.Head.Text}\" without a name; the nearest it fits is {best.Actor.Name}", confidence * 0.6);
        }

        return null;
    }

    /// <summary>The state in whose capital or towns the office or body is said to speak: <c>the defence minister told lawmakers in Seoul</c>.</summary>
    private Resolution? ByPlace(Phrase phrase)
    {
        if (!phrase.Head.IsRelated("nsubj") || phrase.Head.Head is not { } verb || OfficeWords.IsSent(phrase.Head.Lemma))
            return null;
        foreach (var child in verb.Children)
        {
            if (child.Upos != UniversalTag.Propn || !child.IsRelated("obl") || child.Child("case") is not { } preposition || !(preposition.Is("in") || preposition.Is("from") || preposition.Is("at")))
                continue;
            foreach (var name in context.NamesIn(child.Span))
            {
                if (context.Choose(name).Best is { Use: NameUse.Capital or NameUse.Name, Actor: { Kind: ActorKind.State or ActorKind.Territory } state })
                    return new Resolution(phrase.Span, ResolutionKind.Known, state, context.PartyOf(state), null, $"\"{phrase.Head.Text}\" speaks in {child.Text}", 0.6);
            }
        }

        return null;
    }

    /// <summary>Someone named in the document who holds, or held, an office of this name; else the only one in the world who does.</summary>
    private Resolution? ByOffice(Phrase phrase)
    {
        foreach (var name in context.Names)
        {
            var (best, confidence) = context.Choose(name);
            if (best.Actor.Kind == ActorKind.Person && context.RoleOf(best.Actor) is { } role && role.Title.EndsWith(phrase.Head.Lemma, StringComparison.OrdinalIgnoreCase))
                return new Resolution(phrase.Span, ResolutionKind.Known, best.Actor, context.PartyOf(best.Actor), null, $"{best.Actor.Name} is named, who holds such an office", confidence * 0.7);
        }

        Actor? only = null;
        foreach (var (role, person) in context.Knowledge.HoldersByWord(phrase.Head.Lemma))
        {
            if (!role.Title.Equals(phrase.Head.Lemma, StringComparison.OrdinalIgnoreCase) || context.Date is not { } date || !role.Held.Covers(date))
                continue;
            if (only is not null && only != person)
                return null;
            only = person;
        }

        return only is null ? null : new Resolution(phrase.Span, ResolutionKind.Known, only, context.PartyOf(only), null, $"{only.Name} is the only {phrase.Head.Lemma}", 0.7);
    }

    /// <summary>Whether the noun is part of the actor's name: <c>the Front</c> of a liberation front.</summary>
    private static bool IsNamedSo(NamedActor named, Phrase phrase)
    {
        var head = phrase.Head.Text.ToString();
        return named.Use == NameUse.Name && named.Actor.Kind is not (ActorKind.Person or ActorKind.State)
            && (Holds(named.Actor.Name) || named.Actor.Names.Any(name => Holds(name.Name)));

        bool Holds(string name) => NameFolding.Words(name).Any(word => name.AsSpan(word).Equals(head, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The last mention before with the same noun that says whose it is: <c>the official</c> after <c>a Swedish official</c>.</summary>
    private Resolution? BySameNoun(Phrase phrase)
    {
        for (var index = phrase.Head.Index - 1; index >= 0 && phrase.Head.Index - index <= Farthest; index--)
        {
            var token = context.Document.Tokens[index];
            if (token.Lemma != phrase.Head.Lemma)
                continue;
            var (start, end) = (token.Span.Start, token.Span.End);
            foreach (var part in token.Sentence.Subtree(token))
                (start, end) = (Math.Min(start, part.Span.Start), Math.Max(end, part.Span.End));
            foreach (var name in context.NamesIn(new Span(start, token.Span.End)))
            {
                var (best, confidence) = context.Choose(name);
                if (context.PartyOf(best.Actor) is { } party)
                    return new Resolution(phrase.Span, ResolutionKind.Local, null, party, phrase.Head.Text.ToString(), $"as \"{context.Document.Text[start..token.Span.End]}\" before", confidence * 0.7);
            }
        }

        return null;
    }

    /// <summary>The state that the document is most about; null where it is about none.</summary>
    private Actor? Foremost()
    {
        Actor? best = null;
        foreach (var name in context.Names)
        {
            var state = context.Choose(name).Best.Actor;
            state = state.Kind is ActorKind.State or ActorKind.Territory ? state : state.Country is { } country ? context.Knowledge.Actors.Find(country) : null;
            if (state is not null && (best is null || context.WeightOf(state.Name) > context.WeightOf(best.Name)))
                best = state;
        }

        return best is null ? null : context.Knowledge.Actors.PartyOf(best);
    }

    /// <summary>The nouns that the mention with this head corefers with, the nearest before it first.</summary>
    public IEnumerable<Span> Nominals(Span span, Token head) => context.Coreferents.Of(span, head) is { } entity ? context.Coreferents.NominalsBefore(entity, span.Start) : [];

    /// <summary>Whose a thing is that a pronoun owns which looks back to nobody known: the body that the sentence before is about.</summary>
    public Resolution? BySubjectBefore(Token pronoun)
    {
        var sentence = pronoun.Sentence;
        if (sentence.Index == 0)
            return null;
        var before = context.Document.Sentences[sentence.Index - 1];
        if (before.Paragraph != sentence.Paragraph || before.Root.Child("nsubj") is not { } subject)
            return null;
        foreach (var name in context.NamesIn(subject.Span))
        {
            if (context.Choose(name) is { Best: { Actor: { Kind: not ActorKind.Person } actor } } chosen && context.PartyOf(actor) is { } party)
                return new Resolution(pronoun.Span, ResolutionKind.Known, actor, party, null, $"the sentence before is about {actor.Name}", chosen.Confidence * 0.6);
        }

        return null;
    }

    /// <summary>What the mention with this head corefers with, where that is named.</summary>
    public Resolution? ByCoreference(Span span, Token head)
    {
        if (context.Coreferents.Of(span, head) is not { } entity)
            return null;
        foreach (var other in context.Coreferents.Names(entity))
        {
            if (other.Head.Start == head.Span.Start)
                continue;
            foreach (var name in context.NamesIn(other.Head))
            {
                var (best, confidence) = context.Choose(name);
                return new Resolution(span, ResolutionKind.Known, best.Actor, context.PartyOf(best.Actor), null,
                    $"it looks back to \"{context.Document.Text[other.Span.Start..other.Span.End]}\", a name of {best.Actor.Name}", confidence * 0.85);
            }
        }

        return null;
    }

    private static bool Fits(RoleClass kind, NamedActor named, Actor party, string noun) => kind switch
    {
        RoleClass.Fighters => named.Use == NameUse.Name && named.Actor.Kind is ActorKind.ArmedGroup or ActorKind.Alliance,
        RoleClass.Group => named.Use == NameUse.Name && GroupNouns.MayBe(noun, named.Actor.Kind),
        RoleClass.Body or RoleClass.Office => party.Kind is ActorKind.State or ActorKind.Territory,
        _ => false,
    };
}
