using Parley.Language;
using Parley.Language.Names;
using Parley.Reports;
using Parley.Resolution.Actors;
using Parley.Resolution.Names;

namespace Parley.Resolution.Reading;

/// <summary>Resolves one mention: by its name, by what its noun says of whose it is, or by what it looks back to.</summary>
internal sealed class PhraseReader(DocumentContext context)
{
    private readonly Metonymy _metonymy = new(context);
    private readonly OfficeHolders _holders = new(context);
    private readonly LookBack _back = new(context);
    private readonly AreaReader _areas = new(context);

    public Resolution Read(Span span, bool acts = false) => Phrase.Of(context.Document, span) is { } phrase
        ? Read(phrase, span, acts) with { Span = span, Place = _areas.Read(phrase) }
        : new Resolution(span, ResolutionKind.Unknown, null, null, null, "it holds no word", 0);

    private Resolution Read(Phrase phrase, Span span, bool acts)
    {
        var names = context.NamesIn(span, phrase.Span).ToArray();
        if (names.Length == 0 && phrase.Tokens.Count == 1 && phrase.Head.Upos == UniversalTag.Pron)
            return Pronoun(phrase);
        foreach (var name in names)
        {
            if (name.Span.Start <= phrase.Span.Start && name.Span.End >= phrase.Span.End)
                return !acts && _metonymy.Decides(name, phrase) ? _metonymy.Read(name, phrase) : Named(name, phrase);
        }

        // A title before a name, or a name within what describes it.
        if (names.Length > 0 && names[^1] is var last && last.Span.End >= phrase.Span.End && (IsHead(last, phrase.Head) || IsPersonAfterTitle(last)))
            return IsEthnic(phrase) ? Stranger(phrase, "descent is no side") : Named(last, phrase);
        if (IsStateOutlet(phrase) && StateOf(phrase, names) is { } state)
            return state;
        var kind = RoleWords.ClassOf(phrase.Head.Lemma);
        if (kind is RoleClass.Group or RoleClass.Body && names.Any(name => IsBase(name, phrase)))
            return _back.Read(phrase, kind) ?? Stranger(phrase, "where it is based does not say whose it is");
        if (Described(phrase, kind, names) is { } described)
            return described;
        if (names.Length == 0 && Belonging(phrase, kind) is { } belonging)
            return belonging;
        if (names.Length == 0 && phrase.Tokens.Count <= 2 && span.Start < phrase.Span.Start && !IsNameOfGroup(phrase, kind) && _back.Read(phrase, kind) is { } before)
            return before;
        if (IsProperBeyond(phrase, names) && names.Length > 0 && names[0].Span.Start == phrase.Span.Start && context.Choose(names[0]).Best is { Actor.Kind: ActorKind.InternationalOrganisation, Use: NameUse.Name } whole)
            return new Resolution(phrase.Span, ResolutionKind.Local, null, whole.Actor, Text(phrase), $"a body of {whole.Actor.Name} by its name", 0.7);
        if (IsProperBeyond(phrase, names))
            return (names.Length == 0 ? Possessed(phrase, kind) ?? Belonging(phrase, kind) ?? Titled(phrase) : null) ?? Stranger(phrase, "a name that no list has");
        if (names.FirstOrDefault(name => IsHead(name, phrase.Head)) is { Candidates.IsDefaultOrEmpty: false } heading)
            return Named(heading, phrase);
        if (names.Length == 0 && (Possessed(phrase, kind) ?? Belonging(phrase, kind)) is { } possessed)
            return possessed;
        return (names.Length == 0 ? _back.Read(phrase, kind) : null) ?? Stranger(phrase, "nothing says whom it means");
    }

    /// <summary>Whom a pronoun looks back to: a name, or a noun that says whose it is.</summary>
    private Resolution Pronoun(Phrase phrase)
    {
        if (_back.ByCoreference(phrase.Span, phrase.Head) is { } named)
            return named;
        foreach (var mention in _back.Nominals(phrase.Span, phrase.Head))
        {
            if (Phrase.Of(context.Document, mention) is { } noun && context.NamesIn(mention).Any() && Read(noun, mention, acts: false) is { Party: not null } found)
                return found with { Reason = $"it looks back to \"{Text(noun)}\": {found.Reason}", Confidence = found.Confidence * 0.85 };
        }

        return new Resolution(phrase.Span, ResolutionKind.Unknown, null, null, null, "nothing says whom it means", 0.5);
    }

