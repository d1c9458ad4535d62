using System.Xml.Linq;

namespace Parley.Intake.Feeds;

/// <summary>What a feed says once for all its entries.</summary>
/// <param name="Title">Its title without markup.</param>
/// <param name="Base">What relative links count from; null where nothing is known.</param>
/// <param name="Language">The language it declares.</param>
/// <param name="Authors">Who wrote the entries that name nobody.</param>
internal sealed record FeedContext(string? Title, Uri? Base, string? Language, ImmutableArray<string> Authors)
{
    /// <summary>The address that <paramref name="link"/> names where it stands; null unless it is http or https.</summary>
    public Uri? Resolve(string? link, XElement? at = null)
    {
        var from = Base;
        foreach (var element in at?.AncestorsAndSelf().Reverse() ?? [])
        {
            if (element.Attribute(XNamespace.Xml + "base") is { } step)
                from = Resolve(from, step.Value) ?? from;
        }

        return Resolve(from, link) is { } url && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps) ? url : null;
    }

    /// <summary>A reference against its base (RFC 3986, 5); null where it makes no address.</summary>
    public static Uri? Resolve(Uri? from, string? reference)
    {
        var trimmed = reference?.Trim();
        if (string.IsNullOrEmpty(trimmed))
            return null;
        if (from is not null)
            return Uri.TryCreate(from, trimmed, out var resolved) ? resolved : null;

        // Without a base, "/a" would be taken for a file.
        return trimmed.Contains(':', StringComparison.Ordinal) && Uri.TryCreate(trimmed, UriKind.Absolute, out var absolute)
            ? absolute : null;
    }
}
