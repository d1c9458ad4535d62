using System.Net;
using NodaTime;

namespace Parley.Intake.Fetching;

/// <summary>How the fetcher behaves towards hosts and the local network.</summary>
public sealed record FetchOptions
{
    /// <summary>The product token by which robots.txt files may address Parley (RFC 9309, 2.2.1).</summary>
    public const string ProductToken = "Parley";

    /// <summary>How much one fetch may cost. Default <see cref="IntakeLimits.Default"/>.</summary>
    public IntakeLimits Limits { get; init; } = IntakeLimits.Default;

    /// <summary>Whether http addresses, and redirects from https to http, are followed. Default false.</summary>
    public bool AllowPlainHttp { get; init; }

    /// <summary>
    /// Networks that are fetched from although they are not on the public internet, for sites of one's own.
    /// Machines that reach IPv4 through NAT64 name <c>64:ff9b::/96</c> here. Default none.
    /// </summary>
    public ImmutableArray<IPNetwork> AllowedNetworks { get; init; } = [];

    /// <summary>A mail or web address where a site's owner reaches whoever runs Parley; told to every site. Default none.</summary>
    /// <exception cref="ArgumentException">It holds parentheses, white space or characters beyond ASCII.</exception>
    public string? Contact
    {
        get;
        init => field = value is null || (value.Length > 0 && value.All(c => char.IsBetween(c, '!', '~') && c is not ('(' or ')' or '\\')))
            ? value
            : throw new ArgumentException("A contact is a mail or web address.", nameof(value));
    }

    /// <summary>The least time between two requests to a host, robots.txt aside. Default 1 second.</summary>
    public Duration HostDelay { get; init; } = Duration.FromSeconds(1);

    /// <summary>The longest wait a host may ask for (Retry-After) before the fetch is given up. Default 60 seconds.</summary>
    public Duration LongestWait { get; init; } = Duration.FromSeconds(60);

    /// <summary>How often a request that failed in passing is sent again. Default 2.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>The wait before the first retry where the host names none; it doubles with each. Default 2 seconds.</summary>
    public Duration RetryDelay { get; init; } = Duration.FromSeconds(2);

    /// <summary>What Parley calls itself (RFC 9110, 10.1.5).</summary>
    public string UserAgent => Contact is null
        ? $"{ProductToken}/0.1 (news reader for mediation support)"
        : $"{ProductToken}/0.1 (news reader for mediation support; contact: {Contact})";
}