    /// <summary>Whether it speaks of descent, not of a state's people.</summary>
    private static bool IsEthnic(Phrase phrase) => phrase.Tokens[0].Is("ethnic");

    /// <summary>Whether words with capitals that are no known name stand in it: <c>Delhi Daredevils</c>.</summary>
    private static bool IsProperBeyond(Phrase phrase, SpottedName[] names)
    {
        foreach (var token in phrase.Tokens)
        {
            if (token.Upos is UniversalTag.Propn && char.IsUpper(token.Text[0]) && !names.Any(name => IsHead(name, token)))
                return true;
        }

        return false;
    }

    /// <summary>Whether it is the name of a group that no list has, not a noun that looks back to one: <c>the Lowland Front</c>.</summary>
    private bool IsNameOfGroup(Phrase phrase, RoleClass kind) =>
        kind is RoleClass.Group or RoleClass.Fighters && phrase.Tokens.Count > 1
        && context.Document.Names.Any(name => name.Kind is NameKind.Organization or NameKind.Group && name.Span.Start <= phrase.Span.Start && name.Span.End >= phrase.Span.End);

    /// <summary>What belongs to whom a pronoun means: <c>his government</c>.</summary>
    private Resolution? Possessed(Phrase phrase, RoleClass kind)
    {
        if (kind is RoleClass.None or RoleClass.Place or RoleClass.Private || phrase.Tokens[0] is not { Upos: UniversalTag.Pron } pronoun || !pronoun.IsRelated("nmod:poss"))
            return null;
        if ((_back.ByCoreference(pronoun.Span, pronoun) ?? (pronoun.Is("its") || pronoun.Is("their") ? _back.BySubjectBefore(pronoun) : null)) is not { Party: { } party } owner)
            return null;
        return new Resolution(phrase.Span, kind is RoleClass.Office ? ResolutionKind.Local : ResolutionKind.Known, kind is RoleClass.Office ? null : party, party,
            kind is RoleClass.Office ? Text(phrase) : null, $"\"{phrase.Head.Text}\" of \"{pronoun.Text}\": {owner.Reason}", owner.Confidence * 0.9);
    }

    /// <summary>
    /// What belongs to whom a noun beside it means: <c>the group's leader</c>, <c>one of their captains</c>, <c>an officer of the rebels</c>,
    /// <c>an army officer</c>.
    /// </summary>
    private Resolution? Belonging(Phrase phrase, RoleClass kind)
    {
        var isOneOf = phrase.Head.Upos == UniversalTag.Num || phrase.Head.Is("one");
        if (!isOneOf && kind is RoleClass.None or RoleClass.Place or RoleClass.Private or RoleClass.People)
            return null;
        if (OfficeWords.IsAnyone(phrase.Head.Lemma))
            return null;
        foreach (var child in phrase.Head.Children)
        {
            if (Owner(child, isOneOf) is not { Party: { } party } owner)
                continue;
            var isPerson = isOneOf || kind is RoleClass.Office;
            return new Resolution(phrase.Span, isPerson ? ResolutionKind.Local : ResolutionKind.Known, isPerson ? null : party, party, isPerson ? Text(phrase) : null,
                $"\"{phrase.Head.Text}\" of \"{child.Text}\": {owner.Reason}", owner.Confidence * 0.9);
        }

        return null;
    }

