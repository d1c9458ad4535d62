using System.Collections.Concurrent;
using NodaTime;
using Parley.Reports;

namespace Parley.Intake.Fetching;

/// <summary>Asks each site's robots.txt before the first page and remembers it for a day, as RFC 9309, 2.4 has it.</summary>
internal sealed class RobotsGuard(RedirectFollower follower, TimeProvider time)
{
    private const int Remembered = 4096;
    private static readonly Duration s_longest = Duration.FromDays(1);

    /// <summary>A broken server is asked again sooner than a working one.</summary>
    private static readonly Duration s_broken = Duration.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Site> _sites = new(StringComparer.Ordinal);

    /// <summary>Null where <paramref name="url"/> may be read; else why not.</summary>
    public async Task<Fault?> RefuseAsync(Uri url, FetchBudget budget, string where, CancellationToken cancellation)
    {
        // Forgetting everything is rare and costs only asking again.
        if (_sites.Count > Remembered)
            _sites.Clear();
        var site = _sites.GetOrAdd(url.GetLeftPart(UriPartial.Authority), _ => new Site());
        await site.Turn.WaitAsync(cancellation);
        try
        {
            if (!site.IsFresh(time) && await AskAsync(site, url, budget, where, cancellation) is { } fault)
                return fault;
            if (site.Rules is null)
                return new Fault(FetchFaults.RobotsUnreachable, where, url.IdnHost);
            return site.Rules.Allows(url.PathAndQuery) ? null : new Fault(FetchFaults.RobotsDisallow, where, url.PathAndQuery);
        }
        finally
        {
            site.Turn.Release();
        }
    }

    /// <summary>Failing to reach the host forbids reading it too, but says why and is not remembered.</summary>
    private async Task<Fault?> AskAsync(Site site, Uri url, FetchBudget budget, string where, CancellationToken cancellation)
    {
        var result = await follower.GetAsync(new Uri(url, "/robots.txt"), null, BodyRules.Robots, budget, null, where, cancellation);
        if (!result.IsOk(out var reply, out var fault))
        {
            // 2.3.1.2: beyond five redirects it counts as missing.
            if (fault.Code != FetchFaults.TooManyRedirects)
                return fault;
            site.Keep(RobotsRules.AllowAll, s_longest, time);
            return null;
        }

        switch ((int)reply.Status)
        {
            case 200:
                site.Keep(RobotsRules.Parse(reply.Bytes.Span, FetchOptions.ProductToken), s_longest, time);
                break;
            case 429 or >= 500:
                // "Too many requests" says that the server is busy, not that it has no rules.
                site.Keep(null, s_broken, time);
                break;
            default:
                site.Keep(RobotsRules.AllowAll, s_longest, time);
                break;
        }

        return null;
    }

    private sealed class Site
    {
        private long _since;
        private TimeSpan _lasts = TimeSpan.MinValue;

        public SemaphoreSlim Turn { get; } = new(1, 1);

        /// <summary>Null where the host cannot tell, which forbids everything (2.3.1.4).</summary>
        public RobotsRules? Rules { get; private set; }

        public bool IsFresh(TimeProvider time) => _lasts > TimeSpan.Zero && time.GetElapsedTime(_since) < _lasts;

        public void Keep(RobotsRules? rules, Duration lasts, TimeProvider time) =>
            (Rules, _lasts, _since) = (rules, lasts.ToTimeSpan(), time.GetTimestamp());
    }
}
