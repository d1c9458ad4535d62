using NodaTime;
using Parley.Language;
using Parley.Language.Names;
using Parley.Reports;
using Parley.Reports.Findings;
using Parley.Resolution.Actors;
using Parley.Resolution.Conflicts;
using Parley.Resolution.Names;
using Parley.Resolution.Places;
using Place = Parley.Resolution.Places.Place;

namespace Parley.Resolution.Reading;

/// <summary>What a document names, and so is about: the ground on which a name of several meanings is settled.</summary>
internal sealed class DocumentContext
{
    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Actor> _people = new(StringComparer.Ordinal);
    private readonly List<Place> _settled = [];

    /// <summary>In km; places farther apart are not told of together because they are near.</summary>
    private const double Far = 500;

    /// <summary>So many settled places tell where a document is set; more would only cost.</summary>
    private const int MostSettled = 16;

    public DocumentContext(Document document, LocalDate? date, Knowledge knowledge)
    {
        (Document, Date, Knowledge) = (document, date, knowledge);
        Words = NameSpotter.Words(document);
        var spotted = NameSpotter.Spot(document.Text, Words, knowledge.Names);
        spotted = [.. spotted.Where(name => !IsWithinAnother(name))];
        foreach (var name in spotted)
            Weigh(name);
        Places = PlaceSpotter.Spot(document, Words, knowledge.Places);
        _settled.AddRange(Places.Where(static name => name.Candidates.Length == 1).Select(static name => name.Candidates[0]).Distinct().Take(MostSettled));
        foreach (var place in Places)
            Weigh(place, spotted);
        Names = [.. spotted.Select(WithoutStrangers).Where(static name => !name.Candidates.IsEmpty)];
    }

    public Document Document { get; }

    /// <summary>What its mentions refer to.</summary>
    public Coreferents Coreferents => field ??= new Coreferents(Document);

    /// <summary>All who may fight, mediate or be spoken for in it, in the order in which it first names them.</summary>
    public IReadOnlyList<Participant> Participants => field ??= ParticipantReader.Read(this);

    /// <summary>Who fights whom in the document, and who mediates.</summary>
    public ConflictParties Conflict => field ??= new ConflictPlacer(this, ConflictModel.BuiltIn).Place();

    /// <summary>The state that fights in it; null where none does, or several do.</summary>
    public Actor? FightingState => Conflict.Parties.Select(Knowledge.Actors.Find).OfType<Actor>().Where(static actor => actor.Kind == ActorKind.State).Take(2).ToArray() is [var only] ? only : null;

    /// <summary>The day as of which roles and names hold; null where it is not known.</summary>
    public LocalDate? Date { get; }

    public Knowledge Knowledge { get; }

    public ImmutableArray<SpottedWord> Words { get; }

    /// <summary>The known names in the document that are not part of a longer, unknown one.</summary>
    public ImmutableArray<SpottedName> Names { get; }

    /// <summary>The known places in the document.</summary>
    public ImmutableArray<SpottedPlace> Places { get; }

    /// <summary>
    /// The likeliest of those that <paramref name="name"/> may be: by the countries that the document speaks of, by kind, by size, and by how
    /// near it is to the places that can be but one.
    /// </summary>
    public Place Choose(SpottedPlace name)
    {
        var (best, score) = (name.Candidates[0], double.MinValue);
        foreach (var place in name.Candidates)
        {
            var own = Score(place);
            if (own > score)
                (best, score) = (place, own);
        }

        return best;
    }

    /// <summary>The place that a mention at <paramref name="span"/> names; null where it names none.</summary>
    public Place? PlaceAt(Span span)
    {
        foreach (var place in Places)
        {
            if (place.Span.Start <= span.Start && place.Span.End >= span.End)
                return Choose(place);
        }

        return null;
    }

    private double Score(Place place)
    {
        var score = place.Kind == PlaceKind.Town ? Math.Log10(Math.Max(1000, place.Population)) / 2 : 3;
        foreach (var country in place.Countries)
            score += 2 * Math.Min(1.5, WeightOf(country));
        return score + Nearness(place);
    }