    private Resolution? Owner(Token child, bool isOneOf)
    {
        var kind = RoleWords.ClassOf(child.Lemma);
        if (child.IsRelated("compound") || child.IsRelated("amod"))
        {
            return kind is RoleClass.Body or RoleClass.Fighters or RoleClass.Group
                ? _back.Read(new Phrase(child.Span, context.Document.TokensIn(child.Span), child, IsDefinite: true), kind)
                : null;
        }

        if (child.IsRelated("nmod:poss") && child.Upos == UniversalTag.Pron)
            return _back.ByCoreference(child.Span, child);
        var isOwner = child.IsRelated("nmod:poss") || (child.IsRelated("nmod") && child.Child("case") is { } preposition && (preposition.Is("of") || preposition.Is("from") || (preposition.Is("to") && kind is RoleClass.Office or RoleClass.Body) || (preposition.Is("in") && kind is not RoleClass.Place and not RoleClass.None)));
        if (!isOwner || !(isOneOf || kind is RoleClass.Body or RoleClass.Group or RoleClass.Fighters or RoleClass.Office))
            return null;
        var span = child.Sentence.SubtreeSpan(child);
        return Phrase.Of(context.Document, span) is { } owner && owner.Head.Index == child.Index ? Read(owner, span, acts: false) : null;
    }

    private static bool IsHead(SpottedName name, Token head) => head.Span.Start >= name.Span.Start && head.Span.End <= name.Span.End;

    private bool IsPersonAfterTitle(SpottedName name) => context.Choose(name).Best.Actor.Kind == ActorKind.Person;

    private Resolution Named(SpottedName name, Phrase phrase) => Owned(name, phrase) ?? context.Explain(name, phrase.Span);

    /// <summary>A body that another state has too: <c>Pakistan's Foreign Office</c>.</summary>
    private Resolution? Owned(SpottedName name, Phrase phrase)
    {
        if (context.Choose(name).Best.Actor is not { Kind: ActorKind.GovernmentBody } body)
            return null;
        foreach (var other in context.NamesIn(phrase.Span))
        {
            if (other.Span.End <= name.Span.Start && context.Choose(other).Best is { Actor: { Kind: ActorKind.State } state, Use: NameUse.Name or NameUse.Adjective } && body.Country != state.Name
                && context.Document.TokenAt(other.Span.Start) is { } owner && (owner.IsRelated("nmod:poss") || owner.IsRelated("amod") || owner.IsRelated("compound")))
            {
                return new Resolution(phrase.Span, ResolutionKind.Known, state, state, null, $"\"{context.Document.Text[name.Span.Start..name.Span.End]}\" of {state.Name}", 0.8);
            }
        }

        return null;
    }

    /// <summary><c>state television</c>, <c>Syrian state media</c></summary>
    private static bool IsStateOutlet(Phrase phrase)
    {
        if (!OfficeWords.IsOutletOfState(phrase.Head.Lemma))
            return false;
        foreach (var token in phrase.Tokens)
        {
            if (token.Index < phrase.Head.Index && OfficeWords.IsOwnedByState(token.Lemma))
                return true;
        }

        return false;
    }

    private Resolution? StateOf(Phrase phrase, SpottedName[] names)
    {
        if (OwnerOf(phrase, names) is not { } owner)
            return _back.Read(phrase with { IsDefinite = true }, RoleClass.Body);
        var actor = context.Choose(owner).Best.Actor;
        return context.PartyOf(actor) is { Kind: ActorKind.State or ActorKind.Territory } party
            ? new Resolution(phrase.Span, ResolutionKind.Known, party, party, null, $"\"{phrase.Head.Text}\" of the state of {party.Name}", 0.8)
            : null;
    }

    /// <summary>Someone no list has, whose title is one of a state: <c>Information Minister Ada Pell</c> of the state the report is about.</summary>
    private Resolution? Titled(Phrase phrase)
    {
        foreach (var token in phrase.Tokens)
        {
            if (!OfficeWords.IsOfState(token.Lemma) || !(token.Index == phrase.Head.Index || token.IsRelated("compound") || token.IsRelated("nmod:desc") || token.IsRelated("appos") || token.IsRelated("flat")))
                continue;
            if (_back.Read(new Phrase(token.Span, context.Document.TokensIn(token.Span), token, IsDefinite: true), RoleClass.Body) is { Party: { } party } state)
                return new Resolution(phrase.Span, ResolutionKind.Local, null, party, Text(phrase), state.Reason, 0.5);
        }

        return null;
    }

