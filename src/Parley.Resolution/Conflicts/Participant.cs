using Parley.Language;
using Parley.Resolution.Actors;
using Parley.Resolution.Names;

namespace Parley.Resolution.Conflicts;

/// <summary>What sort of thing a participant is, as far as its name tells.</summary>
internal enum ParticipantKind : byte
{
    /// <summary>A state or territory.</summary>
    State,

    /// <summary>Those who bear arms for no state.</summary>
    Armed,

    /// <summary>A political group.</summary>
    Political,

    /// <summary>An organisation of states, or a body of one.</summary>
    International,

    /// <summary>A person who speaks for nobody that is known.</summary>
    Person,

    /// <summary>Some other known actor.</summary>
    Other,

    /// <summary>A body or group that no list has.</summary>
    LocalGroup,

    /// <summary>A person whom no list has.</summary>
    LocalPerson,

    /// <summary>A place, a country perhaps, that no list has.</summary>
    LocalPlace,

    /// <summary>Who reports: it neither fights nor mediates, but speaks.</summary>
    Outlet,

    /// <summary>A place that the gazetteer knows; seldom does anyone speak for it.</summary>
    Place,

    /// <summary>A building or an event that goes by a name.</summary>
    Facility,

    /// <summary>What words with capitals name, be it a body, a thing, or nothing.</summary>
    Unsure,
}

/// <summary>Someone who may fight or mediate in a document: a known actor's party, or whom only the document knows by a name.</summary>
/// <param name="name">The canonical name, or the document's own.</param>
/// <param name="kind">What sort of thing it is.</param>
/// <param name="actor">The party where it is known.</param>
internal sealed class Participant(string name, ParticipantKind kind, Actor? actor)
{
    public string Name { get; } = name;

    public ParticipantKind Kind { get; } = kind;

    public Actor? Actor { get; } = actor;

    /// <summary>Where it is named, in the order of the text: the token that heads the name, and how the name means it.</summary>
    public List<(Token Head, NameUse Use)> Mentions { get; } = [];
}
