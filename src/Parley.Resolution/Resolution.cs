using Parley.Reports;
using Parley.Resolution.Actors;
using Parley.Resolution.Places;

namespace Parley.Resolution;

/// <summary>What a mention means, and why.</summary>
/// <param name="Span">The mention.</param>
/// <param name="Kind">What sort of thing it means.</param>
/// <param name="Actor">The known actor; null where it is none.</param>
/// <param name="Party">The party, state or organisation that it speaks for or belongs to; null where the text does not say.</param>
/// <param name="LocalName">Who or what it is by the report's own words, where no known actor is meant; else null.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Confidence">From 0 to 1.</param>
public sealed record Resolution(Span Span, ResolutionKind Kind, Actor? Actor, Actor? Party, string? LocalName, string Reason, double Confidence)
{
    /// <summary>The place, where it is one that is known, or where what acts is called by it.</summary>
    public Place? Place { get; init; }
}

/// <summary>What sort of thing a mention means.</summary>
public enum ResolutionKind
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>An actor with an entry.</summary>
    Known,

    /// <summary>A person or group that only the report knows.</summary>
    Local,

    /// <summary>A place, and no more than that.</summary>
    Place,
}