    /// <summary>A noun that says what it is, and a name that says whose: <c>the Egyptian foreign minister</c>.</summary>
    private Resolution? Described(Phrase phrase, RoleClass kind, SpottedName[] names)
    {
        if (kind is RoleClass.People or RoleClass.Private or RoleClass.Arms or RoleClass.Fighters && char.IsUpper(phrase.Head.Text[0]) && phrase.Head.Upos == UniversalTag.Propn)
            return null;
        if (kind is RoleClass.None or RoleClass.Place && !names.Any(name => IsBase(name, phrase)))
            return null;
        if (OwnerOf(phrase, names) is not { } owner)
            return null;
        if (kind == RoleClass.Office && IsOnlyWhere(owner, phrase))
            return Stranger(phrase, "where someone is does not say for whom");
        var (best, confidence) = context.Choose(owner);
        var party = context.PartyOf(best.Actor);
        if (kind == RoleClass.Office && party is not null && phrase.IsDefinite && _holders.Find(phrase, party, best.Actor) is { } holder)
        {
            return new Resolution(phrase.Span, ResolutionKind.Known, holder.Person, PartyIn(holder.Role), null,
                $"{holder.Person.Name} was {holder.Role.Title} of {holder.Role.Of} {holder.Role.Held}".TrimEnd(), confidence * 0.95);
        }

        if (kind is RoleClass.Private or RoleClass.People && IsBase(owner, phrase) && best.Use is NameUse.Capital or NameUse.Seat)
            return Stranger(phrase, "where someone works does not say for whom");
        if (kind == RoleClass.Private && !IsBase(owner, phrase))
            return Stranger(phrase, $"a {phrase.Head.Lemma} speaks for nobody");
        if (IsOpposed(phrase) && party is { Kind: ActorKind.State or ActorKind.Territory })
            return Stranger(phrase, $"it stands against {party.Name} or apart from it");
        if (kind == RoleClass.Office && IsTopic(owner, phrase))
            return _holders.FindAnywhere(phrase) is { } go ? Holder(phrase, go) : Stranger(phrase, $"{best.Actor.Name} is what the office is about");
        var isPerson = kind is RoleClass.Office or RoleClass.Private;
        return new Resolution(phrase.Span, isPerson ? ResolutionKind.Local : ResolutionKind.Known, isPerson ? null : best.Actor, party, isPerson ? Text(phrase) : null,
            $"\"{phrase.Head.Text}\" of {best.Actor.Name}", confidence * 0.9);
    }

    private Actor? PartyIn(Role role) => context.Knowledge.Actors.Find(role.Of) is { } of ? context.Knowledge.Actors.PartyOf(of) : null;

    private Resolution Holder(Phrase phrase, (Role Role, Actor Person) holder) => new(
        phrase.Span, ResolutionKind.Known, holder.Person, context.PartyOf(holder.Person), null,
        $"{holder.Person.Name} was {holder.Role.Title} of {holder.Role.Of} {holder.Role.Held}".TrimEnd(), 0.7);

    /// <summary>Whether it is said to be against those whose name describes it: <c>the Kenyan opposition leader</c>.</summary>
    private static bool IsOpposed(Phrase phrase)
    {
        foreach (var token in phrase.Tokens)
        {
            if (OfficeWords.IsOpposed(token.Text))
                return true;
        }

        return false;
    }

    /// <summary>Whether the name says where someone is and nothing else says whose: <c>a European diplomat in Kyiv</c>, but not <c>the army spokesman in Khartoum</c>.</summary>
    private bool IsOnlyWhere(SpottedName owner, Phrase phrase)
    {
        if (owner.Span.Start < phrase.Head.Span.End || context.Document.TokenAt(owner.Span.Start)?.Child("case") is not { } preposition || !(preposition.Is("in") || preposition.Is("at") || preposition.Is("near")))
            return false;
        if (OfficeWords.IsPlaced(phrase.Head.Lemma))
            return false;
        foreach (var token in phrase.Tokens)
        {
            if (token.Index < phrase.Head.Index && (RoleWords.ClassOf(token.Lemma) == RoleClass.Body || token.Is("presidential") || token.Is("foreign")))
                return false;
        }

        return true;
    }

