using System.Collections.Frozen;
using System.Globalization;
using Parley.Language;
using Parley.Reports.Data;
using Parley.Resolution.Names;
using Parley.Resolution.Places;

namespace Parley.Resolution.Reading;

/// <summary>
/// Places that a phrase names by a larger or nearer one: <c>northern Gaza</c> is an area of the Gaza Strip, <c>the crossing at Rafah</c>
/// the one that is called so. What is a part of a place stays as vague as that makes it.
/// </summary>
internal sealed class AreaReader(DocumentContext context)
{
    /// <summary>A part reaches half as far as the whole, and its middle lies half way to the edge.</summary>
    private const double PartOfRadius = 0.5;

    private const double KilometresPerDegree = 111.2;

    /// <summary>Degrees clockwise from north; null for the middle.</summary>
    private static readonly FrozenDictionary<string, double?> s_directions = WordList.Load(typeof(AreaReader).Assembly, "direction-words.tsv")
        .ToFrozenDictionary(
            static row => row[0], static row => row[1] == "middle" ? (double?)null : double.Parse(row[1], CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);

    /// <summary>The place that <paramref name="phrase"/> names; null where it names none.</summary>
    public Place? Read(Phrase phrase)
    {
        if (context.PlaceAt(phrase.Span) is { } whole)
            return whole;
        foreach (var name in context.Places)
        {
            if (name.Span.Start < phrase.Span.Start || name.Span.End > phrase.Span.End)
                continue;
            var place = context.Choose(name);
            if (phrase.Tokens.Count > 1 && phrase.Tokens[1].Span.Start == name.Span.Start && name.Span.End == phrase.Span.End
                && s_directions.TryGetValue(phrase.Tokens[0].ToString(), out var direction))
            {
                return PartOf(place, phrase.Tokens[0].ToString(), direction);
            }

            if (phrase.Head.Span.End < name.Span.Start && Called(place, phrase.Head) is { } called)
                return called;
        }

        return null;
    }

    /// <summary><c>the crossing at Rafah</c>: the place called <c>Rafah crossing</c>.</summary>
    private Place? Called(Place place, Token noun)
    {
        var found = context.Knowledge.Places.Find(NameFolding.Then(NameFolding.Prefixes(place.Name)[^1], NameFolding.HashOf(noun.Lemma)));
        return found.IsEmpty ? null : found[0];
    }

    private static Place PartOf(Place place, string word, double? direction)
    {
        var (east, north) = direction is { } degrees ? Math.SinCos(degrees * Math.PI / 180) : (0, 0);
        var away = place.Radius * PartOfRadius / KilometresPerDegree;
        return place with
        {
            Name = $"{word} {place.Name}",
            Kind = PlaceKind.Area,
            Latitude = Math.Round(place.Latitude + north * away, 2),
            Longitude = Math.Round(place.Longitude + east * away / Math.Max(0.1, Math.Cos(place.Latitude * Math.PI / 180)), 2),
            Radius = Math.Max(1, (int)Math.Round(place.Radius * PartOfRadius)),
            Population = 0,
            GeonamesId = 0,
            Within = place.Name,
        };
    }
}