    /// <summary>From 1, at a place of which the document's names leave no doubt, to 0 where the nearest of them is far.</summary>
    private double Nearness(Place place)
    {
        var nearest = Far;
        foreach (var settled in _settled)
            nearest = ReferenceEquals(settled, place) ? nearest : Math.Min(nearest, settled.DistanceTo(place));
        return 1 - nearest / Far;
    }

    /// <summary>How much the document speaks of this actor, or of those of its country.</summary>
    public double WeightOf(string actor) => _weights.GetValueOrDefault(actor);

    /// <summary>The known names within <paramref name="span"/>, or the one that it, or its <paramref name="core"/> without an article, is part of.</summary>
    public IEnumerable<SpottedName> NamesIn(Span span, Span? core = null)
    {
        var inner = core ?? span;
        for (var i = Bisection.CountBefore(Names.AsSpan(), span.Start + 1, static name => name.Span.End); i < Names.Length && Names[i].Span.Start < span.End; i++)
        {
            var name = Names[i];
            if (name.Span.Start >= span.Start && name.Span.End <= span.End)
                yield return name;
            else if (name.Span.Start <= inner.Start && name.Span.End >= inner.End)
                yield return name;
        }
    }

    /// <summary>The likeliest of those whom <paramref name="name"/> may mean, and how sure that is, from 0 to 1.</summary>
    public (NamedActor Best, double Confidence) Choose(SpottedName name)
    {
        var (best, score, second) = (name.Candidates[0], double.MinValue, double.MinValue);
        foreach (var candidate in name.Candidates)
        {
            var own = Score(candidate, name);
            if (own > score)
                (best, score, second) = (candidate, own, score);
            else if (own > second)
                second = own;
        }

        return (best, second == double.MinValue ? 0.95 : Math.Clamp(0.5 + (score - second) / 4, 0.3, 0.95));
    }

    /// <summary>What <paramref name="name"/> means as the mention at <paramref name="span"/>, told in words.</summary>
    public Resolution Explain(SpottedName name, Span span)
    {
        var (best, confidence) = Choose(name);
        var actor = best.Actor;
        var reason = best.Use switch
        {
            NameUse.Adjective => $"\"{best.Name}\" is the adjective of {actor.Name}",
            NameUse.People => $"\"{best.Name}\" are people of {actor.Name}",
            NameUse.Capital => $"{best.Name} is the capital of {actor.Name}",
            NameUse.Seat => $"{best.Name} stands for {actor.Name}",
            NameUse.Surname => $"\"{best.Name}\" is the surname of {actor.Name}",
            _ => $"\"{Document.Text[name.Span.Start..name.Span.End]}\" is a name of {actor.Name}",
        };
        if (actor.Kind == ActorKind.Person && RoleOf(actor) is { } role)
            reason += $", {role.Title} of {role.Of} {role.Held}".TrimEnd();
        return new Resolution(span, ResolutionKind.Known, actor, PartyOf(actor), null, reason, confidence);
    }

    /// <summary>The actor that speaks for or contains <paramref name="actor"/> as of the document's date: a person's by the office held.</summary>
    public Actor? PartyOf(Actor actor)
    {
        if (actor.Kind != ActorKind.Person)
            return Knowledge.Actors.PartyOf(actor);
        var role = RoleOf(actor);
        var name = role?.Of ?? actor.Country;
        return name is not null && Knowledge.Actors.Find(name) is { } of ? Knowledge.Actors.PartyOf(of) : null;
    }

    /// <summary>The office that counts on the document's date: the one begun last of those held, else the one left last, else the next.</summary>
    public Role? RoleOf(Actor person)
    {
        Role? best = null;
        foreach (var role in person.Roles)
        {
            if (best is null || Rank(role).CompareTo(Rank(best)) > 0)
                best = role;
        }

        return best;
    }

