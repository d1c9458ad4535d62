using System.Diagnostics.CodeAnalysis;
using Parley.Reports;

namespace Parley.Intake.Fetching;

/// <summary>
/// Which addresses may be asked for at all. Where a host's name leads is checked when connecting, by
/// <see cref="NetworkPolicy"/>: only then is it known.
/// </summary>
internal static class AddressRules
{
    private const int LongestAddress = 4096;

    /// <summary>The address without its fragment, which is never sent; or why it is refused.</summary>
    public static bool TryAccept(
        Uri address, FetchOptions options, string where,
        [NotNullWhen(true)] out Uri? accepted, [NotNullWhen(false)] out Fault? fault)
    {
        accepted = null;
        fault = Refuse(address, options, where);
        if (fault is not null)
            return false;
        accepted = address.Fragment.Length == 0
            ? address
            : new Uri(address.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped));
        return true;
    }

    /// <summary>Where a redirect leads; or why it is not followed.</summary>
    public static bool TryFollow(
        Uri from, string? location, FetchOptions options, string where,
        [NotNullWhen(true)] out Uri? target, [NotNullWhen(false)] out Fault? fault)
    {
        target = null;
        fault = null;
        if (location is null || !Uri.TryCreate(from, location, out var named))
            fault = new Fault(FetchFaults.RedirectRefused, where, "no single target");
        else if (from.Scheme == Uri.UriSchemeHttps && named.Scheme == Uri.UriSchemeHttp && !options.AllowPlainHttp)
            fault = new Fault(FetchFaults.RedirectRefused, where, $"from https down to http at {named.Host}");
        else if (!TryAccept(named, options, where, out target, out var refused))
            fault = new Fault(FetchFaults.RedirectRefused, where, $"{refused.Code.Id} {refused.Detail ?? named.Host}");
        return fault is null;
    }

    private static Fault? Refuse(Uri address, FetchOptions options, string where)
    {
        if (!address.IsAbsoluteUri || address.OriginalString.Length > LongestAddress)
            return new Fault(FetchFaults.NotAnAddress, where);
        if (address.Scheme != Uri.UriSchemeHttps && !(options.AllowPlainHttp && address.Scheme == Uri.UriSchemeHttp))
            return new Fault(FetchFaults.SchemeRefused, where, $"{address.Scheme}:");
        if (address.Host.Length == 0)
            return new Fault(FetchFaults.NotAnAddress, where);
        if (address.UserInfo.Length > 0)
            return new Fault(FetchFaults.CredentialsRefused, where);

        // Ports below 1024 belong to other protocols, whose servers an HTTP request might be made to confuse.
        return address.Port is 443 or 80 or >= 1024 ? null : new Fault(FetchFaults.PortRefused, where, $"port {address.Port}");
    }
}
