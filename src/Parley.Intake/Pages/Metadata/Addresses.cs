namespace Parley.Intake.Pages.Metadata;

/// <summary>Resolves addresses on a page.</summary>
internal static class Addresses
{
    /// <summary>What relative addresses count from: the base it states, or its own address; null where neither is absolute.</summary>
    public static Uri? Base(string? stated, Uri? own) => Resolve(stated, own) ?? own;

    /// <summary>
    /// The absolute http or https address that <paramref name="text"/> stands for, without fragment; null where it is
    /// none.
    /// </summary>
    public static Uri? Resolve(string? text, Uri? from)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 4096)
            return null;
        text = text.Trim();
        Uri? uri;
        if (from is not null ? !Uri.TryCreate(from, text, out uri) : !Uri.TryCreate(text, UriKind.Absolute, out uri))
            return null;
        if ((uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps) || uri.Host.Length == 0)
            return null;
        return uri.Fragment.Length == 0 ? uri : new UriBuilder(uri) { Fragment = "" }.Uri;
    }

    /// <summary>
    /// The first of <paramref name="candidates"/> that is an address; a front page is no article's, unless the page is
    /// one.
    /// </summary>
    public static Uri? Canonical(IEnumerable<string?> candidates, Uri? from, Uri? own)
    {
        foreach (var candidate in candidates)
        {
            if (Resolve(candidate, from) is { } uri
                && (uri.AbsolutePath.Length > 1 || uri.Query.Length > 0 || own is null or { AbsolutePath.Length: <= 1 }))
            {
                return uri;
            }
        }

        return null;
    }
}