    /// <summary>
    /// Of two offices held at once, that with those who bear arms tells whom one speaks for; a party's leader who governs speaks for
    /// the state.
    /// </summary>
    private (int Tense, int Weight, int Day) Rank(Role role)
    {
        var of = Knowledge.Actors.Find(role.Of);
        var weight = OfficeWords.Governs(role.Title) && of?.Kind is ActorKind.State or ActorKind.Territory ? 3 : of?.Kind switch
        {
            ActorKind.ArmedGroup or ActorKind.Alliance => 2,
            ActorKind.PoliticalGroup => 0,
            _ => 1,
        };
        if (Date is not { } date)
            return (role.Held.To is null ? 2 : 1, weight, Days(role.Held.From?.FirstDay));
        if (of is not null && of.Existed.EndsBefore(date))
            weight = 0;

        // Who founded a charity after office is still told of as its former holder.
        if (role.Title.Contains("founder", StringComparison.Ordinal))
            return (0, 0, 0);
        if (role.Held.EndsBefore(date))
            return (1, 0, Days(role.Held.To?.LastDay));
        return role.Held.BeginsAfter(date) ? (0, 0, -Days(role.Held.From?.FirstDay)) : (2, weight, Days(role.Held.From?.FirstDay));

        static int Days(LocalDate? day) => day is { } known ? (known.Year * 12 + known.Month) * 31 + known.Day : 0;
    }

    private double Score(NamedActor candidate, SpottedName name)
    {
        var actor = candidate.Actor;
        var score = candidate.Use is NameUse.Capital or NameUse.Seat ? -0.6 : 0.0;
        if (Date is { } date)
        {
            if (!candidate.Used.Covers(date))
                score -= 2;
            if (actor.Kind != ActorKind.Person && !actor.Existed.Covers(date))
                score -= actor.Existed.BeginsAfter(date) ? 4 : 2;
        }

        if (candidate.Use == NameUse.Surname)
            score -= _people.ContainsKey(actor.Name) ? 0 : 1;
        if (actor.Kind == ActorKind.Person)
            score += ScorePerson(actor, name);

        // A government of the time stands before the state whose capital it holds.
        if (candidate.Use == NameUse.Capital && actor.Kind != ActorKind.State && actor.Existed.From is not null && Date is { } now && actor.Existed.Covers(now))
            score += 1.2;
        score += actor.Kind switch
        {
            ActorKind.State => 1,
            ActorKind.Company => -1,
            ActorKind.Outlet or ActorKind.NonGovernmental => -0.3,
            _ => 0,
        };
        score += Math.Min(1.5, WeightOf(actor.Name));
        foreach (var home in Homes(actor))
            score += Math.Min(1.5, WeightOf(home));
        foreach (var other in Knowledge.OpponentsOf(Knowledge.Actors.PartyOf(actor).Name))
            score += Math.Min(0.5, WeightOf(other) / 2);
        return score;
    }

    /// <summary>
    /// Leaves out people of whom only the surname stands there, unless the document names them in full, or speaks of their country while
    /// they hold an office.
    /// </summary>
    private SpottedName WithoutStrangers(SpottedName name) =>
        name.Candidates.All(static candidate => candidate.Use != NameUse.Surname)
            ? name
            : name with { Candidates = [.. name.Candidates.Where(candidate => candidate.Use != NameUse.Surname || IsExpected(candidate.Actor, name))] };

    private bool IsExpected(Actor person, SpottedName name)
    {
        if (_people.ContainsKey(person.Name))
            return true;
        if (Document.TokenAt(name.Span.Start) is not { Upos: UniversalTag.Propn or UniversalTag.Noun or UniversalTag.Aux })
            return false;
        if (person.Roles.Any(role => Holds(role) && (WeightOf(role.Of) > 0.3 || (person.Country is { } country && WeightOf(country) > 0.3))))
            return true;
        return IsProminent(person) && !name.Candidates.Any(other => other.Actor != person && (other.Use != NameUse.Surname || IsProminent(other.Actor)));
    }

    /// <summary>Whether the press may name someone of this office by the surname alone on the day.</summary>
    private bool IsProminent(Actor person) => person.Roles.Any(role => Holds(role) && (OfficeWords.Governs(role.Title) || OfficeWords.IsKnown(role.Title)));

    private bool Holds(Role role) => (role.Held.From is not null || role.Held.To is not null) && (Date is not { } date || role.Held.Covers(date));

    private double ScorePerson(Actor person, SpottedName name)
    {
        var score = name.EndWord - name.FirstWord > 1 || _people.TryGetValue(person.Name, out _) ? 1 : 0.0;
        if (Date is not { } date)
            return score;
        if (person.Existed.EndsBefore(date))
            score -= 1;
        if (person.Existed.BeginsAfter(date.PlusYears(-16)))
            score -= 4;
        return score + (person.Roles.Any(role => role.Held.Covers(date)) ? 1
            : person.Roles.Any(role => role.Held.To is { } to && to.LastDay.PlusYears(6) > date && !role.Held.BeginsAfter(date)) ? 0.4
            : 0);
    }

