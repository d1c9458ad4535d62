using Parley.Language;
using Parley.Resolution.Actors;
using Parley.Resolution.Names;

namespace Parley.Resolution.Reading;

/// <summary>
/// Whether a capital stands for its government or is a town: governments want, say and are told; towns are where things are, and what
/// is shelled, reached and left.
/// </summary>
internal sealed class Metonymy(DocumentContext context)
{
    /// <summary>Whether the name is a town or building, or a state where things happen, so that there is something to decide.</summary>
    public bool Decides(SpottedName name, Phrase phrase) => context.Choose(name).Best switch
    {
        { Use: NameUse.Capital or NameUse.Seat } => true,
        { Use: NameUse.Name, Actor.Kind: ActorKind.State or ActorKind.Territory } => IsWhere(phrase.Head) || IsLand(phrase.Head),
        { Use: NameUse.Name, Actor.Kind: ActorKind.Outlet or ActorKind.Company } => IsWhere(phrase.Head) && context.PlaceAt(name.Span) is not null,
        _ => false,
    };

    /// <summary>Whether it is where something happens, or whither: <c>crossed into Uganda</c>.</summary>
    private static bool IsWhere(Token token) =>
        (token.IsRelated("obl") || token.IsRelated("nmod")) && token.Child("case") is { } preposition
        && (preposition.Is("in") || preposition.Is("into") || preposition.Is("inside") || preposition.Is("off") || preposition.Is("across") || preposition.Is("throughout") || preposition.Is("near"));

    /// <summary>Whether a part of the land is meant: <c>eastern Congo</c>, <c>Congo's Equateur</c>.</summary>
    private bool IsLand(Token token)
    {
        foreach (var child in token.Children)
        {
            if (child.IsRelated("amod") && (child.Is("eastern") || child.Is("western") || child.Is("northern") || child.Is("southern") || child.Is("central")))
                return true;
        }

        return token.IsRelated("nmod:poss") && token.Head is { } owned && context.PlaceAt(owned.Span) is not null;
    }

    /// <summary>The government or the town.</summary>
    public Resolution Read(SpottedName name, Phrase phrase)
    {
        var (best, confidence) = context.Choose(name);
        var (acts, reason) = best.Use == NameUse.Name ? (false, "things happen there") : Acts(phrase.Head, best.Use == NameUse.Seat && best.Name != best.Actor.Capital);
        return acts
            ? new Resolution(phrase.Span, ResolutionKind.Known, best.Actor, context.PartyOf(best.Actor), null, $"{best.Name} stands for {best.Actor.Name}: {reason}", confidence * 0.9)
            : new Resolution(phrase.Span, ResolutionKind.Place, null, null, null, $"{best.Name} is the place: {reason}", confidence * 0.9);
    }

    private static (bool Acts, string Reason) Acts(Token token, bool isSeat)
    {
        while (token.IsRelated("conj") && token.Head is { } first)
            token = first;
        if (token.IsRelated("nsubj") && token.Head is { } verb)
        {
            if (token.Relation == "nsubj:pass")
                return (MetonymVerbs.IsTold(verb.Lemma), $"what is done to it is \"{verb.Text}\"");
            return (!MetonymVerbs.IsState(verb), $"it is who \"{verb.Text}\"");
        }

        if (token.IsRelated("obj") || token.IsRelated("iobj"))
            return token.Head is { } governor ? (MetonymVerbs.IsTold(governor.Lemma) && !(governor.Lemma is "offer" && token.IsRelated("obj")), $"\"{governor.Text}\" takes it") : (false, "nothing governs it");
        if (token.IsRelated("nmod:poss") && token.Head is { } owned)
            return (RoleWords.ClassOf(owned.Lemma) is RoleClass.Office or RoleClass.Body or RoleClass.Arms or RoleClass.Group or RoleClass.Fighters || MetonymVerbs.IsStance(owned.Lemma), $"its \"{owned.Text}\"");
        if (token.Child("case") is { } preposition && token.Head is { } over)
        {
            if (preposition.Is("with") || preposition.Is("between") || preposition.Is("against") || preposition.Is("by") || preposition.Is("according"))
                return (true, $"\"{preposition.Text}\" it");
            if ((preposition.Is("to") || preposition.Is("on") || preposition.Is("from") || preposition.Is("of") || preposition.Is("for")) && MetonymVerbs.IsTold(over.Lemma))
                return (true, $"\"{over.Text} {preposition.Text}\" it");
            return (isSeat && !(preposition.Is("in") || preposition.Is("at") || preposition.Is("near") || preposition.Is("outside") || preposition.Is("inside")), $"\"{preposition.Text}\" it");
        }

        if (token.IsRelated("compound") && token.Head is { } headed)
            return (RoleClass.Body == RoleWords.ClassOf(headed.Lemma), $"it describes \"{headed.Text}\"");
        return (token.IsRoot || token.IsRelated("parataxis"), "nothing else is said of it");
    }
}
