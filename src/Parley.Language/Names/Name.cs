using Parley.Reports;

namespace Parley.Language.Names;

/// <summary>What a <see cref="Name"/> names.</summary>
public enum NameKind
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>A government body, party, armed group, company, agency or outlet.</summary>
    Organization,

    /// <summary>A country, town, region, sea or other place.</summary>
    Place,

    /// <summary>People by nationality, creed or politics, and the adjectives of these: <c>Israelis</c>, <c>Sunni</c>.</summary>
    Group,

    /// <summary>A building, base, crossing or other made place.</summary>
    Facility,

    /// <summary>A war, operation, summit, election or other event with a name of its own.</summary>
    Event,

    /// <summary>An office or title held by a person named beside it: <c>US Deputy Assistant Secretary</c>.</summary>
    Role,
}

/// <summary>A name in a text. It may lie within another: the organisation within a role.</summary>
/// <param name="Span">Its characters in the report's text, without a leading article.</param>
/// <param name="Kind">What it names.</param>
/// <param name="Within">Index in <see cref="Document.Names"/> of the smallest name that it lies in; null where it lies in none.</param>
public readonly record struct Name(Span Span, NameKind Kind, int? Within = null);
