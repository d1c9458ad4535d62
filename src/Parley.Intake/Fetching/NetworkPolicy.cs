using System.Globalization;
using System.Net;
using Microsoft.Security.AntiSSRF;

namespace Parley.Intake.Fetching;

/// <summary>
/// Keeps connections on the public internet, checked on the very addresses connected to, so that a name which
/// changes its mind between check and use gains nothing.
/// </summary>
internal static class NetworkPolicy
{
    /// <summary>KiB of response headers; beyond, the answer is broken.</summary>
    private const int HeaderKibibytes = 64;

    /// <summary>A handler for one fetcher: no proxy, no cookies, no credentials, no redirects of its own.</summary>
    public static AntiSSRFHandler CreateHandler(FetchOptions options)
    {
        var policy = new AntiSSRFPolicy(PolicyConfigOptions.ExternalOnlyLatest)
        {
            // The header would claim a proxy that is not there.
            AddXFFHeader = false,
            AllowPlainTextHttp = options.AllowPlainHttp,
        };
        policy.AddDeniedAddresses([.. OutsideGlobalUnicast()]);
        policy.AddAllowedAddresses([.. options.AllowedNetworks.Select(n => n.ToString())]);
        var handler = policy.GetHandler();
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        handler.MaxResponseHeadersLength = HeaderKibibytes;
        handler.ConnectTimeout = options.Limits.FetchTime.ToTimeSpan();
        handler.ResponseDrainTimeout = TimeSpan.Zero;
        return handler;
    }

    /// <summary>
    /// All of IPv6 that is not assigned for the public internet (RFC 4291, 2.4: 2000::/3 is), which closes what the
    /// policy's list leaves open: IPv4-compatible ::/96, IPv4-translated ::ffff:0:0:0/96 (RFC 2765) and whatever
    /// is reserved today. The policy holds IPv4 as ::ffff:0:0/96, which is therefore spared here.
    /// </summary>
    internal static IEnumerable<string> OutsideGlobalUnicast()
    {
        yield return "4000::/2";
        yield return "8000::/1";
        var mapped = IPAddress.Parse("::ffff:0:0").GetAddressBytes();
        for (var bit = 3; bit < 96; bit++)
        {
            // The same bits up to here, then the other one: the neighbour that together with the rest makes ::/3.
            var neighbour = new byte[16];
            for (var i = 0; i < bit; i++)
                neighbour[i / 8] |= (byte)(mapped[i / 8] & (0x80 >> (i % 8)));
            neighbour[bit / 8] |= (byte)(~mapped[bit / 8] & (0x80 >> (bit % 8)));
            yield return string.Create(CultureInfo.InvariantCulture, $"{new IPAddress(neighbour)}/{bit + 1}");
        }
    }
}