    private IEnumerable<string> Homes(Actor actor)
    {
        if (actor.Country is { } country)
            yield return country;
        if (actor.ActsFor is not null && Knowledge.Actors.PartyOf(actor).Name is var party && party != actor.Country)
            yield return party;
        if (actor.Kind == ActorKind.Person && RoleOf(actor)?.Of is { } of && of != actor.Country)
            yield return of;
    }

    /// <summary>A place that is nobody's name speaks for the country it lies in, the less the more others bear its name.</summary>
    private void Weigh(SpottedPlace name, ImmutableArray<SpottedName> actors)
    {
        foreach (var actor in actors)
        {
            if (actor.Span.Start < name.Span.End && actor.Span.End > name.Span.Start)
                return;
        }

        var best = Choose(name);
        if (best.Kind == PlaceKind.Town && (name.Candidates.Length > 3 || best.Population < 15_000) && best.Countries.All(country => WeightOf(country) == 0))
            return;
        foreach (var country in best.Countries)
            _weights[country] = WeightOf(country) + 0.6 / name.Candidates.Length;
    }

    /// <summary>Counts what a name that can mean but one thing says of the document.</summary>
    private void Weigh(SpottedName name)
    {
        var share = 1.0 / Math.Max(1, name.Candidates.Count(static candidate => candidate.Use != NameUse.Surname));
        foreach (var candidate in name.Candidates)
        {
            if (candidate.Use == NameUse.Surname)
                continue;
            if (Date is { } date && (!candidate.Used.Covers(date) || candidate.Actor.Existed.BeginsAfter(date)))
                continue;
            if (candidate.Actor.Kind == ActorKind.Person && name.EndWord - name.FirstWord > 1)
                _people.TryAdd(candidate.Actor.Name, candidate.Actor);
            Add(candidate.Actor.Name, share);
            foreach (var home in Homes(candidate.Actor))
                Add(home, share * 0.7);
        }

        void Add(string actor, double weight) => _weights[actor] = _weights.GetValueOrDefault(actor) + weight;
    }

    /// <summary>
    /// Whether it is a piece of the name of someone or something else: <c>Chad</c> in <c>Chad Brannigan</c>, or the surname of another
    /// person: <c>Kabila</c> in <c>Abel Kabila</c>.
    /// </summary>
    private bool IsWithinAnother(SpottedName name)
    {
        foreach (var other in Document.Names)
        {
            if (other.Within is not null || other.Span.Start > name.Span.Start || other.Span.End < name.Span.End || other.Kind is not NameKind.Person)
                continue;
            var (before, after) = (name.Span.Start - other.Span.Start, other.Span.End - name.Span.End);
            if (before + after <= 2)
                return false;
            if (after > 2 || !IsPersonAt(name))
                return name.EndWord - name.FirstWord < 3;
            return name.EndWord - name.FirstWord == 1 && !IsForename(Document.Text.AsSpan(other.Span.Start, before), name);
        }

        return false;
    }

    /// <summary>Whether what stands before a surname is a title or a forename of one who bears it.</summary>
    private static bool IsForename(ReadOnlySpan<char> before, SpottedName name)
    {
        foreach (var range in before.Split(' '))
        {
            var word = before[range].Trim('.');
            if (word.Length < 3 || RoleWords.ClassOf(word) != RoleClass.None)
                continue;
            var forename = word.ToString();
            if (!name.Candidates.Any(candidate => Bears(candidate.Actor, forename)))
                return false;
        }

        return true;

        static bool Bears(Actor actor, string forename) => Holds(actor.Name, forename) || actor.Names.Any(other => Holds(other.Name, forename));

        static bool Holds(string whole, string word) => NameFolding.Words(whole).Any(range => NameFolding.Fold(whole[range]) == NameFolding.Fold(word));
    }

    private static bool IsPersonAt(SpottedName name) => name.Candidates.Any(static candidate => candidate.Actor.Kind == ActorKind.Person);
}