    /// <summary>Whether an office is about the name rather than of it: <c>the mediator for Mali</c>.</summary>
    private bool IsTopic(SpottedName owner, Phrase phrase) =>
        owner.Span.Start > phrase.Head.Span.End && OfficeWords.IsSent(phrase.Head.Lemma)
        && context.Document.TokenAt(owner.Span.Start)?.Child("case") is { } preposition && (preposition.Is("for") || preposition.Is("in") || preposition.Is("to") || preposition.Is("on"));

    /// <summary>Whether it stands before <c>-based</c>.</summary>
    private bool IsBase(SpottedName name, Phrase phrase) =>
        name.Span.End + 6 <= phrase.Span.End && context.Document.Text.AsSpan(name.Span.End + 1, 5).Equals("based", StringComparison.OrdinalIgnoreCase);

    /// <summary>The name that says whose the head is: one before it, else one after it that hangs on it by a preposition, at most one noun between.</summary>
    private SpottedName? OwnerOf(Phrase phrase, SpottedName[] names)
    {
        foreach (var name in names)
        {
            if (name.Span.End <= phrase.Head.Span.Start)
                return name;
        }

        foreach (var name in names)
        {
            if (context.Document.TokensIn(name.Span) is { Count: > 0 } tokens && HangsOn(tokens, phrase.Head))
                return name;
        }

        return null;
    }

    private static bool HangsOn(TokenList name, Token head)
    {
        foreach (var token in name)
        {
            var at = token;
            for (var steps = 0; steps < 3 && at.Head is { } above; steps++, at = above)
            {
                if (!(at.IsRelated("nmod") || at.IsRelated("appos") || at.IsRelated("compound") || at.IsRelated("flat") || at.IsRelated("amod") || at.IsRelated("conj") || (at.IsRelated("obl") && above.Is("close"))))
                    break;
                if (above.Index == head.Index)
                    return true;
            }
        }

        return false;
    }

    /// <summary>A person or group of the report alone, or what is not known at all.</summary>
    private Resolution Stranger(Phrase phrase, string reason)
    {
        if (PartyByApposition(phrase) is { } said)
            return new Resolution(phrase.Span, ResolutionKind.Local, null, said.Party, Text(phrase), said.Reason, 0.7);
        if (_areas.Read(phrase) is { } place)
            return new Resolution(phrase.Span, ResolutionKind.Place, null, null, null, $"\"{Text(phrase)}\" is {place}", 0.8);
        foreach (var name in context.Document.Names)
        {
            if (name.Span.Start <= phrase.Head.Span.Start && name.Span.End >= phrase.Head.Span.End && name.Kind is NameKind.Person or NameKind.Organization or NameKind.Group)
                return new Resolution(phrase.Span, ResolutionKind.Local, null, null, Text(phrase), reason, 0.6);
        }

        return new Resolution(phrase.Span, ResolutionKind.Unknown, null, null, null, reason, 0.5);
    }

    /// <summary>Whom someone speaks for by what is said beside the name: <c>X, a spokesman for Y</c>, <c>X, who speaks for Y</c>.</summary>
    private (Actor Party, string Reason)? PartyByApposition(Phrase phrase)
    {
        foreach (var child in phrase.Head.Children)
        {
            var isClause = child.IsRelated("acl") && child.Lemma is "speak" or "represent" or "lead" or "command";
            if (!isClause && !(child.IsRelated("appos") && RoleWords.ClassOf(child.Lemma) == RoleClass.Office))
                continue;
            var subtree = child.Sentence.Subtree(child);
            var (start, end) = (int.MaxValue, 0);
            foreach (var token in subtree)
                (start, end) = (Math.Min(start, token.Span.Start), Math.Max(end, token.Span.End));
            foreach (var name in context.NamesIn(new Span(start, end)))
            {
                var (best, _) = context.Choose(name);
                if (best.Use is NameUse.Name or NameUse.Adjective && best.Actor.Kind is not (ActorKind.Person or ActorKind.Outlet) && context.PartyOf(best.Actor) is { } party)
                    return (party, $"\"{child.Text}\" beside the name says {best.Actor.Name}");
            }
        }

        return null;
    }

    private string Text(Phrase phrase) => context.Document.Text[phrase.Span.Start..phrase.Span.End];
}
