namespace Parley.Resolution.Places;

/// <summary>What a <see cref="Place"/> is; <c>data/places/README.md</c> says when each applies.</summary>
public enum PlaceKind
{
    /// <summary>A city, town or village.</summary>
    Town,

    /// <summary>A state, province, governorate, department or district.</summary>
    Region,

    /// <summary>Loosely bounded or historical: the Sahel.</summary>
    Area,

    /// <summary>A territory.</summary>
    Territory,

    /// <summary>A border crossing, checkpoint or bridge.</summary>
    Crossing,

    /// <summary>A border, line of control, buffer zone or corridor.</summary>
    Line,

    /// <summary>A sea, strait, river, lake, dam or canal.</summary>
    Water,

    /// <summary>An island.</summary>
    Island,

    /// <summary>A range, height, pass, valley, desert or forest.</summary>
    Mountain,

    /// <summary>A camp for refugees or displaced people.</summary>
    Camp,

    /// <summary>An airport, base, port, plant, prison or holy place that stands in the news.</summary>
    Site,

    /// <summary>A part of a town.</summary>
    Quarter,

    /// <summary>A continent.</summary>
    Continent,
}

/// <summary>A place with coordinates no more exact than it is known.</summary>
/// <param name="Name">The usual English name; with <paramref name="Countries"/> it is unique but for towns.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Countries">Canonical names of the states it lies in; those who claim it where that is in dispute; none for seas and the like.</param>
/// <param name="Latitude">Of its middle, in degrees north.</param>
/// <param name="Longitude">Of its middle, in degrees east.</param>
/// <param name="Radius">How far it reaches from there, in km: how vague the point is.</param>
/// <param name="Population">Of a town; 0 where not known.</param>
/// <param name="GeonamesId">Its number in GeoNames; 0 where it has none here.</param>
/// <param name="Within">Name of the larger place that it is part of; null where that is not said.</param>
public sealed record Place(
    string Name, PlaceKind Kind, ImmutableArray<string> Countries, double Latitude, double Longitude, int Radius, int Population, int GeonamesId, string? Within)
{
    /// <summary>Of the Earth's mean sphere, in km.</summary>
    private const double EarthRadius = 6371;

    /// <summary>The way to <paramref name="other"/> along the Earth's surface, in km (haversine formula).</summary>
    public double DistanceTo(Place other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (from, to) = (Radians(Latitude), Radians(other.Latitude));
        var north = Math.Sin((to - from) / 2);
        var east = Math.Sin(Radians(other.Longitude - Longitude) / 2);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(north * north + Math.Cos(from) * Math.Cos(to) * east * east)));

        static double Radians(double degrees) => degrees * Math.PI / 180;
    }

    /// <inheritdoc/>
    public override string ToString() => Countries.IsEmpty ? Name : $"{Name}, {string.Join(" and ", Countries)}";
}
